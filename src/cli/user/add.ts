/** `tributary user add`: a person who may sign in to the portal. */
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { print } from "../print.ts"
import { accountsLayer, commandLine } from "./accounts.ts"
import { askPassword } from "./password.ts"

export const add = Command.make(
  "add",
  {
    address: Argument.String("address").pipe(
      Argument.withDescription("Mail address, by which the person signs in")
    ),
    name: Flag.String("name").pipe(Flag.withDescription("Name, as others see it")),
    role: Flag.Literals("role", ["reader", "editor", "admin"]).pipe(
      Flag.withDescription("reader sees, editor decides and approves, admin also manages people"),
      Flag.withDefault("reader")
    ),
    temporary: Flag.Boolean("temporary").pipe(
      Flag.withDescription("The password is to be changed at the first sign-in"),
      Flag.withDefault(false)
    ),
    withoutPassword: Flag.Boolean("without-password").pipe(
      Flag.withDescription("The person signs in at the identity provider (OpenID Connect) only"),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* ({ address, name, role, temporary, withoutPassword }) {
    const { addAccount } = yield* Effect.promise(() => import("../../accounts/index.ts"))
    yield* Effect.gen(function* () {
      const password = withoutPassword ? null : yield* askPassword
      const account = yield* addAccount({ address, name, role, password, temporary }, yield* commandLine)
      yield* print(`${account.name} may sign in as ${account.address}, with the role ${account.role}.`)
      if (role === "admin" && password !== null) {
        yield* print(
          "A portal that is reached by https asks administrators for a second factor: at the sign-in, from the first one on; it can be put off for a week."
        )
      }
    }).pipe(Effect.provide(accountsLayer))
  })
).pipe(
  Command.withDescription("Add a person; the password is typed, or read from standard input"),
  Command.withExamples([
    {
      command: "tributary user add amina@example.org --name 'Amina Odhiambo' --role admin",
      description: "The first administrator"
    }
  ])
)
