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
import { percentOf } from "../catalogue/index.ts"
import type { Messages } from "../catalogue/index.ts"
import { passageUrl } from "../passage-link.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { markup, join, langDir, link, name } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { say } from "./say.ts"

/** From this length on, a text is folded after its opening. */
const longText = 1_200

/** A numbered paragraph whose number is its permanent link. */
export const paragraph = (m: Messages, par: number, content: Value): Html =>
  markup`<div class="p" id="p${par}">
    <a class="n" href="#p${par}" aria-label="${m.text("paragraphNumber", { par: String(par) })}">${par}</a>
    <div>${content}</div>
  </div> `

/** Link to a paragraph: `12`. */
export const parLink = (par: number): Html => markup`<a href="#p${par}">${par}</a>`

/** `12–31`, both linked. */
export const parSpan = (m: Messages, first: number, last: number): Value =>
  say(m, "span", { first: parLink(first), last: parLink(last) })

/** `par. 12–31`, both linked. */
export const parRange = (m: Messages, first: number, last: number): Value =>
  first === last
    ? say(m, "paragraph", { par: parLink(first) })
    : say(m, "paragraphSpan", { first: parLink(first), last: parLink(last) })

/** `national, GRULAC`. */
export const floor = (m: Messages, initiative: DigestInitiative): string =>
  [
    m.names.type[initiative.type],
    m.list(initiative.unGroups.map((group) => m.names.groupColumn[group]))
  ].join(m.text("comma"))

/** Something quiet in brackets. */
export const aside = (m: Messages, text: Value): Html =>
  markup`<span class="q">${say(m, "bracketed", { text })}</span>`

/** Names of initiatives with type and group. */
export const nameList = (view: View, ids: ReadonlyArray<InitiativeId>): ReadonlyArray<Value> =>
  join(
    ids.flatMap((id) => {
      const initiative = view.initiatives.get(id)
      return initiative === undefined
        ? []
        : [markup`${name(initiative.name)}${view.m.text("gap")}${aside(view.m, floor(view.m, initiative))}`]
    }),
    view.m.text("semicolon")
  )

/** Words of the page itself within a text of another language. */
const ownWords = (m: Messages): Html => markup` lang="${m.tag}" dir="${m.direction}"`

const text = (m: Messages, quotation: Quotation): Html => {
  const attributes = langDir(quotation.language)
  return quotation.text.length > longText
    ? markup`<blockquote${attributes}><p>${opening(quotation.text, 600)}</p>
<details class="whole"><summary${ownWords(m)}>${m.text("wholeText", { count: quotation.text.length })}</summary><p>${quotation.text}</p></details></blockquote>`
    : markup`<blockquote${attributes}><p>${quotation.text}</p></blockquote>`
}

/** Who said it: initiative, type, group, date and language. */
const by = (view: View, quotation: Quotation): Html => {
  const { m } = view
  const [place] = quotation.places
  const initiative = view.initiatives.get(place.initiativeId)
  const output = view.outputs.get(place.outputId)
  const comma = m.text("comma")
  return markup`<p class="by">
    ${initiative === undefined ? place.initiativeId : markup`<b>${name(initiative.name)}</b>${comma}${floor(m, initiative)}`}${output === undefined ? "" : markup`${comma}<time datetime="${output.publishedAt}">${m.date(output.publishedAt)}</time>`}
    <bdi>[<abbr title="${m.language(quotation.language)}">${quotation.language}</abbr>]</bdi>${quotation.isNew === true ? markup` <span class="new">${m.text("new")}</span>` : ""}
  </p>`
}

