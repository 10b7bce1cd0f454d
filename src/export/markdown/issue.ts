/**
 * Quotations and issues in Markdown.
 */
import type { IssuePage, Quotation, QuotingParagraph } from "../../domain/index.ts"
import { lineFigures, lineOf } from "../line.ts"
import { positionText } from "../overview.ts"
import { passageUrl } from "../passage-link.ts"
import type { View } from "../view.ts"
import { escapeMarkdown, labelled, linkTo, para, parLink, nameOf } from "./text.ts"

const quoted = (view: View, quotation: Quotation): string => {
  const { m } = view
  const comma = m.text("comma")
  const lines = quotation.places.map((place) => {
    const output = view.outputs.get(place.outputId)
    if (output === undefined) return nameOf(view, place.initiativeId)
    const archived = output.captureId === null ? null : view.archiveHref(output.captureId, place.place)
    const source = [
      linkTo(passageUrl(output.url, place.place, quotation.text), escapeMarkdown(output.title)),
      ...(archived === null ? [] : [linkTo(archived, m.text("archivedCopy"))])
    ]
    const who = [nameOf(view, place.initiativeId), m.date(output.publishedAt)].join(comma)
    return `${who} [${quotation.language}]. ${source.join(comma)}`
  })
  const [first = "", ...others] = lines
  const also =
    others.length === 0
      ? ""
      : m.text("semicolon") + m.text("wordForWord", { places: others.join(m.text("semicolon")) })
  return `${m.text("quoted", { text: escapeMarkdown(quotation.text) })} — ${first}${also}`
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
      const head = view.m.text("spread", {
        initiatives: view.m.text("initiativeCount", { count: message.initiatives.length }),
        groups: view.m.text("groupCount", { count: message.groups.length })
      })
      return `${para(message.par, `**${head}**`)}\n${texts.map((quotation) => `- ${quoted(view, quotation)}`).join("\n")}\n`
    })
    .join("\n")

const crosswalk = ({ m }: View, page: IssuePage): string => {
  const { wsis, gdc, sdg } = page.crosswalk
  const codes = (scheme: "wsis" | "gdc" | "sdg", own: ReadonlyArray<string | number>) =>
    own.length === 0 ? [] : [m.text(scheme, { codes: own.map(String).join(m.text("comma")) })]
  return [
    ...codes("wsis", wsis),
    ...codes("gdc", gdc),
    ...codes("sdg", sdg),
    ...(page.subThemes.length === 0
      ? []
      : [m.text("subThemeOf", { names: page.subThemes.map(escapeMarkdown).join(m.text("semicolon")) })])
  ].join(" · ")
}

/** Who asks for what others differ on. */
const positions = ({ m }: View, page: IssuePage): string =>
  page.positions
    .map((own) => {
      const text = m.text("labelledSentence", { label: parLink(own.par), text: positionText(own, m) })
      return `${text}\n\n`
    })
    .join("")

/** One issue. */
export const issue = (view: View, page: IssuePage): string => {
  const { m } = view
  const groups = page.byGroup
    .map((share) =>
      [
        m.names.groupColumn[share.group],
        share.published === 0 ? m.text("unheardCell") : m.share(share.raised, share.published)
      ].join(" ")
    )
    .join(m.text("comma"))
  const types = page.byType.filter((own) => own.raised > 0).map((own) => m.counted(own.type, own.raised))
  const line = lineOf(view, page)
  const others = page.elsewhere.flatMap((id) => view.statements.get(id) ?? [])
  const known = crosswalk(view, page)
  return [
    `### ${page.number}. ${escapeMarkdown(page.label)}\n`,
    para(
      page.par,
      [
        m.text("issueLead", {
          share: m.text("ofInitiatives", {
            part: page.initiatives.length,
            count: view.digest.totals.published
          }),
          who: m.list(types),
          statements: m.text("inStatements", { count: page.statements })
        }),
        ...(page.mainConcernOf.length === 0
          ? []
          : [
              labelled(
                view,
                m.text("mainConcernOf"),
                page.mainConcernOf.map((id) => nameOf(view, id)).join(m.text("semicolon"))
              )
            ]),
        labelled(view, m.text("unGroups"), groups),
        ...(line === null ? [] : [m.text("labelledSentence", lineFigures(line, m))])
      ].join(" ")
    ),
    part(m.text("sharedBySeveral"), shared(view, page)),
    part(m.text("whereTheyDiffer"), positions(view, page) + quoting(view, page.differing)),
    part(m.text("whatWorked"), quoting(view, page.worked)),
    part(m.text("challenges"), quoting(view, page.challenges)),
    part(m.text(page.shared.length === 0 ? "messages" : "singleVoices"), quoting(view, page.single)),
    part(m.text("furtherStatements"), quoting(view, page.further)),
    others.length === 0
      ? ""
      : `${m.text("elsewhere", { paragraphs: others.map((own) => parLink(own.par)).join(m.text("comma")) })}\n`,
    known === "" ? "" : `${m.text("labelled", { label: m.text("knownAs"), text: known })}\n`
  ].join("\n")
}
