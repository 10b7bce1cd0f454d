/** What the stage of setting up a second factor remembers in its session. */
import { Effect, Schema } from "effect"

const Attempt = Schema.fromJsonString(
  Schema.Struct({
    /** Where the person goes on to. */
    next: Schema.NullOr(Schema.String),
    /** The sealed secret that is to be set up. */
    sealed: Schema.String
  })
)

const encode = Schema.encodeEffect(Attempt)

export const writeAttempt = (attempt: typeof Attempt.Type) => Effect.orDie(encode(attempt))

export const readAttempt = Schema.decodeUnknownOption(Attempt)
