/**
 * Pages for readers that are the same for everybody: made once for the store as it is, then kept.
 */
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import type { HttpRouter } from "effect/http"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { pageContent, sendContent, type SendOptions } from "../respond.ts"
import { type Answer, page } from "../route.ts"
import { Known } from "./known.ts"
import { Turns } from "./turns.ts"

const optionsOf = (own: Page): SendOptions => ({
  ...(own.maxAge === undefined ? {} : { maxAge: own.maxAge }),
  ...(own.headers === undefined ? {} : { headers: own.headers })
})

/**
 * Adds a page that is kept until the store changes, unless its `maxAge` is 0; whoever is signed in gets one of their
 * own. A page that is not kept is made in its turn; readers who ask for the same one at once get what the first made.
 *
 * @param first what the page needs and may have to wait for, for seconds: before its turn, and not for a kept page
 */
export const keptPageAfter = <A, E, R, E2, R2>(
  path: HttpRouter.PathInput,
  first: (request: PortalRequest) => Effect.Effect<A, E, R>,
  handler: (request: PortalRequest, given: A) => Effect.Effect<Answer, E2, R2>
) =>
  page(
    path,
    Effect.fnUntraced(function* (request: PortalRequest) {
      const known = yield* Known
      const turns = yield* Turns
      if (request.person !== null) {
        const given = yield* first(request)
        return yield* turns.take(handler(request, given))
      }
      const key = `${request.lang} ${request.raw.url}`
      const sendKept = Effect.gen(function* () {
        const kept = yield* known.keptPage(key)
        return kept === undefined ? undefined : yield* sendContent(request, kept)
      })

      const make = Effect.fnUntraced(function* (given: A) {
        const made = yield* sendKept
        if (made !== undefined) return made
        const answer = yield* handler(request, given)
        if (HttpServerResponse.isHttpServerResponse(answer)) return answer
        if ((answer.status ?? 200) !== 200 || answer.maxAge === 0) return answer
        const content = yield* pageContent(request, answer)
        const response = yield* sendContent(request, content, optionsOf(answer))
        // As it was sent, which is a fifth of what it was before.
        yield* known.keepPage(key, content)
        return response
      })

      const kept = yield* sendKept
      if (kept !== undefined) return kept
      const given = yield* first(request)
      return yield* turns.take(make(given))
    })
  )

/** The same for a page that waits for nothing but the store. */
export const keptPage = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>
) => keptPageAfter(path, () => Effect.void, handler)
