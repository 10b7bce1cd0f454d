/**
 * Matrix (initiative by issue) and heat map (UN group by issue) in print.
 *
 * White is "published, did not raise it", hatched is "not heard yet": they never look alike, in grey either.
 */
import { percentOf } from "../catalogue/index.ts"
import type { Messages } from "../catalogue/index.ts"
import { groupRuns, issuesByArea, matrixCells, matrixParts, matrixShades, shadeOf } from "../grid.ts"
import type { Column } from "../grid.ts"
import { concernByGroup } from "../overview.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { bold, cell, headCell, heading, issueLink, named, numbered, text } from "./model.ts"
import type { Block, Cell } from "./model.ts"

/** Initiatives side by side on a page. */
const width = 22

/** Shade of a share in per cent; none stays white. */
const shade = (share: number): Pick<Cell, "shade"> => {
  const step = shadeOf(share)
  return step === 0 ? {} : { shade: step }
}

/** `  12/62`, small. */
const small = (m: Messages, part: number, whole: number) =>
  ({ text: `  \u200e${m.number(part)}/${m.number(whole)}`, style: "small" }) as const

const heatMap = (view: View): Block => {
  const { m } = view
  const groups = view.digest.totals.byGroup
  const published = view.digest.totals.published
  return {
    kind: "table",
    form: "heat",
    caption: m.text("heatCaption"),
    columns: [
      { width: 1 },
      ...groups.map(() => ({ width: "52pt", centre: true })),
      { width: "50pt", centre: true }
    ],
    head: [
      {
        cells: [
          cell(m.text("issue")),
          ...groups.map(({ group }) => cell(m.names.groupColumn[group])),
          cell(m.text("all"))
        ]
      }
    ],
    rows: issuesByArea(view).flatMap((area) => [
      { cells: [headCell(area.label, { span: groups.length + 2 })] },
      ...area.pages.map((page) => {
        const count = page.mainConcernOf.length
        return {
          cells: [
            cell(issueLink(page)),
            ...concernByGroup(view, page).map((share) => {
              const own = percentOf(share.raised, share.published)
              return own === null
                ? cell(m.text("unheardCell"), { hatched: true })
                : cell([m.number(own), small(m, share.raised, share.published)], shade(own))
            }),
            cell([m.number(percentOf(count, published) ?? 0), small(m, count, published)])
          ]
        }
      })
    ])
  }
}

/** Name that fits above a column: the short one in brackets at its end where there is one, otherwise its opening. */
const columnName = (name: string): string =>
  name.match(/\(([^()]{2,24})\)\s*$/)?.[1] ?? opening(name, /\p{Script=Han}/u.test(name) ? 11 : 24)

/** Cells over the columns that stand under one UN group. */
const groupHeads = (m: Messages, part: ReadonlyArray<Column>): ReadonlyArray<Cell> =>
  groupRuns(part).map(({ group, count }) =>
    headCell(count < 3 ? opening(m.names.groupColumn[group], 6) : m.names.groupColumn[group], { span: count })
  )

const matrixTable = (
  view: View,
  title: string,
  part: ReadonlyArray<Column>,
  cells: ReturnType<typeof matrixCells>
): Block => ({
  kind: "table",
  form: "matrix",
  caption: title,
  columns: [{ width: "126pt" }, ...part.map(() => ({ width: "13.6pt", centre: true }))],
  head: [
    { cells: [cell(""), ...groupHeads(view.m, part)] },
    {
      cells: [
        cell(view.m.text("issue")),
        ...part.map(({ initiative }) => cell(named(columnName(initiative.name)), { up: true }))
      ]
    }
  ],
  rows: issuesByArea(view).flatMap((area) => [
    { cells: [headCell(area.label, { span: part.length + 1 })] },
    ...area.pages.map((page) => ({
      cells: [
        // Not a link, which would stand again in every part: links into the document cost a third of its setting.
        cell(page.label),
        ...part.map(({ initiative }) => {
          if (initiative.status !== "published") return cell("", { hatched: true })
          const count = cells.get(page.id)?.get(initiative.id) ?? 0
          if (count === 0) return cell("")
          return page.mainConcernOf.includes(initiative.id)
            ? cell(bold(view.m.number(count)), { shade: matrixShades.concern })
            : cell(view.m.number(count), { shade: matrixShades.raised })
        })
      ]
    }))
  ])
})

const matrix = (view: View): ReadonlyArray<Block> => {
  const { m } = view
  const cells = matrixCells(view)
  const parts = matrixParts(view, width)
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [{ kind: "break" } as const]),
    ...(parts.length === 1
      ? []
      : [text("note", m.text("tableOf", { number: index + 1, total: parts.length }))]),
    matrixTable(view, m.text("initiativesAndIssues"), part, cells)
  ])
}

/** Matrix and heat map. */
export const matrixBlocks = (view: View): ReadonlyArray<Block> => {
  const { digest, m } = view
  const { matrixPar, heatMapPar, issues } = digest
  const title = heading(1, m.text("whoRaisedWhat"), { id: "matrix", page: true })
  if (issues.length === 0) {
    return [
      title,
      numbered(matrixPar, text("body", m.text("nothingRaised"))),
      numbered(heatMapPar, text("body", m.text("noShares")))
    ]
  }
  const legend: Block = {
    kind: "legend",
    concern: m.text("raisedMain"),
    raised: m.text("raisedIt"),
    published: m.text("didNotRaiseIt"),
    unheard: m.text("unheardCell")
  }
  return [
    title,
    numbered(
      matrixPar,
      heading(3, m.text("initiativesAndIssues")),
      text(
        "note",
        m.text("matrixNote"),
        m.text("gap"),
        m.text("matrixConcerns"),
        m.text("gap"),
        m.text("matrixGroups")
      ),
      legend
    ),
    ...matrix(view),
    { kind: "break" },
    numbered(heatMapPar, heading(3, m.text("groupsAndIssues"))),
    heatMap(view)
  ]
}
