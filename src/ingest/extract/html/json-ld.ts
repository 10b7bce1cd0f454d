/**
 * What a page says about itself in JSON-LD (schema.org): article body, headline, dates, language.
 * Broken JSON, which templates often make, is skipped.
 */
import { Option, Schema } from "effect"
import { type ElementNode, descendants, parseHtml, rawText } from "./tree.ts"

export interface LinkedArticle {
  readonly body: string | null
  readonly headline: string | null
  readonly published: string | null
  readonly language: string | null
  /** Names of persons (and what templates put there instead). */
  readonly authors: ReadonlyArray<string>
}

const decodeJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

const articleType =
  /^(?:.*:)?(?:\w*Article|\w*Posting|Report|WebPage|AboutPage|ItemPage|CreativeWork|DigitalDocument|Event)$/u

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | null => {
  if (typeof value === "string" && value.trim() !== "") return value.trim()
  if (isRecord(value)) return textOf(value["@value"] ?? value["alternateName"] ?? value["name"])
  if (Array.isArray(value)) return textOf(value[0])
  return null
}

/** Authors: a name, an object with one, or a list of these. */
const namesOf = (value: unknown): ReadonlyArray<string> => {
  const list: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  return list
    .slice(0, 20)
    .map((item) => textOf(isRecord(item) ? item["name"] : item))
    .filter((name) => name !== null)
}

const typesOf = (node: Readonly<Record<string, unknown>>): ReadonlyArray<string> => {
  const type = node["@type"]
  const types: ReadonlyArray<unknown> = Array.isArray(type) ? type : [type]
  return types.filter((item) => typeof item === "string")
}

const collect = (value: unknown, depth: number, into: Array<Readonly<Record<string, unknown>>>): void => {
  if (depth > 6 || into.length > 200) return
  if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, into)
  if (!isRecord(value)) return
  if (typesOf(value).some((type) => articleType.test(type))) into.push(value)
  for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"])
    if (key in value) collect(value[key], depth + 1, into)
}

/** Some sites put HTML, entities or escaped line breaks into articleBody. */
const plain = (body: string): string =>
  /<\/?[a-z]|&[a-z#]/i.test(body)
    ? rawText(parseHtml(body.replaceAll(/<\/?(?:p|br|div|li|h[1-6])\b[^>]{0,300}>/giu, "\n")).root)
    : body

/** An article says more than a page, and one with its body more than one without. */
const rank = (node: Readonly<Record<string, unknown>>): number => {
  const types = typesOf(node)
  const specific = types.some((type) => /Article$|Posting$|^Report$/u.test(type)) ? 2 : 0
  return specific + (typeof node["articleBody"] === "string" ? 1 : 0)
}

/** The article among the page's JSON-LD nodes: the most specific type wins, then the one with a body. */
export const linkedArticle = (root: ElementNode): LinkedArticle | null => {
  const nodes: Array<Readonly<Record<string, unknown>>> = []
  for (const element of descendants(root)) {
    if (element.tag !== "script" || !/ld\+json/i.test(element.attributes["type"] ?? "")) continue
    const source = element.children.map((child) => (child.kind === "text" ? child.text : "")).join("")
    const cleaned = source
      .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/u, "")
      .replace(/(?:-->|\/\*\]\]>\*\/|\]\]>)\s*;?\s*$/u, "")
      // Line breaks inside strings are forbidden in JSON and common in articleBody.
      .replaceAll(/\p{Cc}/gu, " ")
    const decoded = decodeJson(cleaned)
    if (Option.isSome(decoded)) collect(decoded.value, 0, nodes)
  }
  const best = nodes.toSorted((a, b) => rank(b) - rank(a))[0]
  if (best === undefined) return null
  const body = textOf(best["articleBody"])
  return {
    body: body === null ? null : plain(body),
    headline: textOf(best["headline"]) ?? (rank(best) >= 2 ? textOf(best["name"]) : null),
    published: textOf(best["datePublished"]) ?? textOf(best["dateCreated"]),
    language: textOf(best["inLanguage"]),
    authors: namesOf(best["author"])
  }
}
