/**
 * Earlier releases and years in print, and what arrived after a freeze.
 */
import { nowHead, periodHead } from "../line.ts"
import { arrivedOutputs } from "../overview.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import {
  bold,
  cell,
  followed,
  foreign,
  headCell,
  heading,
  issueLink,
  list,
  named,
  numbered,
  say,
  table,
  text,
  webLink
} from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { nameOf } from "./quotation.ts"

/** Outputs that came too late for the previous release. */
export const arrivedBlocks = (view: View): ReadonlyArray<Block> => {
  const { m } = view
  const late = arrivedOutputs(view)
  if (late.length === 0) return []
  const release = releaseName(view.digest.change?.previous.number ?? null, m)
  return [
    text("body", bold(m.text("arrivedTitle", { release }))),
    list(
      late.map(({ output, note }): Inline => {
        const title = webLink(output.url, foreign(output.title, output.language))
        const dated =
          output.publishedAt === null ? title : [title, m.text("comma"), m.date(output.publishedAt)]
        return say(m, "labelled", {
          label: named(nameOf(view, output.initiativeId)),
          text: followed(m, dated, note)
        })
      })
    )
  ]
}

/** The figures of the earlier releases and years; the newest six periods where a page has no room for more. */
export const historyBlocks = (view: View): ReadonlyArray<Block> => {
  const { m } = view
  const { history } = view.digest
  if (history === null) return []
  const releases = history.releases.slice(-3)
  const years = history.years.slice(releases.length - 6)
  return [
    numbered(
      history.par,
      heading(3, m.text("earlierTitle")),
      text("note", m.text("earlierNote")),
      table(
        m.text("earlierCaption"),
        [
          { width: 1 },
          ...[...years, ...releases].map(() => ({ width: "auto", right: true })),
          { width: "auto", right: true }
        ],
        [
          cell(m.text("issue")),
          ...[...years, ...releases].map((period) => cell(periodHead(period, m))),
          cell(nowHead(view))
        ],
        history.rows.map((row) => {
          const page = view.pages.get(row.issue)
          return [
            headCell(page === undefined ? row.label : issueLink(page)),
            ...row.years.slice(row.years.length - years.length).map((count) => cell(m.number(count))),
            ...row.releases
              .slice(row.releases.length - releases.length)
              .map((count) => cell(m.number(count))),
            cell(m.number(row.now))
          ]
        })
      )
    )
  ]
}
