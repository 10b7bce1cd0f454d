/** Decisions of people about what the program derived: taken, carried through, taken back. */
import { Effect } from "effect"
import type { ReviewDecision, ReviewId } from "../../domain/index.ts"
import type { OnOutput } from "../renormalize.ts"
import { decide } from "./decide.ts"
import { settle } from "./settle.ts"
import { undo } from "./undo.ts"

export { decide, type Decided, type Signed } from "./decide.ts"
export { type ReviewedLine, reviewedLines } from "./lines.ts"
export { fateOf, mostDecisions, mostIssues, ReviewRefused, subjectsOf } from "./refused.ts"
export { settle } from "./settle.ts"
export { counterDecisions, undo } from "./undo.ts"

/** Keeps decisions of one person with one reason, and carries them through. */
export const review = Effect.fn("review")(function* (
  by: string,
  reason: string,
  decisions: ReadonlyArray<ReviewDecision>,
  onOutput?: OnOutput
) {
  const { reviews } = yield* decide({ by: { id: null, name: by }, reason }, decisions)
  yield* settle(onOutput)
  return reviews
})

/** Takes reviews back, and carries that through. */
export const takeBack = Effect.fn("review.takeBack")(function* (
  by: string,
  reason: string,
  ids: ReadonlyArray<ReviewId>,
  onOutput?: OnOutput
) {
  const { overtaken, reviews } = yield* undo({ by: { id: null, name: by }, reason }, ids)
  yield* settle(onOutput)
  return { reviews, overtaken }
})