/** Where a text stands: title, headings, number, page, and the links there. */
const placeLine = (view: View, quotation: Quotation, index: number): Html => {
  const { m } = view
  const place = quotation.places[index]
  const output = place === undefined ? undefined : view.outputs.get(place.outputId)
  if (place === undefined || output === undefined) return markup``
  const { headings, number, page } = place.place
  const heading = headings.at(-1)
  const where: ReadonlyArray<Value> = [
    ...(heading === undefined ? [] : [name(heading)]),
    ...(number === null ? [] : [markup`${say(m, "placeNumber", { number: name(number) })}`]),
    ...(page === null ? [] : [m.text("placePage", { page: String(page) })])
  ]
  const original = passageUrl(output.url, place.place, quotation.text)
  const archived = output.captureId === null ? null : view.archiveHref(output.captureId, place.place)
  const who = m.text("ofInitiative", {
    initiative: view.initiatives.get(place.initiativeId)?.name ?? place.initiativeId,
    kind: m.names.kind[output.kind]
  })
  const source = (url: string, label: string) =>
    link(url, markup`${label}<span class="sr"> ${who}</span>`, "ext")
  return markup`<cite${langDir(output.language)}>${output.title}</cite>${where.map((part) => markup`${m.text("comma")}${part}`)} · ${
    original === null ? m.text("sentAsFile") : source(original, m.text("original"))
  }${archived === null ? "" : markup` · ${source(archived, m.text("archivedCopy"))}`}`
}

/** Why a quotation stands under an issue: the words that decided it. */
const why = (m: Messages, quotation: Quotation, issue: IssueId | null): Html => {
  const assignment = quotation.issues.find(({ id }) => id === issue)
  if (assignment === undefined) return markup``
  const words = [...new Set(assignment.evidence.map((evidence) => evidence.text))]
  const percent = percentOf(assignment.score, 1) ?? 0
  return markup`<details class="why">
    <summary>${m.text("why")}</summary>
    <span
      >${
        assignment.statedAs !== undefined
          ? say(m, "namedByInitiative", {
              words: markup`<q dir="auto">${opening(assignment.statedAs, 80)}</q>`
            })
          : words.length === 0
            ? m.text("decidedByOthers", { percent })
            : say(m, "decidedByWords", {
                percent,
                words: join(
                  words.map((word) => markup`<q${langDir(quotation.language)}>${opening(word, 80)}</q>`),
                  m.text("comma")
                )
              })
      }</span
    >
  </details>`
}

/** A whole quotation with its source. */
export const quotationHtml = (view: View, quotation: Quotation, issue: IssueId | null): Html => {
  const { m } = view
  const [, ...copies] = quotation.places
  const places = (): ReadonlyArray<Value> =>
    join(
      copies.map(
        (copy, index) =>
          markup`${name(view.initiatives.get(copy.initiativeId)?.name ?? copy.initiativeId)}${m.text("comma")}${placeLine(view, quotation, index + 1)}`
      ),
      m.text("semicolon")
    )
  return markup`${quotation.caseName === null ? "" : markup`<p class="case"><b${langDir(quotation.language)}>${quotation.caseName}</b></p>`}${text(m, quotation)}
    ${by(view, quotation)}
    <div class="src">${placeLine(view, quotation, 0)} ${why(m, quotation, issue)}</div>
    ${copies.length === 0 ? "" : markup`<p class="src">${say(m, "wordForWord", { places: places() })}</p>`}`
}

/** A numbered quotation. */
export const quoting = (view: View, item: QuotingParagraph, issue: IssueId | null): Html => {
  const quotation = view.statements.get(item.statement)
  return quotation === undefined
    ? markup``
    : paragraph(view.m, item.par, quotationHtml(view, quotation, issue))
}

/** Short mention of a quotation that stands elsewhere: number and initiative. */
export const mention = (view: View, id: StatementId): Html => {
  const quotation = view.statements.get(id)
  if (quotation === undefined) return markup``
  const initiative = view.initiatives.get(quotation.places[0].initiativeId)
  return markup`${parLink(quotation.par)}${view.m.text("gap")}${say(view.m, "bracketed", { text: name(initiative?.name ?? "") })}`
}
