/** What the commands on accounts need, and who they say has acted. */
import { userInfo } from "node:os"
import { Effect, Layer } from "effect"
import type { Actor } from "../../store/index.ts"
import { print } from "../print.ts"
import { dataDirectory, existingStore } from "../store.ts"

/** Accounts over the store of the command. */
export const accountsLayer = Layer.unwrap(
  Effect.gen(function* () {
    const { FactorRule, Notices, Passwords, SecretKeys } = yield* Effect.promise(
      () => import("../../accounts/index.ts")
    )
    const { Mail } = yield* Effect.promise(() => import("../../mail/index.ts"))
    return Layer.mergeAll(
      Passwords.layer,
      Layer.provide(Notices.layer, Mail.layer),
      SecretKeys.layer(yield* dataDirectory),
      // It is the portal that asks; whoever uses the command line may take anything away.
      FactorRule.by("nobody")
    ).pipe(Layer.provideMerge(existingStore))
  })
)

/** Says whether a person learns by mail of what was changed. */
export const sayWhoIsTold = Effect.fnUntraced(function* (address: string) {
  const { Notices } = yield* Effect.promise(() => import("../../accounts/index.ts"))
  const { isOn } = yield* Notices
  yield* print(
    isOn
      ? `${address} is told by mail.`
      : "Nobody is told by mail, since no mail server is named here (TRIBUTARY_SMTP_URL): tell them yourself."
  )
})

/** Whoever uses the command line, by the name that the system knows. */
export const commandLine: Effect.Effect<Actor> = Effect.try({
  try: () => userInfo().username,
  // A process in a container may run under a number without a name.
  catch: () => "unknown"
}).pipe(
  Effect.catch((name) => Effect.succeed(name)),
  Effect.map((name) => ({ id: null, name: `command line (${name})` }))
)
