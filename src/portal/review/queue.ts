/** The list of what waits for a reviewer, and of what was decided. */
import { Effect, Option, Schema } from "effect"
import { InitiativeId, type Statement } from "../../domain/index.ts"
import { langDir, markup, name } from "../../export/html/html.ts"
import type { Value } from "../../export/html/html.ts"
import { opening } from "../../export/view.ts"
import { lowScore, ReviewQueue, Outputs, ReviewWork } from "../../store/index.ts"
import { deskPage } from "../desk/frame.ts"
import { form, problemList, type Problems } from "../form.ts"
import { Known } from "../reading/known.ts"
import { pageNumber, pager } from "../reading/pager.ts"
import { quotedOf } from "../reading/statements.ts"
import type { PortalRequest } from "../request.ts"
import { table } from "../table.ts"
import { bulkForm } from "./bulk-form.ts"
import { type Asked, askedOf, filterForm, queueOf } from "./filters.ts"
import { canDecide, decimal, decisionText, labelsOf, namesOf, stateOfWork, timeOf } from "./texts.ts"
import { reviewWords } from "./words/index.ts"
import { doneNotice } from "./undo-form.ts"

const pageSize = 30

const isInitiative = Schema.is(InitiativeId)

const entry = (
  request: PortalRequest,
  statement: Statement,
  from: { readonly initiative: string; readonly title: string; readonly language: string },
  more: Value,
  names: Effect.Success<ReturnType<typeof namesOf>>
) => {
  const words = reviewWords.in(request.lang)
  const target = request.href(`/review/output/${statement.outputId}`, { s: statement.id })
  return markup`<li>
    <blockquote${langDir(statement.language)}><p>${opening(statement.text, 500)}</p></blockquote>
    <p class="by">${name(from.initiative)} · <cite${langDir(from.language)}>${opening(from.title, 100)}</cite></p>
    <p class="src">${labelsOf(request, statement, names)}${more}</p>
    <p class="src"><a href="${target}#selected">${words.text("open")}<span class="sr"> (${opening(statement.text, 40)})</span></a></p>
  </li>`
}

const statements = Effect.fnUntraced(function* (request: PortalRequest, asked: Asked) {
  const words = reviewWords.in(request.lang)
  const filter = queueOf(asked)
  if (filter === null) return markup``
  const queue = yield* ReviewQueue
  const names = yield* namesOf(request)
  const number = pageNumber(request.query)
  const count = yield* queue.count(filter)
  const ids = yield* queue.find(filter, { limit: pageSize, offset: (number - 1) * pageSize })
  const quoted = yield* quotedOf(ids)
  return markup`<h2>${words.text("statements", { count })}</h2>
    ${
      quoted.length === 0
        ? markup`<p>${words.text("nothing")}</p>`
        : markup`<ol class="statements">${quoted.map(({ initiative, output, statement }) => {
            const score = statement.issues[0]?.score ?? 1
            const sure =
              score < lowScore ? markup` · ${words.text("notSure", { score: decimal(request, score) })}` : ""
            return entry(
              request,
              statement,
              { initiative: initiative.name, title: output.title, language: output.language },
              sure,
              names
            )
          })}</ol>`
    }
    ${pager(request, number, Math.ceil(count / pageSize))}
    ${canDecide(request) && count > 0 ? bulkForm(request, asked, names) : ""}`
})

const inDoubt = Effect.fnUntraced(function* (request: PortalRequest) {
  const words = reviewWords.in(request.lang)
  const queue = yield* ReviewQueue
  const number = pageNumber(request.query)
  const count = yield* queue.countInDoubt
  const found = yield* queue.inDoubt({ limit: pageSize, offset: (number - 1) * pageSize })
  const initiatives = yield* (yield* Known).initiatives
  return markup`<h2>${words.text("outputs", { count })}</h2>
    ${
      found.length === 0
        ? markup`<p>${words.text("nothing")}</p>`
        : markup`<ul class="outputs">${found.map(
            ({ id, initiativeId, title }) =>
              markup`<li><a href="${request.href(`/review/output/${id}`)}"><bdi>${opening(title, 160) || id}</bdi></a>
                <span class="meta">${name(initiatives.get(initiativeId)?.name ?? initiativeId)}</span></li>`
          )}</ul>`
    }
    ${pager(request, number, Math.ceil(count / pageSize))}`
})

