/**
 * Page one in Markdown.
 */
import type { ChangeRow } from "../../domain/index.ts"
import {
  arrivedText,
  concernDifference,
  concernNote,
  changedIssues,
  groupsConcerned,
  groupsHeard,
  newShare,
  publishedByType,
  silenceParts,
  uncoveredPages,
  unheardInitiatives
} from "../overview.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import { counted, escapeMarkdown, labelled, para, parLink, table } from "./text.ts"

const reach = ({ digest, m }: View): string => {
  const { totals } = digest
  const types = publishedByType(digest, m)
  const values = {
    reach: m.text("ofRegistered", { part: totals.published, count: totals.registered }),
    outputs: m.text("outputCount", { count: totals.outputs }),
    statements: m.text("statementCount", { count: totals.statements }),
    languages: m.text("inLanguages", { count: totals.byLanguage.length })
  }
  return [
    types === "" ? m.text("reach", values) : m.text("reachByType", { ...values, types }),
    m.text("sentence", { text: silenceParts(totals, m, String).join("") })
  ].join(" ")
}

/** Page one. */
export const summary = (view: View): string => {
  const { digest, m } = view
  const { totals } = digest
  const own = digest.summary
  const comma = m.text("comma")
  const rows = own.raised.flatMap((id) => view.pages.get(id) ?? [])
  const heard = groupsHeard(digest)
  const uncovered = uncoveredPages(view)
  const previous = digest.change?.previous
  const statements = newShare(view)
  const late = arrivedText(view)
  const against =
    previous === undefined || previous.number === null
      ? m.text("againstBefore")
      : m.text("against", { release: previous.number })
  const changed = (label: "newIssues" | "goneQuiet", status: ChangeRow["status"]) =>
    labelled(
      view,
      m.text(label),
      changedIssues(view, status)
        .map(({ row, count }) => counted(view, row.label, count))
        .join(comma) || m.text("none")
    )
  const differing = own.differing.map((row) => {
    const where = m.text("paragraph", { par: parLink(row.par) })
    const label = escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)
    return `${label} ${m.text("bracketed", { text: m.number(row.initiatives) + comma + where })}`
  })
  const cases = own.worked.flatMap((item) => {
    const name = view.statements.get(item.statement)?.caseName ?? null
    return name === null
      ? []
      : [`${escapeMarkdown(name)} ${m.text("bracketed", { text: parLink(item.par) })}`]
  })
  const unheard = unheardInitiatives(view).map((initiative) =>
    initiative.status === "unreachable"
      ? `${escapeMarkdown(initiative.name)} ${m.text("bracketed", { text: m.text("notReached") })}`
      : escapeMarkdown(initiative.name)
  )
  return [
    `## ${m.text("atAGlance")}\n`,
    para(own.reachPar, reach(view)),
    table(
      [m.text("unGroup"), m.text("published"), m.text("registered")],
      totals.byGroup.map((group) => [
        m.names.groupTitle[group.group],
        m.number(group.published),
        m.number(group.registered)
      ])
    ),
    para(own.raisedPar, `**${m.text("mainConcerns")}**`),
    table(
      [
        m.text("issue"),
        m.text("mainConcernOf"),
        m.text("unGroups"),
        ...(previous === undefined ? [] : [against]),
        m.text("raisedByColumn"),
        m.text("paragraphs")
      ],
      rows.map((page) => [
        `${page.number}. ${escapeMarkdown(page.label)}`,
        m.share(page.mainConcernOf.length, totals.published),
        m.share(groupsConcerned(view, page), heard),
        ...(page.before === null
          ? []
          : [[concernDifference(page, m) ?? "", ...(page.before === 0 ? [m.text("new")] : [])].join(" ")]),
        m.share(page.initiatives.length, totals.published),
        m.text("span", { first: parLink(page.par), last: parLink(page.lastPar) })
      ])
    ),
    ...(rows.length === 0
      ? []
      : [`${concernNote(view, (par) => m.text("paragraph", { par: parLink(par) })).join("")}\n`]),
    para(
      own.differingPar,
      differing.length === 0
        ? m.text("noDifference")
        : labelled(view, m.text("whereTheyDiffer"), differing.join(comma))
    ),
    para(
      own.workedPar,
      own.cases === 0
        ? m.text("noCase")
        : labelled(
            view,
            m.text("whatWorked"),
            [m.text("caseCount", { count: own.cases }), ...cases].join(m.text("semicolon"))
          )
    ),
    own.changePar === null
      ? ""
      : para(
          own.changePar,
          [
            `**${m.text("changeAgainst", { release: releaseName(digest.change?.previous.number ?? null, m) })}.**`,
            changed("newIssues", "new"),
            changed("goneQuiet", "quiet"),
            ...(statements === null ? [] : [statements]),
            ...(late === null ? [] : [m.text("sentence", { text: late })])
          ].join(" ")
        ),
    para(
      own.uncoveredPar,
      uncovered === null
        ? m.text("subThemesUnknown", { year: String(digest.cycle.year) })
        : labelled(
            view,
            m.text("inNoSubTheme"),
            uncovered.map((page) => counted(view, page.label, page.initiatives.length)).join(comma) ||
              m.text("none")
          )
    ),
    para(
      own.unheardPar,
      unheard.length === 0
        ? m.text("allPublished")
        : labelled(view, m.text("notHeardYet"), unheard.join(comma))
    )
  ].join("\n")
}
