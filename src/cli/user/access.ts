/** `tributary user disable` and `tributary user enable`: keeps a person out, and lets them in again. */
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { print } from "../print.ts"
import { accountsLayer, commandLine } from "./accounts.ts"

const address = Argument.String("address").pipe(Argument.withDescription("Mail address of the person"))

export const disable = Command.make(
  "disable",
  { address },
  Effect.fn(function* ({ address }) {
    const { disableAccount, findAccount } = yield* Effect.promise(() => import("../../accounts/index.ts"))
    yield* Effect.gen(function* () {
      const account = yield* findAccount(address)
      yield* disableAccount(account.id, yield* commandLine)
      yield* print(`${account.name} is signed out everywhere and cannot sign in; tokens are revoked.`)
    }).pipe(Effect.provide(accountsLayer))
  })
).pipe(
  Command.withDescription("Keep a person out; what they did stays in the log"),
  Command.withExamples([{ command: "tributary user disable amina@example.org", description: "At once" }])
)

export const enable = Command.make(
  "enable",
  { address },
  Effect.fn(function* ({ address }) {
    const { enableAccount, findAccount } = yield* Effect.promise(() => import("../../accounts/index.ts"))
    yield* Effect.gen(function* () {
      const account = yield* findAccount(address)
      yield* enableAccount(account.id, yield* commandLine)
      yield* print(`${account.name} may sign in again.`)
    }).pipe(Effect.provide(accountsLayer))
  })
).pipe(
  Command.withDescription("Let a person in again who was disabled"),
  Command.withExamples([
    { command: "tributary user enable amina@example.org", description: "With the same password" }
  ])
)
