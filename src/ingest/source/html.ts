/** HTML pages of sources: decoded, parsed, with links resolved. */
import { load, type Cheerio, type CheerioAPI } from "cheerio"
import { hasChildren, isTag, isText, type AnyNode } from "domhandler"
import { decodeText } from "../encoding/index.ts"
import type { VisitResult } from "./reader.ts"

/** A page that was read. */
export interface Page {
  readonly $: CheerioAPI
  readonly url: string
  readonly base: string
  readonly language: string | null
  readonly warnings: ReadonlyArray<string>
}

/** Reads a page from its text; `url` is where it was found. */
export const pageOfText = (html: string, url: string, warnings: ReadonlyArray<string> = []): Page => {
  const $ = load(html)
  const base = URL.parse($("base[href]").first().attr("href") ?? "", url)?.href ?? url
  const language = $("html").attr("lang") ?? $("html").attr("xml:lang") ?? null
  return {
    $,
    url,
    base,
    language: language === null || language.trim() === "" ? null : language.trim(),
    warnings
  }
}

/** Reads a page from a visit; null when it holds no HTML. */
export const pageOf = (visit: VisitResult, asked: string): Page | null => {
  if (visit.body === null) return null
  const decoded = decodeText(visit.body, { charset: visit.charset })
  if (decoded.failure !== null || !/<[a-z!][^>]*>/i.test(decoded.text.slice(0, 20_000))) return null
  return pageOfText(decoded.text, visit.finalUrl ?? asked, decoded.warnings)
}

/** Absolute http(s) address of a link on the page, without fragment; null for others. */
export const linkOn = (page: Page, href: string | undefined): string | null => {
  const stated = href?.trim() ?? ""
  if (stated === "" || stated.startsWith("#")) return null
  const url = URL.parse(stated, page.base)
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null
  url.hash = ""
  return url.href
}

const silent = new Set(["script", "style", "template", "noscript"])

/** Text of an element with a space between all its parts, so that neighbouring cells do not run together. */
export const wordsOf = (element: Cheerio<AnyNode>): string => {
  const parts: Array<string> = []
  const walk = (nodes: ReadonlyArray<AnyNode>, depth: number) => {
    for (const node of nodes) {
      if (isText(node)) parts.push(node.data)
      else if (hasChildren(node) && depth < 200 && !(isTag(node) && silent.has(node.name)))
        walk(node.children, depth + 1)
    }
  }
  walk(element.toArray(), 0)
  return parts.join(" ").replaceAll(/\s+/g, " ").trim()
}
