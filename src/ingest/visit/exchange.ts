/**
 * One exchange: a GET request and its response, nothing followed, nothing retried.
 */
import type { Dispatcher } from "undici"
import { acceptEncoding, readBody, type BodyLimit } from "./body.ts"
import type { VisitSettings } from "./config.ts"
import { fail, failureOf } from "./failure.ts"
import { contentType, header, isHeaderValue, type ContentType, type Headers } from "./header.ts"

/** What is asked besides the URL. */
export interface ExchangeRequest {
  readonly url: URL
  readonly etag: string | null
  readonly lastModified: string | null
  readonly accept: string | null
  readonly limit: BodyLimit
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

/**
 * Makes the request and reads the response. Aborting the signal closes the socket.
 *
 * @throws VisitFailure, or errors of the client that `failureOf` puts into words
 */
export const exchange = async (
  dispatcher: Dispatcher,
  settings: VisitSettings,
  request: ExchangeRequest,
  signal: AbortSignal
): Promise<Exchange> => {
  const { url, limit } = request
  const { statusCode, headers, body } = await dispatcher.request({
    headers: requestHeaders(settings, request),
    method: "GET",
    origin: url.origin,
    path: url.pathname + url.search,
    signal
  })
  // Whatever happens to the body after this function has given up on it is nobody's concern.
  body.on("error", () => undefined)
  const type = contentType(headers)
  const location = redirects.has(statusCode) ? header(headers, "location") : null
  if (location !== null || statusCode === 304 || statusCode === 204 || statusCode === 205) {
    await body.dump({ limit: errorPageLimit, signal })
    return { ...type, body: null, headers, location, status: statusCode }
  }
  const isOk = statusCode >= 200 && statusCode < 300
  if (isOk && type.mediaType !== null && unreadable.test(type.mediaType)) {
    body.destroy()
    throw fail(
      "unsupported-media",
      `${url.href} is ${type.mediaType}, which holds no text: give the address of the page or document.`,
      { status: statusCode }
    )
  }
  const bodyLimit: BodyLimit = isOk ? limit : { ...limit, beyond: "cut", maxBytes: errorPageLimit }
  const bytes = await readBody(body, headers, url.host, bodyLimit, signal).catch((error: unknown) => {
    // An error page that cannot be read takes nothing from what its status says.
    if (!isOk && !signal.aborted) return new Uint8Array(0)
    const { outcome, message } = failureOf(error, url.host)
    throw fail(outcome, message, { status: statusCode })
  })
  return { ...type, body: bytes, headers, location, status: statusCode }
}
