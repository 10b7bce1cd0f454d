/**
 * Change against an earlier release, counted by initiative.
 */
import type {
  ChangeRow,
  Digest,
  DigestInitiative,
  Issue,
  IssuePage,
  ListedOutput,
  Quotation
} from "../domain/index.ts"
import type { Baseline } from "./baseline.ts"
import { by } from "./order.ts"

/** The statuses in the order in which they are listed. */
export const changeOrder: ReadonlyArray<ChangeRow["status"]> = ["new", "more", "same", "fewer", "quiet"]

/** How a count stands against the one before. */
export const statusOf = (now: number, before: number): ChangeRow["status"] =>
  before === 0 ? "new" : now === 0 ? "quiet" : now > before ? "more" : now < before ? "fewer" : "same"

/** Compares with a previous digest: issue by issue, and who was heard. */
export const compareWith = (
  previous: Baseline,
  now: {
    readonly issues: ReadonlyArray<Issue>
    readonly pages: ReadonlyArray<IssuePage>
    readonly initiatives: ReadonlyArray<DigestInitiative>
    readonly statements: ReadonlyArray<Quotation>
    readonly arrived: ReadonlyArray<ListedOutput>
  }
): Omit<NonNullable<Digest["change"]>, "par"> => {
  const labels = new Map([
    ...[...previous.raisers.keys()].map((id) => [id, previous.labels.get(id) ?? id] as const),
    ...now.issues.map((issue) => [issue.id, issue.label] as const)
  ])
  const raised = new Map(now.pages.map((page) => [page.id, page.initiatives.length]))
  const rows = [...labels].flatMap(([issue, label]): Array<ChangeRow> => {
    const counts = { now: raised.get(issue) ?? 0, before: previous.raisers.get(issue)?.size ?? 0 }
    if (counts.now === 0 && counts.before === 0) return []
    return [{ issue, label, ...counts, status: statusOf(counts.now, counts.before) }]
  })
  const heardNow = new Set(now.initiatives.filter(({ status }) => status === "published").map(({ id }) => id))
  const { number, taxonomyVersion, window } = previous.digest
  return {
    previous: { number, window, published: previous.published.size, taxonomyVersion },
    rows: rows.sort(
      by(
        (row) => changeOrder.indexOf(row.status),
        (row) => -Math.abs(row.now - row.before),
        (row) => -row.now,
        (row) => row.issue
      )
    ),
    joined: [...heardNow].filter((id) => !previous.published.has(id)).sort(),
    absent: [...previous.published].filter((id) => !heardNow.has(id)).sort(),
    newStatements: now.statements.every((quotation) => quotation.isNew === null)
      ? null
      : now.statements.filter((quotation) => quotation.isNew === true).length,
    arrived: now.arrived
  }
}
