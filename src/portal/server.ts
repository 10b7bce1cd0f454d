/**
 * The server: Node's HTTP server with the pages of `pages.ts`, and what holds for all of them: language,
 * error pages, security headers, limits of time, addresses behind trusted proxies.
 */
import { createServer } from "node:http"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Cause, Effect, Exit, Layer, Option, Predicate, Schema } from "effect"
import {
  HttpMiddleware,
  HttpRouter,
  HttpServer,
  HttpServerError,
  HttpServerRequest,
  HttpServerResponse
} from "effect/http"
import { IpNetwork } from "effect/net"
import { aroundApi, isApiPath } from "./api/around.ts"
import { errorPage } from "./error-page.ts"
import { KnownPaths } from "./known-paths.ts"
import { Prefix, splitPrefix } from "./language.ts"
import { pages } from "./pages.ts"
import { readRequest } from "./request.ts"
import { withSecurityHeaders } from "./security-headers.ts"
import { PortalSettings } from "./settings.ts"
import { storeErrorsOf } from "./store-errors.ts"

/** Time that one answer may take. */
const answerLimit = "30 seconds"

/** The same where a file is sent on a slow line, and read. */
const slowLimit = "10 minutes"

/** Time that readers are given to receive their answers when the server stops. */
const stopLimit = "10 seconds"

/** The server cannot listen there. */
export class PortalFailed extends Schema.TaggedError<PortalFailed>()("PortalFailed", {
  message: Schema.String
}) {}

export interface ServerOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Networks whose `X-Forwarded-*` fields are believed, as `10.0.0.0/8`; none when empty. */
  readonly trustedProxies: ReadonlyArray<IpNetwork.IpNetwork>
}

/** The path of a request without what a reader typed into it, for the log. */
const pathOf = (url: string): string => url.split("?", 1)[0] ?? "/"

const isNotFound = (cause: Cause.Cause<unknown>): boolean =>
  cause.reasons.some(
    (reason) =>
      reason._tag === "Fail" &&
      HttpServerError.isHttpServerError(reason.error) &&
      reason.error.reason._tag === "RouteNotFound"
  )

/** Whether somebody sent a text that the database cannot hold: then it is not the server's fault. */
const isUnusableText = (cause: Cause.Cause<unknown>): boolean =>
  storeErrorsOf(cause).some(({ reason }) => reason === "unusable-text")

/** An answer for every request: that of the page found, or a page that says why there is none. */
const handled = <E, R>(
  routes: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>,
  api: Effect.Success<typeof aroundApi>
) =>
  Effect.gen(function* () {
    const raw = yield* HttpServerRequest.HttpServerRequest
    const { baseUrl } = yield* PortalSettings
    const known = yield* KnownPaths
    const { path, prefix } = splitPrefix(raw.url)
    const inner = prefix === null ? raw : raw.modify({ url: path })

    if (isApiPath(path)) {
      const limit = known.isSlow(raw.method, path) ? slowLimit : answerLimit
      const answer = yield* api(inner, known.methodsOf(path), Effect.timeout(routes, limit)).pipe(
        Effect.provideService(HttpServerRequest.HttpServerRequest, inner)
      )
      return withSecurityHeaders(answer, baseUrl.protocol === "https:")
    }

    const troubled = Effect.fnUntraced(function* (cause: Cause.Cause<unknown>) {
      const request = yield* readRequest(inner)
      if (isNotFound(cause)) {
        const allowed = known.methodsOf(path)
        return allowed.length === 0
          ? yield* errorPage(request, 404)
          : yield* errorPage(request, 405, "", { allow: allowed.join(", ") })
      }
      const own = cause.reasons.flatMap((reason) =>
        reason._tag === "Die" && HttpServerResponse.isHttpServerResponse(reason.defect) ? [reason.defect] : []
      )[0]
      if (own !== undefined) return own
      if (isUnusableText(cause)) return yield* errorPage(request, 400)
      yield* Effect.logError(`${raw.method} ${pathOf(raw.url)} failed`, cause)
      const busy = cause.reasons.some(
        (reason) => reason._tag === "Fail" && Predicate.isTagged(reason.error, "TimeoutError")
      )
      return yield* errorPage(request, busy ? 503 : 500, "", busy ? { "retry-after": "60" } : {})
    })

    const exit = yield* Effect.exit(
      Effect.timeout(routes, known.isSlow(raw.method, path) ? slowLimit : answerLimit)
    ).pipe(
      Effect.provideService(HttpServerRequest.HttpServerRequest, inner),
      Effect.provideService(Prefix, { lang: prefix })
    )
    const response = Exit.isSuccess(exit)
      ? exit.value
      : Cause.hasInterruptsOnly(exit.cause)
        ? yield* Effect.interrupt
        : yield* troubled(exit.cause).pipe(Effect.provideService(Prefix, { lang: prefix }))
    return withSecurityHeaders(response, baseUrl.protocol === "https:")
  })

/** Serves the portal until the layer's scope closes; then takes no more requests and ends those under way. */
export const serve = (options: ServerOptions) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const routes = yield* HttpRouter.toHttpEffect(pages)
      const answers = handled(routes, yield* aroundApi)
      yield* options.trustedProxies.length === 0
        ? HttpServer.serveEffect(answers)
        : HttpServer.serveEffect(
            answers,
            HttpMiddleware.xForwardedHeaders({ trustedProxies: options.trustedProxies })
          )
    })
  ).pipe(Layer.provideMerge(KnownPaths.layer))

/** Node's server, listening. */
export const listen = ({ host, port }: Pick<ServerOptions, "host" | "port">) =>
  NodeHttpServer.layer(
    () =>
      createServer({
        // Bodies of other pages are cut off with their answer, sooner than this.
        requestTimeout: 11 * 60_000,
        headersTimeout: 20_000,
        keepAliveTimeout: 15_000,
        maxHeaderSize: 16 * 1024
      }),
    { host, port, gracefulShutdownTimeout: stopLimit }
  ).pipe(
    Layer.catchTag("ServeError", ({ cause }) =>
      Layer.effect(
        HttpServer.HttpServer,
        Effect.fail(new PortalFailed({ message: listenSentence(host, port, cause) }))
      )
    )
  )

const listenSentence = (host: string, port: number, cause: unknown): string => {
  const code = Predicate.hasProperty(cause, "code") ? String(cause.code) : ""
  if (code === "EADDRINUSE") {
    return `Port ${port} of ${host} is taken: stop what listens there, or name another with --port.`
  }
  if (code === "EACCES") return `This user may not listen on port ${port}: name one above 1023 with --port.`
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `${host} is no address of this machine: name one with --host.`
  }
  return `The portal cannot listen on ${host}, port ${port}: ${code === "" ? String(cause) : code}.`
}

/** Web address of a server that listens, for people: loopback where it listens on all addresses. */
export const listeningAt = Effect.map(HttpServer.HttpServer, ({ address }) =>
  Option.getOrElse(URLOf(HttpServer.formatAddress(address)), () => new URL("http://127.0.0.1/"))
)

const URLOf = (text: string): Option.Option<URL> => {
  const url = URL.parse(text.replace("//0.0.0.0", "//127.0.0.1").replace("//[::]", "//[::1]"))
  return url === null ? Option.none() : Option.some(url)
}
