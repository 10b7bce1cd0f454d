/**
 * HTML to a document, as a pure function: parse, read the metadata, clean, ask the readers, choose, make blocks.
 */
import { findDate } from "../dates.ts"
import { settleLanguage } from "../language.ts"
import { type PageBlock, pageBlocks } from "./blocks.ts"
import { removeFurniture } from "./furniture.ts"
import { mendLine } from "./lines.ts"
import { readMetadata } from "./metadata.ts"
import { readabilityChoice } from "./readability.ts"
import { cleanBody, selectBody } from "./select.ts"
import { measure, parseHtml } from "./tree.ts"
import type { Block, DocumentLink, ExtractedDocument } from "../../../domain/document.ts"

export interface HtmlOptions {
  /** Address that the HTML came from: base of its links, and where a date may stand. */
  readonly url: string | null
  /** True for HTML that is already the main content, as a content API gives it. */
  readonly bodyOnly: boolean
  readonly mediaType: string
}

const absolute = (href: string, base: string | null): string | null => {
  const url = base === null ? URL.parse(href) : URL.parse(href, base)
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") ? url.href : null
}

const documentFile = /\.(?:pdf|docx)(?:[?#]|$)/iu

/** Links of the body, and the documents that the page offers beside it. */
const linksOf = (
  body: ReadonlyArray<PageBlock>,
  all: ReadonlyArray<PageBlock>,
  base: string | null
): Array<DocumentLink> => {
  const attached = all.flatMap((block) => block.links).filter((link) => documentFile.test(link.href))
  const seen = new Map<string, DocumentLink>()
  const hrefs = new Set<string>()
  for (const link of [...body.flatMap((block) => block.links), ...attached]) {
    if (hrefs.has(link.href)) continue
    hrefs.add(link.href)
    const url = absolute(link.href.trim(), base)
    if (url !== null && !seen.has(url)) seen.set(url, { url, text: link.text })
  }
  return [...seen.values()]
}

/** A page that scripts would have filled: its body as it states it in JSON-LD, a paragraph a line. */
const statedBlocks = (stated: string): Array<Block> =>
  stated
    .split(/\n+|(?<=[.!?。]) {2,}/u)
    .map(mendLine)
    .filter((line) => line !== "")
    .map((text) => ({ kind: "paragraph", level: 0, text }) as const)

/** Reads a page; a page without content gives a document without blocks. Never throws. */
export const readHtml = (html: string, options: HtmlOptions): ExtractedDocument => {
  const tree = parseHtml(html.replaceAll("\u{0}", ""))
  const metadata = readMetadata(tree.root)
  const base = metadata.base === null ? options.url : (absolute(metadata.base, options.url) ?? options.url)
  removeFurniture(tree.root, options.bodyOnly ? "body" : "page")
  measure(tree.root)
  const all = pageBlocks(tree.root)
  const stated = metadata.article?.body ?? null
  const naming = { titles: metadata.titles, authors: metadata.authors, wholePage: !options.bodyOnly }
  const chosen = options.bodyOnly
    ? cleanBody(all, naming)
    : selectBody(all, () => readabilityChoice(tree.root), stated, naming)
  let blocks: ReadonlyArray<Block> = chosen.map((item) => item.block)
  const size = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const fromStatement = stated !== null && stated.length >= 400 && size < 0.25 * stated.length
  if (fromStatement) blocks = statedBlocks(stated)
  const language = settleLanguage(metadata.language, blocks.map((block) => block.text).join("\n"))
  const canonical = metadata.canonical === null ? null : absolute(metadata.canonical, base)
  const date = findDate({
    jsonLd: metadata.article?.published ?? null,
    meta: metadata.meta,
    times: metadata.times,
    url: canonical ?? options.url,
    opening: openingLines(all, chosen)
  })
  return {
    title: metadata.title,
    language: language.language,
    publishedAt: date?.date ?? null,
    publishedFrom: date?.from ?? null,
    canonicalUrl: canonical,
    mediaType: options.mediaType,
    blocks,
    links: fromStatement ? [] : linksOf(chosen, all, base),
    warnings: [
      ...(tree.simplified
        ? ["The page is nested or long beyond sense; a part of its structure was given up."]
        : []),
      ...(fromStatement
        ? ["The page shows its text by script only; the text is the one stated in its JSON-LD."]
        : []),
      ...(blocks.length === 0 ? ["The page has no text that reads as content."] : []),
      ...(language.warning === null ? [] : [language.warning])
    ]
  }
}

/** Lines around the beginning of the body, where a page prints its date. */
const openingLines = (all: ReadonlyArray<PageBlock>, chosen: ReadonlyArray<PageBlock>): Array<string> => {
  const first = chosen[0]
  const index = first === undefined ? 0 : all.indexOf(first)
  return all.slice(Math.max(0, index - 6), index + 4).map((item) => item.block.text)
}
