/**
 * Reads the cycles of the IGF from their file (`registry/cycles.yaml`) and finds a meeting among them.
 */
import { Effect, Schema } from "effect"
import { parse } from "yaml"
import { Cycle } from "../domain/index.ts"
import type { Meeting } from "../domain/index.ts"

/** The file of cycles cannot be read, or no meeting has the id that was asked for. */
export class CycleError extends Schema.TaggedError<CycleError>()("CycleError", {
  message: Schema.String
}) {}

const decode = Schema.decodeUnknownEffect(Schema.Array(Cycle))

/** Cycles of a YAML text; fails with a sentence that names the place that does not fit. */
export const readCycles = Effect.fnUntraced(function* (text: string) {
  const value: unknown = yield* Effect.try({
    try: () => parse(text),
    catch: (cause) => new CycleError({ message: `The cycles are not valid YAML: ${String(cause)}` })
  })
  return yield* decode(value).pipe(
    Effect.mapError(
      (error) => new CycleError({ message: `The cycles do not fit their schema: ${error.message}` })
    )
  )
})

/** A meeting with its cycle; an unknown id fails with the ids that are known. */
export const findMeeting = (
  cycles: ReadonlyArray<Cycle>,
  id: string
): Effect.Effect<{ readonly cycle: Cycle; readonly meeting: Meeting }, CycleError> => {
  const all = cycles.flatMap((cycle) => cycle.meetings.map((meeting) => ({ cycle, meeting })))
  const found = all.find(({ meeting }) => meeting.id === id)
  const known = all.map(({ meeting }) => meeting.id).join(", ")
  return found === undefined
    ? Effect.fail(
        new CycleError({
          message: `No meeting has the id "${id}". ${known === "" ? "None is registered: add it to registry/cycles.yaml." : `Known are: ${known}.`}`
        })
      )
    : Effect.succeed(found)
}
