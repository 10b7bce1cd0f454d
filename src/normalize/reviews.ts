/**
 * Reviews applied: what a person decided wins over what was computed, and the newest decision wins over older ones.
 */
import type { Output, OutputId, Review, ReviewDecision, Statement, StatementId } from "../domain/index.ts"

export interface Reviewed {
  readonly outputs: ReadonlyArray<Output>
  /** Statements in the order given; excluded ones are left out. */
  readonly statements: ReadonlyArray<Statement>
  /** Statements that a review excludes, in the order given: kept in the store, quoted nowhere. */
  readonly excluded: ReadonlyArray<Statement>
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

/** A decision about whether and beside which others a statement is shown. */
type Fate = Extract<ReviewDecision, { readonly _tag: "exclude" | "restore" | "merge" | "split" }>

/** The newest decision about the fate of each statement, with the number of its review. */
const fatesOf = (reviews: ReadonlyArray<Review>) =>
  newestBy<StatementId, { readonly fate: Fate; readonly id: number }>(
    newestFirst(reviews),
    ({ decision, id }) =>
      decision._tag === "exclude" ||
      decision._tag === "restore" ||
      decision._tag === "merge" ||
      decision._tag === "split"
        ? [decision.statementId, { fate: decision, id }]
        : null
  )

/**
 * Applies reviews. Of decisions with the same tag on the same subject the newest (highest id) is in force. Decisions
 * about what is unknown are ignored. Issues that a person set have score 1 and the evidence that the program found
 * for them, if any. Merges and splits are consolidation's, see `standingDecisions`.
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
  const documentKinds = newestBy<OutputId, { readonly kind: Output["kind"] | null; readonly by: string }>(
    ordered,
    (review) =>
      review.decision._tag === "document-kind"
        ? [review.decision.outputId, { kind: review.decision.kind, by: review.by }]
        : null
  )
  const dates = newestBy(ordered, ({ decision }) =>
    decision._tag === "correct-date" ? [decision.outputId, decision.publishedAt] : null
  )
  const excluded = new Set<StatementId>()
  for (const [id, { fate }] of fatesOf(reviews)) {
    if (fate._tag === "exclude") excluded.add(id)
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
            })) ?? statement.issues)
    })
  }
  const reviewOutput = (output: Output): Output => {
    const decided = documentKinds.get(output.id)
    const publishedAt = dates.get(output.id)
    return {
      ...output,
      ...(decided === undefined || decided.kind === null
        ? {}
        : {
            kind: decided.kind,
            kindReasons: [`Decided by ${decided.by}.`, ...output.kindReasons],
            inDoubt: false
          }),
      ...(publishedAt === undefined || publishedAt === null
        ? {}
        : { publishedAt, publishedFrom: "review" as const })
    }
  }
  return {
    outputs: outputs.map(reviewOutput),
    statements: statements.filter((statement) => !excluded.has(statement.id)).map(reviewStatement),
    excluded: statements.filter((statement) => excluded.has(statement.id)).map(reviewStatement)
  }
}

/** What consolidation has to keep to, because a person decided it. */
export interface StandingDecisions {
  /** Statements whose kind, issues or company a person set: they are never taken for the furniture of a site. */
  readonly decided: ReadonlySet<StatementId>
  /** Statements that say what another one says, which is named. */
  readonly merges: ReadonlyMap<StatementId, StatementId>
  /** Statements that join no others by themselves. */
  readonly apart: ReadonlySet<StatementId>
}

/** Where nobody has decided anything. */
export const nothingDecided: StandingDecisions = { decided: new Set(), merges: new Map(), apart: new Set() }

/**
 * The decisions about several statements that are in force. A merge ends when either of the two is split off after
 * it, or restored or excluded itself.
 */
export const standingDecisions = (reviews: ReadonlyArray<Review>): StandingDecisions => {
  const fates = fatesOf(reviews)
  const decided = new Set<StatementId>()
  const merges = new Map<StatementId, StatementId>()
  const apart = new Set<StatementId>()
  for (const tag of ["relabel", "statement-kind"] as const) {
    const newest = newestBy<StatementId, boolean>(newestFirst(reviews), ({ decision }) => {
      if (decision._tag !== tag) return null
      const isSet = decision._tag === "relabel" ? decision.issues !== null : decision.kind !== null
      return [decision.statementId, isSet]
    })
    for (const [id, isSet] of newest) if (isSet) decided.add(id)
  }
  for (const [id, { fate, id: review }] of fates) {
    if (fate._tag === "split") {
      apart.add(id)
      decided.add(id)
    }
    if (fate._tag !== "merge" || fate.into === id) continue
    const other = fates.get(fate.into)
    if (other?.fate._tag === "exclude" || (other?.fate._tag === "split" && other.id > review)) continue
    merges.set(id, fate.into)
    decided.add(id).add(fate.into)
  }
  return { decided, merges, apart }
}
