/** Requests for a correction: seen beside what they are about, accepted (and put right in the review) or answered. */
import { Effect, Layer, Option, Schema } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { type Correction, CorrectionId, CorrectionState } from "../../domain/index.ts"
import { langDir, markup, type Value } from "../../export/html/html.ts"
import { answerCorrection, CorrectionRefused } from "../../jobs/organisers/index.ts"
import { Mail } from "../../mail/index.ts"
import { Corrections, Initiatives } from "../../store/index.ts"
import { badRequest, notFound } from "../failure.ts"
import { form, problemList, select, submit, textArea } from "../form.ts"
import { portalMail } from "../mail.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, type Fields, page, param } from "../route.ts"
import { table } from "../table.ts"
import { actorOf, deskPage, editors, factList, hrefOf, notice, readers, timeOf, wordsOf } from "./frame.ts"
import { reviewPath } from "./review-path.ts"

const isState = Schema.is(CorrectionState)
const isId = Schema.is(CorrectionId)

/** Longest answer, in UTF-16 code units. */
const longestAnswer = 4000

const nameOf = Effect.fnUntraced(function* ({ initiativeId }: Correction) {
  const initiative = yield* (yield* Initiatives).get(initiativeId)
  return Option.match(initiative, { onNone: () => initiativeId, onSome: ({ name }) => name })
})

const list = page(
  "/desk/corrections",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const wish = request.query.get("state")
    const state = isState(wish) ? wish : "open"
    const corrections = yield* (yield* Corrections).list({ state, limit: 200 })
    const names = new Map((yield* (yield* Initiatives).list).map(({ id, name }) => [id, name]))
    return deskPage(request, {
      part: "/desk/corrections",
      title: words.text("corrections"),
      crumbs: [],
      body: markup`<p class="lead">${words.text("correctionsLead")}</p>
        <form class="inline" method="get" action="${request.href("/desk/corrections")}">
          ${select(request, {
            name: "state",
            label: words.text("state_reg"),
            value: state,
            choices: CorrectionState.literals.map((one) => ({ value: one, label: words.text(`cor_${one}`) }))
          })}
          ${submit(words.text("show"), "quiet")}
        </form>
        ${
          corrections.length === 0
            ? markup`<p>${words.text("noCorrections")}</p>`
            : table(
                words.text("corrections"),
                [words.text("asksFor"), words.text("initiative"), words.text("about"), words.text("asked")],
                corrections.map((one) => [
                  markup`<a href="${request.href(`/desk/corrections/${one.id}`)}"${langDir(one.language)}>${one.words.length > 160 ? `${one.words.slice(0, 160)}…` : one.words}</a>`,
                  names.get(one.initiativeId) ?? one.initiativeId,
                  words.text(`topic_${one.topic}`),
                  timeOf(request, one.askedAt)
                ])
              )
        }`
    })
  }),
  readers
)

const found = Effect.fnUntraced(function* (id: CorrectionId) {
  const one = Option.getOrUndefined(yield* (yield* Corrections).get(id))
  return one === undefined ? yield* notFound() : one
})

const answerForm = Effect.fnUntraced(function* (
  request: PortalRequest,
  one: Correction,
  typed: string,
  problem: string
) {
  const words = wordsOf(request)
  const problems = problem === "" ? {} : { answer: problem }
  return markup`${(yield* Mail).isOn ? "" : notice(words.text("mailOff"))}
    ${form(
      request,
      { action: "/desk/corrections/answer" },
      markup`<input type="hidden" name="correction" value="${one.id}" />
        ${textArea(request, {
          name: "answer",
          label: words.text("answerText"),
          help: words.text("answerHelp"),
          required: true,
          maxLength: longestAnswer,
          value: typed,
          problems
        })}
        <p class="help">${words.text("acceptHelp")}</p>
        <div class="buttons">
          <button name="decision" value="accepted">${words.text("accept")}</button>
          <button name="decision" value="answered" class="quiet">${words.text("justAnswer")}</button>
        </div>`
    )}`
})

const ownPage = Effect.fnUntraced(function* (
  request: PortalRequest,
  one: Correction,
  said: { readonly typed?: string; readonly problem?: string } = {}
) {
  const words = wordsOf(request)
  const name = yield* nameOf(one)
  const facts: ReadonlyArray<readonly [string, Value]> = [
    [words.text("state_reg"), words.text(`cor_${one.state}`)],
    [
      words.text("initiative"),
      markup`<a href="${request.href(`/initiatives/${one.initiativeId}`)}">${name}</a>`
    ],
    [
      words.text("about"),
      one.outputId === null
        ? words.text("aboutWhole")
        : markup`${words.text(`topic_${one.topic}`)} · <a href="${hrefOf(request, reviewPath(one.outputId, one.statementId))}">${words.text("openOutput")}</a>`
    ],
    [words.text("organiser"), one.email],
    [words.text("asked"), timeOf(request, one.askedAt)],
    ...(one.decidedAt === null
      ? []
      : [
          [
            words.text("decided"),
            words.text("decidedBy", { by: one.decidedBy ?? "–", at: minuteOf(one.decidedAt) })
          ] as const
        ])
  ]
  return deskPage(request, {
    part: "/desk/corrections",
    title: request.m.text("labelled", { label: words.text("asksFor"), text: name }),
    crumbs: [{ href: request.href("/desk/corrections"), label: words.text("corrections") }],
    status: said.problem === undefined ? 200 : 422,
    body: markup`${problemList(request, said.problem === undefined ? {} : { answer: said.problem })}
      ${request.query.get("done") === null ? "" : notice(words.text("sentNow"))}
      <blockquote${langDir(one.language)}><p>${one.words}</p></blockquote>
      ${
        one.quotation === null
          ? ""
          : markup`<h2>${words.text("quotation")}</h2>
              <blockquote><p><bdi>${one.quotation}</bdi></p></blockquote>`
      }
      ${factList(facts)}
      ${
        one.answer === null
          ? ""
          : markup`<h2>${words.text("answered")}</h2>
              <p>${one.answer}</p>`
      }
      ${
        one.state === "open" && may(request.person, "editor")
          ? yield* answerForm(request, one, said.typed ?? "", said.problem ?? "")
          : ""
      }`
  })
})

const own = page(
  "/desk/corrections/:correction",
  Effect.fnUntraced(function* (request: PortalRequest) {
    return yield* ownPage(request, yield* found(yield* param(request, "correction", CorrectionId)))
  }),
  readers
)

const answer = action(
  "/desk/corrections/answer",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const words = wordsOf(request)
    const id = fields.get("correction")
    const decision = fields.get("decision")
    if (!isId(id) || (decision !== "accepted" && decision !== "answered")) return yield* badRequest("")
    const one = yield* found(id)
    const by = yield* actorOf(request)
    const text = (fields.get("answer") ?? "").trim().slice(0, longestAnswer)
    if (text === "") return yield* ownPage(request, one, { problem: words.text("empty") })
    const there =
      decision === "accepted" && one.outputId !== null
        ? hrefOf(request, reviewPath(one.outputId, one.statementId))
        : request.href(`/desk/corrections/${id}`, { done: "1" })
    return yield* answerCorrection(id, { state: decision, answer: text }, by).pipe(
      Effect.as(redirect(there)),
      Effect.catchIf(
        (error): error is CorrectionRefused => error instanceof CorrectionRefused,
        () =>
          Effect.flatMap(found(id), (now) =>
            ownPage(request, now, { typed: text, problem: words.text("wasClosed") })
          )
      )
    )
  }),
  editors
)

export const corrections = Layer.mergeAll(list, own, answer).pipe(Layer.provide(portalMail))
