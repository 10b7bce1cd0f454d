/**
 * The digest in Markdown, for mail and wikis.
 */
import type { Digest } from "../../domain/index.ts"
import { methodSentence } from "../coverage.ts"
import { contentHash } from "../json.ts"
import { digestPart, digestPurpose, digestScope, digestTitle } from "../titles.ts"
import { viewOf } from "../view.ts"
import type { ViewOptions } from "../view.ts"
import { change, coverage, history, lens, matrix, speakers } from "./annex.ts"
import { issue, part, quoting } from "./issue.ts"
import { summary } from "./summary.ts"
import { escapeMarkdown, para } from "./text.ts"

/** Renders a digest as Markdown; the same digest and options give the same text. */
export const renderMarkdown = (digest: Digest, options: ViewOptions = {}): string => {
  const view = viewOf(digest, options)
  const { m } = view
  const { cycle, frozen, issues, lenses, notRaised, unclassified } = view.digest
  const state = { date: m.date(digest.asOf), hash: contentHash(digest).slice(0, 6) }
  const narrowed = digestPart(view.digest, m)
  const text = [
    `# ${escapeMarkdown(digestTitle(digest, m))}\n`,
    `${escapeMarkdown(digestPurpose(digest, m))}\n`,
    `${digestScope(digest, m)} ${m.text(frozen ? "frozen" : "stateOf", state)}\n`,
    narrowed === null ? "" : `**${escapeMarkdown(narrowed)}**\n`,
    summary(view),
    `## ${m.text("issues")}\n`,
    ...issues.map((page) => issue(view, page)),
    notRaised.length === 0
      ? ""
      : `**${m.text("raisedByNobodyTitle")}.** ${m.text("notRaised", { issues: m.list(notRaised.map((own) => escapeMarkdown(own.label))) })}\n`,
    part(m.text("underNoIssue"), quoting(view, unclassified)),
    matrix(view),
    `## ${m.text("lenses")}\n`,
    lens(
      view,
      m.text("subThemes", { year: String(cycle.year) }),
      lenses.subThemesPar,
      lenses.subThemes,
      null
    ),
    lens(view, m.text("wsisLines"), lenses.wsisPar, lenses.wsis, "wsis"),
    lens(view, m.text("gdcObjectives"), lenses.gdcPar, lenses.gdc, "gdc"),
    lens(view, m.text("sdgGoals"), lenses.sdgPar, lenses.sdg, "sdg"),
    change(view),
    history(view),
    coverage(view),
    speakers(view),
    `## ${m.text("method")}\n`,
    ...digest.method.map((item) => para(item.par, methodSentence(view, item.point)))
  ].join("\n")
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`
}
