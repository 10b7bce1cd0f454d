/**
 * Plain text to blocks: paragraphs by blank lines, wrapped lines joined, list items by their bullets and
 * numbers, headings by their form.
 */
import { removeArtefacts } from "./html/lines.ts"
import { typedLabel } from "./labels.ts"
import type { Block } from "../../domain/document.ts"

const bullet = /^\s*[•‣◦▪●·–—*+-]\s+(?=\S)/u
const underline = /^\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*$/

const indentOf = (line: string): number => /^\s*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0

const clean = (line: string): string =>
  removeArtefacts(line)
    .replaceAll(/[\u{ad}\u{200b}\u{feff}]/gu, "")
    .replaceAll(/\p{Cc}|\s/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim()

/** A short line that is no sentence: all capitals, or numbered like a chapter, or simply title-like. */
const isHeading = (text: string): boolean =>
  text.length <= 90 &&
  !/[.,;:!?。，؛…]$/u.test(text) &&
  /\p{L}/u.test(text) &&
  ((text === text.toUpperCase() && text !== text.toLowerCase() && text.length > 3) ||
    /^(?:(?:chapter|part|section|annex|session|theme|chapitre|partie|capítulo|parte|глава|раздел)\s+[\divxlc]+(?![\p{L}\p{N}])|第\s?[\d一二三四五六七八九十]+)/iu.test(
      text
    ))

/**
 * Joins paragraphs that a page break has torn apart: the first ends without a stop, the second begins with
 * a small letter.
 */
const mendPageBreaks = (blocks: ReadonlyArray<Block>): Array<Block> => {
  const mended: Array<Block> = []
  for (const block of blocks) {
    const before = mended.at(-1)
    const continues =
      before?.kind === "paragraph" &&
      block.kind === "paragraph" &&
      block.label === undefined &&
      /[\p{L}\p{N},-]$/u.test(before.text) &&
      /^\p{Ll}/u.test(block.text)
    if (continues) mended[mended.length - 1] = { ...before, text: `${before.text} ${block.text}` }
    else mended.push(block)
  }
  return mended
}

/** A first line that stands over the text like a title: much shorter than the line below it. */
const opensWithTitle = (lines: ReadonlyArray<string>): boolean => {
  const [first = "", second = ""] = lines.map((line) => line.trim())
  return (
    first.length > 0 && first.length * 2 < second.length && /^\p{Lu}/u.test(second) && !/[.!?]$/.test(first)
  )
}

/** Lines that belong together: up to a blank line, a bullet, a number or a heading. */
export const textBlocks = (text: string): Array<Block> => {
  const blocks: Array<Block> = []
  let lines: Array<string> = []
  let item: number | null = null
  const flush = (): void => {
    const joined = clean(lines.join(" ").replaceAll(/(\p{Ll})- (?=\p{Ll})/gu, "$1"))
    const indent = item
    lines = []
    item = null
    if (!/[\p{L}\p{N}]/u.test(joined)) return
    const label = typedLabel(joined)
    if (indent !== null)
      blocks.push({
        kind: "list-item",
        level: 1 + Math.min(5, Math.floor(indent / 3)),
        text: joined,
        ...(label === null ? {} : { label })
      })
    else if (isHeading(joined))
      blocks.push({ kind: "heading", level: blocks.length === 0 ? 1 : 2, text: joined })
    else blocks.push({ kind: "paragraph", level: 0, text: joined, ...(label === null ? {} : { label }) })
  }
  let blank = true
  const all = text.split(/\r\n?|\n|\u{2028}|\u{2029}|\f/u)
  const start = all.findIndex((line) => line.trim() !== "")
  if (start >= 0 && opensWithTitle(all.slice(start, start + 2))) {
    const title = clean(all[start] ?? "").replace(/\s*:$/, "")
    if (typedLabel(title) === null && !bullet.test(title)) {
      blocks.push({ kind: "heading", level: 1, text: title })
      all.splice(start, 1)
    }
  }
  for (const line of all) {
    if (line.trim() === "") {
      flush()
      blank = true
      continue
    }
    if (underline.test(line)) {
      const title = lines.length === 1 ? clean(lines[0] ?? "") : ""
      if (title !== "" && title.length <= 120) {
        lines = []
        blocks.push({ kind: "heading", level: line.trim().startsWith("=") ? 1 : 2, text: title })
      } else flush()
      continue
    }
    const marked = bullet.exec(line)
    const labelled = typedLabel(line.trim()) !== null
    if (marked !== null || (labelled && (blank || item !== null || lines.length === 0))) {
      flush()
      item = indentOf(line)
      lines.push(marked === null ? line : line.slice(marked[0].length))
    } else if (blank && isHeading(clean(line))) {
      flush()
      lines.push(line)
      flush()
    } else lines.push(line)
    blank = false
  }
  flush()
  return mendPageBreaks(blocks)
}
