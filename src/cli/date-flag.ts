/** An optional flag that takes a day, as several commands have one. */
import { Flag } from "effect/cli"
import { IsoDate } from "../domain/index.ts"

export const dateFlag = (name: string, description: string) =>
  Flag.String(name).pipe(
    Flag.withMetavar("YYYY-MM-DD"),
    Flag.withDescription(description),
    Flag.withSchema(IsoDate),
    Flag.optional
  )
