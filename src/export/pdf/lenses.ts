/**
 * Lenses and change in print.
 */
import type { LensRow } from "../../domain/index.ts"
import type { CodeSet } from "../catalogue/index.ts"
import { uncoveredPages } from "../overview.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import { arrivedBlocks, historyBlocks } from "./history.ts"
import {
  cell,
  followed,
  headCell,
  heading,
  issueLink,
  join,
  labelled,
  named,
  numbered,
  quiet,
  shareCell,
  table,
  text
} from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { nameList } from "./quotation.ts"

const issueList = (view: View, ids: LensRow["issues"]): Inline =>
  join(
    ids.flatMap((id): ReadonlyArray<Inline> => {
      const page = view.pages.get(id)
      return page === undefined
        ? []
        : [followed(view.m, issueLink(page), view.m.number(page.initiatives.length))]
    }),
    view.m.text("comma")
  )

const lensTable = (view: View, head: string, rows: ReadonlyArray<LensRow>, scheme: CodeSet | null): Block => {
  const { m } = view
  const published = view.digest.totals.published
  return table(
    "",
    [{ width: 0.85 }, { width: "104pt" }, { width: 1.4 }],
    [cell(head), cell(m.text("initiatives")), cell(m.text("issuesUnder"))],
    rows.map((row) => {
      const name = scheme === null ? undefined : m.named(scheme, row.code)
      return [
        headCell(name === undefined ? named(row.code) : `${row.code}  ${name}`),
        shareCell(m, row.initiatives.length, published),
        cell(row.issues.length === 0 ? quiet(m.text("raisedByNobody")) : issueList(view, row.issues))
      ]
    })
  )
}

const uncovered = (view: View): Block => {
  const { m } = view
  const pages = uncoveredPages(view) ?? []
  return pages.length === 0
    ? text("body", m.text("allCovered"))
    : text(
        "body",
        labelled(
          m,
          m.text("inNoSubTheme"),
          issueList(
            view,
            pages.map(({ id }) => id)
          )
        )
      )
}

/** The lenses of the MAG. */
export const lensBlocks = (view: View): ReadonlyArray<Block> => {
  const { digest, m } = view
  const { lenses, cycle } = digest
  const year = String(cycle.year)
  return [
    heading(1, m.text("lenses"), { id: "lenses", page: true }),
    text("note", m.text("lensesNote")),
    numbered(
      lenses.subThemesPar,
      heading(
        3,
        cycle.theme === null
          ? m.text("subThemes", { year })
          : m.text("subThemesOfTheme", { year, theme: cycle.theme })
      ),
      ...(lenses.subThemes.length === 0
        ? [text("body", m.text("subThemesUnknown", { year }))]
        : [lensTable(view, m.text("subTheme"), lenses.subThemes, null), uncovered(view)])
    ),
    numbered(
      lenses.wsisPar,
      heading(3, m.text("wsisLines")),
      lensTable(view, m.text("actionLine"), lenses.wsis, "wsis")
    ),
    numbered(
      lenses.gdcPar,
      heading(3, m.text("gdcObjectives")),
      lensTable(view, m.text("objective"), lenses.gdc, "gdc")
    ),
    numbered(
      lenses.sdgPar,
      heading(3, m.text("sdgGoals")),
      lensTable(view, m.text("goal"), lenses.sdg, "sdg")
    )
  ]
}

/** Change against the previous release; nothing when there is none. */
export const changeBlocks = (view: View): ReadonlyArray<Block> => {
  const { m } = view
  const { change, history, window, totals, taxonomyVersion } = view.digest
  if (change === null) {
    return history === null
      ? []
      : [heading(1, m.text("change"), { id: "change", page: true }), ...historyBlocks(view)]
  }
  const { previous } = change
  const release = releaseName(previous.number, m)
  const covered = m.text("covered", {
    release,
    before: m.dates(previous.window.from, previous.window.to),
    count: previous.published,
    now: m.dates(window.from, window.to),
    published: totals.published
  })
  const sentences = [
    m.capital(covered),
    m.text("compareShares"),
    ...(change.newStatements === null ? [] : [m.text("newStatements", { count: change.newStatements })]),
    ...(previous.taxonomyVersion === taxonomyVersion ? [] : [m.text("taxonomyChanged")])
  ]
  const names = (ids: typeof change.joined) => (ids.length === 0 ? m.text("none") : nameList(view, ids))
  const share = (part: number, whole: number) =>
    cell(m.percent(part, whole), { bar: whole === 0 ? 0 : Math.min(1, part / whole) })
  return [
    heading(1, m.text("changeAgainst", { release }), { id: "change", page: true }),
    numbered(
      change.par,
      text("body", sentences.join(m.text("gap"))),
      text("body", labelled(m, m.text("heardNow"), names(change.joined))),
      text("body", labelled(m, m.text("heardThen"), names(change.absent))),
      table(
        m.text("changeCaption"),
        [
          { width: 1 },
          { width: "auto", right: true },
          { width: "106pt" },
          { width: "auto", right: true },
          { width: "106pt" },
          { width: "auto" }
        ],
        [
          cell(m.text("issue")),
          cell(m.capital(release)),
          cell(m.text("shareHead")),
          cell(m.text("now")),
          cell(m.text("shareHead")),
          cell(m.text("change"))
        ],
        change.rows.map((row) => {
          const page = view.pages.get(row.issue)
          return [
            headCell(page === undefined ? row.label : issueLink(page)),
            cell(m.number(row.before)),
            share(row.before, previous.published),
            cell(m.number(row.now)),
            share(row.now, totals.published),
            cell(m.names.change[row.status])
          ]
        })
      ),
      ...arrivedBlocks(view)
    ),
    ...historyBlocks(view)
  ]
}
