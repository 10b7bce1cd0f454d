/**
 * Change against an earlier release, counted by initiative.
 */
import type {
  ChangeRow,
  Digest,
  DigestInitiative,
  InitiativeId,
  Issue,
  IssuePage,
  Quotation
} from "../domain/index.ts"
import { by } from "./order.ts"

const order: ReadonlyArray<ChangeRow["status"]> = ["new", "more", "same", "fewer", "quiet"]

const statusOf = (now: number, before: number): ChangeRow["status"] =>
  before === 0 ? "new" : now === 0 ? "quiet" : now > before ? "more" : now < before ? "fewer" : "same"

const heard = (initiatives: ReadonlyArray<DigestInitiative>): ReadonlySet<InitiativeId> =>
  new Set(
    initiatives.filter((initiative) => initiative.status === "published").map((initiative) => initiative.id)
  )

/** Compares with a previous digest: issue by issue, and who was heard. */
export const compareWith = (
  previous: Digest,
  issues: ReadonlyArray<Issue>,
  pages: ReadonlyArray<IssuePage>,
  initiatives: ReadonlyArray<DigestInitiative>,
  statements: ReadonlyArray<Quotation>
) => {
  const labels = new Map([
    ...previous.issues.map((page) => [page.id, page.label] as const),
    ...issues.map((issue) => [issue.id, issue.label] as const)
  ])
  const now = new Map(pages.map((page) => [page.id, page.initiatives.length]))
  const before = new Map(previous.issues.map((page) => [page.id, page.initiatives.length]))
  const rows = [...labels].flatMap(([issue, label]): Array<ChangeRow> => {
    const counts = { now: now.get(issue) ?? 0, before: before.get(issue) ?? 0 }
    if (counts.now === 0 && counts.before === 0) return []
    return [{ issue, label, ...counts, status: statusOf(counts.now, counts.before) }]
  })
  const heardNow = heard(initiatives)
  const heardBefore = heard(previous.initiatives)
  return {
    previous: {
      number: previous.number,
      window: previous.window,
      published: previous.totals.published,
      taxonomyVersion: previous.taxonomyVersion
    },
    rows: rows.sort(
      by(
        (row) => order.indexOf(row.status),
        (row) => -Math.abs(row.now - row.before),
        (row) => -row.now,
        (row) => row.issue
      )
    ),
    joined: [...heardNow].filter((id) => !heardBefore.has(id)).sort(),
    absent: [...heardBefore].filter((id) => !heardNow.has(id)).sort(),
    newStatements: statements.every((quotation) => quotation.isNew === null)
      ? null
      : statements.filter((quotation) => quotation.isNew === true).length
  }
}
