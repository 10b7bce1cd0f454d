/** `tributary user reset`: a new password for whoever lost it, or the second factor taken away. */
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { print } from "../print.ts"
import { accountsLayer, commandLine, sayWhoIsTold } from "./accounts.ts"
import { askPassword } from "./password.ts"

export const reset = Command.make(
  "reset",
  {
    address: Argument.String("address").pipe(Argument.withDescription("Mail address of the person")),
    secondFactor: Flag.Boolean("second-factor").pipe(
      Flag.withDescription("Take the second factor away instead, for whoever lost device and recovery codes"),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* ({ address, secondFactor }) {
    const accounts = yield* Effect.promise(() => import("../../accounts/index.ts"))
    yield* Effect.gen(function* () {
      const account = yield* accounts.findAccount(address)
      const by = yield* commandLine
      if (secondFactor) {
        yield* accounts.disableSecondFactor(account.id, by)
        yield* print(
          account.role === "admin"
            ? `${account.name} signs in without a second factor now, and is asked to set up a new one where administrators need it.`
            : `${account.name} signs in without a second factor now.`
        )
        return yield* sayWhoIsTold(account.address)
      }
      yield* accounts.setPassword(account.id, yield* askPassword, { temporary: true }, by)
      yield* print(
        `${account.name} is signed out everywhere, and chooses a password of their own at the next sign-in.`
      )
      yield* sayWhoIsTold(account.address)
    }).pipe(Effect.provide(accountsLayer))
  })
).pipe(
  Command.withDescription("Set a temporary password, or take the second factor away"),
  Command.withExamples([
    {
      command: "tributary user reset amina@example.org",
      description: "The password is typed, or read from standard input"
    }
  ])
)
