/**
 * Quotations and numbered paragraphs.
 */
import type {
  DigestInitiative,
  InitiativeId,
  IssueId,
  Quotation,
  QuotingParagraph,
  StatementId
} from "../../domain/index.ts"
import { passageUrl } from "../passage-link.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import {
  enumerate,
  groupColumn,
  kindName,
  languageName,
  longDate,
  percent,
  plural,
  typeName
} from "../words.ts"
import { markup, join, langDir, link, name } from "./html.ts"
import type { Html, Value } from "./html.ts"

/** From this length on, a text is folded after its opening. */
const longText = 1_200

/** A numbered paragraph whose number is its permanent link. */
export const paragraph = (par: number, content: Value, kind = ""): Html =>
  markup`<div class="${kind === "" ? "p" : `p ${kind}`}" id="p${par}">
    <a class="n" href="#p${par}" aria-label="Paragraph ${par}">${par}</a>
    <div>${content}</div>
  </div> `

/** Link to a paragraph: `12`. */
export const parLink = (par: number, label: Value = par): Html => markup`<a href="#p${par}">${label}</a>`

/** `par. 12–31`, both linked. */
export const parRange = (first: number, last: number): Html =>
  first === last ? markup`par. ${parLink(first)}` : markup`par. ${parLink(first)}–${parLink(last)}`

/** `national, GRULAC`. */
export const floor = (initiative: DigestInitiative): string =>
  `${typeName[initiative.type]}, ${enumerate(initiative.unGroups.map((group) => groupColumn[group]))}`

/** Names of initiatives with type and group. */
export const nameList = (view: View, ids: ReadonlyArray<InitiativeId>): ReadonlyArray<Value> =>
  join(
    ids.flatMap((id) => {
      const initiative = view.initiatives.get(id)
      return initiative === undefined
        ? []
        : [markup`${name(initiative.name)} <span class="q">(${floor(initiative)})</span>`]
    }),
    "; "
  )

const text = (quotation: Quotation): Html => {
  const attributes = langDir(quotation.language)
  return quotation.text.length > longText
    ? markup`<blockquote${attributes}><p>${opening(quotation.text, 600)}</p>
<details class="whole"><summary lang="en" dir="ltr">the whole text (${quotation.text.length.toLocaleString("en")} characters)</summary><p>${quotation.text}</p></details></blockquote>`
    : markup`<blockquote${attributes}><p>${quotation.text}</p></blockquote>`
}

/** Who said it: initiative, type, group, date and language. */
const by = (view: View, quotation: Quotation): Html => {
  const [place] = quotation.places
  const initiative = view.initiatives.get(place.initiativeId)
  const output = view.outputs.get(place.outputId)
  return markup`<p class="by">
    ${initiative === undefined ? place.initiativeId : markup`<b>${name(initiative.name)}</b>, ${floor(initiative)}`}${output === undefined ? "" : markup`, <time datetime="${output.publishedAt}">${longDate(output.publishedAt)}</time>`}
    [<abbr title="${languageName(quotation.language)}">${quotation.language}</abbr
    >]${quotation.isNew === true ? markup` <span class="new">new</span>` : ""}
  </p>`
}

/** Where a text stands: title, headings, number, page, and the links there. */
const placeLine = (view: View, quotation: Quotation, index: number): Html => {
  const place = quotation.places[index]
  const output = place === undefined ? undefined : view.outputs.get(place.outputId)
  if (place === undefined || output === undefined) return markup``
  const where = [
    place.place.headings.at(-1),
    place.place.number === null ? undefined : `no. ${place.place.number}`,
    place.place.page === null ? undefined : `page ${place.place.page}`
  ].filter((part) => part !== undefined)
  const original = passageUrl(output.url, place.place, quotation.text)
  const archived = output.captureId === null ? null : view.archiveHref(output.captureId, place.place)
  const who = `of ${view.initiatives.get(place.initiativeId)?.name ?? place.initiativeId}, ${kindName[output.kind]}`
  return markup`<cite${langDir(output.language)}>${output.title}</cite>${where.map((part) => markup`, <bdi>${part}</bdi>`)} · ${
    original === null
      ? "sent as a file"
      : link(original, markup`original<span class="sr"> ${who}</span>`, "ext")
  }${archived === null ? "" : markup` · ${link(archived, markup`archived copy<span class="sr"> ${who}</span>`, "ext")}`}`
}

/** Why a quotation stands under an issue: the words that decided it. */
const why = (quotation: Quotation, issue: IssueId | null): Html => {
  const assignment = quotation.issues.find(({ id }) => id === issue)
  if (assignment === undefined) return markup``
  const words = [...new Set(assignment.evidence.map((evidence) => evidence.text))]
  return markup`<details class="why">
    <summary>why under this issue</summary>
    <span
      >decided by
      ${
        words.length === 0
          ? "the statements beside it"
          : join(
              words.map((word) => markup`<q${langDir(quotation.language)}>${opening(word, 80)}</q>`),
              ", "
            )
      };
      such assignments are right in about ${percent(assignment.score, 1)} of 100 cases</span
    >
  </details>`
}

/** A whole quotation with its source. */
export const quotationHtml = (view: View, quotation: Quotation, issue: IssueId | null): Html => {
  const [, ...copies] = quotation.places
  return markup`${quotation.caseName === null ? "" : markup`<p class="case"><b${langDir(quotation.language)}>${quotation.caseName}</b></p>`}${text(quotation)}
    ${by(view, quotation)}
    <div class="src">${placeLine(view, quotation, 0)} ${why(quotation, issue)}</div>
    ${
      copies.length === 0
        ? ""
        : markup`<p class="src">
            word for word also in:
            ${join(
              copies.map(
                (copy, index) =>
                  markup`${name(view.initiatives.get(copy.initiativeId)?.name ?? copy.initiativeId)},
                  ${placeLine(view, quotation, index + 1)}`
              ),
              "; "
            )}
          </p>`
    }`
}

/** A numbered quotation. */
export const quoting = (view: View, item: QuotingParagraph, issue: IssueId | null): Html => {
  const quotation = view.statements.get(item.statement)
  return quotation === undefined ? markup`` : paragraph(item.par, quotationHtml(view, quotation, issue))
}

/** Short mention of a quotation that stands elsewhere: number and initiative. */
export const mention = (view: View, id: StatementId): Html => {
  const quotation = view.statements.get(id)
  if (quotation === undefined) return markup``
  const initiative = view.initiatives.get(quotation.places[0].initiativeId)
  return markup`${parLink(quotation.par)} (${name(initiative?.name ?? "")})`
}

/** `3 initiatives, 2 groups`. */
export const spread = (initiatives: number, groups: number): string =>
  `${plural(initiatives, "initiative")}, ${plural(groups, "group")}`
