/**
 * How pages are added: `page(path, handler)` for what is read, `action(path, handler)` for what changes
 * something. Each gives a layer; the layers of a group are merged in the group's file, and the groups are
 * listed in `pages.ts`.
 *
 * A handler is given the request and gives a `Page`, or an answer of its own. It fails with `PageFailure`
 * for what a reader can understand; any other failure becomes the page of status 500 and is logged. Its
 * services are those of the layer that it is in.
 */
import { Effect, Layer, Predicate, Schema } from "effect"
import { HttpIncomingMessage, HttpRouter, HttpServerResponse } from "effect/http"
import { errorPage, failurePage } from "./error-page.ts"
import { PageFailure } from "./failure.ts"
import { KnownPaths } from "./known-paths.ts"
import type { Page } from "./page.ts"
import { may, type Role, Sessions } from "./person.ts"
import { type PortalRequest, routedRequest, withQuery } from "./request.ts"
import { redirect, sendPage } from "./respond.ts"
import { PortalSettings } from "./settings.ts"
import { digestLanguages } from "../domain/languages.ts"

/** What a handler gives. */
export type Answer = Page | HttpServerResponse.HttpServerResponse

export interface RouteOptions {
  /** Only for signed-in people of this role or a higher one. */
  readonly role?: Role
  /** For what is no page: it has no language in its address and is served as it is. */
  readonly plain?: boolean
  /** It takes a large body: the answer may be minutes away. */
  readonly slow?: boolean
}

/** Bytes of a form without files at most. */
export const largestForm = 256 * 1024

/** The first parts of the path as it was sent, for the log; what follows may be a secret. */
const placeOf = ({ raw }: PortalRequest): string =>
  (raw.url.split("?", 1)[0] ?? "/").split("/").slice(0, 3).join("/")

/** Sends whoever is not signed in to sign in first, and refuses whoever may not. */
const refused = Effect.fnUntraced(function* (request: PortalRequest, role: Role | undefined) {
  if (role === undefined || may(request.person, role)) return null
  if (request.person !== null) {
    yield* Effect.logWarning(`${request.method} ${placeOf(request)} was refused to ${request.person.id}`)
    return yield* errorPage(request, 403)
  }
  const next = request.method === "GET" ? withQuery(request.path, Object.fromEntries(request.query)) : "/"
  return redirect(request.href("/sign-in", { next }))
})

const answered = Effect.fnUntraced(function* <E, R>(
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>,
  options: RouteOptions
) {
  const request = yield* routedRequest
  if (options.plain !== true && request.method !== "POST") {
    if (!request.prefixed) {
      const response = redirect(request.inOther(request.lang), 302)
      return HttpServerResponse.setHeader(response, "vary", "Accept-Language")
    }
    const wish = request.query.get("lang")
    if (wish !== null) {
      const other = digestLanguages.find((lang) => lang === wish)
      return redirect(request.inOther(other ?? request.lang), 302)
    }
  }
  return yield* Effect.gen(function* () {
    const refusal = yield* refused(request, options.role)
    if (refusal !== null) return refusal
    const answer = yield* handler(request)
    return HttpServerResponse.isHttpServerResponse(answer) ? answer : yield* sendPage(request, answer)
  }).pipe(
    Effect.catchIf(
      (error): error is PageFailure & E => error instanceof PageFailure,
      (failure) => failurePage(request, failure)
    )
  )
})

const add = <E, R>(
  method: "GET" | "POST",
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>,
  options: RouteOptions
) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const router = yield* HttpRouter.HttpRouter
      const context = yield* Effect.context<R | PortalSettings>()
      const known = yield* KnownPaths
      known.add({ method, path, role: options.role ?? null, isSlow: options.slow === true })
      yield* router.add(
        method,
        path,
        answered(handler, options).pipe(Effect.provideContext(context), Effect.orDie)
      )
    })
  )

