/** `/review/output/ID`: an output beside its original, statement by statement. */
import { Effect, Option, Schema } from "effect"
import { DocumentKind, OutputId, StatementId } from "../../domain/index.ts"
import { langDir, markup } from "../../export/html/html.ts"
import { opening } from "../../export/view.ts"
import { Captures, Initiatives, Outputs, Reviews, ReviewWork, Statements } from "../../store/index.ts"
import { deskPage } from "../desk/frame.ts"
import { notFound } from "../failure.ts"
import { field, form, problemList, type Problems, select } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { param } from "../route.ts"
import { keys } from "./keys.ts"
import { panel, type Shown } from "./panel.ts"
import {
  canDecide,
  decisionText,
  labelsOf,
  type Names,
  namesOf,
  stateOfWork,
  timeOf,
  reported
} from "./texts.ts"
import { doneNotice } from "./undo-form.ts"
import { reviewWords } from "./words/index.ts"

const isStatement = Schema.is(StatementId)

/** Decisions about an output that are listed. */
const mostDecisionsShown = 50

const find = Effect.fnUntraced(function* (id: OutputId) {
  const outputs = yield* Outputs
  const output = Option.getOrUndefined(yield* outputs.get(id))
  if (output === undefined) return yield* notFound()
  const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(output.initiativeId))
  const version = Option.getOrUndefined(yield* outputs.latestVersion(id))
  const capture =
    version === undefined ? undefined : Option.getOrUndefined(yield* (yield* Captures).get(version.captureId))
  const shown = (yield* (yield* Statements).list({ outputId: id })).map((statement): Shown => ({
    statement,
    isExcluded: false
  }))
  const excluded = (yield* (yield* ReviewWork).excluded({ outputId: id })).map((statement): Shown => ({
    statement,
    isExcluded: true
  }))
  return {
    output,
    initiative,
    version,
    capture,
    all: [...shown, ...excluded].sort((a, b) => a.statement.ordinal - b.statement.ordinal)
  }
})

type Found = Effect.Success<ReturnType<typeof find>>

const documentForm = (request: PortalRequest, { output }: Found, problems: Problems) => {
  const words = reviewWords.in(request.lang)
  return form(
    request,
    { action: "/review/document" },
    markup`<input type="hidden" name="output" value="${output.id}" />
      <div class="filters">
        ${select(request, {
          name: "document-kind",
          label: words.text("documentKind"),
          value: output.kind,
          choices: DocumentKind.literals.map((value) => ({ value, label: request.m.names.kind[value] }))
        })}
        ${field(request, { name: "published", label: words.text("published"), type: "date", value: output.publishedAt ?? "", problems })}
        ${field(request, { name: "document-reason", label: words.text("reason"), maxLength: 500, autocomplete: "off" })}
      </div>
      <button class="quiet">${words.text("saveDocument")}</button>`
  )
}

const statementNav = (
  request: PortalRequest,
  { all, output }: Found,
  selected: Shown | undefined,
  names: Names
) => {
  const words = reviewWords.in(request.lang)
  const at = all.findIndex((one) => one === selected)
  const href = (one: Shown) =>
    `${request.href(`/review/output/${output.id}`, { s: one.statement.id })}#selected`
  const step = (one: Shown | undefined, key: string, label: string) =>
    one === undefined
      ? ""
      : markup`<a class="button quiet" data-key="${key}" href="${href(one)}">${label}</a>`
  return markup`<nav class="chosen" aria-labelledby="list-head">
    <h2 id="list-head">${words.text("listHead")}</h2>
    <p class="buttons">${step(all[at - 1], "k", words.text("previous"))}${step(all[at + 1], "j", words.text("next"))}</p>
    <ol>${all.map((one) => {
      const { isExcluded, statement } = one
      return markup`<li${isExcluded ? markup` class="gone"` : ""}><a href="${href(one)}"${one === selected ? markup` aria-current="true"` : ""}
        ><span${langDir(statement.language)}>${opening(statement.text, 140)}</span></a>
        <span class="meta">${isExcluded ? words.text("excludedMark") : labelsOf(request, statement, names)}</span></li>`
    })}</ol>
  </nav>`
}

