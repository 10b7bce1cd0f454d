/**
 * Lenses and change in print.
 */
import type { LensRow } from "../../domain/index.ts"
import type { View } from "../view.ts"
import { changeName, codeNames, dateRange, figure, plural } from "../words.ts"
import { arrivedBlocks, historyBlocks } from "./history.ts"
import {
  bold,
  cell,
  headCell,
  heading,
  issueLink,
  join,
  numbered,
  percentText,
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
      return page === undefined ? [] : [[issueLink(page), ` (${figure(page.initiatives.length)})`]]
    }),
    ", "
  )

const lensTable = (
  view: View,
  head: string,
  rows: ReadonlyArray<LensRow>,
  names: Readonly<Record<string, string>>
): Block => {
  const published = view.digest.totals.published
  return table(
    "",
    [{ width: 0.85 }, { width: "104pt" }, { width: 1.4 }],
    [cell(head), cell("Initiatives"), cell("Issues raised under it, with the number of initiatives")],
    rows.map((row) => [
      headCell(names[row.code] === undefined ? row.code : `${row.code}  ${names[row.code] ?? ""}`),
      shareCell(row.initiatives.length, published),
      cell(row.issues.length === 0 ? quiet("raised by nobody") : issueList(view, row.issues))
    ])
  )
}

const uncovered = (view: View): Block => {
  const ids = view.digest.lenses.uncovered ?? []
  return ids.length === 0
    ? text("body", "Every issue raised falls under a sub-theme.")
    : text("body", bold("Raised, but in no sub-theme: "), issueList(view, ids), ".")
}

/** The lenses of the MAG. */
export const lensBlocks = (view: View): ReadonlyArray<Block> => {
  const { lenses, cycle } = view.digest
  return [
    heading(1, "Through the lenses of the MAG", { id: "lenses", page: true }),
    text(
      "note",
      "An initiative counts once in a line, however many of its issues fall under it. Which issue falls under which line is Tributary's reading."
    ),
    numbered(
      lenses.subThemesPar,
      heading(3, `Sub-themes of the ${cycle.year} cycle${cycle.theme === null ? "" : `, “${cycle.theme}”`}`),
      ...(lenses.subThemes.length === 0
        ? [
            text(
              "body",
              `The sub-themes of the ${cycle.year} cycle were not known when this digest was made.`
            )
          ]
        : [lensTable(view, "Sub-theme", lenses.subThemes, {}), uncovered(view)])
    ),
    numbered(
      lenses.wsisPar,
      heading(3, "WSIS action lines"),
      lensTable(view, "Action line", lenses.wsis, codeNames.wsis)
    ),
    numbered(
      lenses.gdcPar,
      heading(3, "Objectives of the Global Digital Compact"),
      lensTable(view, "Objective", lenses.gdc, codeNames.gdc)
    ),
    numbered(
      lenses.sdgPar,
      heading(3, "Sustainable Development Goals"),
      lensTable(view, "Goal", lenses.sdg, codeNames.sdg)
    )
  ]
}

const share = (part: number, whole: number) =>
  cell(percentText(part, whole), { bar: whole === 0 ? 0 : Math.min(1, part / whole) })

/** Change against the previous release; nothing when there is none. */
export const changeBlocks = (view: View): ReadonlyArray<Block> => {
  const { change, history, window, totals, taxonomyVersion } = view.digest
  if (change === null) {
    return history === null
      ? []
      : [heading(1, "Change", { id: "change", page: true }), ...historyBlocks(view)]
  }
  const title = change.previous.number ?? "the release before"
  const before = change.previous.published
  return [
    heading(1, `Change against ${title}`, { id: "change", page: true }),
    numbered(
      change.par,
      text(
        "body",
        `${title} covered ${dateRange(change.previous.window.from, change.previous.window.to)} with ${plural(before, "initiative")}; this digest covers ${dateRange(window.from, window.to)} with ${figure(totals.published)}. Fewer or more may mean only that others published: compare shares, and see who joined.`,
        change.newStatements === null
          ? ""
          : ` ${plural(change.newStatements, "statement is new", "statements are new")}.`,
        change.previous.taxonomyVersion === taxonomyVersion
          ? ""
          : " The taxonomy has changed in between, so that an issue may be cut differently."
      ),
      text(
        "body",
        bold("Heard now and not then: "),
        change.joined.length === 0 ? "none" : nameList(view, change.joined),
        "."
      ),
      text(
        "body",
        bold("Heard then and not now: "),
        change.absent.length === 0 ? "none" : nameList(view, change.absent),
        "."
      ),
      table(
        "Initiatives by issue, and their share of those that published",
        [
          { width: 1 },
          { width: "auto", right: true },
          { width: "106pt" },
          { width: "auto", right: true },
          { width: "106pt" },
          { width: "auto" }
        ],
        [cell("Issue"), cell(title), cell("share"), cell("Now"), cell("share"), cell("Change")],
        change.rows.map((row) => {
          const page = view.pages.get(row.issue)
          return [
            headCell(page === undefined ? row.label : issueLink(page)),
            cell(row.before),
            share(row.before, before),
            cell(row.now),
            share(row.now, totals.published),
            cell(changeName[row.status])
          ]
        })
      ),
      ...arrivedBlocks(view)
    ),
    ...historyBlocks(view)
  ]
}
