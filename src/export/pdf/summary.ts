/**
 * Page one: reach, what was raised most, differences, cases, change, what no sub-theme covers, who is silent.
 */
import { difference, releaseWords } from "../release-words.ts"
import type { View } from "../view.ts"
import { opening } from "../view.ts"
import { enumerate, figure, groupColumn, plural, typeName } from "../words.ts"
import {
  bold,
  cell,
  foreign,
  headCell,
  heading,
  issueLink,
  join,
  list,
  named,
  numbered,
  parLink,
  parRange,
  shareCell,
  table,
  text
} from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { nameOf } from "./quotation.ts"

/** How much of each list page one names. */
export interface Depth {
  readonly differing: number
  readonly excerpt: number
  readonly also: number
  readonly cases: number
  readonly change: number
  readonly unheard: number
}

/** For page one of the digest. */
export const glance: Depth = { differing: 3, excerpt: 90, also: 4, cases: 4, change: 5, unheard: 12 }

const reach = (view: View): ReadonlyArray<Block> => {
  const { totals, coverage, summary } = view.digest
  const types = totals.byType
    .filter((type) => type.published > 0)
    .map((type) => `${figure(type.published)} ${typeName[type.type]}`)
  return [
    text(
      "lead",
      {
        text: `${figure(totals.published)} of ${plural(totals.registered, "registered initiative")}`,
        style: "bold",
        to: `p${coverage.par}`
      },
      ` published in this window${types.length === 0 ? "" : ` (${enumerate(types)})`}: `,
      `${plural(totals.outputs, "output")}, ${plural(totals.statements, "statement")} in ${plural(totals.byLanguage.length, "language")}. `,
      { text: `${figure(totals.notHeard)} not heard yet`, to: `p${summary.unheardPar}` },
      totals.unreachable === 0 ? "." : `, of which ${figure(totals.unreachable)} could not be reached.`
    ),
    {
      kind: "tiles",
      items: totals.byGroup.map((group) => {
        const par = coverage.groups.find((own) => own.group === group.group)?.par ?? coverage.par
        return {
          label: groupColumn[group.group],
          runs: [
            { text: figure(group.published), style: "bold", to: `p${par}` },
            { text: ` of ${figure(group.registered)}` }
          ]
        }
      })
    }
  ]
}

const raised = (view: View): Block => {
  const { digest } = view
  const { published } = digest.totals
  const heard = digest.totals.byGroup.filter((group) => group.published > 0).length
  const previous = digest.change?.previous
  if (digest.issues.length === 0) return text("body", "No statement in this window.")
  return table(
    "",
    [
      { width: "18pt", right: true },
      { width: 1 },
      { width: "136pt" },
      { width: "auto", right: true },
      ...(previous === undefined ? [] : [{ width: "auto", right: true }]),
      { width: "auto", right: true }
    ],
    [
      cell(""),
      cell("Issue"),
      cell("Initiatives"),
      cell("UN groups"),
      ...(previous === undefined ? [] : [cell(`Against ${previous.number ?? "before"}`)]),
      cell("Paragraphs")
    ],
    digest.summary.raised.flatMap((id) => {
      const page = view.pages.get(id)
      if (page === undefined) return []
      const count = page.initiatives.length
      const groups = page.byGroup.filter((group) => group.raised > 0).length
      return [
        [
          cell(page.number),
          headCell(issueLink(page)),
          shareCell(count, published, { text: `${count} of ${published}`, to: `p${page.par}` }),
          cell({ text: `${groups} of ${heard}`, to: `p${digest.heatMapPar}` }),
          ...(previous === undefined
            ? []
            : [
                cell([
                  page.before === 0 ? { text: `${releaseWords.newLabel} `, style: "new" } : null,
                  difference(count, page.before ?? 0)
                ])
              ]),
          cell([parLink(page.par), "–", parLink(page.lastPar)])
        ]
      ]
    })
  )
}

const differing = (view: View, depth: Depth): ReadonlyArray<Block> => {
  const rows = view.digest.summary.differing
  if (rows.length === 0) return [text("body", "No initiative records differing views in this window.")]
  const quoted = new Set<string>()
  const lines = rows.slice(0, depth.differing).map((row): Inline => {
    const page = view.pages.get(row.issue)
    const own = (page?.differing ?? []).map((item) => item.statement)
    const chosen = own.find((id) => !quoted.has(id)) ?? own[0]
    if (chosen !== undefined) quoted.add(chosen)
    const quotation = chosen === undefined ? undefined : view.statements.get(chosen)
    return [
      bold(page?.label ?? row.issue),
      `: recorded by ${plural(row.initiatives, "initiative")} (`,
      parRange(row.par, row.lastPar),
      ")",
      quotation === undefined
        ? "."
        : [": “", foreign(opening(quotation.text, depth.excerpt), quotation.language), "”"]
    ]
  })
  const others = rows
    .slice(depth.differing, depth.differing + depth.also)
    .map((row): Inline => [view.pages.get(row.issue)?.label ?? row.issue, " (", parLink(row.par), ")"])
  const more = rows.length - depth.differing - others.length
  return [
    list(lines),
    ...(others.length === 0
      ? []
      : [text("note", "Also on ", join(others, ", "), more > 0 ? ` and ${figure(more)} more.` : ".")])
  ]
}