/** The original beside the statements; its text as it was read where the original itself is no page. */
const original = (request: PortalRequest, { capture, output }: Found, selected: Shown | undefined) => {
  const words = reviewWords.in(request.lang)
  const isHtml = capture?.mediaType === "text/html" || capture?.mediaType === "application/xhtml+xml"
  const place = selected === undefined ? "" : `#b${selected.statement.place.block}`
  return markup`<section aria-labelledby="original-head">
    <h2 id="original-head">${words.text("original")}</h2>
    <p><a href="${request.href(`/outputs/${output.id}/text`)}">${words.text("wholeText")}</a>${
      capture === undefined
        ? ""
        : markup` · <a href="/captures/${capture.id}/file" download>${words.text("download")}</a>`
    }</p>
    ${
      capture !== undefined && isHtml
        ? markup`<iframe class="capture" sandbox loading="lazy" title="${words.text("original")}" src="/captures/${capture.id}/view"></iframe>`
        : markup`<p class="notice">${words.text("originalFile")}</p>
          <iframe class="capture" sandbox loading="lazy" title="${words.text("wholeText")}" src="/outputs/${output.id}/copy${place}"></iframe>`
    }
  </section>`
}

const history = Effect.fnUntraced(function* (request: PortalRequest, { all, output }: Found, names: Names) {
  const words = reviewWords.in(request.lang)
  const own = new Set(all.map(({ statement }) => statement.id))
  const found = (yield* (yield* Reviews).list())
    .filter(({ decision }) =>
      "outputId" in decision ? decision.outputId === output.id : own.has(decision.statementId)
    )
    .slice(-mostDecisionsShown)
    .toReversed()
  return markup`<h2>${words.text("historyHead")}</h2>${
    found.length === 0
      ? markup`<p>${words.text("noHistory")}</p>`
      : markup`<ul>${found.map(
          ({ at, by, decision, reason }) =>
            markup`<li>${timeOf(at)}${request.m.text("comma")}<bdi>${by}</bdi>: ${decisionText(request, decision, names)}${
              reason === "" ? "" : markup` – <q dir="auto">${reason}</q>`
            }</li>`
        )}</ul>`
  }`
})

/** The page of an output; `problems` of the form that was sent. */
export const outputPage = Effect.fnUntraced(function* (
  request: PortalRequest,
  id: OutputId,
  chosen: string | null,
  problems: Problems = {}
) {
  const words = reviewWords.in(request.lang)
  const names = yield* namesOf(request)
  const found = yield* find(id)
  const { all, initiative, output, version } = found
  const selected =
    (isStatement(chosen) ? all.find(({ statement }) => statement.id === chosen) : undefined) ??
    all.find(({ isExcluded, statement }) => !isExcluded && statement.kind !== "boilerplate") ??
    all[0]
  return deskPage(request, {
    part: "/review",
    title: request.m.text("labelled", { label: words.text("title"), text: output.title }),
    heading: markup`<bdi${langDir(output.language)}>${output.title}</bdi>`,
    crumbs: [{ label: words.text("title"), href: request.href("/review") }],
    status: Object.keys(problems).length === 0 ? 200 : 422,
    body: markup`${problemList(request, problems)}${yield* doneNotice(request, `/review/output/${id}`)}${yield* stateOfWork(request)}
        <p class="meta"><bdi>${initiative?.name ?? output.initiativeId}</bdi> · ${request.m.names.kind[output.kind]} · ${output.publishedAt === null ? "–" : request.m.date(output.publishedAt)} · <a href="${request.href(`/outputs/${output.id}`)}"><bdi>${output.url}</bdi></a></p>
        ${output.inDoubt ? markup`<ul class="meta">${output.kindReasons.map((one) => markup`<li>${reported(request, one)}</li>`)}</ul>` : ""}
        ${
          canDecide(request)
            ? markup`<details${problems["published"] !== undefined || output.inDoubt ? markup` open` : ""}><summary>${words.text("documentHead")}</summary>${documentForm(request, found, problems)}</details>`
            : ""
        }
        ${canDecide(request) ? keys(request) : ""}
        <div class="review">
          ${statementNav(request, found, selected, names)}
          ${selected === undefined ? markup`<p>${words.text("nothing")}</p>` : yield* panel(request, selected, output, version?.document ?? null, names, problems)}
          ${original(request, found, selected)}
        </div>
        ${yield* history(request, found, names)}`
  })
})

/** The page as it is asked for. */
export const askedOutput = Effect.fnUntraced(function* (request: PortalRequest) {
  const id = yield* param(request, "output", OutputId)
  return yield* outputPage(request, id, request.query.get("s"))
})
