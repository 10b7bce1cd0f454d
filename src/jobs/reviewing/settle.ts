/**
 * Carries decisions through to the end: derives what waits, and sets everything beside the rest.
 *
 * What is decided meanwhile waits for the next time; a process that dies leaves all that is not carried through.
 */
import { Effect } from "effect"
import { Outputs, Reviews, ReviewWork, Store } from "../../store/index.ts"
import { consolidate } from "../consolidate.ts"
import type { OnOutput } from "../renormalize.ts"
import { deriveAgain } from "./derive-again.ts"

/** Derives outputs that wait for it, then consolidates; does nothing where nothing waits. */
export const settle = Effect.fn("review.settle")(function* (onOutput: OnOutput = () => Effect.void) {
  const work = yield* ReviewWork
  const outputs = yield* Outputs
  const store = yield* Store
  const waiting = yield* work.waiting
  if (waiting.length === 0) return { derived: 0, consolidated: false }
  const underived = waiting.filter(({ derived }) => derived === 0)
  const reviews = yield* (yield* Reviews).list()
  const newest = reviews.at(-1)?.id
  for (const [index, one] of underived.entries()) {
    yield* store.transaction(
      Effect.gen(function* () {
        yield* deriveAgain(one.outputId, reviews)
        yield* work.wait([{ ...one, reviewId: newest ?? one.reviewId, derived: 1 }])
      })
    )
    const output = yield* outputs.get(one.outputId)
    yield* onOutput(index + 1, underived.length, output._tag === "Some" ? output.value.title : "")
  }
  yield* consolidate()
  return { derived: underived.length, consolidated: true }
})
