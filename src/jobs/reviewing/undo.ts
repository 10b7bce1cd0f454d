/**
 * Taking decisions back, at once or days later: reviews are never removed, so that what stood before them is
 * decided anew.
 */
import { Effect } from "effect"
import type { Review, ReviewDecision, ReviewId } from "../../domain/index.ts"
import { Outputs, Reviews, ReviewWork } from "../../store/index.ts"
import { keepDecisions, type Signed } from "./decide.ts"
import { ReviewRefused } from "./refused.ts"

/** What a decision answers, and of what: the newest answer is in force. */
const questionOf = (decision: ReviewDecision): string => {
  switch (decision._tag) {
    case "relabel":
    case "statement-kind":
      return `${decision._tag} ${decision.statementId}`
    case "exclude":
    case "restore":
    case "merge":
    case "split":
      return `fate ${decision.statementId}`
    case "document-kind":
    case "correct-date":
      return `${decision._tag} ${decision.outputId}`
  }
}

/** The answer where nobody has decided: as the program finds it. */
const undecided = (decision: ReviewDecision): ReviewDecision => {
  switch (decision._tag) {
    case "relabel":
      return { ...decision, issues: null }
    case "statement-kind":
      return { ...decision, kind: null }
    case "document-kind":
      return { ...decision, kind: null }
    case "correct-date":
      return { ...decision, publishedAt: null }
    default:
      return { _tag: "restore", statementId: decision.statementId }
  }
}

/** What has to be decided so that all is as it was before some reviews. */
export interface CounterDecisions {
  readonly decisions: ReadonlyArray<ReviewDecision>
  /** Reviews that a newer decision about the same has overtaken: that one stays. */
  readonly overtaken: ReadonlyArray<ReviewId>
}

/** The decisions that undo reviews: of each question what stood before the first of them. */
export const counterDecisions = (
  reviews: ReadonlyArray<Review>,
  undone: ReadonlySet<ReviewId>
): CounterDecisions => {
  const decisions: Array<ReviewDecision> = []
  const overtaken: Array<ReviewId> = []
  const concerned = new Set(
    reviews.filter(({ id }) => undone.has(id)).map(({ decision }) => questionOf(decision))
  )
  const ordered = reviews.toSorted((a, b) => a.id - b.id)
  const byQuestion = Map.groupBy(
    ordered.filter(({ decision }) => concerned.has(questionOf(decision))),
    ({ decision }) => questionOf(decision)
  )
  for (const answers of byQuestion.values()) {
    const first = answers.findIndex(({ id }) => undone.has(id))
    const own = answers[first]
    const last = answers.at(-1)
    if (own === undefined || last === undefined) continue
    if (undone.has(last.id)) decisions.push(answers[first - 1]?.decision ?? undecided(own.decision))
    else overtaken.push(...answers.filter(({ id }) => undone.has(id)).map(({ id }) => id))
  }
  return { decisions, overtaken }
}

/** Takes reviews back, as one decision of the person who asks; refused where nothing would change. */
export const undo = Effect.fn("review.undo")(function* (signed: Signed, ids: ReadonlyArray<ReviewId>) {
  const reviews = yield* (yield* Reviews).list()
  const known = new Set(reviews.map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (ids.length === 0 || unknown !== undefined) {
    return yield* new ReviewRefused({
      message: `There is no review ${unknown ?? ""}: "tributary review list" shows them.`.replace("  ", " ")
    })
  }
  const { decisions, overtaken } = counterDecisions(reviews, new Set(ids))
  if (decisions.length === 0) {
    return yield* new ReviewRefused({
      message:
        "A newer decision about the same has been made since, and stays: take that one back, or decide anew."
    })
  }
  const statements = decisions.flatMap((decision) =>
    "statementId" in decision
      ? decision._tag === "merge"
        ? [decision.statementId, decision.into]
        : [decision.statementId]
      : []
  )
  const homes = yield* (yield* ReviewWork).outputsOf(statements)
  const outputs = new Set(homes.values())
  const store = yield* Outputs
  for (const decision of decisions) {
    if ("outputId" in decision && (yield* store.get(decision.outputId))._tag === "Some") {
      outputs.add(decision.outputId)
    }
  }
  // What is excluded since before outputs of excluded statements were kept may be anybody's.
  const all = decisions.some((decision) => decision._tag === "restore" && !homes.has(decision.statementId))
  const decided = yield* keepDecisions(signed, decisions, { outputs, all }, reviews, "review.undo")
  return { ...decided, overtaken }
})
