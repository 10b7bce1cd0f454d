/**
 * A feed in its normal form: clean RSS 2.0 or Atom 1.0 that the feed library reads without loss.
 *
 * Every item gets its position as its identifier, so that what the library returns can be laid beside the
 * tree again, and no item is lost for want of elements that a specification requires.
 */
import type { Shape } from "./shape.ts"
import { modules } from "./namespaces.ts"
import { childrenOf, elementsOf, hasElements, innerMarkup, textOf } from "./text.ts"
import { resolve, type Element } from "./tree.ts"

const escapeAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`

const tag = (
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {}
): string => {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? "" : ` ${key}="${escapeAttribute(value)}"`))
    .join("")
  return `<${name}${written}>${text === "" ? "" : cdata(text)}</${name}>`
}

/** Value of an element that may hold markup, either escaped or naked. */
const htmlOf = (element: Element): string => (hasElements(element) ? innerMarkup(element) : textOf(element))

const linkOf = (element: Element): string | undefined => {
  const stated = element.attributes.get("href") ?? element.attributes.get("rdf:resource") ?? textOf(element)
  return stated.trim() === "" ? undefined : (resolve(stated, element.base) ?? undefined)
}

const markNames = new Set(["title", "description", "summary", "encoded", "abstract", "body", "fullitem"])

/** Elements of the core that other dialects of RSS use, by the name that RSS 2.0 has for the thing. */
const rssNames: ReadonlyMap<string, string> = new Map([
  ["abstract", "description"],
  ["summary", "description"],
  ["tagline", "description"],
  ["content", "content:encoded"],
  ["body", "content:encoded"],
  ["fullitem", "content:encoded"],
  ["date", "pubDate"],
  ["published", "pubDate"],
  ["issued", "pubDate"],
  ["created", "pubDate"],
  ["pubdate", "pubDate"],
  ["lastbuilddate", "lastBuildDate"],
  ["modified", "dcterms:modified"],
  ["updated", "dcterms:modified"]
])

const bodyNames = new Set(["body", "fullitem", "description", "abstract", "summary"])

/** What podcasts say in words of their own, by the name of the same thing in Dublin Core. */
const podcastNames: ReadonlyMap<string, string> = new Map([
  ["summary", "dc:description"],
  ["subtitle", "dc:description"],
  ["title", "dc:title"]
])

const passed = new Set(["title", "description", "language", "category", "comments", "enclosure", "link"])

const module = (element: Element): string => {
  const name = `${element.vocabulary}:${element.name}`
  if (element.name === "group" || (element.name === "content" && hasElements(element))) {
    const inner = elementsOf(element).filter((child) => child.vocabulary === element.vocabulary)
    return `<${name}>${inner.map(module).join("")}</${name}>`
  }
  if (element.vocabulary === "atom" && element.name === "link") {
    return tag(name, "", {
      href: linkOf(element),
      rel: element.attributes.get("rel"),
      type: element.attributes.get("type")
    })
  }
  return tag(name, markNames.has(element.name) ? htmlOf(element) : textOf(element))
}

const rssChild = (element: Element): string => {
  if (element.vocabulary === "xhtml" && element.name === "body")
    return tag("content:encoded", innerMarkup(element))
  if (element.vocabulary === "itunes") {
    const known = podcastNames.get(element.name)
    return known === undefined ? "" : tag(known, textOf(element))
  }
  if (element.vocabulary !== "") return modules.has(element.vocabulary) ? module(element) : ""
  const { name } = element
  if (name === "link") {
    const rel = element.attributes.get("rel")
    const url = linkOf(element)
    return url === undefined || (rel !== undefined && rel !== "alternate") ? "" : tag("link", url)
  }
  if (name === "enclosure") {
    const stated = element.attributes.get("url") ?? element.attributes.get("href") ?? ""
    const url = resolve(stated, element.base) ?? undefined
    return url === undefined ? "" : tag("enclosure", "", { url, type: element.attributes.get("type") })
  }
  const known = rssNames.get(name) ?? (passed.has(name) ? name : null)
  if (known === null) return ""
  const isMarkup = known === "title" || known === "description" || known === "content:encoded"
  return tag(known, isMarkup ? htmlOf(element) : textOf(element))
}

const declarations = [...modules].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(" ")

/** The names by which the dialects' own elements stand behind those of the standard. */
const standardFirst = (elements: ReadonlyArray<Element>): ReadonlyArray<Element> =>
  [...elements].sort((a, b) => Number(rssNames.has(a.name)) - Number(rssNames.has(b.name)))

const cdfAttributes = (element: Element): string => {
  const url = resolve(element.attributes.get("href") ?? "", element.base)
  return [
    url === null || !element.attributes.has("href") ? "" : tag("link", url),
    element.attributes.has("lastmod") ? tag("pubDate", element.attributes.get("lastmod") ?? "") : ""
  ].join("")
}

const toRss = (shape: Shape): string => {
  const items = shape.items.map((item, index) => {
    const children = standardFirst(elementsOf(item)).map(rssChild).join("")
    const own = shape.family === "cdf" ? cdfAttributes(item) : ""
    return `<item><guid isPermaLink="false">${index}</guid>${own}${children}</item>`
  })
  const head = standardFirst(
    elementsOf(shape.channel).filter(({ name }) => name !== "item" && name !== "entry")
  )
  const own = shape.family === "cdf" ? cdfAttributes(shape.channel) : ""
  return `<rss version="2.0" ${declarations}><channel><docs>normal form</docs>${own}${head.map(rssChild).join("")}${items.join("")}</channel></rss>`
}

const atomNames: ReadonlyMap<string, string> = new Map([
  ["issued", "published"],
  ["modified", "updated"],
  ["tagline", "subtitle"],
  ["info", "subtitle"],
  ["pubdate", "published"],
  ["description", "summary"]
])

const textConstructs = new Set(["title", "summary", "content", "subtitle"])

const unwrapDiv = (element: Element): Element => {
  const [only, ...more] = elementsOf(element)
  const around = element.children.some((child) => typeof child === "string" && child.trim() !== "")
  return only !== undefined && only.name === "div" && more.length === 0 && !around ? only : element
}

/** Text of an Atom construct (RFC 4287, section 3.1; Atom 0.3's `mode`), and whether it is HTML. */
const constructOf = (element: Element): { readonly value: string; readonly isHtml: boolean } => {
  const type = (element.attributes.get("type") ?? "").trim().toLowerCase()
  const mode = (element.attributes.get("mode") ?? "").trim().toLowerCase()
  if (mode === "base64") {
    const value = Buffer.from(textOf(element).replaceAll(/\s+/g, ""), "base64").toString("utf8")
    return { value, isHtml: type !== "" && type !== "text/plain" }
  }
  if (hasElements(element)) return { value: innerMarkup(unwrapDiv(element)), isHtml: true }
  const isHtml = type === "html" || type === "xhtml" || /html/.test(type)
  return { value: textOf(element), isHtml }
}

const atomChild = (element: Element): string => {
  if (element.vocabulary !== "") return modules.has(element.vocabulary) ? module(element) : ""
  const name = atomNames.get(element.name) ?? element.name
  if (textConstructs.has(name)) {
    if (name === "content" && element.attributes.has("src")) return ""
    const { value, isHtml } = constructOf(element)
    return tag(name, value, { type: isHtml ? "html" : "text" })
  }
  if (name === "link") {
    const url = linkOf(element)
    return url === undefined
      ? ""
      : tag("link", "", {
          href: url,
          rel: element.attributes.get("rel"),
          type: element.attributes.get("type"),
          hreflang: element.attributes.get("hreflang")
        })
  }
  if (name === "published" || name === "updated") return tag(name, textOf(element))
  // Only Atom 0.3 has it; a date of creation stands in where none of issue is stated.
  if (name === "created") return tag("dcterms:created", textOf(element))
  return ""
}

const toAtom = (shape: Shape): string => {
  const entries = shape.items.map(
    (item, index) => `<entry><id>${index}</id>${elementsOf(item).map(atomChild).join("")}</entry>`
  )
  const head = elementsOf(shape.channel).filter(({ name }) => name !== "entry" && name !== "item")
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${declarations}><id>feed</id>${shape.channel.name === "entry" ? "" : head.map(atomChild).join("")}${entries.join("")}</feed>`
}

/** The normal form of a feed as XML. */
export const normalForm = (shape: Shape): string => (shape.family === "atom" ? toAtom(shape) : toRss(shape))

/** Identifier that an item states, in its own words; null when it states none. */
export const statedId = (item: Element): string | null => {
  const element = childrenOf(item, "", "id")[0] ?? childrenOf(item, "", "guid")[0]
  const text = element === undefined ? (item.attributes.get("rdf:about") ?? "") : textOf(element)
  return text.trim() === "" ? null : text.trim()
}

/** The element that holds an item's full content, or stands in for it; null when there is none. */
export const contentOf = (item: Element): Element | null =>
  childrenOf(item, "", "content")[0] ??
  childrenOf(item, "content", "encoded")[0] ??
  elementsOf(item).find(({ vocabulary, name }) => vocabulary === "" && bodyNames.has(name)) ??
  null

/** Address that an item's identifier is, where the format says that it may be one. */
export const permalink = (item: Element): string | null => {
  const guid = childrenOf(item, "", "guid")[0]
  if (guid !== undefined && guid.attributes.get("ispermalink")?.trim().toLowerCase() === "false") return null
  const text = statedId(item)
  return text !== null && /^https?:\/\//i.test(text) ? text : null
}
