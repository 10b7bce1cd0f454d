/**
 * What stands on pages beside the text: running heads and page numbers, known by repetition, tables of contents
 * and footnotes.
 */
import type { Line, Segment } from "./lines.ts"
import { type PageOfLines, sizeOf, textOf, yOf } from "./measures.ts"

const pageNumber =
  /^[-–—\s|[(]*(?:(?:page|p\.|seite|página|pág\.|стр\.|страница|صفحة|第)\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[٠-٩]{1,4})(?:\s*(?:\/|of|de|sur|von|из|من|页|頁)\s*(?:\d{1,4})?)?[-–—\s|\])]*$/iu

/**
 * Text with digits aside and height on the page: what a running head keeps from page to page. Its left and right
 * halves are counted apart, since columns of text may part them on some pages.
 */
const headKey = (segment: Segment): string =>
  `${segment.text.replaceAll(/[\d٠-٩]+|\b[ivxlc]+\b/gu, "#")} @${Math.round(segment.y / 8)}`

const atEdge = (page: PageOfLines, line: Line): boolean => {
  const y = yOf(line)
  return y > page.height * 0.87 || y < page.height * 0.11
}

/** Takes away lines in the upper and lower margin that repeat over pages (digits aside), and page numbers. */
export const withoutRunningHeads = (pages: ReadonlyArray<PageOfLines>): Array<PageOfLines> => {
  const seen = new Map<string, Set<number>>()
  for (const page of pages) {
    for (const line of page.lines) {
      if (!atEdge(page, line)) continue
      for (const segment of line.segments) {
        const pagesWith = seen.get(headKey(segment)) ?? new Set<number>()
        pagesWith.add(page.page)
        seen.set(headKey(segment), pagesWith)
      }
    }
  }
  const repeated = (line: Line): boolean =>
    line.segments.every((segment) => {
      const count = seen.get(headKey(segment))?.size ?? 0
      // Left and right pages have different heads: three sights, or most of a short document.
      return count >= 3 || (count >= 2 && pages.length <= 4)
    })
  const isNumber = (line: Line): boolean =>
    pages.length > 1 ? pageNumber.test(textOf(line)) : /^\d{1,2}\s?\/\s?\d{1,2}$/.test(textOf(line))
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !(atEdge(page, line) && (isNumber(line) || repeated(line))))
  }))
}

/** An entry of a table of contents: leader dots and a page number ("Foreword . . . . . 3"). */
const contentsEntry = /(?:\s?[.·…․‥_]){4,}\s*(?:\d{1,4}|[ivxlc]{1,7}|[٠-٩]{1,4})$/iu

/**
 * Takes away tables of contents: their entries, entries that take two lines, and the heading over them. They
 * repeat the document's headings and say nothing themselves.
 */
export const withoutContents = (pages: ReadonlyArray<PageOfLines>): Array<PageOfLines> =>
  pages.map((page) => {
    const entries = page.lines.flatMap((line, index) => (contentsEntry.test(textOf(line)) ? [index] : []))
    const first = entries[0]
    const last = entries[entries.length - 1]
    if (entries.length < 3 || first === undefined || last === undefined) return page
    const known = new Set(entries)
    const dropped = (line: Line, index: number): boolean => {
      if (known.has(index)) return true
      const between = index > first && index < last
      if (between && (known.has(index + 1) || known.has(index - 1)) && textOf(line).length < 120) return true
      return index === first - 1 && textOf(line).length <= 40
    }
    return { ...page, lines: page.lines.filter((line, index) => !dropped(line, index)) }
  })

/** Index of the first line of a page's footnotes: small lines at its end that begin with a mark or number. */
export const footnoteStart = (page: PageOfLines, body: number): number => {
  let index = page.lines.length
  let start = index
  while (index > 0) {
    const line = page.lines[index - 1]
    if (line === undefined || sizeOf(line) > body * 0.93 || yOf(line) > page.height * 0.5) break
    index--
    if (/^(?:\d{1,3}|[*†‡§]|\[\d+\])\s?\S/u.test(textOf(line))) start = index
  }
  return start
}
