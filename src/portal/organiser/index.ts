/**
 * The pages of organisers: a private link leads to the page of their initiative, where they see how it is read
 * and quoted, send reports and ask for corrections.
 */
import { Effect, Layer } from "effect"
import { consolidate } from "../../jobs/consolidate.ts"
import { readLeftUploads } from "../../jobs/organisers/index.ts"
import { Mail } from "../../mail/index.ts"
import { Known } from "../reading/known.ts"
import { corrections } from "./corrections.ts"
import { enter } from "./enter.ts"
import { home } from "./home.ts"
import { Quoted } from "./quoted.ts"
import { readings } from "./readings.ts"
import { templates } from "./templates.ts"
import { uploads } from "./uploads.ts"

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

export const organiser = Layer.unwrap(
  Effect.gen(function* () {
    const scope = yield* Effect.scope
    yield* readLeftUploads.pipe(
      Effect.catchCause((cause) => Effect.logError("Files that were sent could not be read", cause)),
      Effect.forkScoped
    )
    return Layer.mergeAll(
      enter(scope),
      home,
      readings,
      corrections,
      uploads(scope, together(consolidate)),
      templates
    )
  })
).pipe(Layer.provide(Layer.mergeAll(Known.layer, Quoted.layer, Mail.layer)))
