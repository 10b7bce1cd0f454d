/**
 * Matrix, lenses, change, coverage and who speaks, in Markdown.
 */
import type { LensRow, ListedOutput } from "../../domain/index.ts"
import { releaseWords } from "../release-words.ts"
import type { View } from "../view.ts"
import {
  changeName,
  dateRange,
  figure,
  groupColumn,
  groupTitle,
  kindName,
  languageName,
  listNames,
  longDate,
  outcomeName,
  percent,
  plural
} from "../words.ts"
import { escapeMarkdown, linkTo, para, table, nameOf } from "./text.ts"

/** Who raised what. */
export const matrix = (view: View): string => {
  const { digest } = view
  const groups = digest.totals.byGroup.map(({ group }) => group)
  const shares = digest.issues.map((page) => [
    escapeMarkdown(page.label),
    ...groups.map((group) => {
      const share = page.byGroup.find((own) => own.group === group)
      const own = share === undefined ? null : percent(share.raised, share.published)
      return own === null || share === undefined
        ? "not heard yet"
        : `${own} % (${share.raised}/${share.published})`
    })
  ])
  const cells = digest.matrix.map((row) =>
    [
      `- **${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)}**: `,
      row.cells
        .map(
          (cell) =>
            `${escapeMarkdown(view.initiatives.get(cell.initiative)?.name ?? cell.initiative)} ${cell.statements}`
        )
        .join(", ")
    ].join("")
  )
  return [
    "## Who raised what\n",
    para(
      digest.matrixPar,
      "Statements by issue and initiative; whoever published and is not named did not raise it:"
    ),
    `${cells.join("\n")}\n`,
    para(digest.heatMapPar, "Share of the initiatives of each UN group that published:"),
    table(["Issue", ...groups.map((group) => groupColumn[group])], shares)
  ].join("\n")
}

/** One lens. */
export const lens = (
  view: View,
  title: string,
  par: number,
  rows: ReadonlyArray<LensRow>,
  names: Readonly<Record<string, string>>
) =>
  `${para(par, `${title}:`)}\n${table(
    ["Line", "Initiatives", "Issues"],
    rows.map((row) => [
      escapeMarkdown(names[row.code] === undefined ? row.code : `${row.code} ${names[row.code]}`),
      `${row.initiatives.length} of ${view.digest.totals.published}`,
      row.issues.map((id) => escapeMarkdown(view.pages.get(id)?.label ?? id)).join(", ") || "raised by nobody"
    ])
  )}`

/** Change against the previous release. */
export const change = (view: View): string => {
  const { change: own } = view.digest
  if (own === null) return ""
  const title = own.previous.number ?? "the release before"
  return `## Change against ${title}\n\n${para(own.par, `${title} covered ${dateRange(own.previous.window.from, own.previous.window.to)} with ${plural(own.previous.published, "initiative")}. Heard now and not then: ${own.joined.map((id) => nameOf(view, id)).join("; ") || "none"}. Heard then and not now: ${own.absent.map((id) => nameOf(view, id)).join("; ") || "none"}.`)}\n${table(
    ["Issue", title, "Now", "Change"],
    own.rows.map((row) => [
      escapeMarkdown(row.label),
      figure(row.before),
      figure(row.now),
      changeName[row.status]
    ])
  )}${arrived(view)}`
}

/** Outputs that came too late for the previous release. */
const arrived = (view: View): string => {
  const own = view.digest.change
  if (own === null || own.arrived.length === 0) return ""
  const counted = new Set(view.digest.outputs.map(({ id }) => id))
  const items = own.arrived.map(
    (item) =>
      `- ${nameOf(view, item.initiativeId)}: ${linkTo(item.url, escapeMarkdown(item.title))}, ${item.publishedAt === null ? "" : longDate(item.publishedAt)} (${counted.has(item.id) ? releaseWords.arrivedCounted : releaseWords.arrivedListed})`
  )
  return `\n${releaseWords.arrivedTitle(own.previous.number ?? "", null)}:\n\n${items.join("\n")}\n`
}

