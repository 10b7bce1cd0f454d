/**
 * What a response's headers say about waiting, freshness and the kind of its body. Pure.
 */
import { MIMEType } from "node:util"

/** Headers as the client gives them: names in lower case, repeated ones as a list. */
export type Headers = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

/** First value of a header; null when it is absent or empty. */
export const header = (headers: Headers, name: string): string | null => {
  const value = headers[name]
  const first = typeof value === "string" ? value : value?.[0]
  return first === undefined || first.trim() === "" ? null : first.trim()
}

/** An HTTP-date (RFC 9110, section 5.6.7) as milliseconds since 1970; null when it is none. */
const httpDate = (text: string): number | null => {
  // All three forms begin with a day's name; a bare number is no date though Date.parse takes it for one.
  const time = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : time
}

/** What time it is by the server's clock (RFC 9110, section 6.6.1), in milliseconds since 1970; null when it is not told. */
export const serverTime = (headers: Headers): number | null => {
  const value = header(headers, "date")
  return value === null ? null : httpDate(value)
}

/**
 * Milliseconds to wait by a Retry-After header, in either of its forms (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970; a date in the past gives 0
 * @returns null when the header is absent or unreadable
 */
export const retryAfter = (headers: Headers, now: number): number | null => {
  const value = header(headers, "retry-after")
  if (value === null) return null
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000)
  const date = httpDate(value)
  return date === null ? null : Math.max(0, date - now)
}

/**
 * Milliseconds for which the response stays fresh (RFC 9111, section 4.2.1): max-age less Age, else Expires
 * less Date; 0 for no-store and no-cache.
 *
 * @returns null when the server says nothing
 */
export const freshFor = (headers: Headers, now: number): number | null => {
  const control = header(headers, "cache-control")?.toLowerCase() ?? ""
  if (/(^|[\s,])no-(store|cache)($|[\s,])/.test(control)) return 0
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/.exec(control)?.[1]
  if (maxAge !== undefined) {
    const age = Number(header(headers, "age") ?? 0)
    return Math.max(0, Number(maxAge) - (age > 0 ? age : 0)) * 1000
  }
  const expires = header(headers, "expires")
  if (expires === null) return null
  const until = httpDate(expires)
  // An invalid date, in practice "0" or "-1", means already expired (RFC 9111, section 5.3).
  if (until === null) return 0
  const date = header(headers, "date")
  return Math.max(0, until - ((date === null ? null : httpDate(date)) ?? now))
}

/** Media type and charset of a Content-Type header. */
export interface ContentType {
  /** Essence in lower case, such as `text/html`. */
  readonly mediaType: string | null
  /** The charset parameter as the server writes it. */
  readonly charset: string | null
}

/** Reads a Content-Type header (RFC 9110, section 8.3), also one that is not quite well-formed. */
export const contentType = (headers: Headers): ContentType => {
  const value = header(headers, "content-type")
  if (value === null) return { charset: null, mediaType: null }
  try {
    const { essence, params } = new MIMEType(value)
    return { charset: params.get("charset"), mediaType: essence }
  } catch {
    const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+/.exec(value)?.[0]?.toLowerCase() ?? null
    return { charset: /charset\s*=\s*"?([\w.:-]+)/i.exec(value)?.[1] ?? null, mediaType }
  }
}

/** Whether text may stand in a request header: no control character, nothing beyond one byte. */
export const isHeaderValue = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]+$/.test(text)
