/**
 * What holds for every answer under `/api/`: tokens, limits by rate, reading from other sites (CORS), validators
 * and compression, and problems in place of whatever else went wrong.
 */
import { ByteSize, Cause, Clock, Context, Effect, Exit, Option, Predicate } from "effect"
import { HttpIncomingMessage, HttpServerError, HttpServerResponse, type HttpServerRequest } from "effect/http"
import { networkOf } from "../../accounts/guessing.ts"
import { readToken } from "../../accounts/index.ts"
import { readLink } from "../../jobs/organisers/links.ts"
import { registrationOf, toConfirm } from "../../jobs/registering/register.ts"
import type { OrganiserLinks, People, Registrations, StoredTokens } from "../../store/index.ts"
import { Content, isKnownTag } from "../respond.ts"
import { storeErrorsOf } from "../store-errors.ts"
import { HeldLink, HeldRegistration, Holder, type OwnRegistration } from "./access.ts"
import { plainProblem, problemType, quotaExceeded } from "./problem.ts"
import { type Allowance, byAddress, byToken, type Policy, RateCounter, rateFields } from "./rate.ts"

/** Bytes of a request's body at most. */
const largestBody = ByteSize.mebibytes(1)

/** The limits by rate; tests set narrower ones. */
export const RateLimits = Context.Reference<{ readonly address: Policy; readonly token: Policy }>(
  "tributary/portal/api/RateLimits",
  { defaultValue: () => ({ address: byAddress, token: byToken }) }
)

/** Whether a path belongs to the interface for programs. */
export const isApiPath = (path: string): boolean => /^\/api\/v\d/.test(path)

/** Whether a path is for whoever registered, and shows a secret that was mailed. */
const isRegistrantPath = (url: string): boolean => /^\/api\/v\d\/registrant(?:[/?]|$)/.test(url)

/** The registration of a secret that was mailed for it. */
const readRegistration = Effect.fnUntraced(function* (secret: string) {
  const own = Option.map(yield* registrationOf(secret), (registration): OwnRegistration => ({
    registration,
    secret,
    by: "status"
  }))
  if (Option.isSome(own)) return own
  return Option.map(yield* toConfirm(secret), (registration): OwnRegistration => ({
    registration,
    secret,
    by: "confirm"
  }))
})

/** Fields that other sites' scripts may read. */
const exposed = "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After"

/** Reading needs no credentials, so any site may read; what a token may do stays with programs. */
const corsFields: Record<string, string> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": exposed,
  "cross-origin-resource-policy": "cross-origin"
}

const preflight = HttpServerResponse.empty({
  status: 204,
  headers: {
    ...corsFields,
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "Accept, If-None-Match",
    "access-control-max-age": "86400",
    allow: "GET, HEAD, OPTIONS"
  }
})

/** The token that a request shows; null where it shows none, empty where it shows something else. */
const tokenOf = (request: HttpServerRequest.HttpServerRequest): string | null => {
  const field = request.headers["authorization"]
  if (field === undefined) return null
  return /^bearer +(\S+) *$/i.exec(field)?.[1] ?? ""
}

const refusedToken = HttpServerResponse.setHeader(
  plainProblem(
    401,
    "This token is not in force: it is wrong, expired, revoked or used up, or its person is disabled. Your profile page lists your tokens; organisers have a new link mailed to them."
  ),
  "www-authenticate",
  'Bearer error="invalid_token"'
)

const tooMany = ({ policy, seconds }: Allowance) =>
  HttpServerResponse.jsonUnsafe(
    {
      type: quotaExceeded,
      status: 429,
      title: "Too Many Requests",
      detail: `More than ${policy.quota} requests in ${policy.windowMs / 1000} seconds: wait ${seconds} seconds.`,
      "violated-policies": [policy.name]
    },
    { status: 429, contentType: problemType }
  )

/** What became of a request that no route answered. */
const troubled = Effect.fnUntraced(function* (
  request: HttpServerRequest.HttpServerRequest,
  cause: Cause.Cause<unknown>,
  allowed: ReadonlyArray<string>
) {
  for (const reason of cause.reasons) {
    const error = reason._tag === "Fail" ? reason.error : reason._tag === "Die" ? reason.defect : null
    if (HttpServerError.isHttpServerError(error)) {
      if (error.reason._tag === "RouteNotFound") {
        return allowed.length === 0
          ? plainProblem(404)
          : HttpServerResponse.setHeader(plainProblem(405), "allow", [...allowed, "OPTIONS"].join(", "))
      }
      if (error.reason._tag === "RequestParseError") {
        const { cause } = error.reason
        if (Predicate.hasProperty(cause, "message") && /max/i.test(String(cause.message))) {
          return plainProblem(413)
        }
        return plainProblem(400, "The body of the request is not what its content type says: send JSON.")
      }
    }
    if (reason._tag === "Die" && HttpServerResponse.isHttpServerResponse(reason.defect)) return reason.defect
    if (reason._tag === "Die" && Predicate.isTagged(reason.defect, "HttpApiPayloadTooLarge")) {
      return plainProblem(413)
    }
  }
  const stored = storeErrorsOf(cause)
  if (stored.some(({ reason }) => reason === "unusable-text")) {
    return plainProblem(400, "A text of the request holds a character that cannot be kept: leave U+0000 out.")
  }
  yield* Effect.logError(`${request.method} ${request.url.split("?", 1)[0] ?? ""} failed`, cause)
  const isBusy =
    stored.length > 0 ||
    cause.reasons.some((reason) => reason._tag === "Fail" && Predicate.isTagged(reason.error, "TimeoutError"))
  return isBusy ? HttpServerResponse.setHeader(plainProblem(503), "retry-after", "60") : plainProblem(500)
})

