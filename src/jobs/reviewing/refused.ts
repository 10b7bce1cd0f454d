/** Decisions that cannot be taken, each refused in one sentence, before anything of it is kept. */
import { Effect, Option, Schema } from "effect"
import {
  type IssueId,
  OutputId,
  type Review,
  type ReviewDecision,
  type Statement,
  type StatementId
} from "../../domain/index.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { Outputs, ReviewWork, Statements } from "../../store/index.ts"

/** The decision cannot be taken: what it is about does not exist, or is not as it supposes. */
export class ReviewRefused extends Schema.TaggedError<ReviewRefused>()("ReviewRefused", {
  message: Schema.String
}) {}

/** Issues that a statement has at most. */
export const mostIssues = 3

/** Decisions that are taken in one go at most. */
export const mostDecisions = 2000

/** Why these cannot be the issues of a statement; null when they can. */
const wrongIssues = (issues: ReadonlyArray<IssueId>, known: ReadonlySet<IssueId>): string | null => {
  const unknown = issues.filter((id) => !known.has(id))
  if (unknown.length > 0)
    return `No issue is called ${unknown.join(", ")}: "tributary taxonomy list" names them.`
  if (issues.length > mostIssues) return `A statement has at most ${mostIssues} issues: name the weightiest.`
  return new Set(issues).size < issues.length ? "An issue stands twice: name each once." : null
}

/** The newest decision about whether and beside which others a statement is shown. */
export const fateOf = (reviews: ReadonlyArray<Review>, id: StatementId): ReviewDecision | undefined =>
  reviews.findLast(
    ({ decision }) =>
      (decision._tag === "exclude" ||
        decision._tag === "restore" ||
        decision._tag === "merge" ||
        decision._tag === "split") &&
      decision.statementId === id
  )?.decision

/** Refuses issues that do not exist, and issues of what is boilerplate once all decisions are in force. */
const wrongLabels = (
  issues: ReadonlyArray<IssueId>,
  statement: Statement,
  known: ReadonlySet<IssueId>,
  kinds: ReadonlyMap<StatementId, Statement["kind"]>
): string | null => {
  const wrong = wrongIssues(issues, known)
  if (wrong !== null) return wrong
  return (kinds.get(statement.id) ?? statement.kind) === "boilerplate" && issues.length > 0
    ? `The statement ${statement.id} is boilerplate, which has no issues: say with --kind what it is instead.`
    : null
}

/** Where decisions have an effect. */
export interface Subjects {
  readonly outputs: ReadonlySet<OutputId>
  /** True when it cannot be told which outputs they are: all must be derived again. */
  readonly all: boolean
}

const asRefused = (message: string) => new ReviewRefused({ message })

/** What is known of the statements that decisions name. */
const statementsOf = Effect.fnUntraced(function* (decisions: ReadonlyArray<ReviewDecision>) {
  const ids = decisions.flatMap((decision) =>
    "statementId" in decision
      ? decision._tag === "merge"
        ? [decision.statementId, decision.into]
        : [decision.statementId]
      : []
  )
  if (ids.length === 0)
    return { shown: new Map<StatementId, Statement>(), excluded: new Map<StatementId, Statement>() }
  const shown = yield* (yield* Statements).list({ ids })
  const excluded = yield* (yield* ReviewWork).excluded({ ids })
  return {
    shown: new Map(shown.map((one) => [one.id, one])),
    excluded: new Map(excluded.map((one) => [one.id, one]))
  }
})

/** The outputs that decisions concern; refuses what cannot be decided. */
export const subjectsOf = Effect.fn("review.subjectsOf")(function* (
  decisions: ReadonlyArray<ReviewDecision>,
  reviews: ReadonlyArray<Review>
) {
  if (decisions.length > mostDecisions) {
    return yield* asRefused(
      `${decisions.length} decisions are more than can be taken in one go: narrow them down to ${mostDecisions}.`
    )
  }
  const { taxonomy } = yield* Normalizer
  const known = new Set(taxonomy.issues.map(({ id }) => id))
  const { excluded, shown } = yield* statementsOf(decisions)
  const kinds = new Map<StatementId, Statement["kind"]>()
  for (const decision of decisions) {
    if (decision._tag === "statement-kind" && decision.kind !== null) {
      kinds.set(decision.statementId, decision.kind)
    }
  }
  const outputs = new Set<OutputId>()
  let all = false
  const find = (id: StatementId) => {
    const statement = shown.get(id)
    if (statement !== undefined) return Effect.succeed(statement)
    return asRefused(
      excluded.has(id) || fateOf(reviews, id)?._tag === "exclude"
        ? `The statement ${id} is excluded: "tributary review restore ${id}" brings it back first.`
        : `There is no statement ${id}: "tributary review find WORDS" names them.`
    )
  }
  for (const decision of decisions) {
    if ("outputId" in decision) {
      if (Option.isNone(yield* (yield* Outputs).get(decision.outputId))) {
        return yield* asRefused(
          `There is no output ${decision.outputId}: "tributary status" names those in doubt.`
        )
      }
      outputs.add(decision.outputId)
      continue
    }
    if (decision._tag === "restore") {
      const fate = fateOf(reviews, decision.statementId)
      if (fate === undefined || fate._tag === "restore") {
        return yield* asRefused(
          `The statement ${decision.statementId} is not excluded, merged or split: "tributary review list" shows what is.`
        )
      }
      const home = (excluded.get(decision.statementId) ?? shown.get(decision.statementId))?.outputId
      if (home === undefined) all = true
      else outputs.add(home)
      continue
    }
    const statement = yield* find(decision.statementId)
    outputs.add(statement.outputId)
    if (decision._tag === "merge") {
      if (decision.into === decision.statementId) {
        return yield* asRefused(
          `The statement ${decision.into} cannot be merged into itself: name another one.`
        )
      }
      outputs.add((yield* find(decision.into)).outputId)
    }
    if (decision._tag === "relabel" && decision.issues !== null) {
      const wrong = wrongLabels(decision.issues, statement, known, kinds)
      if (wrong !== null) return yield* asRefused(wrong)
    }
  }
  return { outputs, all } satisfies Subjects
})
