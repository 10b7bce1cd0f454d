/** What delivers messages: mail and webhook over the store of the command. */
import { Effect, Layer } from "effect"
import { existingStore } from "../store.ts"

/** Mail and the settings of telling, over the store. */
export const outgoing = Layer.unwrap(
  Effect.gen(function* () {
    const { Mail } = yield* Effect.promise(() => import("../../mail/index.ts"))
    const { TellingConfig } = yield* Effect.promise(() => import("../../jobs/telling/index.ts"))
    return Layer.merge(Mail.layer, TellingConfig.layer).pipe(Layer.provideMerge(existingStore))
  })
)
