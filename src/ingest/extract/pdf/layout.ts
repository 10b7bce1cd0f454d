/**
 * From the lines of a PDF to blocks: running heads and page numbers go, headings show by size and weight, lines
 * are joined to paragraphs over columns and pages, bullets and numbers make list items, aligned rows make
 * tables, footnotes go to the end.
 */
import { typedLabel } from "../labels.ts"
import type { Line } from "./lines.ts"
import type { Block } from "../../../domain/document.ts"
import { footnoteStart, withoutContents, withoutRunningHeads } from "./margins.ts"
import { type PageOfLines, isBold, leftOf, rightOf, sizeOf, textOf, yOf } from "./measures.ts"
import { tableAt } from "./tables.ts"
import { type Vocabulary, joinLines, vocabularyOf } from "./words.ts"

/** The size that most characters have, to half a point. */
export const bodySize = (pages: ReadonlyArray<PageOfLines>): number => {
  const weight = new Map<number, number>()
  for (const { lines } of pages) {
    for (const line of lines) {
      for (const { size, text } of line.segments) {
        const key = Math.round(size * 2) / 2
        weight.set(key, (weight.get(key) ?? 0) + text.length)
      }
    }
  }
  return [...weight].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

const bullet = /^[•‣◦▪●■□➢➤▶✓✔·○–—\u{f0b7}\u{f0a7}\u{f0d8}\u{f076}\u{2022}*-]\s*(?=\S)/u

const loneBullet = /^[•‣◦▪●■□➢➤▶✓✔·○\u{f0b7}\u{f0a7}\u{f0d8}\u{f076}o*–—-]$/u

const sentenceEnd = /[.!?:;。！？：；؟…"”’»)]$/u

interface Paragraph {
  lines: Array<Line>
  kind: "body" | "item"
  level: number
}

/** Typical distance of baselines. */
const leading = (lines: ReadonlyArray<Line>): number => {
  const gaps: Array<number> = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (next === undefined || next.column !== line.column || next.page !== line.page) continue
    const gap = yOf(line) - yOf(next)
    if (gap > 0 && gap < sizeOf(line) * 3) gaps.push(gap / Math.max(1, sizeOf(line)))
  }
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1.3
}

/** A bullet set apart from its text by a tab: one line, not two cells. */
const mergeBullet = (line: Line): Line => {
  const [mark, ...rest] = line.segments
  const next = rest[0]
  if (mark === undefined || next === undefined) return line
  const label = typedLabel(`${mark.text} x`) !== null && mark.text.length <= 6
  if (!loneBullet.test(mark.text) && !label) return line
  return {
    ...line,
    segments: [
      { ...next, text: `${mark.text} ${next.text}`, left: mark.left, size: next.size },
      ...rest.slice(1)
    ]
  }
}

const startsItem = (text: string): boolean => bullet.test(text) || typedLabel(text) !== null

/** True when `line` begins a new paragraph after `previous`. */
const breaks = (previous: Line, line: Line, first: Line, lead: number): boolean => {
  const size = sizeOf(line)
  if (Math.abs(size - sizeOf(previous)) > 0.6 || isBold(line) !== isBold(previous)) return true
  const before = textOf(previous)
  const text = textOf(line)
  // "2.1 per cent" at a line's beginning goes on with the sentence before it.
  const goesOn = /^[\d.]+\s+\p{Ll}/u.test(text) && !sentenceEnd.test(before) && !startsItem(before)
  if (startsItem(text) && !goesOn) return true
  if (previous.page !== line.page || previous.column !== line.column) {
    // Over a column or page: an unfinished sentence goes on.
    return sentenceEnd.test(before) || !/^[\p{Ll}\p{Lo}\d("“«]/u.test(text)
  }
  const gap = yOf(previous) - yOf(line)
  if (gap > size * lead * 1.3 || gap < 0) return true
  const rightToLeft = line.segments[0]?.rightToLeft === true
  const indent = rightToLeft ? line.columnRight - rightOf(line) : leftOf(line) - line.columnLeft
  const before2 = rightToLeft
    ? previous.columnRight - rightOf(previous)
    : leftOf(previous) - previous.columnLeft
  if (indent > before2 + size * 0.9 && !startsItem(textOf(first)) && sentenceEnd.test(before)) return true
  const free = rightToLeft ? leftOf(previous) - previous.columnLeft : previous.columnRight - rightOf(previous)
  return (
    free > (previous.columnRight - previous.columnLeft) * 0.3 &&
    sentenceEnd.test(before) &&
    /^[\p{Lu}\p{Lo}\d]/u.test(text)
  )
}

export interface LaidOut {
  readonly blocks: Array<Block>
  /** Text set largest on the first page that has any, null when all is of one size. */
  readonly largest: string | null
}

/** All blocks of a document. */
export const layOut = (all: ReadonlyArray<PageOfLines>): LaidOut => {
  const pages = withoutContents(withoutRunningHeads(all))
  const body = bodySize(pages)
  const lead = leading(pages.flatMap((page) => page.lines))
  const notes: Array<Line> = []
  const main: Array<Line> = []
  for (const page of pages) {
    const cut = footnoteStart(page, body)
    for (const [index, line] of page.lines.entries()) (index >= cut ? notes : main).push(mergeBullet(line))
  }
  const words = vocabularyOf(main)
  const blocks = [
    ...blocksOf(main, body, lead, words),
    ...blocksOf(notes, body, lead, words).map(withNoteMark)
  ]
  const sizes = pages.find((page) => page.lines.length > 0)?.lines ?? []
  const top = Math.max(0, ...sizes.map(sizeOf))
  const titleLines = sizes.filter((line) => sizeOf(line) > top - 0.6)
  return {
    blocks,
    largest: top > body * 1.15 && titleLines.length <= 5 ? joinLines(titleLines, words) : null
  }
}

/** A footnote's number is its label, not a part of its first word. */
const withNoteMark = (block: Block): Block => {
  const mark = /^\[?(\d{1,3}|[*†‡§])\]?\s*(?=\p{L})/u.exec(block.text)
  return mark?.[1] === undefined
    ? block
    : { ...block, text: block.text.slice(mark[0].length), label: mark[1] }
}

const blocksOf = (
  lines: ReadonlyArray<Line>,
  body: number,
  lead: number,
  words: Vocabulary
): Array<Block> => {
  const levels = headingSizes(lines, body)
  const blocks: Array<Block> = []
  let paragraph: Paragraph | null = null
  const flush = (): void => {
    if (paragraph === null) return
    const block = toBlock(paragraph, body, levels, words)
    if (block !== null) blocks.push(block)
    paragraph = null
  }
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    const rows = tableAt(lines, index)
    if (rows > 0) {
      flush()
      const text = lines
        .slice(index, index + rows)
        .map((row) => row.segments.map((segment) => segment.text).join("\t"))
        .join("\n")
      blocks.push({ kind: "table", level: 0, text, page: line.page })
      index += rows
      continue
    }
    const open: Paragraph | null = paragraph
    const previous = open?.lines[open.lines.length - 1]
    if (open === null || previous === undefined || breaks(previous, line, open.lines[0] ?? line, lead)) {
      flush()
      const item = startsItem(textOf(line))
      const level = item
        ? 1 + Math.min(4, Math.max(0, Math.floor((leftOf(line) - line.columnLeft) / (body * 1.8))))
        : 0
      paragraph = { lines: [line], kind: item ? "item" : "body", level }
    } else open.lines.push(line)
    index++
  }
  flush()
  return blocks
}

/** Sizes of headings, largest first: the place in this list is the level. */
const headingSizes = (lines: ReadonlyArray<Line>, body: number): ReadonlyArray<number> => {
  const sizes = new Set(
    lines.map((line) => Math.round(sizeOf(line) * 2) / 2).filter((size) => size > body * 1.15)
  )
  return [...sizes].toSorted((a, b) => b - a)
}

const toBlock = (
  { kind, level, lines }: Paragraph,
  body: number,
  levels: ReadonlyArray<number>,
  words: Vocabulary
): Block | null => {
  const first = lines[0]
  const text = joinLines(lines, words)
  if (first === undefined || !/[\p{L}\p{N}]/u.test(text)) return null
  const page = first.page
  const size = Math.round(sizeOf(first) * 2) / 2
  const label = typedLabel(text)
  const labelled = label === null ? {} : { label }
  const large = size > body * 1.15
  const bold =
    isBold(first) && lines.length <= 3 && text.length <= 140 && !/[.;,]$/u.test(text) && !bullet.test(text)
  if ((large && text.length <= 300) || (bold && size >= body * 0.95)) {
    const rank = large ? levels.indexOf(size) + 1 : levels.length + 1
    return { kind: "heading", level: Math.min(6, Math.max(1, rank)), text, page }
  }
  if (kind === "item") {
    const mark = bullet.exec(text)
    return {
      kind: "list-item",
      level,
      text: mark === null ? text : text.slice(mark[0].length),
      page,
      ...labelled
    }
  }
  return { kind: "paragraph", level: 0, text, page }
}
