/**
 * The page of an initiative for its organiser: health of the sources, what was read and how, what was left out
 * and why, where it is quoted, what was sent and asked.
 */
import { Effect } from "effect"
import { countingKinds, type Output } from "../../domain/index.ts"
import { langDir, markup, name } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { Outputs, Readings } from "../../store/index.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { correctionsPart } from "./corrections.ts"
import { healthPart } from "./health.ts"
import { Quoted } from "./quoted.ts"
import { type Organiser, organiserPage, privatePage, sealedForm } from "./session.ts"
import { submit } from "../form.ts"
import { uploadsPart } from "./uploads.ts"
import { organiserWords } from "./words/index.ts"

/** Documents of each list that are shown. */
const documentsShown = 100

/** Paragraphs of a digest that are named. */
const paragraphsShown = 20

/** Why a document does not count in a digest; empty where it does. */
const whyLeftOut = (request: PortalRequest, output: Output): ReadonlyArray<string> => {
  const words = organiserWords.in(request.lang)
  const reasons: Array<string> = []
  if (output.sameAs !== null) reasons.push(words.text("whySame"))
  if (output.supersededBy !== null) reasons.push(words.text("whySuperseded"))
  if (!countingKinds.includes(output.kind)) {
    reasons.push(words.text("whyKind", { kind: request.m.names.kind[output.kind] }))
  } else if (output.publishedAt === null) reasons.push(words.text("whyUndated"))
  if (output.inDoubt) reasons.push(words.text("whyDoubt"))
  return reasons
}

const isLeftOut = (output: Output): boolean =>
  output.sameAs !== null ||
  output.supersededBy !== null ||
  output.publishedAt === null ||
  !countingKinds.includes(output.kind)

const documentItem = (request: PortalRequest, output: Output, statements: number): Html => {
  const { m } = request
  const words = organiserWords.in(request.lang)
  const why = whyLeftOut(request, output)
  return markup`<li>
    <a href="${request.href(`/organisers/outputs/${output.id}`)}"
      ><cite${langDir(output.language)}>${output.title}</cite></a
    >
    <span class="meta"
      >${m.names.kind[output.kind]}${m.text("comma")}${output.publishedAt === null ? words.text("undated") : m.date(output.publishedAt)}${m.text("comma")}${words.text("statementCount", { count: statements })}</span
    >
    ${why.map((reason) => markup`<span class="meta">${reason}</span>`)}
  </li>`
}

const documentsPart = Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
  const { m } = request
  const words = organiserWords.in(request.lang)
  const readings = yield* Readings
  const { id } = organiser.initiative
  const all = (yield* (yield* Outputs).list({ initiativeId: id })).toReversed()
  if (all.length === 0) return markup`<h2>${words.text("readTitle")}</h2><p>${words.text("noDocuments")}</p>`
  const counts = yield* readings.statementsByOutput(id)
  const years = yield* readings.yearsOfInitiative(id)
  const counted = all.filter((output) => !isLeftOut(output))
  const leftOut = all.filter(isLeftOut)
  const list = (outputs: ReadonlyArray<Output>) =>
    markup`<ul class="outputs">
        ${outputs.slice(0, documentsShown).map((output) => documentItem(request, output, counts.get(output.id) ?? 0))}
      </ul>
      ${outputs.length > documentsShown ? markup`<p class="note">${m.text("more", { count: outputs.length - documentsShown })}</p>` : ""}`
  return markup`<h2 id="documents">${words.text("readTitle")}</h2>
    <p>${words.text("readLead")}</p>
    ${counted.length === 0 ? "" : markup`<h3>${words.text("counted")}</h3>${list(counted)}`}
    <h3>${words.text("leftOut")}</h3>
    ${
      leftOut.length === 0
        ? markup`<p>${words.text("noneLeftOut")}</p>`
        : markup`<p class="note">${words.text("leftOutLead")}</p>${list(leftOut)}`
    }
    ${
      years.length === 0
        ? ""
        : markup`<h3>${words.text("coverage")}</h3>
            <ul class="chips">
              ${years.toReversed().map(
                (own) =>
                  markup`<li>
                    ${own.year}
                    <span class="meta">${words.text("statementCount", { count: own.statements })}</span>
                  </li>`
              )}
            </ul>`
    }`
})

/** Paragraph numbers, by which passages of a digest are cited. */
const paragraphsOf = (all: ReadonlyArray<number>): string => {
  const distinct = [...new Set(all)]
  const more = distinct.length > paragraphsShown ? " …" : ""
  return `§ ${distinct.slice(0, paragraphsShown).join(", ")}${more}`
}

const releasesPart = Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
  const { m } = request
  const words = organiserWords.in(request.lang)
  const { id } = organiser.initiative
  const found = yield* (yield* Quoted).of(id)
  return markup`<h2 id="quoted">${words.text("releasesTitle")}</h2>
    ${
      found.length === 0
        ? markup`<p>${words.text("noReleases")}</p>`
        : markup`<ul class="outputs">
            ${found.map(
              (one) =>
                markup`<li>
                  <a href="${request.href(`/digest/${one.number}`)}">${words.text("releaseOf", { number: one.number })}</a>
                  <span class="meta"
                    >${m.date(one.frozenAt)}${m.text("comma")}${words.text("statementCount", { count: one.paragraphs.length })}${m.text("comma")}${paragraphsOf(one.paragraphs)}</span
                  >
                </li>`
            )}
          </ul>`
    }
    <h3>${words.text("embed")}</h3>
    <p>
      ${words.text("embedText")}
      <a href="${request.href(`/initiatives/${id}`)}">${words.text("publicPage")}</a>
    </p>`
})

export const home = organiserPage(
  "/organisers",
  Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
    const words = organiserWords.in(request.lang)
    return {
      ...privatePage,
      title: words.text("homeTitle"),
      heading: name(organiser.initiative.name),
      section: "/take-part",
      crumbs: [],
      body: markup`<p class="lead">${words.text("homeLead")}</p>
        <p>
          <a class="button" href="${request.href("/organisers/upload")}">${words.text("uploadTitle")}</a>
          <a class="button quiet" href="${request.href("/organisers/corrections/new")}"
            >${words.text("correctionTitle")}</a
          >
        </p>
        ${yield* healthPart(request, organiser)} ${yield* documentsPart(request, organiser)}
        ${yield* releasesPart(request, organiser)} ${yield* uploadsPart(request, organiser)}
        ${yield* correctionsPart(request, organiser)}
        <hr />
        ${sealedForm(request, organiser, { action: "/organisers/leave" }, submit(words.text("leave"), "quiet"))}`
    } satisfies Page
  })
)
