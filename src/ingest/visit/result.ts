/**
 * Request and result of a visit, and how a response becomes a result.
 */
import type { Effect } from "effect"
import type { VisitOutcome, VisitPurpose } from "../../domain/index.ts"
import { challengeOf } from "./challenge.ts"
import type { Exchange } from "./exchange.ts"
import { formatBytes, formatDuration, type VisitFailure } from "./failure.ts"
import { freshFor, header, retryAfter, serverTime } from "./header.ts"
import type { Lease } from "./room.ts"

/** What to visit. */
export interface VisitRequest {
  readonly url: string
  readonly purpose: VisitPurpose
  /** Validators of the last answer: with either, an unchanged resource gives `not-modified`. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Value of the Accept header; any type unless given. */
  readonly accept?: string
  /** Claim on room for a large body, released by whoever asks; bodies need no room unless given. */
  readonly lease?: Lease
  /** Told of the visit to a robots.txt that had to be made first; not told when its rules were known. */
  readonly onRobots?: (robots: VisitResult) => Effect.Effect<void>
}

/** What came of a visit. Nothing here is an exception: a failing source is data. */
export interface VisitResult {
  readonly url: string
  readonly outcome: VisitOutcome
  /** Status of the last response; null when there was none. */
  readonly status: number | null
  /** Address of the last request, redirects followed; null when none was made. */
  readonly finalUrl: string | null
  /** Where permanent redirects (301, 308) alone lead, from the first on; null when the first is none. */
  readonly permanentUrl: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  /** Content-decoded; only with outcome `ok`. */
  readonly body: Uint8Array | null
  /** Length of the decoded body. */
  readonly bytes: number
  readonly etag: string | null
  readonly lastModified: string | null
  /** Milliseconds for which the server promises that nothing changes; null when it says nothing. */
  readonly freshFor: number | null
  /** Milliseconds for which the host is to be left alone; null when there is no such wish. */
  readonly retryAfter: number | null
  /** What time it was by the server's clock, in milliseconds since 1970; null when it did not say. */
  readonly serverTime?: number | null
  /** Milliseconds of requests and responses; waiting for the host's turn excluded. */
  readonly durationMs: number
  /** One sentence for a person: what happened and, if it failed, what to do. */
  readonly message: string
}

/** Where a visit stands when it ends. */
export interface Progress {
  readonly url: string
  readonly finalUrl: string | null
  readonly permanentUrl: string | null
  readonly durationMs: number
}

/** The result of a visit without a usable response. */
export const failedResult = (progress: Progress, failure: VisitFailure): VisitResult => ({
  ...progress,
  body: null,
  bytes: 0,
  charset: null,
  etag: null,
  freshFor: null,
  lastModified: null,
  mediaType: null,
  message: failure.message,
  outcome: failure.outcome,
  retryAfter: failure.retryAfter,
  status: failure.status
})

interface Verdict {
  readonly outcome: VisitOutcome
  readonly message: string
}

const verdictOf = (url: string, conditional: boolean, response: Exchange): Verdict => {
  const { status } = response
  const filter = challengeOf(response.headers, response.mediaType, response.body)
  if (filter !== null) {
    const message = `${url} is behind a bot filter (${filter}): ask its owner to let our user agent pass, or upload the document.`
    return { outcome: "challenge", message }
  }
  if (status === 304 && conditional) return { outcome: "not-modified", message: `${url} has not changed.` }
  if (status >= 200 && status < 300 && status !== 206) {
    const size = formatBytes(response.body?.length ?? 0)
    return { outcome: "ok", message: `${url} gave ${size} of ${response.mediaType ?? "no stated type"}.` }
  }
  switch (status) {
    case 404:
      return { outcome: "not-found", message: `${url} does not exist (404): check the address.` }
    case 410:
      return {
        outcome: "gone",
        message: `${url} was removed for good (410): retire it, or find its new place.`
      }
    case 401:
    case 402:
    case 403:
    case 407:
    case 451:
      return {
        outcome: "refused",
        message: `${url} is not open to us (${status}): ask its owner for access.`
      }
    case 429:
      return {
        outcome: "rate-limited",
        message: `${url} is asked too often (429): it is visited again later.`
      }
  }
  if (status >= 500) {
    return { outcome: "server-error", message: `${url} failed on its server (${status}): tried again later.` }
  }
  const message = `${url} answered ${status}, which is no answer to a plain request: check the address.`
  return { outcome: "unexpected-status", message }
}

/** A 429 that names no time, or one that is over already, is taken as a minute. */
const defaultPause = 60_000

/**
 * The result of a response.
 *
 * @param conditional whether validators were sent
 * @param now milliseconds since 1970
 * @param hold tells politeness of a pause that the server asks for; gives back how long it will be
 */
export const responseResult = (
  progress: Progress,
  conditional: boolean,
  response: Exchange,
  now: number,
  hold: (millis: number) => number
): VisitResult => {
  const url = progress.finalUrl ?? progress.url
  const { outcome, message } = verdictOf(url, conditional, response)
  const asked = response.status === 429 || response.status === 503 ? retryAfter(response.headers, now) : null
  const pause = outcome === "rate-limited" && (asked ?? 0) === 0 ? defaultPause : asked
  const held = pause === null || pause === 0 ? null : hold(pause)
  const isOk = outcome === "ok"
  const body = isOk ? (response.body ?? new Uint8Array(0)) : null
  const known = isOk || outcome === "not-modified"
  return {
    ...progress,
    body,
    bytes: body?.length ?? 0,
    charset: response.charset,
    etag: known ? header(response.headers, "etag") : null,
    freshFor: known ? freshFor(response.headers, now) : null,
    lastModified: known ? header(response.headers, "last-modified") : null,
    mediaType: response.mediaType,
    message:
      held === null
        ? message
        : `${message.slice(0, -1)}, after the pause of ${formatDuration(held)} that it asks for.`,
    outcome,
    retryAfter: held,
    serverTime: serverTime(response.headers),
    status: response.status
  }
}
