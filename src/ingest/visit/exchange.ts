/**
 * One exchange: a GET request and its response, nothing followed, nothing retried.
 */
import { Effect } from "effect"
import type { Dispatcher } from "undici"
import { acceptEncoding, makeBody, type BodyLimit, type BodySink } from "./body.ts"
import type { VisitSettings } from "./config.ts"
import { fail, failureOf, formatDuration, type VisitFailure } from "./failure.ts"
import { contentType, header, isHeaderValue, type ContentType, type Headers } from "./header.ts"
import type { Lease } from "./room.ts"

/** What is asked besides the URL. */
export interface ExchangeRequest {
  readonly url: URL
  readonly etag: string | null
  readonly lastModified: string | null
  readonly accept: string | null
  readonly limit: BodyLimit
  /** Claim on room for a large body; null where none is needed. */
  readonly lease: Lease | null
}

/** A complete response. */
export interface Exchange extends ContentType {
  readonly status: number
  readonly headers: Headers
  /** Decoded; null for responses whose body was not read (redirects, 304). */
  readonly body: Uint8Array | null
  /** Target of a redirect, as the server writes it. */
  readonly location: string | null
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Bodies that no part of Tributary reads: refused before the first byte. */
const unreadable = /^(video|audio|image|font|model)\//

/** Of an error page only the beginning is read: enough to know a challenge. */
const errorPageLimit = 64 * 1024

const requestHeaders = (settings: VisitSettings, request: ExchangeRequest): Record<string, string> => {
  const headers: Record<string, string> = {
    accept: request.accept ?? "*/*",
    "accept-encoding": acceptEncoding,
    "user-agent": settings.userAgent
  }
  // A validator that cannot be sent back as it came is not sent: the answer is then a full one.
  if (request.etag !== null && isHeaderValue(request.etag)) headers["if-none-match"] = request.etag
  if (request.lastModified !== null && isHeaderValue(request.lastModified)) {
    headers["if-modified-since"] = request.lastModified
  }
  return headers
}

/** Statuses whose body, if there is one, says nothing. */
const isBodiless = (status: number, location: string | null): boolean =>
  location !== null || status === 304 || status === 204 || status === 205

/**
 * Makes the request and reads the response: a failure is a value. Interruption closes the socket.
 *
 * The time is the socket's, hence the machine's and not the Clock's, as for the client's own limits.
 *
 * @param left milliseconds that the exchange may last
 */
export const exchange = (
  dispatcher: Dispatcher,
  settings: VisitSettings,
  request: ExchangeRequest,
  left: number
): Effect.Effect<Exchange | VisitFailure> =>
  Effect.callback((resume) => {
    const { url, lease, limit } = request
    let controller: Dispatcher.DispatchController | null = null
    let response: Exchange | null = null
    let body: BodySink | null = null
    let ignored = 0
    let isSettled = false
    let isComplete = false

    let isHeld = false
    const stop = (): void => {
      isSettled = true
      clearTimeout(timer)
    }
    const settle = (result: Exchange | VisitFailure): void => {
      if (isSettled) return
      stop()
      resume(Effect.succeed(result))
    }
    /** Settles before the response has ended: the connection is of no more use. */
    const breakOff = (result: Exchange | VisitFailure): void => {
      if (isSettled) return
      settle(result)
      body?.abandon()
      controller?.abort(new Error("enough"))
    }
    const failWith = ({ outcome, message }: VisitFailure): void =>
      breakOff(fail(outcome, message, response === null ? {} : { status: response.status }))
    const expire = (): void => {
      const limitWords = formatDuration(settings.visitTimeout)
      failWith(fail("too-slow", `${url.host} did not finish within ${limitWords}: it will be tried again.`))
    }
    let end = performance.now() + left
    let timer = setTimeout(expire, left)
    /** Stops reading, and the time, until there is room for a large body. */
    const hold = (claim: Lease): void => {
      const rest = Math.max(end - performance.now(), 1)
      const go = (): void => {
        isHeld = false
        if (isSettled) return
        end = performance.now() + rest
        timer = setTimeout(expire, rest)
        controller?.resume()
      }
      if (claim.take(go)) return
      isHeld = true
      clearTimeout(timer)
      controller?.pause()
    }

    const start = (status: number, headers: Headers): void => {
      const type = contentType(headers)
      const location = redirects.has(status) ? header(headers, "location") : null
      const begun: Exchange = { ...type, body: null, headers, location, status }
      response = begun
      if (isBodiless(status, location)) return
      const isOk = status >= 200 && status < 300
      if (isOk && type.mediaType !== null && unreadable.test(type.mediaType)) {
        const words = `${url.href} is ${type.mediaType}, which holds no text: give the address of the page or document.`
        return failWith(fail("unsupported-media", words))
      }
      body = makeBody(
        headers,
        url.host,
        isOk ? limit : { ...limit, beyond: "cut", maxBytes: errorPageLimit },
        {
          done: (bytes) => {
            if (isComplete) settle({ ...begun, body: bytes })
            else breakOff({ ...begun, body: bytes })
          },
          drained: () => {
            if (!isHeld) controller?.resume()
          },
          grown: () => {
            if (lease !== null) hold(lease)
          },
          // An error page that cannot be read takes nothing from what its status says.
          failed: (failure) => (isOk ? failWith(failure) : breakOff({ ...begun, body: new Uint8Array(0) }))
        }
      )
    }
    dispatcher.dispatch(
      {
        headers: requestHeaders(settings, request),
        method: "GET",
        origin: url.origin,
        path: url.pathname + url.search
      },
      {
        onRequestStart: (started) => {
          controller = started
          if (isSettled) started.abort(new Error("interrupted"))
        },
        onResponseData: (current, chunk) => {
          if (isSettled) return
          if (body === null) {
            ignored += chunk.length
            if (ignored > errorPageLimit && response !== null) breakOff(response)
          } else if (!body.write(chunk)) {
            current.pause()
          }
        },
        onResponseEnd: () => {
          isComplete = true
          if (body !== null) body.end()
          else if (response !== null) settle(response)
        },
        onResponseError: (_current, error) => {
          if (isSettled) return
          const isPage = response !== null && response.status >= 200 && response.status < 300
          if (response === null || isPage) failWith(failureOf(error, url.host))
          else settle({ ...response, body: body?.abandon() ?? null })
        },
        onResponseStart: (_current, status, headers) => {
          if (status >= 200 && !isSettled) start(status, headers)
        }
      }
    )
    return Effect.sync(() => {
      stop()
      body?.abandon()
      controller?.abort(new Error("interrupted"))
    })
  })