/** Adds a page at a path such as `/issues/:issue`; the language's prefix is not part of it. */
export const page = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>,
  options: RouteOptions = {}
) => add("GET", path, handler, options)

/** Adds what is no page: a file, a feed, a calendar. It has one address for all languages. */
export const file = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>
) => add("GET", path, handler, { plain: true })

/** The fields of a form as they were sent; the first of each name with `get`. */
export type Fields = URLSearchParams

/** Whether a form was sent by one of our own pages: browsers say so (Fetch Metadata), old ones by Origin. */
const isOwn = (request: PortalRequest, baseUrl: URL): boolean => {
  const { headers } = request.raw
  const site = headers["sec-fetch-site"]
  if (site !== undefined) return site === "same-origin" || site === "none"
  const { origin } = headers
  if (origin === undefined) return false
  return origin === baseUrl.origin || URL.parse(origin)?.host === headers["host"]
}

/** Whether a body is known to be larger than a limit, before or while it is read. */
const isTooLarge = (error: unknown): boolean =>
  Predicate.hasProperty(error, "message") && /max|large|size/i.test(String(error.message))

const readFields = Effect.fnUntraced(function* (request: PortalRequest) {
  const type = request.raw.headers["content-type"] ?? ""
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    return yield* new PageFailure({ status: 415, message: "" })
  }
  if (Number(request.raw.headers["content-length"] ?? "0") > largestForm) {
    return yield* new PageFailure({ status: 413, message: "" })
  }
  const text = yield* request.raw.text.pipe(
    Effect.provideService(HttpIncomingMessage.MaxBodySize, BigInt(largestForm)),
    Effect.mapError((error) => new PageFailure({ status: isTooLarge(error) ? 413 : 400, message: "" }))
  )
  return new URLSearchParams(text)
})

/** Refuses forms that other sites made a reader send, and forms without the token of their session. */
export const checkOrigin = Effect.fnUntraced(function* (request: PortalRequest) {
  const { baseUrl } = yield* PortalSettings
  if (!isOwn(request, baseUrl)) {
    yield* Effect.logWarning(`A form for ${placeOf(request)} came from another site, and was refused`)
    return yield* new PageFailure({ status: 403, message: "" })
  }
})

/** Refuses a form without the token of its session. */
export const checkToken = Effect.fnUntraced(function* (request: PortalRequest, token: string) {
  const sessions = yield* Sessions
  if (!(yield* sessions.verify(request.raw, request.session, token))) {
    yield* Effect.logWarning(`A form for ${placeOf(request)} came without the token of its session`)
    return yield* new PageFailure({ status: 403, message: "" })
  }
})

/**
 * Adds what a form does, sent by POST. The form's origin and token are checked before the handler runs; a
 * handler ends with `redirect` as a rule, so that reloading repeats nothing.
 */
export const action = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest, fields: Fields) => Effect.Effect<Answer, E, R>,
  options: RouteOptions = {}
) =>
  add(
    "POST",
    path,
    Effect.fnUntraced(function* (request: PortalRequest) {
      yield* checkOrigin(request)
      const fields = yield* readFields(request)
      yield* checkToken(request, fields.get("csrf") ?? "")
      return yield* handler(request, fields)
    }),
    options
  )

/** Adds what takes a body of its own kind (an upload); the handler reads it, and calls `checkToken` itself. */
export const upload = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest) => Effect.Effect<Answer, E, R>,
  options: RouteOptions = {}
) =>
  add(
    "POST",
    path,
    (request: PortalRequest) => Effect.andThen(checkOrigin(request), handler(request)),
    options
  )

/** A part of the path, decoded by a schema of the domain; what does not fit is a page that is not there. */
export const param = <A, I>(request: PortalRequest, name: string, schema: Schema.Codec<A, I>) =>
  Schema.decodeUnknownEffect(schema)(request.params[name]).pipe(
    Effect.mapError(() => new PageFailure({ status: 404, message: "" }))
  )
