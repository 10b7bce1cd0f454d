/**
 * Page one in Markdown.
 */
import type { IssuePage } from "../../domain/index.ts"
import { difference, releaseWords } from "../release-words.ts"
import type { View } from "../view.ts"
import { figure, groupTitle, plural } from "../words.ts"
import { escapeMarkdown, para, table } from "./text.ts"

const counted = (ids: ReadonlyArray<IssuePage>) =>
  ids.map((page) => `${escapeMarkdown(page.label)} (${page.initiatives.length})`).join(", ")

/** Page one. */
export const summary = (view: View): string => {
  const { digest } = view
  const { totals } = digest
  const rows = digest.summary.raised.flatMap((id) => view.pages.get(id) ?? [])
  const uncovered = digest.lenses.uncovered?.flatMap((id) => view.pages.get(id) ?? []) ?? null
  const changed = (status: string) =>
    (digest.change?.rows ?? []).filter((row) => row.status === status).map((row) => escapeMarkdown(row.label))
  const newStatements = digest.change?.newStatements ?? null
  const late = digest.change?.arrived.length ?? 0
  const previous = digest.change?.previous
  return [
    `## At a glance\n`,
    para(
      digest.summary.reachPar,
      `${figure(totals.published)} of ${plural(totals.registered, "registered initiative")} published in this window: ${plural(totals.outputs, "output")}, ${plural(totals.statements, "statement")} in ${plural(totals.byLanguage.length, "language")}. ${figure(totals.notHeard)} not heard yet, of which ${figure(totals.unreachable)} could not be reached.`
    ),
    table(
      ["UN group", "Published", "Registered"],
      totals.byGroup.map((group) => [
        groupTitle[group.group],
        figure(group.published),
        figure(group.registered)
      ])
    ),
    para(digest.summary.raisedPar, "Raised by most:"),
    table(
      [
        "Issue",
        "Initiatives",
        "Groups",
        ...(previous === undefined ? [] : [`Against ${previous.number ?? "before"}`]),
        "Paragraphs"
      ],
      rows.map((page) => [
        `${page.number}. ${escapeMarkdown(page.label)}`,
        `${page.initiatives.length} of ${totals.published}`,
        String(page.byGroup.filter((share) => share.raised > 0).length),
        ...(page.before === null
          ? []
          : [
              `${difference(page.initiatives.length, page.before)}${page.before === 0 ? ` ${releaseWords.newLabel}` : ""}`
            ]),
        `[${page.par}](#p${page.par})–${page.lastPar}`
      ])
    ),
    para(
      digest.summary.differingPar,
      digest.summary.differing.length === 0
        ? "Where they differ: none recorded."
        : `Where they differ: ${digest.summary.differing.map((row) => `${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)} (${row.initiatives}, [par. ${row.par}](#p${row.par}))`).join(", ")}.`
    ),
    para(
      digest.summary.workedPar,
      `What worked: ${plural(digest.summary.cases, "case")}${digest.summary.worked.length === 0 ? "" : `: ${digest.summary.worked.map((item) => `${escapeMarkdown(view.statements.get(item.statement)?.caseName ?? "")} ([${item.par}](#p${item.par}))`).join(", ")}`}.`
    ),
    digest.summary.changePar === null
      ? ""
      : para(
          digest.summary.changePar,
          [
            `Since ${digest.change?.previous.number ?? "the release before"}: ${releaseWords.newLabel} ${changed("new").join(", ") || "none"}. ${releaseWords.quietLabel} ${changed("quiet").join(", ") || "none"}.`,
            newStatements === null ? "" : ` ${releaseWords.newStatements(newStatements, totals.statements)}`,
            late === 0 ? "" : ` ${releaseWords.arrivedCount(late, digest.change?.previous.number ?? "")}.`
          ].join("")
        ),
    para(
      digest.summary.uncoveredPar,
      uncovered === null
        ? `The sub-themes of the ${digest.cycle.year} cycle were not known when this digest was made.`
        : `Raised, but in no sub-theme: ${counted(uncovered) || "none"}.`
    ),
    para(
      digest.summary.unheardPar,
      `Not heard yet: ${
        digest.initiatives
          .filter((initiative) => initiative.status !== "published")
          .map(
            (initiative) =>
              `${escapeMarkdown(initiative.name)}${initiative.status === "unreachable" ? " (could not be reached)" : ""}`
          )
          .join(", ") || "nobody"
      }.`
    )
  ].join("\n")
}
