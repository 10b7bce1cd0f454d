/** What a page says after a decision, with the button that takes it back. */
import { Effect, Schema } from "effect"
import { ReviewId } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import { ReviewWork } from "../../store/index.ts"
import { form } from "../form.ts"
import { type PortalRequest, withQuery } from "../request.ts"
import { canDecide } from "./texts.ts"
import { reviewWords } from "./words/index.ts"

const isNumber = Schema.is(ReviewId)

/** A number of a review as an address or a form gives it; null for anything else. */
export const reviewNumber = (text: string | null): ReviewId | null => {
  const number = /^[1-9]\d{0,12}$/.test(text ?? "") ? Number(text) : null
  return isNumber(number) ? number : null
}

/** Where a page is to be shown again: without what it said of the last decision. */
export const backTo = (request: PortalRequest, path: string): string => {
  const own = Object.fromEntries(request.query)
  return withQuery(path, { ...own, done: null, undone: null, overtaken: null, problem: null })
}

/** Says that decisions were kept or taken back. */
export const doneNotice = Effect.fnUntraced(function* (request: PortalRequest, path: string) {
  const words = reviewWords.in(request.lang)
  const done = reviewNumber(request.query.get("done"))
  const overtaken = Number(request.query.get("overtaken") ?? "0")
  const isUndone = request.query.get("undone") === "1"
  if (done === null || !canDecide(request)) return markup``
  const count = (yield* (yield* ReviewWork).batch(done)).length
  if (count === 0) return markup``
  return markup`<div class="notice" role="status">
    <p>${words.text(isUndone ? "undone" : "done")} ${request.m.text("sentence", { text: words.text("decisions", { count }) })}${
      overtaken > 0 ? ` ${words.text("overtaken", { count: overtaken })}` : ""
    }</p>
    ${form(
      request,
      { action: "/review/undo", class: "inline" },
      markup`<input type="hidden" name="batch" value="${done}" />
        <input type="hidden" name="back" value="${backTo(request, path)}" />
        <button class="quiet" data-key="u">${words.text("undo")}</button>`
    )}
  </div>`
})
