/** The present instant in the form in which it is stored. */
import { Clock, Effect } from "effect"
import { Timestamp } from "../domain/index.ts"

/** Milliseconds since 1970-01-01T00:00:00Z as a Timestamp. */
export const timestampOf = (milliseconds: number): Timestamp =>
  Timestamp.make(new Date(milliseconds).toISOString())

export const now: Effect.Effect<Timestamp> = Effect.map(Clock.currentTimeMillis, timestampOf)
