/**
 * Reviews applied: what a person decided wins over what was computed, and the newest decision wins over older ones.
 */
import type { Output, OutputId, Review, Statement, StatementId } from "../domain/index.ts"

export interface Reviewed {
  readonly outputs: ReadonlyArray<Output>
  /** Statements in the order given; excluded ones are left out. */
  readonly statements: ReadonlyArray<Statement>
  /** Ids of statements that a review excludes: kept in the store, shown to nobody. */
  readonly excluded: ReadonlySet<StatementId>
}

const newestFirst = (reviews: ReadonlyArray<Review>): ReadonlyArray<Review> =>
  reviews.toSorted((a, b) => b.id - a.id)

/** The newest decision of some tags for each subject. */
const newestBy = <Key, Decision>(
  reviews: ReadonlyArray<Review>,
  pick: (review: Review) => readonly [Key, Decision] | null
): ReadonlyMap<Key, Decision> => {
  const newest = new Map<Key, Decision>()
  for (const review of reviews) {
    const picked = pick(review)
    if (picked !== null && !newest.has(picked[0])) newest.set(picked[0], picked[1])
  }
  return newest
}

/** Follows merges to the statement that stays; a circle ends where it would begin again. */
const finalTarget = (
  merges: ReadonlyMap<StatementId, StatementId>,
  from: StatementId
): StatementId | null => {
  const passed = new Set([from])
  let target = merges.get(from)
  while (target !== undefined) {
    if (passed.has(target)) return null
    passed.add(target)
    const next = merges.get(target)
    if (next === undefined) return target
    target = next
  }
  return null
}

/**
 * Applies reviews. Of decisions with the same tag on the same subject the newest (highest id) is in force; exclude,
 * restore and merge answer the same question, so the newest of the three is. Decisions about what is unknown are
 * ignored. Issues that a person set have score 1 and the evidence that the program found for them, if any.
 */
export const applyReviews = (
  outputs: ReadonlyArray<Output>,
  statements: ReadonlyArray<Statement>,
  reviews: ReadonlyArray<Review>
): Reviewed => {
  const ordered = newestFirst(reviews)
  const relabels = newestBy(ordered, ({ decision }) =>
    decision._tag === "relabel" ? [decision.statementId, decision.issues] : null
  )
  const kinds = newestBy(ordered, ({ decision }) =>
    decision._tag === "statement-kind" ? [decision.statementId, decision.kind] : null
  )
  const fates = newestBy(ordered, ({ decision }) =>
    decision._tag === "exclude" || decision._tag === "restore" || decision._tag === "merge"
      ? [decision.statementId, decision]
      : null
  )
  const documentKinds = newestBy<OutputId, { readonly kind: Output["kind"]; readonly by: string }>(
    ordered,
    (review) =>
      review.decision._tag === "document-kind"
        ? [review.decision.outputId, { kind: review.decision.kind, by: review.by }]
        : null
  )
  const dates = newestBy(ordered, ({ decision }) =>
    decision._tag === "correct-date" ? [decision.outputId, decision.publishedAt] : null
  )
  const merges = new Map<StatementId, StatementId>()
  const excluded = new Set<StatementId>()
  for (const [id, fate] of fates) {
    if (fate._tag === "exclude") excluded.add(id)
    if (fate._tag === "merge") merges.set(id, fate.into)
  }
  const reviewStatement = (statement: Statement): Statement => {
    const kind = kinds.get(statement.id) ?? statement.kind
    const issues = relabels.get(statement.id)
    return Object.assign({}, statement, {
      kind,
      issues:
        kind === "boilerplate"
          ? []
          : (issues?.map((id) => ({
              evidence: [],
              ...statement.issues.find((assigned) => assigned.id === id),
              id,
              score: 1
            })) ?? statement.issues),
      duplicateOf: finalTarget(merges, statement.id) ?? statement.duplicateOf
    })
  }
  const reviewOutput = (output: Output): Output => {
    const decided = documentKinds.get(output.id)
    const publishedAt = dates.get(output.id)
    return {
      ...output,
      ...(decided === undefined
        ? {}
        : {
            kind: decided.kind,
            kindReasons: [`Decided by ${decided.by}.`, ...output.kindReasons],
            inDoubt: false
          }),
      ...(publishedAt === undefined ? {} : { publishedAt, publishedFrom: "review" as const })
    }
  }
  return {
    outputs: outputs.map(reviewOutput),
    statements: statements.filter((statement) => !excluded.has(statement.id)).map(reviewStatement),
    excluded
  }
}

/** Statements whose kind or issues a person set, by whatever review. */
export const decidedStatements = (reviews: ReadonlyArray<Review>): ReadonlySet<StatementId> =>
  new Set(
    reviews.flatMap(({ decision }) =>
      decision._tag === "relabel" || decision._tag === "statement-kind" ? [decision.statementId] : []
    )
  )
