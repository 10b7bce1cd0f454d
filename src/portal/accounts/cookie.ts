/**
 * The cookie of a session: for this host alone, out of reach of scripts, not sent along by other sites' forms
 * (RFC 6265bis; the prefix `__Host-` has browsers refuse one that somebody else has set).
 *
 * Only on loopback without https it goes without Secure and prefix, which browsers would refuse there.
 */
import { HttpServerResponse } from "effect/http"
import type { HttpServerRequest } from "effect/http"

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname)

/** Whether browsers take the cookie at this address: by https, or on this machine. */
export const canSignIn = (baseUrl: URL): boolean => baseUrl.protocol === "https:" || isLoopback(baseUrl)

const isPlain = (baseUrl: URL): boolean => baseUrl.protocol === "http:" && isLoopback(baseUrl)

/** Whose session it is: of a person of the Secretariat, or of an organiser. One browser may have both. */
export type CookieOf = "person" | "organiser"

const cookieName = (baseUrl: URL, of: CookieOf): string =>
  `${isPlain(baseUrl) ? "" : "__Host-"}tributary${of === "person" ? "" : `-${of}`}`

/** The secret in a request's cookie; empty where there is none. */
export const secretIn = (
  request: HttpServerRequest.HttpServerRequest,
  baseUrl: URL,
  of: CookieOf = "person"
): string => request.cookies[cookieName(baseUrl, of)] ?? ""

const attributes = (baseUrl: URL): string =>
  `Path=/; HttpOnly; SameSite=Lax${isPlain(baseUrl) ? "" : "; Secure"}`

/** The answer with the secret for the browser to keep until it is closed. */
export const withSecret = (
  response: HttpServerResponse.HttpServerResponse,
  baseUrl: URL,
  secret: string,
  of: CookieOf = "person"
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.setHeader(
    response,
    "set-cookie",
    `${cookieName(baseUrl, of)}=${secret}; ${attributes(baseUrl)}`
  )

/** The answer that has the browser forget the secret, and what it kept of the pages. */
export const withoutSecret = (
  response: HttpServerResponse.HttpServerResponse,
  baseUrl: URL,
  of: CookieOf = "person"
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.setHeaders(response, {
    "set-cookie": `${cookieName(baseUrl, of)}=; ${attributes(baseUrl)}; Max-Age=0`,
    "clear-site-data": '"cache"'
  })
