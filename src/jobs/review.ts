/**
 * A person's decision about what the program derived: kept for ever, and in force at once.
 */
import { Effect, Option, Schema } from "effect"
import type { IssueId, OutputId, Review, ReviewDecision, Statement, StatementId } from "../domain/index.ts"
import { Normalizer } from "../normalize/normalizer.ts"
import { Outputs, Reviews, Statements } from "../store/index.ts"
import { consolidate } from "./consolidate.ts"
import { type OnOutput, readAgain, renormalize } from "./renormalize.ts"

/** The decision cannot be taken: what it is about does not exist, or is not as it supposes. */
export class ReviewRefused extends Schema.TaggedError<ReviewRefused>()("ReviewRefused", {
  message: Schema.String
}) {}

/** Issues that a statement has at most. */
const mostIssues = 3

/** Why these cannot be the issues of a statement; null when they can. */
const wrongIssues = (issues: ReadonlyArray<IssueId>, known: ReadonlySet<IssueId>): string | null => {
  const unknown = issues.filter((id) => !known.has(id))
  if (unknown.length > 0)
    return `No issue is called ${unknown.join(", ")}: "tributary taxonomy list" names them.`
  if (issues.length > mostIssues) return `A statement has at most ${mostIssues} issues: name the weightiest.`
  return new Set(issues).size < issues.length ? "An issue stands twice: name each once." : null
}

/** Whether the newest decision about whether a statement is shown keeps it from being shown. */
const isExcluded = (reviews: ReadonlyArray<Review>, id: StatementId): boolean =>
  reviews.findLast(
    ({ decision }) =>
      (decision._tag === "exclude" || decision._tag === "restore" || decision._tag === "merge") &&
      decision.statementId === id
  )?.decision._tag === "exclude"

const knownStatement = Effect.fnUntraced(function* (id: StatementId, reviews: ReadonlyArray<Review>) {
  const [statement] = yield* (yield* Statements).list({ ids: [id] })
  if (statement !== undefined) return statement
  return yield* new ReviewRefused({
    message: isExcluded(reviews, id)
      ? `The statement ${id} is excluded: "tributary review restore ${id}" brings it back first.`
      : `There is no statement ${id}: "tributary review find WORDS" names them.`
  })
})

/** Refuses issues that do not exist, and issues of what is boilerplate once all decisions are in force. */
const checkRelabel = Effect.fnUntraced(function* (
  issues: ReadonlyArray<IssueId>,
  statement: Statement,
  decisions: ReadonlyArray<ReviewDecision>
) {
  const { taxonomy } = yield* Normalizer
  const wrong = wrongIssues(issues, new Set(taxonomy.issues.map(({ id }) => id)))
  if (wrong !== null) return yield* new ReviewRefused({ message: wrong })
  const kind = decisions.reduce(
    (now, decision) =>
      decision._tag === "statement-kind" && decision.statementId === statement.id ? decision.kind : now,
    statement.kind
  )
  if (kind === "boilerplate" && issues.length > 0) {
    return yield* new ReviewRefused({
      message: `The statement ${statement.id} is boilerplate, which has no issues: say with --kind what it is instead.`
    })
  }
})

/** The output that a decision concerns; null where only reading all again can tell. */
const subjectOf = Effect.fnUntraced(function* (
  decision: ReviewDecision,
  decisions: ReadonlyArray<ReviewDecision>
) {
  const reviews = yield* (yield* Reviews).list()
  if (decision._tag === "restore") {
    if (isExcluded(reviews, decision.statementId)) return null
    return yield* new ReviewRefused({
      message: `The statement ${decision.statementId} is not excluded: "tributary review list" shows what is.`
    })
  }
  if ("outputId" in decision) {
    if (Option.isSome(yield* (yield* Outputs).get(decision.outputId))) return decision.outputId
    return yield* new ReviewRefused({
      message: `There is no output ${decision.outputId}: "tributary status" names those in doubt.`
    })
  }
  if (decision._tag === "merge") yield* knownStatement(decision.into, reviews)
  const statement = yield* knownStatement(decision.statementId, reviews)
  if (decision._tag === "relabel") yield* checkRelabel(decision.issues, statement, decisions)
  return statement.outputId
})

/**
 * Keeps decisions of one person with one reason, and derives again what they concern.
 *
 * @param onOutput told when all outputs must be read again, as for `restore`
 */
export const review = Effect.fn("review")(function* (
  by: string,
  reason: string,
  decisions: ReadonlyArray<ReviewDecision>,
  onOutput?: OnOutput
) {
  const reviews = yield* Reviews
  const subjects = new Set<OutputId>()
  let all = false
  for (const decision of decisions) {
    const subject = yield* subjectOf(decision, decisions)
    if (subject === null) all = true
    else subjects.add(subject)
  }
  const kept: Array<Review> = []
  for (const decision of decisions) kept.push(yield* reviews.append({ by, reason, decision }))
  if (all) yield* renormalize(onOutput)
  else {
    const outputs = yield* Outputs
    for (const id of subjects) {
      const output = yield* outputs.get(id)
      if (Option.isSome(output)) yield* readAgain(output.value)
    }
    yield* consolidate
  }
  return kept
})

/** A statement as a person labelled it, in the form of the corpus. */
export interface ReviewedLine {
  readonly id: StatementId
  readonly initiative: string
  readonly lang: string
  readonly kind: Statement["kind"]
  readonly labels: ReadonlyArray<IssueId>
  readonly text: string
}

/**
 * Statements whose labels a person decided: those relabelled, and those judged to be boilerplate, which
 * have none. Of the rest the program's labels would be taken for a person's. Ordered as the store lists them.
 */
export const reviewedLines = Effect.fn("reviewedLines")(function* () {
  const labels = new Map<StatementId, ReadonlyArray<IssueId>>()
  const kinds = new Map<StatementId, Statement["kind"]>()
  for (const { decision } of yield* (yield* Reviews).list()) {
    if (decision._tag === "relabel") labels.set(decision.statementId, decision.issues)
    if (decision._tag === "statement-kind") kinds.set(decision.statementId, decision.kind)
  }
  const ids = [...new Set([...labels.keys(), ...kinds.keys()])]
  if (ids.length === 0) return []
  const statements = yield* (yield* Statements).list({ ids })
  return statements.flatMap((statement): ReadonlyArray<ReviewedLine> => {
    const kind = kinds.get(statement.id) ?? statement.kind
    const decided = kind === "boilerplate" ? [] : labels.get(statement.id)
    if (decided === undefined) return []
    return [
      {
        id: statement.id,
        initiative: statement.initiativeId,
        lang: statement.language,
        kind,
        labels: decided,
        text: statement.text
      }
    ]
  })
})
