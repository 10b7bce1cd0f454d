/**
 * Coverage, who speaks, method and limits.
 */
import type { FailingSource, GroupCoverage, InitiativeId, ListedOutput } from "../../domain/index.ts"
import type { Messages } from "../catalogue/index.ts"
import {
  groupParts,
  countryLists,
  failureText,
  failuresOf,
  figureHeads,
  figureRows,
  listReach,
  listedNotes,
  listedParts,
  methodSentence,
  otherKinds,
  participationPages,
  placesNotRead,
  silenceNotes,
  statedFigures
} from "../coverage.ts"
import { silenceParts } from "../overview.ts"
import type { View } from "../view.ts"
import { markup, join, langDir, link, name } from "./html.ts"
import type { Html, Value } from "./html.ts"
import { issueLink } from "./one-page.ts"
import { aside, nameList, paragraph } from "./quotation.ts"
import { say } from "./say.ts"

const failure = (m: Messages, source: FailingSource): Value =>
  say(m, "labelled", {
    label: link(source.url, markup`<bdi>${source.url}</bdi>`, "ext"),
    text: failureText(source, m)
  })

/** Parts of a line with commas between them. */
const commas = (m: Messages, parts: ReadonlyArray<Value>): Value => join(parts, m.text("comma"))

const document = (item: { readonly url: string; readonly title: string; readonly language: string }): Html =>
  link(item.url, markup`<cite${langDir(item.language)}>${item.title}</cite>`, "ext")

const nameOf = (view: View, id: InitiativeId): Html => name(view.initiatives.get(id)?.name ?? id)

const heardLine = (
  view: View,
  id: InitiativeId,
  outputs: GroupCoverage["published"][number]["outputs"]
): Html => {
  const { m } = view
  const initiative = view.initiatives.get(id)
  const documents = outputs.flatMap((output): ReadonlyArray<Value> => {
    const own = view.outputs.get(output)
    if (own === undefined) return []
    return [
      commas(m, [
        document(own),
        ...listedNotes(own, m),
        ...own.alsoAt.map((url, index) => link(url, m.text("alsoAt", { number: index + 1 }), "ext")),
        ...(own.inDoubt ? [m.text("toBeReviewed")] : [])
      ])
    ]
  })
  const type = initiative === undefined ? "" : aside(m, m.names.type[initiative.type])
  return markup`<li>
    ${say(m, "labelled", { label: markup`${nameOf(view, id)}${m.text("gap")}${type}`, text: join(documents, m.text("semicolon")) })}
  </li> `
}

const silentLine = (view: View, id: InitiativeId): Html => {
  const { m } = view
  const initiative = view.initiatives.get(id)
  if (initiative === undefined) return markup``
  const who = markup`${name(initiative.name)}${m.text("gap")}${aside(m, m.names.type[initiative.type])}`
  return markup`<li>${commas(m, [who, ...silenceNotes(initiative, m)])}</li> `
}

const unreachableLine = (view: View, id: InitiativeId): Html => {
  const { m } = view
  const text = failuresOf(view, id).map(
    (source) =>
      markup`${failure(m, source)}${source.lastSuccessAt === null ? "" : markup` ${m.text("lastRead", { date: m.date(source.lastSuccessAt) })}`}`
  )
  return markup`<li>${say(m, "labelled", { label: nameOf(view, id), text: join(text, " ") })}</li>`
}

/** A list under a label; nothing where it is empty. */
const labelledList = (label: string, items: ReadonlyArray<Html>): Html =>
  items.length === 0
    ? markup``
    : markup`<p class="run">${label}</p>
        <ul>
          ${items}
        </ul>`

const group = (view: View, own: GroupCoverage): Html => {
  const { m } = view
  const { title, unheard } = groupParts(own, m)
  return paragraph(
    m,
    own.par,
    markup`<h3>${title}</h3>
      ${labelledList(
        m.text("published"),
        own.published.map((item) => heardLine(view, item.initiative, item.outputs))
      )}
      ${unheard.map(({ label, status, initiatives }) =>
        labelledList(
          label,
          initiatives.map((id) => (status === "silent" ? silentLine(view, id) : unreachableLine(view, id)))
        )
      )}`
  )
}

/** Leads from a draft to the final that took its place. */
const finalOf = (m: Messages, { supersededBy }: ListedOutput): Value => {
  if (supersededBy === null) return ""
  const date = supersededBy.publishedAt === null ? [] : [m.date(supersededBy.publishedAt)]
  const final = commas(m, [
    link(supersededBy.url, markup`<cite>${supersededBy.title}</cite>`, "ext"),
    ...date
  ])
  return [m.text("semicolon"), say(m, "supersededBy", { final })]
}

const listed = (view: View): Html => {
  const { m } = view
  const parts = listedParts(view)
  const reached = placesNotRead(view)
  const others = otherKinds(view)
  return markup`<h3>${m.text("listedNotCounted")}</h3>
    ${parts.length === 0 && reached.length === 0 ? markup`<p>${m.text("nothing")}</p>` : ""}
    ${parts.map(({ title, items }) =>
      labelledList(
        title,
        items.map(
          (item) =>
            markup`<li>${say(m, "labelled", { label: nameOf(view, item.initiativeId), text: commas(m, [document(item), ...listedNotes(item, m)]) })}${finalOf(m, item)}</li>`
        )
      )
    )}
    ${labelledList(
      m.text("placesNotRead"),
      reached.map(
        (source) =>
          markup`<li>${say(m, "labelled", { label: nameOf(view, source.initiativeId), text: failure(m, source) })}</li>`
      )
    )}
    ${others === null ? "" : markup`<p>${others}</p>`}`
}

