/**
 * What a page knows of the request that it answers.
 */
import { Effect, Option } from "effect"
import { HttpRouter, HttpServerRequest } from "effect/http"
import { locales, type DigestLanguage } from "../domain/languages.ts"
import { messages, type Messages } from "../export/catalogue/index.ts"
import { acceptedLanguage, askedLanguage, inLanguage, Prefix } from "./language.ts"
import { type Person, Sessions, type Session } from "./person.ts"
import { PortalSettings } from "./settings.ts"

export interface PortalRequest {
  readonly method: string
  readonly lang: DigestLanguage
  /** True when the address itself names the language. */
  readonly prefixed: boolean
  /** Words, names, numbers and dates of the digest's catalogue in the language. */
  readonly m: Messages
  /** Decoded path without prefix and query: `/issues/encryption`. */
  readonly path: string
  readonly query: URLSearchParams
  /** Parts of the path by the names that its pattern gives them, decoded. */
  readonly params: Readonly<Record<string, string | undefined>>
  readonly person: Person | null
  /** Token for forms that change something. */
  readonly csrf: string
  readonly session: Session
  /** Address of the sender, behind trusted proxies that of the reader; for limits by rate. */
  readonly address: string
  /** A path of the portal in the language of the request. */
  readonly href: (path: string, query?: Readonly<Record<string, string | number | null>>) => string
  /** The same with the portal's web address, without language: for permanent links. */
  readonly permanent: (path: string) => string
  /** The same page in another language. */
  readonly inOther: (lang: DigestLanguage) => string
  readonly raw: HttpServerRequest.HttpServerRequest
}

/** A path with a query; values that are null or empty are left out. */
export const withQuery = (
  path: string,
  query: Readonly<Record<string, string | number | null>> = {}
): string => {
  const given = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== "") given.set(key, String(value))
  }
  const text = given.toString()
  return text === "" ? path : `${path}?${text}`
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Reads the request under way; `params` are those of the route that was found, if any. */
export const readRequest = Effect.fnUntraced(function* (
  raw: HttpServerRequest.HttpServerRequest,
  params: PortalRequest["params"] = {}
) {
  const { baseUrl } = yield* PortalSettings
  const prefix = yield* Prefix
  const session = yield* (yield* Sessions).read(raw)
  const [address = "/", search = ""] = raw.url.split("?", 2)
  const query = new URLSearchParams(search)
  const lang = prefix.lang ?? askedLanguage(query) ?? acceptedLanguage(raw.headers["accept-language"])
  const request: PortalRequest = {
    method: raw.method,
    lang,
    prefixed: prefix.lang !== null,
    m: messages(lang),
    path: decoded(address),
    query,
    params,
    person: session.person,
    csrf: session.csrf,
    session,
    address: Option.getOrElse(raw.remoteAddress, () => "unknown"),
    href: (path, own) => withQuery(inLanguage(lang, path), own),
    permanent: (path) => new URL(path.replace(/^\//, ""), baseUrl).href,
    inOther: (other) => {
      const own = new URLSearchParams(query)
      own.delete("lang")
      const text = own.toString()
      return `${inLanguage(other, address)}${text === "" ? "" : `?${text}`}`
    },
    raw
  }
  return request
})

/** The same for the page that the router found. */
export const routedRequest = Effect.gen(function* () {
  const raw = yield* HttpServerRequest.HttpServerRequest
  return yield* readRequest(raw, yield* HttpRouter.params)
})

/** Direction of the script of a request. */
export const directionOf = (request: PortalRequest): "ltr" | "rtl" => locales[request.lang].direction
