/**
 * Lenses: the same statements seen through the cycle's sub-themes, WSIS, the GDC and the SDGs, and the
 * matrix of initiatives and issues.
 */
import type {
  Cycle,
  DigestInitiative,
  InitiativeId,
  Issue,
  IssueId,
  IssuePage,
  LensRow,
  MatrixRow,
  Quotation
} from "../domain/index.ts"
import { groupsOf } from "./census.ts"
import { by, compareText } from "./order.ts"
import { sayers } from "./quotation.ts"

/** The rows of all lenses. */
export interface Lenses {
  readonly subThemes: ReadonlyArray<LensRow>
  readonly uncovered: ReadonlyArray<IssueId> | null
  readonly wsis: ReadonlyArray<LensRow>
  readonly gdc: ReadonlyArray<LensRow>
  readonly sdg: ReadonlyArray<LensRow>
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** Counts statements under any of some issues, each once, by looking only at those under them. */
const statementCounter = (statements: ReadonlyArray<Quotation>) => {
  const under = new Map<IssueId, Array<number>>()
  for (const [index, { issues }] of statements.entries()) {
    for (const { id } of issues) {
      const known = under.get(id)
      if (known === undefined) under.set(id, [index])
      else known.push(index)
    }
  }
  const seen = new Uint32Array(statements.length)
  let row = 0
  return (issues: ReadonlySet<IssueId>): number => {
    row += 1
    let count = 0
    for (const issue of issues) {
      for (const index of under.get(issue) ?? []) {
        if (seen[index] === row) continue
        seen[index] = row
        count += 1
      }
    }
    return count
  }
}

/** Builds the lenses; lines that nobody raised stay, with nought. */
export const buildLenses = (
  cycle: Cycle,
  issues: ReadonlyArray<Issue>,
  pages: ReadonlyArray<IssuePage>,
  statements: ReadonlyArray<Quotation>,
  initiatives: ReadonlyArray<DigestInitiative>
): Lenses => {
  const members = new Map(initiatives.map((initiative) => [initiative.id, initiative]))
  const count = statementCounter(statements)
  const row = (code: string, under: ReadonlyArray<IssueId>): LensRow => {
    const own = pages.filter((page) => under.includes(page.id))
    const covered = new Set(own.map((page) => page.id))
    const ids = [...new Set(own.flatMap((page) => page.initiatives))].sort(compareText)
    return {
      code,
      issues: own.map((page) => page.id),
      initiatives: ids,
      groups: groupsOf(ids.flatMap((id) => members.get(id) ?? [])).length,
      statements: count(covered)
    }
  }
  const under = (test: (issue: Issue) => boolean) => issues.filter(test).map((issue) => issue.id)
  const covered = new Set(cycle.subThemes.flatMap((theme) => theme.issues))
  return {
    subThemes: cycle.subThemes.map((theme) => row(theme.title, theme.issues)),
    uncovered:
      cycle.subThemes.length === 0 ? null : pages.map((page) => page.id).filter((id) => !covered.has(id)),
    wsis: upTo(11).map((line) =>
      row(
        `C${line}`,
        under((issue) => issue.crosswalk.wsis.includes(`C${line}`))
      )
    ),
    gdc: upTo(5).map((goal) =>
      row(
        String(goal),
        under((issue) => issue.crosswalk.gdc.includes(goal))
      )
    ),
    sdg: upTo(17).map((goal) =>
      row(
        String(goal),
        under((issue) => issue.crosswalk.sdg.includes(goal))
      )
    )
  }
}

/** Statements by issue and initiative, in the order of the taxonomy; a shared text counts for each who published it. */
export const buildMatrix = (
  issues: ReadonlyArray<Issue>,
  statements: ReadonlyArray<Quotation>
): ReadonlyArray<MatrixRow> => {
  const counts = new Map<IssueId, Map<InitiativeId, number>>()
  for (const quotation of statements) {
    for (const issue of new Set(quotation.issues.map(({ id }) => id))) {
      const cells = counts.get(issue) ?? new Map<InitiativeId, number>()
      counts.set(issue, cells)
      for (const initiative of sayers(quotation)) cells.set(initiative, (cells.get(initiative) ?? 0) + 1)
    }
  }
  return issues.flatMap((issue) => {
    const cells = counts.get(issue.id)
    if (cells === undefined) return []
    return [
      {
        issue: issue.id,
        cells: [...cells]
          .map(([initiative, count]) => ({ initiative, statements: count }))
          .sort(by((cell) => cell.initiative))
      }
    ]
  })
}
