/**
 * The safe form of a URL, for requests: the same resource by the standards themselves.
 *
 * Syntax-based and scheme-based normalisation of RFC 3986, sections 6.2.2 and 6.2.3, as far as the WHATWG
 * URL parser leaves it open; fragments, which never reach a server (RFC 9110, section 7.1), are removed;
 * link wrappers are opened. Nothing is guessed about a site: that is what `canonicalUrl` does.
 */
import { HttpUrl } from "../../domain/index.ts"
import { unwrapOnce } from "./wrapper.ts"

/** Longer addresses are refused: no server takes them, and hostile pages offer them. */
const maxLength = 8192
/** A wrapper within a wrapper is seen in forwarded mail; deeper nesting is an attack. */
const maxWrappers = 8

const unreserved = /^[A-Za-z0-9._~-]$/

/**
 * Percent-encoding in one form: upper-case digits, unreserved characters bare (RFC 3986, section 6.2.2.2).
 * A decoded dot must not make a dot segment: `.` stays encoded where the parser left it so. Nor may a decoded
 * digit complete a stray `%` before it.
 */
const normalizeEncoding = (text: string): string =>
  text.replaceAll(/(?<!%[0-9A-Fa-f]?)%([0-9A-Fa-f]{2})/g, (encoded, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16))
    return unreserved.test(character) && character !== "." ? character : encoded.toUpperCase()
  })

/** Parses and normalises; null when the text is no http(s) URL. The result is a fresh, mutable URL. */
export const parseHttpUrl = (text: string, base?: string): URL | null => {
  if (text.length > maxLength) return null
  let url = base === undefined ? URL.parse(text) : URL.parse(text, base)
  for (let depth = 0; url !== null; depth++) {
    if ((url.protocol !== "http:" && url.protocol !== "https:") || url.href.length > maxLength) return null
    const inner = unwrapOnce(url)
    if (inner === null) break
    if (depth === maxWrappers) return null
    url = inner
  }
  if (url === null) return null
  url.hash = ""
  // The root label's dot (RFC 1034, section 3.1) names the same host.
  if (/[^.]\.$/.test(url.hostname)) url.hostname = url.hostname.slice(0, -1)
  const path = normalizeEncoding(url.pathname)
  if (path !== url.pathname) url.pathname = path
  const query = normalizeEncoding(url.search)
  if (query !== url.search) url.search = query
  return url
}

/**
 * The URL to ask for: same resource, one spelling. Idempotent.
 *
 * @param text an absolute URL, or a reference when `base` is given
 * @param base absolute URL of the page that holds the reference
 * @returns null when the text is not an http(s) URL of at most 8,192 characters
 */
export const normalizeUrl = (text: string, base?: string): HttpUrl | null => {
  const url = parseHttpUrl(text, base)
  return url === null ? null : HttpUrl.make(url.href)
}