/** A failure without a problem in its body gets the usual one of its status. */
const asProblem = (response: HttpServerResponse.HttpServerResponse) => {
  if (response.status < 400) return response
  const type = response.body._tag === "Empty" ? "" : (response.body.contentType ?? "")
  if (type.startsWith(problemType)) return response
  const { allow } = response.headers
  const problem = plainProblem(response.status)
  return allow === undefined ? problem : HttpServerResponse.setHeader(problem, "allow", allow)
}

/** Validator and coding of what was read (RFC 9110, sections 8.8 and 12.5.3). */
const validated = Effect.fnUntraced(function* (
  request: HttpServerRequest.HttpServerRequest,
  response: HttpServerResponse.HttpServerResponse,
  isPublic: boolean
) {
  const isRead = request.method === "GET" || request.method === "HEAD"
  const { body } = response
  const caching = {
    "cache-control": isPublic ? "public, no-cache" : "private, no-cache",
    vary: "Accept-Encoding, Authorization"
  }
  if (isRead && response.status === 304) return HttpServerResponse.setHeaders(response, caching)
  if (!isRead || response.status !== 200 || body._tag !== "Uint8Array") {
    return HttpServerResponse.setHeader(response, "cache-control", "no-store")
  }
  const content = new Content(body.body, body.contentType, response.headers["etag"])
  const fields: Record<string, string> = { ...response.headers, ...caching, etag: content.etag }
  delete fields["content-type"]
  delete fields["content-length"]
  if (isKnownTag(request.headers["if-none-match"], content.etag)) {
    return HttpServerResponse.empty({ status: 304, headers: fields })
  }
  const encoded = content.encoded(request.headers["accept-encoding"] ?? "")
  const [coding, bytes] = encoded instanceof Promise ? yield* Effect.promise(() => encoded) : encoded
  if (coding !== null) fields["content-encoding"] = coding
  return HttpServerResponse.uint8Array(bytes, { contentType: content.type, headers: fields })
})

/** Makes what answers requests under `/api/` by the routes; it counts for as long as it is held. */
export const aroundApi = Effect.gen(function* () {
  const services = yield* Effect.context<StoredTokens | People | OrganiserLinks | Registrations>()
  const counter = new RateCounter()
  const limits = yield* RateLimits

  return Effect.fnUntraced(function* <E, R>(
    request: HttpServerRequest.HttpServerRequest,
    allowed: ReadonlyArray<string>,
    routes: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>
  ) {
    if (request.method === "OPTIONS") return preflight
    const at = yield* Clock.currentTimeMillis
    const text = tokenOf(request)
    const asked = yield* text === null
      ? Effect.succeed(Option.none())
      : Effect.option(Effect.provideContext(readToken(text), services))
    const holder = Option.getOrNull(Option.flatten(asked))
    const heldLink =
      text === null || holder !== null || Option.isNone(asked)
        ? Option.some(Option.none())
        : yield* Effect.option(Effect.provideContext(readLink(text), services))
    const link = Option.getOrNull(Option.flatten(heldLink))
    const heldRegistration =
      text === null || holder !== null || link !== null || !isRegistrantPath(request.url)
        ? Option.some(Option.none())
        : yield* Effect.option(Effect.provideContext(readRegistration(text), services))
    const registration = Option.getOrNull(Option.flatten(heldRegistration))
    const address = Option.getOrElse(request.remoteAddress, () => "unknown")
    const allowance =
      holder !== null
        ? counter.take(limits.token, holder.token.prefix, at)
        : link !== null
          ? counter.take(limits.token, link.id, at)
          : counter.take(limits.address, networkOf(address), at)

    const answered = Effect.gen(function* () {
      if (!allowance.allowed) return tooMany(allowance)
      const isRead = Option.isSome(asked) && Option.isSome(heldLink) && Option.isSome(heldRegistration)
      if (text !== null && !isRead) return plainProblem(503)
      if (text !== null && holder === null && link === null && registration === null) return refusedToken
      const exit = yield* Effect.exit(routes).pipe(
        Effect.provideService(Holder, holder),
        Effect.provideService(HeldLink, link),
        Effect.provideService(HeldRegistration, registration),
        Effect.provideService(HttpIncomingMessage.MaxBodySize, largestBody)
      )
      if (Exit.isSuccess(exit)) return asProblem(exit.value)
      if (Cause.hasInterruptsOnly(exit.cause)) return yield* Effect.interrupt
      return asProblem(yield* troubled(request, exit.cause, allowed))
    })
    const response = yield* validated(request, yield* answered, text === null)
    const challenge: Record<string, string> =
      response.status === 401 && response.headers["www-authenticate"] === undefined
        ? { "www-authenticate": "Bearer" }
        : {}
    return HttpServerResponse.setHeaders(response, {
      ...corsFields,
      ...rateFields(allowance),
      ...challenge,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'"
    })
  })
})
