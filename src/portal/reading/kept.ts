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

interface KeptOptions {
  /** Its handler may wait for seconds for work elsewhere: it takes its turn only afterwards. */
  readonly waits?: boolean
}

/**
 * Adds a page that is kept until the store changes, unless its `maxAge` is 0; whoever is signed in gets one of their
 * own. A page that is not kept is made in its turn; readers who ask for the same one at once get what the first made.
 */
export const keptPage = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>,
  { waits = false }: KeptOptions = {}
) =>
  page(
    path,
    Effect.fnUntraced(function* (request: PortalRequest) {
      const known = yield* Known
      const turns = yield* Turns
      if (request.person !== null) {
        return yield* waits ? handler(request) : turns.take(handler(request))
      }
      const key = `${request.lang} ${request.raw.url}`
      const sendKept = Effect.gen(function* () {
        const kept = yield* known.keptPage(key)
        return kept === undefined ? undefined : yield* sendContent(request, kept)
      })

      const finish = Effect.fnUntraced(function* (answer: Answer) {
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
      if (waits) return yield* Effect.flatMap(handler(request), (answer) => turns.take(finish(answer)))
      return yield* turns.take(
        Effect.gen(function* () {
          return (yield* sendKept) ?? (yield* finish(yield* handler(request)))
        })
      )
    })
  )