const worked = (view: View, depth: Depth): Block => {
  const { cases, worked: all } = view.digest.summary
  if (cases === 0) return text("body", "No initiative reports a case in this window.")
  const names = all.slice(0, depth.cases).flatMap((item): ReadonlyArray<Inline> => {
    const quotation = view.statements.get(item.statement)
    if (quotation === undefined || quotation.caseName === null) return []
    return [
      [
        foreign(opening(quotation.caseName, 60), quotation.language, "bold"),
        " (",
        named(opening(nameOf(view, quotation.places[0].initiativeId), 60)),
        ", ",
        parLink(item.par),
        ")"
      ]
    ]
  })
  return text(
    "body",
    plural(cases, "case"),
    names.length === 0 ? "" : ", among them ",
    join(names, ", "),
    "."
  )
}

const change = (view: View, depth: Depth): ReadonlyArray<Block> => {
  const rows = view.digest.change?.rows ?? []
  const line = (label: string, status: string): Block => {
    const own = rows.filter((row) => row.status === status)
    const shown = own.slice(0, depth.change).map((row): Inline => {
      const page = view.pages.get(row.issue)
      return [
        page === undefined ? row.label : issueLink(page),
        ` (${figure(status === "quiet" ? row.before : row.now)})`
      ]
    })
    return text(
      "body",
      bold(`${label} `),
      own.length === 0 ? "none" : join(shown, ", "),
      own.length > shown.length ? ` and ${figure(own.length - shown.length)} more.` : "."
    )
  }
  const { change, totals } = view.digest
  const count = change?.newStatements ?? null
  const late = change?.arrived.length ?? 0
  const notes: Inline = [
    count === null ? "" : `${releaseWords.newStatements(count, totals.statements)} `,
    late === 0 ? "" : `${releaseWords.arrivedCount(late, change?.previous.number ?? "")}.`
  ]
  return [
    line(releaseWords.newLabel, "new"),
    line(releaseWords.quietLabel, "quiet"),
    ...(count === null && late === 0 ? [] : [text("note", notes)])
  ]
}

const uncovered = (view: View): Block => {
  const { lenses, cycle, issues } = view.digest
  if (lenses.uncovered === null) {
    return text(
      "body",
      `The sub-themes of the ${cycle.year} cycle were not known when this digest was made (`,
      parLink(lenses.subThemesPar),
      ")."
    )
  }
  const pages = lenses.uncovered.flatMap((id) => view.pages.get(id) ?? [])
  if (issues.length === 0) return text("body", "No issue was raised in this window.")
  if (pages.length === 0) return text("body", "Every issue raised falls under a sub-theme.")
  return text(
    "body",
    join(
      pages.slice(0, 6).map((page): Inline => [issueLink(page), ` (${figure(page.initiatives.length)})`]),
      ", "
    ),
    pages.length > 6
      ? [" and ", { text: `${figure(pages.length - 6)} more`, to: `p${lenses.subThemesPar}` }, "."]
      : "."
  )
}

const unheard = (view: View, depth: Depth): Block => {
  const own = view.digest.initiatives.filter((initiative) => initiative.status !== "published")
  if (own.length === 0) return text("body", "Every registered initiative published in this window.")
  return text(
    "body",
    join(
      own
        .slice(0, depth.unheard)
        .map((one): Inline => [
          named(opening(one.name, 70)),
          one.status === "unreachable" ? " (could not be reached)" : ""
        ]),
      ", "
    ),
    own.length > depth.unheard ? ` and ${figure(own.length - depth.unheard)} more` : "",
    ": ",
    { text: "names by group", to: "coverage" },
    ". No output means only that none was found."
  )
}

const part = (par: number, title: string, ...body: ReadonlyArray<Block>): Block =>
  numbered(par, heading(3, title), ...body)

/** The blocks of page one. */
export const summaryBlocks = (view: View, depth: Depth): ReadonlyArray<Block> => {
  const { summary, change: changed } = view.digest
  const previous = changed?.previous.number ?? null
  return [
    heading(0, "At a glance"),
    numbered(summary.reachPar, ...reach(view)),
    part(summary.raisedPar, "Raised by most", raised(view)),
    {
      kind: "pair",
      left: [
        part(summary.differingPar, "Where they differ", ...differing(view, depth)),
        ...(summary.changePar === null
          ? []
          : [
              part(
                summary.changePar,
                previous === null ? "Against the release before" : `Since ${previous}`,
                ...change(view, depth)
              )
            ])
      ],
      right: [
        part(summary.workedPar, "What worked", worked(view, depth)),
        part(summary.uncoveredPar, "Raised, but in no sub-theme", uncovered(view)),
        part(summary.unheardPar, "Not heard yet", unheard(view, depth))
      ]
    },
    text(
      "note",
      "Published outputs only; not representative; the labels are ours (",
      { text: "method and limits", to: "method" },
      "). Cite by the number in the margin: it is the same in every form of this digest."
    )
  ]
}
