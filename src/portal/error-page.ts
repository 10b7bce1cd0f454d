/**
 * Pages for what went wrong: a heading, a sentence, and a way on.
 */
import { Effect } from "effect"
import { markup } from "../export/html/html.ts"
import type { PageFailure } from "./failure.ts"
import type { PortalRequest } from "./request.ts"
import { sendPage } from "./respond.ts"
import { layoutWords } from "./words/layout.ts"

/** Statuses that have words of their own. */
export type ErrorStatus = PageFailure["status"] | 500

/** The page of a status; `sentence` takes the place of the usual one when it is not empty. */
export const errorPage = Effect.fnUntraced(function* (
  request: PortalRequest,
  status: ErrorStatus,
  sentence = "",
  headers: Readonly<Record<string, string>> = {}
) {
  const words = layoutWords.in(request.lang)
  return yield* sendPage(request, {
    title: words.text(`error${status}`),
    status,
    headers,
    unlisted: true,
    body: markup`<p class="lead">${sentence === "" ? words.text(`error${status}Text`) : sentence}</p>
      ${
        status === 404 || status === 410
          ? markup`<form role="search" class="inline" action="${request.href("/search")}">
              <label for="q">${words.text("search")}</label>
              <input id="q" name="q" type="search" />
              <button>${words.text("search")}</button>
            </form>`
          : ""
      }
      <p><a href="${request.href("/")}">${words.text("home")}</a></p>`
  })
})

/** The page of a failure. */
export const failurePage = (request: PortalRequest, failure: PageFailure) =>
  errorPage(
    request,
    failure.status,
    failure.message,
    failure.retryAfter === undefined ? {} : { "retry-after": String(failure.retryAfter) }
  )
