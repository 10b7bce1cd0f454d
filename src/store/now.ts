/** The present instant in the form in which it is stored. */
import { Brand, Clock, Effect } from "effect"
import type { Timestamp } from "../domain/index.ts"

/** What `toISOString` gives needs no check. */
const brand = Brand.nominal<Timestamp>()

/** Milliseconds since 1970-01-01T00:00:00Z as a Timestamp. */
export const timestampOf = (milliseconds: number): Timestamp => brand(new Date(milliseconds).toISOString())

export const now: Effect.Effect<Timestamp> = Effect.map(Clock.currentTimeMillis, timestampOf)
