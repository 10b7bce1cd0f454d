/**
 * What an earlier digest is compared by: who published, who raised what, which statements it quoted;
 * narrowed like the digest that is compared with it.
 */
import type { Digest, InitiativeId, IssueId, StatementId } from "../domain/index.ts"
import type { Concerns } from "./concern.ts"
import { narrowingOf } from "./filter.ts"

/** An earlier digest, ready to be compared with. */
export interface Baseline {
  readonly digest: Digest
  readonly published: ReadonlySet<InitiativeId>
  /** Initiatives that raised each issue; only issues that some raised. */
  readonly raisers: ReadonlyMap<IssueId, ReadonlySet<InitiativeId>>
  /** Of these, whose main concern the issue was. */
  readonly concerns: Concerns
  readonly labels: ReadonlyMap<IssueId, string>
  /** Every statement that it quotes, copies included. */
  readonly statements: ReadonlySet<StatementId>
}

/** Reads a digest as a baseline, through a filter where there is one. */
export const baselineOf = (digest: Digest, filter: Digest["filter"] = null): Baseline => {
  const all = [...digest.issues, ...digest.notRaised]
  const narrowing = narrowingOf(filter, all)
  const published = new Set(
    digest.initiatives
      .filter((own) => own.status === "published" && narrowing.initiative(own))
      .map(({ id }) => id)
  )
  const raisers = new Map<IssueId, Set<InitiativeId>>()
  const statements = new Set<StatementId>()
  for (const quotation of digest.statements) {
    if (!narrowing.statement(quotation.language, quotation.issues)) continue
    let said = false
    for (const { initiativeId, statementId } of quotation.places) {
      if (!published.has(initiativeId)) continue
      statements.add(statementId)
      said = true
    }
    if (!said) continue
    for (const { id } of quotation.issues) {
      if (!narrowing.issue(id)) continue
      const known = raisers.get(id) ?? new Set()
      raisers.set(id, known)
      for (const { initiativeId } of quotation.places) {
        if (published.has(initiativeId)) known.add(initiativeId)
      }
    }
  }
  const concerns = new Map(
    digest.issues.map(({ id, mainConcernOf }) => [
      id,
      new Set(mainConcernOf.filter((own) => raisers.get(id)?.has(own) === true))
    ])
  )
  const labels = new Map(all.map(({ id, label }) => [id, label]))
  return { digest, published, raisers, concerns, labels, statements }
}
