/**
 * Rows and columns of the matrix and the heat map, the same in every form.
 */
import type { DigestInitiative, InitiativeId, IssueId, IssuePage, UnGroup } from "../domain/index.ts"
import type { View } from "./view.ts"

/** Issues of one area. */
export interface AreaRows {
  readonly id: string
  readonly label: string
  readonly pages: ReadonlyArray<IssuePage>
}

/** Issues that were raised by area, in the order of the taxonomy; areas without any are left out. */
export const issuesByArea = ({ digest }: View): ReadonlyArray<AreaRows> => {
  const order = new Map(digest.matrix.map((row, index) => [row.issue, index]))
  return digest.areas
    .map((area) => ({
      id: area.id,
      label: area.label,
      pages: digest.issues
        .filter((page) => page.area === area.id)
        .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    }))
    .filter((area) => area.pages.length > 0)
}

/** A column of the matrix: an initiative under the first of its groups. */
export interface Column {
  readonly initiative: DigestInitiative
  readonly group: UnGroup
}

/** The columns in parts of at most `width`. */
export const matrixParts = ({ digest }: View, width: number): ReadonlyArray<ReadonlyArray<Column>> => {
  const columns = digest.totals.byGroup.flatMap(({ group }) =>
    digest.initiatives
      .filter((initiative) => initiative.unGroups[0] === group)
      .map((initiative): Column => ({ initiative, group }))
  )
  return Array.from({ length: Math.ceil(columns.length / width) }, (_, index) =>
    columns.slice(index * width, (index + 1) * width)
  )
}

/** Columns side by side that stand under one group. */
export const groupRuns = (
  part: ReadonlyArray<Column>
): ReadonlyArray<{ readonly group: UnGroup; readonly count: number }> =>
  [...Map.groupBy(part, ({ group }) => group)].map(([group, own]) => ({ group, count: own.length }))

/** Statements of each cell; a cell that is not there has none. */
export const matrixCells = ({ digest }: View): ReadonlyMap<IssueId, ReadonlyMap<InitiativeId, number>> =>
  new Map(
    digest.matrix.map((row) => [
      row.issue,
      new Map(row.cells.map((cell) => [cell.initiative, cell.statements]))
    ])
  )

/** Steps of shade in the matrix: an issue that was raised, and one that is a main concern. */
export const matrixShades = { raised: 1, concern: 4 } as const

/** Step of shade of a share in per cent, 1 to 5; 0 stays white. */
export const shadeOf = (share: number): number =>
  share === 0 ? 0 : Math.min(5, 1 + Math.floor(share / 20.0001))
