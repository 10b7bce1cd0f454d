/**
 * The language of a request. Pages stand under a prefix, `/fr/issues`; without one the reader is led to the
 * language asked for by `?lang=`, else to the best of `Accept-Language` (RFC 9110, section 12.5.4).
 */
import { Context } from "effect"
import { type DigestLanguage, digestLanguages } from "../domain/languages.ts"

/** A path without its prefix, and the language that the prefix names. */
export interface Addressed {
  /** Null where the path has no prefix. */
  readonly prefix: DigestLanguage | null
  /** With a slash at its beginning. */
  readonly path: string
}

const known = (tag: string): DigestLanguage | undefined => digestLanguages.find((one) => one === tag)

/** Splits a path (or a path with its query) into prefix and rest. */
export const splitPrefix = (url: string): Addressed => {
  const match = /^\/([a-z]{2})(?=\/|\?|$)/.exec(url)
  const prefix = known(match?.[1] ?? "")
  if (prefix === undefined) return { prefix: null, path: url }
  const rest = url.slice(3)
  return { prefix, path: rest.startsWith("/") ? rest : `/${rest}` }
}

/** The best of the portal's languages for an `Accept-Language` field; English where none is accepted. */
export const acceptedLanguage = (field: string | undefined): DigestLanguage => {
  if (field === undefined || field.length > 500) return "en"
  const wishes = field
    .split(",")
    .flatMap((part) => {
      const [tag = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const quality = Number(parameters.find((one) => one.startsWith("q="))?.slice(2) ?? "1")
      const lang = known(tag.split("-")[0] ?? "")
      return lang === undefined || !(quality > 0) ? [] : [{ lang, quality }]
    })
    .sort((a, b) => b.quality - a.quality)
  return wishes[0]?.lang ?? "en"
}

/** The language that `?lang=` asks for. */
export const askedLanguage = (query: URLSearchParams): DigestLanguage | undefined =>
  known(query.get("lang") ?? "")

/** The prefix of the request under way; set by the server before it looks for the page. */
export const Prefix = Context.Reference<{ readonly lang: DigestLanguage | null }>("tributary/portal/Prefix", {
  defaultValue: () => ({ lang: null })
})

/** A path of the portal in a language. */
export const inLanguage = (lang: DigestLanguage, path: string): string =>
  path === "/" ? `/${lang}/` : `/${lang}${path}`
