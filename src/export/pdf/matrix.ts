/**
 * Matrix (initiative by issue) and heat map (UN group by issue) in print.
 *
 * White is "published, did not raise it", hatched is "not heard yet": they never look alike, in grey either.
 */
import type { DigestInitiative, InitiativeId, IssuePage, UnGroup } from "../../domain/index.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { figure, groupColumn, percent } from "../words.ts"
import { cell, headCell, heading, issueLink, named, numbered, text } from "./model.ts"
import type { Block, Cell } from "./model.ts"

/** Initiatives side by side on a page. */
const width = 22

/** Five steps of shade; none stays white. */
const shade = (share: number): Pick<Cell, "shade"> =>
  share === 0 ? {} : { shade: Math.min(5, 1 + Math.floor(share / 20.0001)) }

const byArea = (view: View): ReadonlyArray<{ label: string; pages: ReadonlyArray<IssuePage> }> => {
  const order = new Map(view.digest.matrix.map((row, index) => [row.issue, index]))
  return view.digest.areas
    .map((area) => ({
      label: area.label,
      pages: view.digest.issues
        .filter((page) => page.area === area.id)
        .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    }))
    .filter((area) => area.pages.length > 0)
}

const heatMap = (view: View): Block => {
  const groups = view.digest.totals.byGroup
  const published = view.digest.totals.published
  return {
    kind: "table",
    form: "heat",
    caption:
      "Share of the initiatives of each UN group that published in the window, per cent, and how many of how many",
    columns: [
      { width: 1 },
      ...groups.map(() => ({ width: "52pt", centre: true })),
      { width: "50pt", centre: true }
    ],
    head: [
      {
        cells: [cell("Issue"), ...groups.map((group) => cell(groupColumn[group.group])), cell("All")]
      }
    ],
    rows: byArea(view).flatMap((area) => [
      { cells: [headCell(area.label, { span: groups.length + 2 })] },
      ...area.pages.map((page) => {
        const all = percent(page.initiatives.length, published) ?? 0
        return {
          cells: [
            cell(issueLink(page)),
            ...page.byGroup.map((share) => {
              const own = percent(share.raised, share.published)
              return own === null
                ? cell("not heard yet", { hatched: true })
                : cell(
                    [figure(own), { text: `  ${share.raised}/${share.published}`, style: "small" }],
                    shade(own)
                  )
            }),
            cell([figure(all), { text: `  ${page.initiatives.length}/${published}`, style: "small" }])
          ]
        }
      })
    ])
  }
}

/** Name that fits above a column: the short one in brackets at its end where there is one, otherwise its opening. */
const columnName = (name: string): string =>
  name.match(/\(([^()]{2,24})\)\s*$/)?.[1] ?? opening(name, /\p{Script=Han}/u.test(name) ? 11 : 24)

interface Column {
  readonly initiative: DigestInitiative
  readonly group: UnGroup
}

/** Cells over the columns that stand under one UN group. */
const groupHeads = (part: ReadonlyArray<Column>): ReadonlyArray<Cell> =>
  [...Map.groupBy(part, ({ group }) => group)].map(([group, own]) =>
    headCell(own.length < 3 ? { text: groupColumn[group].slice(0, 4) } : groupColumn[group], {
      span: own.length
    })
  )

const matrixTable = (
  view: View,
  title: string,
  part: ReadonlyArray<Column>,
  cells: ReadonlyMap<string, ReadonlyMap<InitiativeId, number>>
): Block => ({
  kind: "table",
  form: "matrix",
  caption: title,
  columns: [{ width: "126pt" }, ...part.map(() => ({ width: "13.6pt", centre: true }))],
  head: [
    { cells: [cell(""), ...groupHeads(part)] },
    {
      cells: [
        cell("Issue"),
        ...part.map(({ initiative }) => cell(named(columnName(initiative.name)), { up: true }))
      ]
    }
  ],
  rows: byArea(view).flatMap((area) => [
    { cells: [headCell(area.label, { span: part.length + 1 })] },
    ...area.pages.map((page) => ({
      cells: [
        cell(issueLink(page)),
        ...part.map(({ initiative }) => {
          if (initiative.status !== "published") return cell("", { hatched: true })
          const count = cells.get(page.id)?.get(initiative.id) ?? 0
          return count === 0 ? cell("") : cell(count, { shade: count > 2 ? 4 : count + 1 })
        })
      ]
    }))
  ])
})

const matrix = (view: View): ReadonlyArray<Block> => {
  const cells = new Map<string, ReadonlyMap<InitiativeId, number>>(
    view.digest.matrix.map((row) => [
      row.issue,
      new Map(row.cells.map((own) => [own.initiative, own.statements]))
    ])
  )
  const columns = view.digest.totals.byGroup.flatMap(({ group }) =>
    view.digest.initiatives
      .filter((initiative) => initiative.unGroups[0] === group)
      .map((initiative): Column => ({ initiative, group }))
  )
  const parts = Array.from({ length: Math.ceil(columns.length / width) }, (_, index) =>
    columns.slice(index * width, (index + 1) * width)
  )
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [{ kind: "break" } as const]),
    ...(parts.length === 1 ? [] : [text("note", `Table ${index + 1} of ${parts.length}`)]),
    matrixTable(view, "Initiatives and issues", part, cells)
  ])
}

const legend: Block = {
  kind: "legend",
  raised: "raised it",
  published: "published, did not raise it",
  unheard: "not heard yet"
}

/** Matrix and heat map. */
export const matrixBlocks = (view: View): ReadonlyArray<Block> => {
  const { matrixPar, heatMapPar, issues } = view.digest
  const title = heading(1, "Who raised what", { id: "matrix", page: true })
  if (issues.length === 0) {
    return [
      title,
      numbered(matrixPar, text("body", "Nothing was raised in this window.")),
      numbered(heatMapPar, text("body", "No shares can be given."))
    ]
  }
  return [
    title,
    numbered(
      matrixPar,
      heading(3, "Initiatives and issues"),
      text(
        "note",
        "Number of statements on an issue; a statement may touch up to three. Which initiative writes more says nothing about how much an issue matters to it. An initiative of several UN groups stands under the first."
      ),
      legend
    ),
    ...matrix(view),
    { kind: "break" },
    numbered(heatMapPar, heading(3, "UN groups and issues"), legend),
    heatMap(view)
  ]
}