const excluded = Effect.fnUntraced(function* (request: PortalRequest, { initiative }: Asked) {
  const words = reviewWords.in(request.lang)
  const work = yield* ReviewWork
  const outputs = yield* Outputs
  const names = yield* namesOf(request)
  const number = pageNumber(request.query)
  const filter = isInitiative(initiative) ? { initiativeId: initiative } : {}
  const count = yield* work.countExcluded(filter)
  const found = yield* work.excluded({ ...filter, limit: pageSize, offset: (number - 1) * pageSize })
  const initiatives = yield* (yield* Known).initiatives
  const entries = yield* Effect.forEach(found, (statement) =>
    Effect.map(outputs.get(statement.outputId), (output) =>
      entry(
        request,
        statement,
        {
          initiative: initiatives.get(statement.initiativeId)?.name ?? statement.initiativeId,
          title: Option.isSome(output) ? output.value.title : "",
          language: Option.isSome(output) ? output.value.language : "und"
        },
        "",
        names
      )
    )
  )
  return markup`<h2>${words.text("statements", { count })}</h2>
    ${entries.length === 0 ? markup`<p>${words.text("nothing")}</p>` : markup`<ol class="statements">${entries}</ol>`}
    ${pager(request, number, Math.ceil(count / pageSize))}`
})

const recent = Effect.fnUntraced(function* (request: PortalRequest) {
  const words = reviewWords.in(request.lang)
  const names = yield* namesOf(request)
  const found = yield* (yield* ReviewWork).recent(100)
  if (found.length === 0) return markup`<p>${words.text("nothing")}</p>`
  const undo = canDecide(request)
  return table(
    words.text("showRecent"),
    [
      words.text("when"),
      words.text("who"),
      words.text("what"),
      words.text("reason"),
      ...(undo ? [markup`<span class="sr">${words.text("undo")}</span>`] : [])
    ],
    found.map(({ at, batch, by, count, decision, reason }) => [
      timeOf(at),
      by,
      markup`${decisionText(request, decision, names)}${
        "statementId" in decision ? markup` <span class="meta"><bdi>${decision.statementId}</bdi></span>` : ""
      }${count > 1 ? markup` <b>${words.text("and", { number: count - 1 })}</b>` : ""}`,
      reason,
      ...(undo
        ? [
            form(
              request,
              { action: "/review/undo" },
              markup`<input type="hidden" name="batch" value="${batch}" /><input type="hidden" name="back" value="/review?show=recent" />
                <button class="quiet">${words.text("undo")}<span class="sr"> ${batch}</span></button>`
            )
          ]
        : [])
    ])
  )
})

/** The page `/review`. */
export const queuePage = Effect.fnUntraced(function* (request: PortalRequest, problems: Problems = {}) {
  const words = reviewWords.in(request.lang)
  const asked = askedOf(request.query)
  const list =
    asked.show === "doubt"
      ? yield* inDoubt(request)
      : asked.show === "excluded"
        ? yield* excluded(request, asked)
        : asked.show === "recent"
          ? yield* recent(request)
          : yield* statements(request, asked)
  return deskPage(request, {
    part: "/review",
    title: words.text("title"),
    crumbs: [],
    status: Object.keys(problems).length === 0 ? 200 : 422,
    body: markup`<div id="undo">${problemList(request, problems)}</div><p>${words.text("intro")}</p>
        ${canDecide(request) ? "" : markup`<p class="note">${words.text("readOnly")}</p>`}
        ${yield* doneNotice(request, "/review")}${yield* stateOfWork(request)}
        ${yield* filterForm(request, asked)}${list}`
  })
})
