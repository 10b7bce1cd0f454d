/** Asking for a correction, and what came of it. */
import { Effect, Layer } from "effect"
import { CorrectionTopic, type Correction } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { opening } from "../../export/view.ts"
import {
  askCorrection,
  CorrectionRefused,
  correctionSubject,
  type CorrectionSubject,
  longestRequest
} from "../../jobs/organisers/index.ts"
import { Corrections } from "../../store/index.ts"
import { PageFailure } from "../failure.ts"
import { problemList, type Problems, select, submit, textArea } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { layoutWords } from "../words/layout.ts"
import { subjectIn } from "./enter.ts"
import {
  organiserAction,
  organiserCrumbs,
  type Organiser,
  organiserPage,
  privatePage,
  sealedForm
} from "./session.ts"
import { organiserWords } from "./words/index.ts"
import { Schema } from "effect"

/** Requests that are shown on the page of an initiative. */
const shown = 50

const topicWords = {
  issue: "topicIssue",
  date: "topicDate",
  kind: "topicKind",
  "not-ours": "topicNotOurs",
  text: "topicText",
  other: "topicOther"
} as const satisfies Readonly<Record<CorrectionTopic, string>>

const stateWords = {
  open: "stateOpen",
  accepted: "stateAccepted",
  answered: "stateAnswered"
} as const satisfies Readonly<Record<Correction["state"], string>>

const isTopic = Schema.is(CorrectionTopic)

const formPage = (
  request: PortalRequest,
  organiser: Organiser,
  about: string | null,
  subject: CorrectionSubject,
  given: { readonly topic: string; readonly words: string } = { topic: "", words: "" },
  problems: Problems = {}
): Page => {
  const words = organiserWords.in(request.lang)
  return {
    ...privatePage,
    title: words.text("correctionTitle"),
    section: "/take-part",
    crumbs: organiserCrumbs(request),
    status: Object.keys(problems).length === 0 ? 200 : 422,
    body: markup`<p class="lead">${words.text("correctionLead")}</p>
      ${problemList(request, problems)}
      <h2>${words.text("about")}</h2>
      ${
        subject.quotation === null
          ? markup`<p>${words.text("aboutInitiative")}</p>`
          : markup`<blockquote dir="auto"><p>${opening(subject.quotation, 1500)}</p></blockquote>`
      }
      ${sealedForm(
        request,
        organiser,
        { action: "/organisers/corrections" },
        markup`<input type="hidden" name="about" value="${about ?? ""}" />
          ${select(request, {
            name: "topic",
            label: words.text("topic"),
            required: true,
            value: given.topic,
            empty: layoutWords.in(request.lang).text("choose"),
            choices: CorrectionTopic.literals.map((topic) => ({
              value: topic,
              label: words.text(topicWords[topic])
            })),
            problems
          })}
          ${textArea(request, {
            name: "words",
            label: words.text("words"),
            help: words.text("wordsHelp"),
            required: true,
            maxLength: longestRequest,
            value: given.words,
            dir: "auto",
            problems
          })}
          <p>${submit(words.text("ask"))}</p>`
      )}`
  }
}

/** What a page says where a request cannot be taken. */
const refusedAs = (request: PortalRequest, { reason }: CorrectionRefused): PageFailure => {
  const words = organiserWords.in(request.lang)
  switch (reason) {
    case "other-initiative":
      return new PageFailure({ status: 403, message: words.text("otherInitiative") })
    case "too-many":
      return new PageFailure({ status: 429, message: words.text("tooManyCorrections"), retryAfter: 3600 })
    default:
      return new PageFailure({ status: 404, message: "" })
  }
}

const asPage = <A, E, R>(request: PortalRequest, effect: Effect.Effect<A, E | CorrectionRefused, R>) =>
  Effect.catchIf(
    effect,
    (error): error is CorrectionRefused & E => error instanceof CorrectionRefused,
    (refused) => Effect.fail(refusedAs(request, refused))
  )

const correctionItem = (request: PortalRequest, correction: Correction): Html => {
  const { m } = request
  const words = organiserWords.in(request.lang)
  return markup`<li>
    <b>${words.text(topicWords[correction.topic])}</b>: <span dir="auto">${opening(correction.words, 400)}</span>
    ${
      correction.quotation === null
        ? ""
        : markup`<span class="meta"><q dir="auto">${opening(correction.quotation, 160)}</q></span>`
    }
    <span class="meta"
      >${words.text("askedOn", { date: m.date(correction.askedAt) })}${m.text("comma")}${words.text(stateWords[correction.state])}</span
    >
    ${
      correction.answer === null || correction.answer === ""
        ? ""
        : markup`<span class="meta">${words.text("answer")}: <span dir="auto">${correction.answer}</span></span>`
    }
  </li>`
}

/** The part of the initiative's page about requests. */
export const correctionsPart = Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
  const words = organiserWords.in(request.lang)
  const all = yield* (yield* Corrections).list({ initiativeId: organiser.initiative.id, limit: shown })
  return markup`<h2 id="corrections">${words.text("correctionsTitle")}</h2>
    ${request.query.get("asked") === null ? "" : markup`<p class="notice" role="status">${words.text("asked")}</p>`}
    ${
      all.length === 0
        ? markup`<p>${words.text("noCorrections")}</p>`
        : markup`<ul class="outputs">${all.map((correction) => correctionItem(request, correction))}</ul>`
    }`
})

export const corrections = Layer.mergeAll(
  organiserPage(
    "/organisers/corrections/new",
    Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
      const about = subjectIn(request.query)
      const subject = yield* asPage(request, correctionSubject(organiser.initiative.id, about))
      return formPage(request, organiser, about, subject)
    }),
    (request) => subjectIn(request.query)
  ),
  organiserAction(
    "/organisers/corrections",
    Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser, fields: URLSearchParams) {
      const own = organiserWords.in(request.lang)
      const about = subjectIn(fields)
      const topic = fields.get("topic") ?? ""
      const words = (fields.get("words") ?? "").slice(0, longestRequest)
      const problems: Record<string, string> = {}
      if (!isTopic(topic)) problems["topic"] = own.text("topicMissing")
      if (words.trim() === "") problems["words"] = own.text("wordsMissing")
      const again = (said: Problems) =>
        Effect.map(correctionSubject(organiser.initiative.id, about), (subject) =>
          formPage(request, organiser, about, subject, { topic, words }, said)
        )
      if (!isTopic(topic) || words.trim() === "") return yield* asPage(request, again(problems))
      return yield* asPage(
        request,
        askCorrection(organiser.link, { about, topic, words, language: request.lang }).pipe(
          Effect.as(redirect(`${request.href("/organisers", { asked: 1 })}#corrections`)),
          Effect.catchIf(
            (error) => error instanceof CorrectionRefused && error.reason === "same",
            () => again({ words: own.text("sameCorrection") })
          )
        )
      )
    })
  )
)
