/** What people labelled, as lines of the corpus. */
import { Effect } from "effect"
import type { IssueId, Statement, StatementId } from "../../domain/index.ts"
import { Reviews, Statements } from "../../store/index.ts"

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
  const labels = new Map<StatementId, ReadonlyArray<IssueId> | null>()
  const kinds = new Map<StatementId, Statement["kind"] | null>()
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
    if (decided === undefined || decided === null) return []
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
