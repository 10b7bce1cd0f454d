/**
 * The digest in Markdown, for mail and wikis.
 */
import type { Digest } from "../../domain/index.ts"
import { contentHash } from "../json.ts"
import { releaseWords } from "../release-words.ts"
import { viewOf } from "../view.ts"
import type { View } from "../view.ts"
import { codeNames, dateRange, digestTitle, enumerate, longDate, methodText } from "../words.ts"
import { escapeMarkdown, para } from "./text.ts"
import { quoting, part, issue } from "./issue.ts"
import { summary } from "./summary.ts"
import { matrix, lens, change, coverage, history, speakers } from "./annex.ts"

/** Renders a digest as Markdown; the same digest and options give the same text. */
export const renderMarkdown = (
  digest: Digest,
  options: { readonly archiveHref?: View["archiveHref"] } = {}
): string => {
  const view = viewOf(digest, options.archiveHref)
  const { meeting } = digest
  const narrowed = releaseWords.narrowed(digest)
  const text = [
    `# ${escapeMarkdown(digestTitle(digest))}\n`,
    `${meeting === null ? "" : `For the ${escapeMarkdown(meeting.name)}, ${dateRange(meeting.start, meeting.end)}. `}Outputs published ${dateRange(digest.window.from, digest.window.to)}. ${digest.frozen ? "Frozen" : "State of"} ${longDate(digest.asOf)}, content ${contentHash(digest).slice(0, 6)}.\n`,
    narrowed === null ? "" : `**${escapeMarkdown(narrowed)}**\n`,
    summary(view),
    "## Issues\n",
    ...digest.issues.map((page) => issue(view, page)),
    digest.notRaised.length === 0
      ? ""
      : `Raised by nobody in this window: ${enumerate(digest.notRaised.map((own) => escapeMarkdown(own.label)))}.\n`,
    part("Statements under no issue", quoting(view, digest.unclassified)),
    matrix(view),
    "## Through the lenses of the MAG\n",
    lens(
      view,
      `Sub-themes of the ${digest.cycle.year} cycle`,
      digest.lenses.subThemesPar,
      digest.lenses.subThemes,
      {}
    ),
    lens(view, "WSIS action lines", digest.lenses.wsisPar, digest.lenses.wsis, codeNames.wsis),
    lens(
      view,
      "Objectives of the Global Digital Compact",
      digest.lenses.gdcPar,
      digest.lenses.gdc,
      codeNames.gdc
    ),
    lens(view, "Sustainable Development Goals", digest.lenses.sdgPar, digest.lenses.sdg, codeNames.sdg),
    change(view),
    history(view),
    coverage(view),
    speakers(view),
    "## Method and limits\n",
    ...digest.method.map((item) => para(item.par, methodText[item.point]))
  ].join("\n")
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`
}
