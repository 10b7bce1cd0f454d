/**
 * A person's decisions, kept for ever and seen at once.
 *
 * What is decided is kept, with its entry in the audit log, in one transaction; statements of a few outputs are
 * derived again in it. What needs a look at all statements (duplicates and clusters) waits for `settle`, and so
 * do decisions over many outputs.
 */
import { Effect } from "effect"
import type { OutputId, Review, ReviewDecision, StatementId } from "../../domain/index.ts"
import { type Actor, Audit, Outputs, Reviews, ReviewWork, Store } from "../../store/index.ts"
import { deriveAgain } from "./derive-again.ts"
import { companyOf, regroup } from "./regroup.ts"
import { subjectsOf } from "./refused.ts"

/** Outputs that are derived again while a person waits for the answer. */
const atOnce = 8

/** What decisions are about, for the audit log: the one thing, or how many. */
const thingOf = (decisions: ReadonlyArray<ReviewDecision>): string => {
  const things = new Set(
    decisions.map((decision) =>
      "outputId" in decision ? `output:${decision.outputId}` : `statement:${decision.statementId}`
    )
  )
  const [thing] = things
  return thing === undefined || things.size > 1 ? `statements:${things.size}` : thing
}

/** What a decision is made with, whatever it decides. */
export interface Signed {
  readonly by: Actor
  readonly reason: string
}

/** What came of decisions. */
export interface Decided {
  /** In the order of the decisions; they share a batch, the number of the first. */
  readonly reviews: ReadonlyArray<Review>
  /** True when their statements are as decided already; false while `settle` still has to derive them. */
  readonly isDerived: boolean
}

/** Keeps decisions that were found to be possible, and derives what is near. */
export const keepDecisions = Effect.fn("review.keepDecisions")(function* (
  { by, reason }: Signed,
  decisions: ReadonlyArray<ReviewDecision>,
  subjects: { readonly outputs: ReadonlySet<OutputId>; readonly all: boolean },
  before: ReadonlyArray<Review>,
  verb = "review.decide"
) {
  const store = yield* Store
  const reviews = yield* Reviews
  const work = yield* ReviewWork
  const audit = yield* Audit
  const outputs = subjects.all
    ? (yield* (yield* Outputs).list()).map(({ id }) => id)
    : [...subjects.outputs].sort()
  const isNear = outputs.length <= atOnce
  return yield* store.transaction(
    Effect.gen(function* () {
      const kept: Array<Review> = []
      for (const decision of decisions) kept.push(yield* reviews.append({ by: by.name, reason, decision }))
      const last = kept.at(-1)
      if (last === undefined) return { reviews: kept, isDerived: true } satisfies Decided
      yield* work.keepBatch(kept.map(({ id }) => id))
      yield* audit.record({
        by,
        action: verb,
        thing: thingOf(decisions),
        after: { reviews: [kept[0]?.id ?? last.id, last.id], reason, decision: last.decision }
      })
      const all = [...before, ...kept]
      if (isNear) {
        const named = namedIn(decisions)
        const company = yield* companyOf(named)
        for (const id of outputs) yield* deriveAgain(id, all)
        yield* regroup(named, company, all)
      }
      yield* work.wait(
        outputs.map((outputId) => ({ outputId, reviewId: last.id, derived: isNear ? 1 : 0 }) as const)
      )
      return { reviews: kept, isDerived: isNear } satisfies Decided
    })
  )
})

/** Statements whose company decisions change. */
const namedIn = (decisions: ReadonlyArray<ReviewDecision>): ReadonlyArray<StatementId> =>
  decisions.flatMap((decision) =>
    decision._tag === "exclude" || decision._tag === "split"
      ? [decision.statementId]
      : decision._tag === "merge"
        ? [decision.statementId, decision.into]
        : []
  )

/** Keeps decisions of one person with one reason. */
export const decide = Effect.fn("review.decide")(function* (
  signed: Signed,
  decisions: ReadonlyArray<ReviewDecision>
) {
  const before = yield* (yield* Reviews).list()
  return yield* keepDecisions(signed, decisions, yield* subjectsOf(decisions, before), before)
})
