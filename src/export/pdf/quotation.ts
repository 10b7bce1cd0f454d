/**
 * Quotations in print.
 */
import type {
  DigestInitiative,
  InitiativeId,
  ListedOutput,
  Quotation,
  QuotingParagraph,
  StatementId
} from "../../domain/index.ts"
import type { Messages } from "../catalogue/index.ts"
import { listedNotes } from "../coverage.ts"
import { direction } from "../html/html.ts"
import { passageUrl } from "../passage-link.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import {
  followed,
  foreign,
  join,
  languageCode,
  named,
  numbered,
  parLink,
  quiet,
  runs,
  say,
  settable,
  webLink
} from "./model.ts"
import type { Block, Inline, QuotationBlock } from "./model.ts"

/** From this length on a text is cut after its opening; it can be read whole behind its link. */
export const longText = 1_200

/** `national, GRULAC`. */
export const floor = (m: Messages, initiative: DigestInitiative): string =>
  [
    m.names.type[initiative.type],
    m.list(initiative.unGroups.map((group) => m.names.groupColumn[group]))
  ].join(m.text("comma"))

/** Name of an initiative. */
export const nameOf = (view: View, id: InitiativeId): string =>
  opening(view.initiatives.get(id)?.name ?? id, 160)

/** Something quiet in brackets, with a space before it. */
export const aside = (m: Messages, text: string): Inline =>
  quiet(m.text("gap") + m.text("bracketed", { text }))

/** Names of initiatives with type and group. */
export const nameList = (view: View, ids: ReadonlyArray<InitiativeId>): ReadonlyArray<Inline> =>
  join(
    ids.flatMap((id) => {
      const initiative = view.initiatives.get(id)
      return initiative === undefined
        ? []
        : [[named(nameOf(view, id)), aside(view.m, floor(view.m, initiative))]]
    }),
    view.m.text("semicolon")
  )

/** Where a text stands: title, heading, number, page, and the link there. */
const placeLine = (view: View, quotation: Quotation, index: number): Inline => {
  const { m } = view
  const place = quotation.places[index]
  const output = place === undefined ? undefined : view.outputs.get(place.outputId)
  if (place === undefined || output === undefined) return null
  const { headings, number, page } = place.place
  const heading = headings.at(-1)
  const original = passageUrl(output.url, place.place, quotation.text)
  const archived = output.captureId === null ? null : view.archiveHref(output.captureId, place.place)
  const where: ReadonlyArray<Inline> = [
    foreign(opening(output.title, 160), output.language, "title"),
    ...(heading === undefined ? [] : [foreign(opening(heading, 120), output.language)]),
    ...(number === null ? [] : [say(m, "placeNumber", { number: named(number) })]),
    ...(page === null ? [] : [m.text("placePage", { page: String(page) })])
  ]
  return [
    join(where, m.text("comma")),
    " ·\u00a0",
    original === null ? m.text("sentAsFile") : webLink(original, { text: m.text("original") }),
    archived !== null && /^https?:/.test(archived)
      ? [" · ", webLink(archived, { text: m.text("archivedCopy") })]
      : null
  ]
}

/** Where a quotation stands: in one line or, after a long or copied text, in several sentences. */
const sourceOf = (view: View, quotation: Quotation, long: boolean): Inline => {
  const { m } = view
  const [, ...copies] = quotation.places
  const sentences: ReadonlyArray<Inline> = [
    placeLine(view, quotation, 0),
    ...(long ? [m.text("openingOfText", { count: quotation.text.length })] : []),
    ...(copies.length === 0
      ? []
      : [
          say(m, "wordForWord", {
            places: join(
              copies.map((copy, index) => [
                named(nameOf(view, copy.initiativeId)),
                m.text("comma"),
                placeLine(view, quotation, index + 1)
              ]),
              m.text("semicolon")
            )
          })
        ])
  ]
  return join(sentences, m.text("semicolon"))
}

/** A quotation as a block; `also` sets it in, as one of several under a shared message. */
export const quotationBlock = (view: View, quotation: Quotation, also = false): QuotationBlock => {
  const { m } = view
  const [place] = quotation.places
  const initiative = view.initiatives.get(place.initiativeId)
  const output = view.outputs.get(place.outputId)
  const long = quotation.text.length > longText
  const comma = m.text("comma")
  return {
    kind: "quotation",
    statement: quotation.id,
    text: settable(long ? opening(quotation.text, 800) : quotation.text),
    lang: languageCode(quotation.language),
    dir: direction(quotation.language),
    case: quotation.caseName === null ? null : settable(opening(quotation.caseName, 200)),
    by: runs(
      named(nameOf(view, place.initiativeId), "bold"),
      initiative === undefined ? null : comma + floor(m, initiative),
      output === undefined ? null : comma + m.date(output.publishedAt),
      " ",
      named(`[${quotation.language}]`),
      quotation.isNew === true ? [" ", { text: m.text("new"), style: "new" }] : null
    ),
    source: runs(sourceOf(view, quotation, long)),
    also
  }
}

/** A numbered quotation. */
export const quoting = (view: View, item: QuotingParagraph): ReadonlyArray<Block> => {
  const quotation = view.statements.get(item.statement)
  return quotation === undefined ? [] : [numbered(item.par, quotationBlock(view, quotation))]
}

/** Short mention of a quotation that stands elsewhere: number and initiative. */
export const mention = (view: View, id: StatementId): Inline => {
  const quotation = view.statements.get(id)
  return quotation === undefined
    ? null
    : followed(view.m, parLink(quotation.par), named(nameOf(view, quotation.places[0].initiativeId)))
}

/** A document that is listed: title, kind and date. */
export const documentLine = (
  m: Messages,
  document: Pick<ListedOutput, "title" | "url" | "language" | "kind" | "publishedAt">
): Inline =>
  join(
    [
      webLink(document.url, foreign(opening(document.title, 160), document.language, "title")),
      ...listedNotes(document, m)
    ],
    m.text("comma")
  )
