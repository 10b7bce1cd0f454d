/**
 * Derives one output again from the document that was read from it, with the reviews in force.
 *
 * What is known of its statements over all outputs (duplicates and clusters) is carried over until everything is
 * consolidated again.
 */
import { Effect, Option } from "effect"
import type { OutputId, Review } from "../../domain/index.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { Initiatives, Outputs, ReviewWork, Statements } from "../../store/index.ts"
import { deriveOutput } from "../derive-output.ts"

/** Replaces what was derived from an output; nothing happens where nothing of it is kept. */
export const deriveAgain = Effect.fn("review.deriveAgain")(function* (
  id: OutputId,
  reviews: ReadonlyArray<Review>
) {
  const outputs = yield* Outputs
  const statements = yield* Statements
  const output = Option.getOrUndefined(yield* outputs.get(id))
  const version = Option.getOrUndefined(yield* outputs.latestVersion(id))
  if (output === undefined || version === undefined) return
  const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(output.initiativeId))
  if (initiative === undefined) return
  const reader = yield* (yield* Normalizer).reader
  const { reviewed } = deriveOutput(reader, { ...output, initiative }, version.document, reviews)
  const before = new Map((yield* statements.list({ outputId: id })).map((one) => [one.id, one]))
  for (const one of reviewed.outputs) yield* outputs.upsert(one)
  yield* statements.replaceForOutput(
    id,
    reviewed.statements.map((one) => {
      const { clusterId = null, duplicateOf = null } = before.get(one.id) ?? {}
      return Object.assign({}, one, { clusterId, duplicateOf })
    })
  )
  yield* (yield* ReviewWork).replaceExcluded(id, reviewed.excluded)
})
