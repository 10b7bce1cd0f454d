/**
 * Markdown (GitHub's dialect) through marked to HTML and so to blocks; a front matter gives title and date.
 */
import { marked } from "marked"
import { parse } from "yaml"
import { readHtml } from "./html/html.ts"
import { statedDate } from "./dates.ts"
import type { ExtractedDocument } from "../../domain/document.ts"

const frontMatter = /^\u{feff}?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

interface Front {
  readonly title: string | null
  readonly date: string | null
  readonly language: string | null
}

/** Strings, and the dates that YAML makes of bare dates. */
const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toISOString()
      : null

const readFront = (source: string): Front => {
  try {
    const data: unknown = parse(source, { maxAliasCount: 0 })
    if (typeof data !== "object" || data === null) return { title: null, date: null, language: null }
    const fields = new Map<string, unknown>(Object.entries(data))
    return {
      title: textOf(fields.get("title")),
      date: textOf(fields.get("date")),
      language: textOf(fields.get("lang")) ?? textOf(fields.get("language"))
    }
  } catch {
    // A rule of dashes at the top that is not YAML.
    return { title: null, date: null, language: null }
  }
}

/** Nesting of quotes and lists that no writer means: marked takes time that grows with its square and more. */
const deepMarks = /^(?:[ \t]*[>*+-]){60,}/gmu
const deepIndent = /^([ \t]{40})[ \t]+/gmu
/** Longer texts are read as plain text. */
const maximumLength = 2_000_000

/** A text's body, without its front matter and without nesting that no writer means. */
const bodyOf = (source: string, front: string): string =>
  source.slice(front.length).replaceAll(deepMarks, "").replaceAll(deepIndent, "$1")

/** A Markdown text as HTML, as it is written: not made safe. Never throws. */
export const markdownHtml = (source: string): string =>
  toHtml(bodyOf(source, frontMatter.exec(source)?.[0] ?? ""))

/** Reads a Markdown text. Never throws. */
export const readMarkdown = (source: string, url: string | null): ExtractedDocument => {
  const front = frontMatter.exec(source)
  const stated = front?.[1] === undefined ? { title: null, date: null, language: null } : readFront(front[1])
  const html = toHtml(bodyOf(source, front?.[0] ?? ""))
  const document = readHtml(
    `<html lang="${stated.language?.replaceAll(/[^\w-]/g, "") ?? ""}"><body>${html}</body></html>`,
    {
      url,
      bodyOnly: true,
      mediaType: "text/markdown"
    }
  )
  const first = document.blocks.find((block) => block.kind === "heading" && block.level === 1)
  const date = stated.date === null ? null : statedDate(stated.date)
  return {
    ...document,
    title: stated.title ?? first?.text ?? document.title,
    ...(date === null ? {} : { publishedAt: date, publishedFrom: "meta" as const })
  }
}

const toHtml = (source: string): string => {
  if (source.length > maximumLength) return plainHtml(source)
  try {
    return marked.parse(source, { async: false, gfm: true })
  } catch {
    // Nesting that exhausts the parser's recursion: the text is kept as it stands.
    return plainHtml(source)
  }
}

/** Paragraphs by blank lines, nothing else. */
const plainHtml = (source: string): string =>
  source
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("")