/** A small table: heads, and rows of which the first cell is a head. */
const small = (
  caption: string,
  heads: ReadonlyArray<string>,
  rows: ReadonlyArray<readonly [Value, ...ReadonlyArray<string>]>,
  kind = ""
): Html => markup`<table${kind === "" ? "" : markup` class="${kind}"`}>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => markup`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...cells]) =>
            markup`<tr>
              <th scope="row">${head}</th>
              ${cells.map((cell) => markup`<td class="num">${cell}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>`

const breakdown = ({ digest: { totals }, m }: View): Html =>
  markup`<div class="tables">
    ${small(
      m.text("byType"),
      [m.text("type"), m.text("published"), m.text("registered")],
      totals.byType.map((own) => [m.names.type[own.type], m.number(own.published), m.number(own.registered)])
    )}
    ${small(
      m.text("byLanguage"),
      [m.text("language"), m.text("initiatives"), m.text("outputs"), m.text("statements")],
      totals.byLanguage.map((own) => [
        m.language(own.language),
        m.number(own.initiatives),
        m.number(own.outputs),
        m.number(own.statements)
      ])
    )}
  </div>`

/** Coverage in paragraphs: the figures, each group by name, what is listed and not counted. */
export const coverageParagraphs = (view: View): ReadonlyArray<Html> => {
  const { digest, m } = view
  const { coverage, totals } = digest
  const reach = m.text("ofRegistered", { part: totals.published, count: totals.registered })
  return [
    paragraph(
      m,
      coverage.par,
      markup`<p>${m.text("coverageLead", { reach, silence: silenceParts(totals, m, String).join("") })}</p>
        ${breakdown(view)}`
    ),
    ...coverage.groups.map((own) => group(view, own)),
    paragraph(m, coverage.listedPar, listed(view))
  ]
}

/** Coverage by name. */
export const coveragePart = (view: View): Html =>
  markup`<section id="coverage" aria-labelledby="h-coverage">
    <h2 id="h-coverage">${view.m.text("coverage")}</h2>
    ${coverageParagraphs(view)}
  </section>`

/** Who took part, as stated. */
const figures = (view: View): Html => {
  const { m } = view
  const rows = figureRows(view)
  if (rows.length === 0) return markup``
  return markup`${small(m.text("figuresCaption"), figureHeads(view), rows, "youth")}
    <p>${m.text("figuresNote")}</p>
    ${labelledList(
      m.text("statedByEach"),
      statedFigures(view).map(({ figures: own, initiative }) => {
        const told = own.map(({ label, stated }) => say(m, "labelled", { label, text: name(stated) }))
        return markup`<li>${say(m, "labelled", { label: nameOf(view, initiative), text: join(told, m.text("semicolon")) })}</li>`
      })
    )}`
}

/** Who speaks in the outputs. */
export const speakersPart = (view: View): Html => {
  const { digest, m } = view
  const { speakers } = digest
  const participation = participationPages(view)
  return markup`<section id="speakers" aria-labelledby="h-speakers">
    <h2 id="h-speakers">${m.text("whoSpeaks")}</h2>
    ${paragraph(
      m,
      speakers.par,
      markup`<p>${m.text("speakersLead", {
        youth: m.text("youthCount", { count: speakers.youthPublished }),
        others: m.text("othersCount", { count: speakers.othersPublished })
      })}</p>
        ${
          speakers.youth.length === 0
            ? ""
            : small(
                m.text("youthCaption"),
                [
                  m.text("issue"),
                  m.text("youthOf", { total: speakers.youthPublished }),
                  m.text("othersOf", { total: speakers.othersPublished })
                ],
                speakers.youth.map((row) => {
                  const page = view.pages.get(row.issue)
                  return [
                    page === undefined ? row.issue : issueLink(page),
                    m.number(row.youth),
                    m.number(row.others)
                  ]
                }),
                "youth"
              )
        }
        ${figures(view)}
        <ul>
          ${countryLists(view).map((own) => {
            const text = listReach(own, m)
            return markup`<li>${own.published.length === 0 ? text : say(m, "labelled", { label: text, text: nameList(view, own.published) })}</li>`
          })}
        </ul>
        ${
          participation.length === 0
            ? ""
            : markup`<p>${say(m, "participation", { issues: join(participation.map(issueLink), m.text("comma")) })}</p>`
        }`
    )}
  </section>`
}

/** Method and limits. */
export const methodPart = (view: View): Html =>
  markup`<section id="method" aria-labelledby="h-method">
    <h2 id="h-method">${view.m.text("method")}</h2>
    ${view.digest.method.map((item) => paragraph(view.m, item.par, markup`<p>${methodSentence(view, item.point)}</p>`))}
  </section>`
