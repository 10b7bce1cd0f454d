/** `tributary user key`: the key that seals second factors, and a new one. */
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { counted, print } from "../print.ts"
import { accountsLayer, commandLine } from "./accounts.ts"

export const key = Command.make(
  "key",
  {
    new: Flag.Boolean("new").pipe(
      Flag.withDescription("Make a new key and seal all second factors with it"),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* (flags) {
    const { SecretKeys } = yield* Effect.promise(() => import("../../accounts/index.ts"))
    const { Audit } = yield* Effect.promise(() => import("../../store/index.ts"))
    yield* Effect.gen(function* () {
      const keys = yield* SecretKeys
      if (flags.new) {
        yield* keys.renew
        yield* (yield* Audit).record({
          by: yield* commandLine,
          action: "account.new-key",
          thing: "key:second-factors",
          after: { key: (yield* keys.state).inUse }
        })
      }
      const { inUse, lost, older, place, readable, sealed } = yield* keys.state
      if (inUse === null) {
        yield* print(`There is no key yet: ${place} is made when it is first needed.`)
      } else {
        yield* print(`The key ${inUse} is in ${place}: keep a copy of it, apart from the backups.`)
        yield* print(`${counted(sealed.length, "second factor")} sealed with it.`)
      }
      if (readable.length > 0) {
        yield* print(
          `${counted(readable.length, "second factor")} stand readable in the store until the portal starts again.`
        )
      }
      if (older.length > 0) {
        yield* print(
          `${counted(older.length, "second factor")} sealed with an older key until the portal starts again.`
        )
      }
      if (lost.length > 0) {
        return yield* new CommandFailed({
          message: `No key opens the second factors of ${lost.map(({ address }) => address).join(", ")}: put the former key into ${place}, below the first line, or have them sign in with a recovery code, or "tributary user reset ADDRESS --second-factor".`
        })
      }
    }).pipe(Effect.provide(accountsLayer))
  })
).pipe(
  Command.withDescription("Tell where the key of second factors is and what it seals, or make a new one"),
  Command.withExamples([
    { command: "tributary user key", description: "Where is it, and is everything sealed?" },
    { command: "tributary user key --new", description: "When somebody may have seen it" }
  ])
)
