/**
 * Validators that save work: an answer made of nothing but the store is not made again for whoever has it while the
 * store is as it was (RFC 9110, section 13).
 *
 * An entity tag is the hash of an answer, the same in every process and after a restart. Beside it is kept here at
 * which revision of the store it was made, so that asking for the revision, one small query, is all that a 304 costs.
 * Answers that depend on more than the store (the clock, a file) say nothing of it and are made each time.
 */
import { createHash } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiMiddleware } from "effect/http-api"
import { Known } from "../reading/known.ts"
import { etagOf, isKnownTag } from "../respond.ts"
import { HeldLink, Holder } from "./access.ts"

/** Operations whose answer to a caller depends on the store alone. */
export const FromStore = Context.Reference<boolean>("tributary/portal/api/FromStore", {
  defaultValue: () => false
})

/** Sees to validators of operations that are made of the store, and notes what changes it. */
export class Tags extends HttpApiMiddleware.Service<Tags>()("tributary/portal/api/Tags") {}

/** Tags that are kept at most; some 150 bytes each. */
const mostTags = 10_000

/** Tags of the store as it is at one revision; the least recently used ones go first. */
class KeptTags {
  #revision = ""
  readonly #tags = new Map<string, string>()

  get(revision: string, key: string): string | undefined {
    if (revision !== this.#revision) return undefined
    const tag = this.#tags.get(key)
    if (tag === undefined) return undefined
    this.#tags.delete(key)
    this.#tags.set(key, tag)
    return tag
  }

  set(revision: string, key: string, tag: string): void {
    if (revision !== this.#revision) {
      this.#tags.clear()
      this.#revision = revision
    }
    this.#tags.set(key, tag)
    for (const oldest of this.#tags.keys()) {
      if (this.#tags.size <= mostTags) break
      this.#tags.delete(oldest)
    }
  }
}

/** What was asked, and what the caller may see: who may see less has tags of their own. */
const keyOf = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest) {
  const scopes = (yield* Holder)?.scopes.toSorted().join() ?? ""
  const link = (yield* HeldLink)?.id ?? ""
  return createHash("sha256").update([request.url, scopes, link].join(" ")).digest("base64")
})

/** The answer that says that the caller has it. */
export const notModified = (tag: string): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.empty({ status: 304, headers: { etag: tag } })

export const tags = Layer.effect(
  Tags,
  Effect.gen(function* () {
    const known = yield* Known
    const kept = new KeptTags()

    return Tags.of(
      Effect.fnUntraced(function* (handler, { endpoint }) {
        const request = yield* HttpServerRequest.HttpServerRequest
        const isRead = request.method === "GET" || request.method === "HEAD"
        if (!isRead) return yield* Effect.ensuring(handler, known.forget)
        if (!Context.get(endpoint.annotations, FromStore)) return yield* handler
        // Asked before the answer is made: what changes meanwhile makes it another revision.
        const revision = yield* Effect.orDie(known.revision)
        const key = yield* keyOf(request)
        const tag = kept.get(revision, key)
        if (tag !== undefined && isKnownTag(request.headers["if-none-match"], tag)) return notModified(tag)
        const response = yield* handler
        if (response.status !== 200 || response.body._tag !== "Uint8Array") return response
        const present = etagOf(response.body.body)
        kept.set(revision, key, present)
        return HttpServerResponse.setHeader(response, "etag", present)
      })
    )
  })
)
