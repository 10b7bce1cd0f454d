/** A site in memory that answers visits as the Visitor does, and remembers what was asked. */
import { Effect, Schema } from "effect"
import {
  HttpUrl,
  SourceId,
  InitiativeId,
  type Source,
  type SourceKind,
  type SourceOptions
} from "../../../src/domain/index.ts"
import type { VisitFunction, VisitRequest, VisitResult } from "../../../src/ingest/source/index.ts"

const failure = (outcome: VisitResult["outcome"], status: number | null): VisitResult => ({
  outcome,
  status,
  finalUrl: null,
  mediaType: null,
  charset: null,
  body: null,
  etag: null,
  lastModified: null,
  message: `The visit ended with ${outcome}.`
})

type Answer = string | Uint8Array | VisitResult

const mediaTypeOf = (body: string): string =>
  /^\s*[[{]/.test(body)
    ? "application/json"
    : /^\s*<(?:!doctype html|html)/i.test(body)
      ? "text/html"
      : "text/xml"

/** A site of addresses and answers; addresses that it does not have are not found. */
export const site = (answers: Readonly<Record<string, Answer>>) => {
  const asked: Array<VisitRequest> = []
  const visit: VisitFunction = (request) => {
    asked.push(request)
    const answer = answers[decodeURIComponent(request.url)] ?? answers[request.url]
    if (answer === undefined) return Effect.succeed(failure("not-found", 404))
    if (typeof answer !== "string" && !(answer instanceof Uint8Array)) return Effect.succeed(answer)
    const body = typeof answer === "string" ? new TextEncoder().encode(answer) : answer
    return Effect.succeed({
      ...failure("ok", 200),
      finalUrl: request.url,
      mediaType: typeof answer === "string" ? mediaTypeOf(answer) : "application/octet-stream",
      body,
      message: "ok"
    })
  }
  return { visit, asked: () => asked.map(({ url }) => decodeURIComponent(url)) }
}

/** A visit that failed, or found nothing new. */
export const ended = failure

/** A source of a kind. */
export const sourceOf = (kind: SourceKind, url: string, options: SourceOptions = {}): Source => ({
  id: Schema.decodeSync(SourceId)("example/source"),
  initiativeId: Schema.decodeSync(InitiativeId)("example"),
  kind,
  url: Schema.decodeSync(HttpUrl)(url),
  status: "approved",
  verified: true,
  validFrom: null,
  validUntil: null,
  options
})
