/**
 * Page one: reach, main concerns, differences, cases, change, what no sub-theme covers, who is silent.
 */
import type { ChangeRow } from "../../domain/index.ts"
import {
  arrivedText,
  concernDifference,
  concernNote,
  changedIssues,
  differences,
  groupsConcerned,
  groupsHeard,
  newShare,
  publishedByType,
  silenceParts,
  uncoveredPages,
  unheardInitiatives
} from "../overview.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import {
  bold,
  cell,
  followed,
  foreign,
  headCell,
  heading,
  issueLink,
  join,
  labelled,
  list,
  named,
  numbered,
  parLink,
  parRange,
  parSpan,
  runs,
  say,
  shareCell,
  some,
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

const reach = ({ digest, m }: View): ReadonlyArray<Block> => {
  const { totals, coverage, summary } = digest
  const types = publishedByType(digest, m)
  const values = {
    reach: {
      text: m.text("ofRegistered", { part: totals.published, count: totals.registered }),
      style: "bold",
      to: `p${coverage.par}`
    },
    outputs: m.text("outputCount", { count: totals.outputs }),
    statements: m.text("statementCount", { count: totals.statements }),
    languages: m.text("inLanguages", { count: totals.byLanguage.length })
  } as const
  const silence = silenceParts<Inline>(totals, m, (words) => ({ text: words, to: `p${summary.unheardPar}` }))
  return [
    text(
      "lead",
      types === "" ? say(m, "reach", values) : say(m, "reachByType", { ...values, types }),
      m.text("gap"),
      say(m, "sentence", { text: silence })
    ),
    {
      kind: "tiles",
      items: totals.byGroup.map(({ group, published, registered }) => {
        const par = coverage.groups.find((own) => own.group === group)?.par ?? coverage.par
        return {
          label: m.names.groupColumn[group],
          runs: runs(
            say(m, "share", {
              part: { text: m.number(published), style: "bold", to: `p${par}` },
              whole: registered
            })
          )
        }
      })
    }
  ]
}

const concerns = (view: View): ReadonlyArray<Block> => {
  const { digest, m } = view
  const { published } = digest.totals
  const heard = groupsHeard(digest)
  const previous = digest.change?.previous
  if (digest.issues.length === 0) return [text("body", m.text("noStatement"))]
  const against =
    previous === undefined || previous.number === null
      ? m.text("againstBefore")
      : m.text("against", { release: previous.number })
  const rows = table(
    "",
    [
      { width: "18pt", right: true },
      { width: 1 },
      { width: "124pt" },
      { width: "auto", right: true },
      { width: "auto", right: true },
      ...(previous === undefined ? [] : [{ width: "auto", right: true }]),
      { width: "auto", right: true }
    ],
    [
      cell(""),
      cell(m.text("issue")),
      cell(m.text("mainConcernOf")),
      cell(m.text("unGroups")),
      ...(previous === undefined ? [] : [cell(against)]),
      cell(m.text("raisedByColumn")),
      cell(m.text("paragraphs"))
    ],
    digest.summary.raised.flatMap((id) => {
      const page = view.pages.get(id)
      if (page === undefined) return []
      const count = page.mainConcernOf.length
      return [
        [
          cell(m.number(page.number)),
          headCell(issueLink(page)),
          shareCell(m, count, published, `p${page.par}`),
          cell({ text: m.share(groupsConcerned(view, page), heard), to: `p${digest.heatMapPar}` }),
          ...(previous === undefined
            ? []
            : [
                cell([
                  page.before === 0 ? [{ text: m.text("new"), style: "new" }, " "] : null,
                  concernDifference(page, m)
                ])
              ]),
          cell(m.share(page.initiatives.length, published)),
          cell(parSpan(m, page.par, page.lastPar))
        ]
      ]
    })
  )
  return [
    rows,
    text(
      "note",
      concernNote<Inline>(view, (par) => ({ text: m.text("paragraph", { par: String(par) }), to: `p${par}` }))
    )
  ]
}

const differing = (view: View, depth: Depth): ReadonlyArray<Block> => {
  const { m } = view
  const rows = view.digest.summary.differing
  if (rows.length === 0) return [text("body", m.text("noDifference"))]
  const lines = differences(view, depth.differing).map(({ row, label, quotation }): Inline => {
    const values = {
      issue: bold(label),
      recorded: m.text("recordedBy", { count: row.initiatives }),
      where: parRange(m, row.par, row.lastPar)
    }
    return quotation === undefined
      ? say(m, "difference", values)
      : say(m, "differenceQuoted", {
          ...values,
          excerpt: say(m, "quoted", {
            text: foreign(opening(quotation.text, depth.excerpt), quotation.language)
          })
        })
  })
  const others = rows
    .slice(depth.differing, depth.differing + depth.also)
    .map((row) => followed(m, view.pages.get(row.issue)?.label ?? row.issue, parLink(row.par)))
  const more = rows.length - depth.differing - others.length
  return [
    list(lines),
    ...(others.length === 0 ? [] : [text("note", say(m, "alsoOn", { issues: some(m, others, more) }))])
  ]
}

