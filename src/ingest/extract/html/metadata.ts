/**
 * What a page states about itself: title without the site's name, language, canonical address, base for links.
 */
import { type LinkedArticle, linkedArticle } from "./json-ld.ts"
import { mendLine } from "./lines.ts"
import { type ElementNode, descendants, rawText } from "./tree.ts"

export interface PageMetadata {
  readonly title: string | null
  /** The title, and the parts of the other titles that the page gives itself. */
  readonly titles: ReadonlyArray<string>
  /** Names of the authors that the page states. */
  readonly authors: ReadonlyArray<string>
  readonly language: string | null
  readonly canonical: string | null
  /** `<base href>` as written. */
  readonly base: string | null
  readonly article: LinkedArticle | null
  /** Meta elements by lower-case name, property or itemprop; the first of each name. */
  readonly meta: ReadonlyMap<string, string>
  /** `datetime` (or text) of the time elements outside comments and related stories, publication first. */
  readonly times: ReadonlyArray<string>
}

const separators = /\s+[|·•»«–—:-]+\s+|\s*[|»«]\s*|\s*::\s*/u

const same = (a: string, b: string): boolean => simple(a) === simple(b)
const simple = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Takes the site's name off a title's end (or beginning), by its known name or by what the first heading says. */
export const cleanTitle = (
  title: string,
  known: { readonly site: string | null; readonly heading: string | null }
): string => {
  const whole = mendLine(title)
  if (
    known.heading !== null &&
    simple(known.heading).length > 8 &&
    simple(whole).includes(simple(known.heading))
  )
    return known.heading
  const parts = whole.split(separators).filter((part) => part !== "")
  if (parts.length < 2) return whole
  if (known.site !== null) {
    const site = known.site
    const last = parts[parts.length - 1]
    const first = parts[0]
    if (last !== undefined && same(last, site)) return beforeLast(whole)
    if (first !== undefined && same(first, site))
      return whole.slice(whole.indexOf(first) + first.length).replace(/^[\s|·•»«–—:-]+/u, "")
    return whole
  }
  // Nothing names the site: only an unmistakable mark parts a title from a name.
  const strong = whole.split(/\s+[|»«]\s+|\s+::\s+/u)
  const head = strong[0]
  return head !== undefined && strong.length > 1 && head.split(/\s+/).length >= 3 ? head : whole
}

const beforeLast = (title: string): string => {
  let cut = -1
  for (const match of title.matchAll(new RegExp(separators.source, "gu"))) cut = match.index
  return cut > 0 ? title.slice(0, cut).trim() : title
}

/** The heading that names the page: an h1 that shares words with the document's title, or the only h1. */
const mainHeading = (headings: ReadonlyArray<string>, title: string | null): string | null => {
  const wanted = new Set(simple(title ?? "").split(" "))
  const shared = headings.filter((heading) => {
    const own = simple(heading).split(" ")
    return own.length > 0 && own.filter((word) => wanted.has(word)).length >= own.length * 0.6
  })
  const best = shared.toSorted((a, b) => b.length - a.length)[0]
  return best ?? (headings.length === 1 ? (headings[0] ?? null) : null)
}

const languageOf = (value: string | null | undefined): string | null => {
  const tag = value
    ?.trim()
    .split(/[\s,;]/)[0]
    ?.replaceAll("_", "-")
  if (tag === undefined || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** Reads the metadata from the tree as parsed, before any cleaning. */
export const readMetadata = (root: ElementNode): PageMetadata => {
  const meta = new Map<string, string>()
  const headings: Array<string> = []
  const lesser: Array<string> = []
  const times: Array<string> = []
  let title: string | null = null
  let language: string | null = null
  let canonical: string | null = null
  let base: string | null = null
  for (const element of descendants(root)) {
    const { attributes, tag } = element
    if (tag === "html") language ??= languageOf(attributes["lang"] ?? attributes["xml:lang"])
    else if (tag === "body") language ??= languageOf(attributes["lang"])
    else if (tag === "title" && title === null && element.parent?.tag !== "svg")
      title = mendLine(element.children.map((child) => (child.kind === "text" ? child.text : "")).join(""))
    else if (tag === "base") base ??= attributes["href"] ?? null
    else if (tag === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes["rel"] ?? ""))
      canonical ??= attributes["href"] ?? null
    else if (tag === "meta") {
      const content = attributes["content"]?.trim()
      for (const key of ["property", "name", "itemprop", "http-equiv"]) {
        const name = attributes[key]?.toLowerCase()
        if (name !== undefined && content !== undefined && content !== "" && !meta.has(name))
          meta.set(name, content)
      }
    } else if (tag === "h1" && headings.length < 20) {
      const heading = mendLine(rawText(element))
      if (heading !== "") headings.push(heading)
    } else if (tag === "h2" && lesser.length < 30) {
      lesser.push(mendLine(rawText(element)))
    } else if (tag === "time" && times.length < 50) {
      const stated = attributes["datetime"] ?? mendLine(rawText(element))
      const names = `${attributes["class"] ?? ""} ${attributes["itemprop"] ?? ""} ${attributes["pubdate"] === undefined ? "" : "published"}`
      if (/publish|entry-date|datePublished|dt-published|pubdate/i.test(names)) times.unshift(stated)
      else if (!/updated|modified/i.test(names)) times.push(stated)
    }
  }
  const article = linkedArticle(root)
  const site = meta.get("og:site_name") ?? meta.get("application-name") ?? null
  const named = meta.get("og:title") ?? title
  const headed =
    mainHeading(headings, named) ?? lesser.find((text) => text.length > 8 && named?.startsWith(text)) ?? null
  // A label run into the heading is no part of the title when the document's title does without it.
  const heading =
    title
      ?.split(separators)
      .find((part) => headed !== null && part.length >= headed.length * 0.5 && headed.endsWith(part)) ??
    headed
  const stated =
    meta.get("og:title") ?? heading ?? article?.headline ?? title ?? meta.get("dc.title") ?? headings[0]
  const best =
    stated === undefined || stated === null || stated === "" ? null : cleanTitle(stated, { site, heading })
  return {
    title: best,
    titles: [
      best,
      heading,
      article?.headline,
      meta.get("og:title"),
      ...(title?.split(separators) ?? []),
      title
    ]
      .filter((text) => text !== null && text !== undefined)
      .filter((text) => text === best || simple(text).length >= 10),
    authors: [
      ...(article?.authors ?? []),
      meta.get("author"),
      meta.get("article:author"),
      meta.get("dc.creator")
    ]
      .filter((name) => name !== undefined)
      .flatMap((name) => name.split(/\s*[,;&]\s*|\s+(?:and|et|und|y|e)\s+/u))
      // A person's name has two parts or more; one word may be the name of the site.
      .filter((name) => name.length <= 60 && !name.includes("/") && /\p{L}[\s·]\p{L}/u.test(name)),
    language:
      language ??
      languageOf(meta.get("content-language")) ??
      languageOf(meta.get("og:locale")) ??
      languageOf(article?.language) ??
      languageOf(meta.get("dc.language")),
    canonical: canonical ?? meta.get("og:url") ?? null,
    base,
    article,
    meta,
    times
  }
}
