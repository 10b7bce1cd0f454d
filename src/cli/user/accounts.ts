/** What the commands on accounts need, and who they say has acted. */
import { userInfo } from "node:os"
import { Effect, Layer } from "effect"
import type { Actor } from "../../store/index.ts"
import { existingStore } from "../store.ts"

/** Accounts over the store of the command. */
export const accountsLayer = Layer.unwrap(
  Effect.gen(function* () {
    const { Passwords } = yield* Effect.promise(() => import("../../accounts/index.ts"))
    return Layer.merge(Passwords.layer, existingStore)
  })
)

/** Whoever uses the command line, by the name that the system knows. */
export const commandLine: Effect.Effect<Actor> = Effect.try({
  try: () => userInfo().username,
  // A process in a container may run under a number without a name.
  catch: () => "unknown"
}).pipe(
  Effect.catch((name) => Effect.succeed(name)),
  Effect.map((name) => ({ id: null, name: `command line (${name})` }))
)
