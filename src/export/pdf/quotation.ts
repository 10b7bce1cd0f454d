/**
 * Quotations in print: the text in its language and direction, who said it, and where it stands.
 */
import type {
  DigestInitiative,
  InitiativeId,
  Quotation,
  QuotingParagraph,
  StatementId
} from "../../domain/index.ts"
import { direction } from "../html/html.ts"
import { passageUrl } from "../passage-link.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { enumerate, figure, groupColumn, kindName, longDate, typeName } from "../words.ts"
import {
  foreign,
  join,
  languageCode,
  named,
  numbered,
  parLink,
  quiet,
  runs,
  settable,
  webLink
} from "./model.ts"
import type { Block, Inline, QuotationBlock } from "./model.ts"

/** From this length on a text is cut after its opening; it can be read whole behind its link. */
const longText = 1_200

/** `national, GRULAC`. */
export const floor = (initiative: DigestInitiative): string =>
  `${typeName[initiative.type]}, ${enumerate(initiative.unGroups.map((group) => groupColumn[group]))}`

/** Name of an initiative. */
export const nameOf = (view: View, id: InitiativeId): string =>
  opening(view.initiatives.get(id)?.name ?? id, 160)

/** Names of initiatives with type and group. */
export const nameList = (view: View, ids: ReadonlyArray<InitiativeId>): ReadonlyArray<Inline> =>
  join(
    ids.flatMap((id) => {
      const initiative = view.initiatives.get(id)
      return initiative === undefined ? [] : [[named(nameOf(view, id)), quiet(` (${floor(initiative)})`)]]
    }),
    "; "
  )

/** Where a text stands: title, heading, number, page, and the link there. */
const placeLine = (view: View, quotation: Quotation, index: number): ReadonlyArray<Inline> => {
  const place = quotation.places[index]
  const output = place === undefined ? undefined : view.outputs.get(place.outputId)
  if (place === undefined || output === undefined) return []
  const { headings, number, page } = place.place
  const heading = headings.at(-1)
  const original = passageUrl(output.url, place.place, quotation.text)
  const archived = output.captureId === null ? null : view.archiveHref(output.captureId, place.place)
  return [
    foreign(opening(output.title, 160), output.language, "title"),
    heading === undefined ? null : [", ", foreign(opening(heading, 120), output.language)],
    number === null ? null : [", no.\u00a0", named(number)],
    page === null ? null : `, page\u00a0${page}`,
    " ·\u00a0",
    original === null ? "sent as a file" : webLink(original, { text: "original" }),
    archived !== null && /^https?:/.test(archived)
      ? [" · ", webLink(archived, { text: "archived copy" })]
      : null
  ]
}

/** A quotation as a block; `also` sets it in, as one of several under a shared message. */
export const quotationBlock = (view: View, quotation: Quotation, also = false): QuotationBlock => {
  const [place, ...copies] = quotation.places
  const initiative = view.initiatives.get(place.initiativeId)
  const output = view.outputs.get(place.outputId)
  const long = quotation.text.length > longText
  return {
    kind: "quotation",
    text: settable(long ? opening(quotation.text, 800) : quotation.text),
    lang: languageCode(quotation.language),
    dir: direction(quotation.language),
    case: quotation.caseName === null ? null : settable(opening(quotation.caseName, 200)),
    by: runs(
      named(nameOf(view, place.initiativeId), "bold"),
      initiative === undefined ? null : `, ${floor(initiative)}`,
      output === undefined ? null : `, ${longDate(output.publishedAt)}`,
      ` [${quotation.language}]`,
      quotation.isNew === true ? [" ", { text: "new", style: "new" }] : null
    ),
    source: runs(
      placeLine(view, quotation, 0),
      long ? `. The opening of a text of ${figure(quotation.text.length)} characters` : null,
      copies.length === 0
        ? null
        : [
            ". Word for word also in: ",
            join(
              copies.map((copy, index) => [
                named(nameOf(view, copy.initiativeId)),
                ", ",
                placeLine(view, quotation, index + 1)
              ]),
              "; "
            )
          ]
    ),
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
    : [parLink(quotation.par), " (", named(nameOf(view, quotation.places[0].initiativeId)), ")"]
}

/** Kind and date of a document that is listed. */
export const documentLine = (
  document: {
    readonly title: string
    readonly url: string
    readonly language: string
    readonly kind: keyof typeof kindName
  },
  date: string
): Inline => [
  webLink(document.url, foreign(opening(document.title, 160), document.language, "title")),
  `, ${kindName[document.kind]}, ${date}`
]
