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

const optionsOf = (own: Page): SendOptions => ({
  ...(own.maxAge === undefined ? {} : { maxAge: own.maxAge }),
  ...(own.headers === undefined ? {} : { headers: own.headers })
})

/** Adds a page that is kept until the store changes, unless its `maxAge` is 0; whoever is signed in gets one of their own. */
export const keptPage = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>
) =>
  page(
    path,
    Effect.fnUntraced(function* (request: PortalRequest) {
      const known = yield* Known
      if (request.person !== null) return yield* handler(request)
      const key = `${request.lang} ${request.raw.url}`
      const kept = yield* known.keptPage(key)
      if (kept !== undefined) return yield* sendContent(request, kept)
      const answer = yield* handler(request)
      if (HttpServerResponse.isHttpServerResponse(answer)) return answer
      if ((answer.status ?? 200) !== 200 || answer.maxAge === 0) return answer
      const content = yield* pageContent(request, answer)
      const response = yield* sendContent(request, content, optionsOf(answer))
      // As it was sent, which is a fifth of what it was before.
      yield* known.keepPage(key, content)
      return response
    })
  )