/** Earlier releases and years. */
export const history = (view: View): string => {
  const { history: own, totals } = view.digest
  if (own === null) return ""
  const periods = [...own.years, ...own.releases]
  return `## ${releaseWords.earlierTitle}\n\n${para(own.par, releaseWords.earlierNote)}\n${table(
    [releaseWords.issueHead, ...periods.map(releaseWords.periodHead), releaseWords.nowHead(totals.published)],
    own.rows.map((row) => [
      escapeMarkdown(row.label),
      ...[...row.years, ...row.releases].map(figure),
      figure(row.now)
    ])
  )}`
}

/** Leads from a draft to the final that took its place. */
const finalOf = ({ supersededBy }: ListedOutput): string =>
  supersededBy === null
    ? ""
    : `; superseded by ${linkTo(supersededBy.url, escapeMarkdown(supersededBy.title))}${supersededBy.publishedAt === null ? "" : `, ${longDate(supersededBy.publishedAt)}`}`

const listed = (view: View, title: string, items: ReadonlyArray<ListedOutput>): string =>
  items.length === 0
    ? ""
    : `${title}:\n\n${items.map((item) => `- ${nameOf(view, item.initiativeId)}: ${linkTo(item.url, escapeMarkdown(item.title))}, ${kindName[item.kind]}, ${item.publishedAt === null ? "no date" : longDate(item.publishedAt)}${finalOf(item)}`).join("\n")}\n`

/** Coverage by name. */
export const coverage = (view: View): string => {
  const { coverage: own, totals } = view.digest
  const groups = own.groups.map((group) => {
    const lines = [
      ...group.published.map(
        (item) =>
          `- ${nameOf(view, item.initiative)}: ${item.outputs
            .flatMap((id) => view.outputs.get(id) ?? [])
            .map(
              (output) =>
                `${linkTo(output.url, escapeMarkdown(output.title))}, ${kindName[output.kind]}, ${longDate(output.publishedAt)}`
            )
            .join("; ")}`
      ),
      ...group.silent.map((id) => {
        const last = view.initiatives.get(id)?.lastHeard ?? null
        return `- ${nameOf(view, id)}: not heard yet${last === null ? "" : `, last heard ${longDate(last)}`}`
      }),
      ...group.unreachable.map(
        (id) =>
          `- ${nameOf(view, id)}: not heard yet, could not be reached: ${own.failing
            .filter((source) => source.initiativeId === id)
            .map((source) =>
              escapeMarkdown(
                source.message ?? (source.outcome === null ? "not read" : outcomeName[source.outcome])
              )
            )
            .join("; ")}`
      )
    ]
    return `${para(group.par, `${groupTitle[group.group]}: ${figure(group.published.length)} of ${figure(group.registered)}`)}\n${lines.join("\n")}\n`
  })
  return [
    "## Coverage\n",
    para(
      own.par,
      `${figure(totals.published)} of ${figure(totals.registered)} published; ${figure(totals.notHeard)} not heard yet. Initiatives owe nobody a report.`
    ),
    table(
      ["Language of the original", "Initiatives", "Outputs", "Statements"],
      totals.byLanguage.map((row) => [
        languageName(row.language),
        figure(row.initiatives),
        figure(row.outputs),
        figure(row.statements)
      ])
    ),
    ...groups,
    para(own.listedPar, "Listed and not counted."),
    listed(view, "Drafts", own.drafts),
    listed(view, "Press accounts (second-hand)", own.pressAccounts),
    listed(view, "Without a date, so in no window", own.undated),
    listed(view, "Arrived after the date of this digest", own.late)
  ].join("\n")
}

/** Who speaks. */
export const speakers = (view: View): string => {
  const { speakers: own } = view.digest
  const lists = own.countryLists
    .map(
      (list) =>
        `${listNames[list.list] ?? list.list}: ${list.published.length} of ${list.registered} published`
    )
    .join("; ")
  const youth = own.youth
    .map(
      (row) =>
        `${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)} (${row.youth} of ${own.youthPublished})`
    )
    .join(", ")
  return `## Who speaks\n\n${para(own.par, `${plural(own.youthPublished, "youth initiative")} and ${plural(own.othersPublished, "other initiative")} published. Youth initiatives raised: ${youth || "nothing"}. ${lists}.`)}`
}
