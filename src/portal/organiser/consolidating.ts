/** Looks for what repeats over all initiatives after documents were handed in, behind the answer. */
import { Context, Effect, Layer } from "effect"
import { consolidate } from "../../jobs/consolidate.ts"

/** Runs an effect after whoever asks, once more for all who ask while it runs. */
const together = <E, R>(effect: Effect.Effect<unknown, E, R>) => {
  let isRunning = false
  let isWanted = false
  const run: Effect.Effect<void, never, R> = Effect.suspend(() => {
    isWanted = false
    return effect
  }).pipe(
    Effect.catchCause((cause) =>
      Effect.logError("What repeats over all initiatives was not looked for", cause)
    ),
    Effect.andThen(Effect.suspend(() => (isWanted ? run : Effect.void)))
  )
  return Effect.suspend(() => {
    isWanted = true
    if (isRunning) return Effect.void
    isRunning = true
    return Effect.ensuring(
      run,
      Effect.sync(() => {
        isRunning = false
      })
    )
  })
}

export class Consolidating extends Context.Service<
  Consolidating,
  {
    /** Asks for it, without waiting. */
    readonly request: Effect.Effect<void>
  }
>()("tributary/portal/Consolidating") {
  static readonly layer = Layer.effect(
    Consolidating,
    Effect.gen(function* () {
      const scope = yield* Effect.scope
      const services = yield* Effect.context<Effect.Services<typeof consolidate>>()
      const run = together(consolidate).pipe(Effect.provideContext(services))
      return Consolidating.of({ request: Effect.asVoid(Effect.forkIn(run, scope)) })
    })
  )
}
