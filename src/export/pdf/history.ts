/**
 * Earlier releases and years in print, and what arrived after a freeze.
 */
import { releaseWords } from "../release-words.ts"
import type { View } from "../view.ts"
import { longDate } from "../words.ts"
import {
  bold,
  cell,
  headCell,
  heading,
  issueLink,
  list,
  named,
  numbered,
  table,
  text,
  webLink
} from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { nameOf } from "./quotation.ts"

/** Outputs that came too late for the previous release. */
export const arrivedBlocks = (view: View): ReadonlyArray<Block> => {
  const { change, outputs } = view.digest
  if (change === null || change.arrived.length === 0) return []
  const counted = new Set(outputs.map(({ id }) => id))
  return [
    text("body", bold(`${releaseWords.arrivedTitle(change.previous.number ?? "", null)}:`)),
    list(
      change.arrived.map((item): Inline => [
        named(nameOf(view, item.initiativeId)),
        ": ",
        webLink(item.url, { text: item.title, apart: true }),
        item.publishedAt === null ? "" : `, ${longDate(item.publishedAt)}`,
        ` (${counted.has(item.id) ? releaseWords.arrivedCounted : releaseWords.arrivedListed})`
      ])
    )
  ]
}

/** The figures of the earlier releases and years; the newest six periods where a page has no room for more. */
export const historyBlocks = (view: View): ReadonlyArray<Block> => {
  const { history, totals } = view.digest
  if (history === null) return []
  const releases = history.releases.slice(-3)
  const years = history.years.slice(releases.length - 6)
  return [
    numbered(
      history.par,
      heading(3, releaseWords.earlierTitle),
      text("note", releaseWords.earlierNote),
      table(
        releaseWords.earlierCaption,
        [
          { width: 1 },
          ...[...years, ...releases].map(() => ({ width: "auto", right: true })),
          { width: "auto", right: true }
        ],
        [
          cell(releaseWords.issueHead),
          ...[...years, ...releases].map((period) => cell(releaseWords.periodHead(period))),
          cell(releaseWords.nowHead(totals.published))
        ],
        history.rows.map((row) => {
          const page = view.pages.get(row.issue)
          return [
            headCell(page === undefined ? row.label : issueLink(page)),
            ...row.years.slice(row.years.length - years.length).map((count) => cell(count)),
            ...row.releases.slice(row.releases.length - releases.length).map((count) => cell(count)),
            cell(row.now)
          ]
        })
      )
    )
  ]
}
