/**
 * The pages of organisers: a private link leads to the page of their initiative, where they see how it is read
 * and quoted, send reports and ask for corrections.
 */
import { Effect, Layer } from "effect"
import { readLeftUploads } from "../../jobs/organisers/index.ts"
import { Mail } from "../../mail/index.ts"
import { Known } from "../reading/known.ts"
import { Settling } from "../review/settling.ts"
import { corrections } from "./corrections.ts"
import { enter } from "./enter.ts"
import { home } from "./home.ts"
import { Quoted } from "./quoted.ts"
import { readings } from "./readings.ts"
import { templates } from "./templates.ts"
import { uploads } from "./uploads.ts"

export const organiser = Layer.unwrap(
  Effect.gen(function* () {
    const scope = yield* Effect.scope
    const { request } = yield* Settling
    yield* readLeftUploads.pipe(
      Effect.andThen((read) => (read > 0 ? request : Effect.void)),
      Effect.catchCause((cause) => Effect.logError("Files that were sent could not be read", cause)),
      Effect.forkScoped
    )
    return Layer.mergeAll(enter(scope), home, readings, corrections, uploads(scope, request), templates)
  })
).pipe(Layer.provide(Layer.mergeAll(Known.layer, Quoted.layer, Settling.layer, Mail.layer)))