const worked = (view: View, depth: Depth): Block => {
  const { m } = view
  const { cases, worked: all } = view.digest.summary
  if (cases === 0) return text("body", m.text("noCase"))
  const names = all.slice(0, depth.cases).flatMap((item): ReadonlyArray<Inline> => {
    const quotation = view.statements.get(item.statement)
    if (quotation === undefined || quotation.caseName === null) return []
    return [
      followed(m, foreign(opening(quotation.caseName, 60), quotation.language, "bold"), [
        named(opening(nameOf(view, quotation.places[0].initiativeId), 60)),
        m.text("comma"),
        parLink(item.par)
      ])
    ]
  })
  const count = m.text("caseCount", { count: cases })
  return text(
    "body",
    names.length === 0
      ? m.text("sentence", { text: count })
      : say(m, "casesNamed", { cases: count, names: join(names, m.text("comma")) })
  )
}

const change = (view: View, depth: Depth): ReadonlyArray<Block> => {
  const { m } = view
  const line = (label: string, status: ChangeRow["status"]): Block => {
    const own = changedIssues(view, status)
    const shown = own
      .slice(0, depth.change)
      .map(({ row, page, count }) =>
        followed(m, page === undefined ? row.label : issueLink(page), m.number(count))
      )
    return text(
      "body",
      labelled(m, label, own.length === 0 ? m.text("none") : some(m, shown, own.length - shown.length))
    )
  }
  const late = arrivedText(view)
  const notes = [newShare(view), late === null ? null : m.text("sentence", { text: late })].filter(
    (note) => note !== null
  )
  return [
    line(m.text("newIssues"), "new"),
    line(m.text("goneQuiet"), "quiet"),
    ...(notes.length === 0 ? [] : [text("note", notes.join(m.text("gap")))])
  ]
}

const uncovered = (view: View): Block => {
  const { digest, m } = view
  const pages = uncoveredPages(view)
  if (pages === null) return text("body", m.text("subThemesUnknown", { year: String(digest.cycle.year) }))
  if (digest.issues.length === 0) return text("body", m.text("noIssue"))
  if (pages.length === 0) return text("body", m.text("allCovered"))
  const shown = pages
    .slice(0, 6)
    .map((page) => followed(m, issueLink(page), m.number(page.initiatives.length)))
  return text(
    "body",
    say(m, "sentence", {
      text: some(m, shown, pages.length - shown.length, `p${digest.lenses.subThemesPar}`)
    })
  )
}

const unheard = (view: View, depth: Depth): Block => {
  const { m } = view
  const own = unheardInitiatives(view)
  if (own.length === 0) return text("body", m.text("allPublished"))
  const shown = own.slice(0, depth.unheard).map((one): Inline => {
    const name = named(opening(one.name, 70))
    return one.status === "unreachable" ? followed(m, name, m.text("notReached")) : name
  })
  return text(
    "body",
    say(m, "unheard", {
      names: some(m, shown, own.length - shown.length),
      link: { text: m.text("namesByGroup"), to: "coverage" }
    })
  )
}

const part = (par: number, title: string, ...body: ReadonlyArray<Block>): Block =>
  numbered(par, heading(3, title), ...body)

/** The blocks of page one. */
export const summaryBlocks = (view: View, depth: Depth): ReadonlyArray<Block> => {
  const { m } = view
  const { summary, change: changed } = view.digest
  const previous = changed?.previous.number ?? null
  return [
    heading(0, m.text("atAGlance")),
    numbered(summary.reachPar, ...reach(view)),
    part(summary.raisedPar, m.text("mainConcerns"), ...concerns(view)),
    {
      kind: "pair",
      left: [
        part(summary.differingPar, m.text("whereTheyDiffer"), ...differing(view, depth)),
        ...(summary.changePar === null
          ? []
          : [
              part(
                summary.changePar,
                previous === null ? m.text("againstBefore") : m.text("since", { release: previous }),
                ...change(view, depth)
              )
            ])
      ],
      right: [
        part(summary.workedPar, m.text("whatWorked"), worked(view, depth)),
        part(summary.uncoveredPar, m.text("inNoSubTheme"), uncovered(view)),
        part(summary.unheardPar, m.text("notHeardYet"), unheard(view, depth))
      ]
    },
    text("note", say(m, "summaryNote", { method: { text: m.text("method"), to: "method" } }))
  ]
}
