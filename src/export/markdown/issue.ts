/**
 * Quotations and issues in Markdown.
 */
import type { IssuePage, Quotation, QuotingParagraph } from "../../domain/index.ts"
import { lineOf } from "../line.ts"
import { releaseWords } from "../release-words.ts"
import { passageUrl } from "../passage-link.ts"
import type { View } from "../view.ts"
import { figure, groupColumn, longDate, plural } from "../words.ts"
import { escapeMarkdown, linkTo, para, nameOf } from "./text.ts"

const quoted = (view: View, quotation: Quotation): string => {
  const lines = quotation.places.map((place) => {
    const output = view.outputs.get(place.outputId)
    if (output === undefined) return nameOf(view, place.initiativeId)
    const archived = output.captureId === null ? null : view.archiveHref(output.captureId, place.place)
    return `${nameOf(view, place.initiativeId)}, ${longDate(output.publishedAt)} [${quotation.language}]. ${linkTo(passageUrl(output.url, place.place, quotation.text), escapeMarkdown(output.title))}${archived === null ? "" : `, ${linkTo(archived, "archived copy")}`}`
  })
  return `“${escapeMarkdown(quotation.text)}” — ${lines.join("; word for word also: ")}`
}

/** Numbered quotations. */
export const quoting = (view: View, items: ReadonlyArray<QuotingParagraph>): string =>
  items
    .map((item) => {
      const quotation = view.statements.get(item.statement)
      if (quotation === undefined) return ""
      const named = quotation.caseName === null ? "" : `**${escapeMarkdown(quotation.caseName)}.** `
      return para(item.par, named + quoted(view, quotation))
    })
    .join("\n")

/** A part of an issue with its heading; nothing when it is empty. */
export const part = (title: string, body: string): string => (body === "" ? "" : `#### ${title}\n\n${body}\n`)

const shared = (view: View, page: IssuePage): string =>
  page.shared
    .map((message) => {
      const texts = [message.statement, ...message.also].flatMap((id) => view.statements.get(id) ?? [])
      const head = `${plural(message.initiatives.length, "initiative")}, ${plural(message.groups.length, "group")}:`
      return `${para(message.par, head)}\n${texts.map((quotation) => `- ${quoted(view, quotation)}`).join("\n")}\n`
    })
    .join("\n")

/** Who asks for what others differ on. */
const positions = (page: IssuePage): string =>
  page.positions
    .map(
      ({ asking, differing, par }) =>
        `[${par}](#p${par}): ${releaseWords.position(asking.length, differing.length)}.\n\n`
    )
    .join("")

/** One issue. */
export const issue = (view: View, page: IssuePage): string => {
  const groups = page.byGroup
    .map((share) =>
      share.published === 0
        ? `${groupColumn[share.group]} not heard yet`
        : `${groupColumn[share.group]} ${share.raised} of ${share.published}`
    )
    .join(", ")
  const line = lineOf(view.digest, page)
  const others = page.elsewhere.flatMap((id) => view.statements.get(id) ?? [])
  const codes = [
    ...page.crosswalk.wsis.map((code) => `WSIS ${code}`),
    ...page.crosswalk.gdc.map((code) => `GDC ${code}`),
    ...page.crosswalk.sdg.map((code) => `SDG ${code}`),
    ...page.subThemes.map((title) => `sub-theme “${escapeMarkdown(title)}”`)
  ]
  return [
    `### ${page.number}. ${escapeMarkdown(page.label)}\n`,
    para(
      page.par,
      `${figure(page.initiatives.length)} of ${plural(view.digest.totals.published, "initiative")} that published raised it, in ${plural(page.statements, "statement")}. By UN group: ${groups}.${line === null ? "" : ` ${releaseWords.lineTitle(line.points)}.`}`
    ),
    part("Shared by several", shared(view, page)),
    part("Where they differ", positions(page) + quoting(view, page.differing)),
    part("What worked", quoting(view, page.worked)),
    part("Challenges", quoting(view, page.challenges)),
    part(page.shared.length === 0 ? "Messages" : "Single voices", quoting(view, page.single)),
    part("All further statements", quoting(view, page.further)),
    others.length === 0
      ? ""
      : `On this issue also, quoted under another: ${others.map((own) => `[${own.par}](#p${own.par})`).join(", ")}.\n`,
    codes.length === 0 ? "" : `Elsewhere known as: ${codes.join(" · ")}\n`
  ].join("\n")
}
