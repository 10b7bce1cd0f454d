/**
 * What stands in the margins of pages: running heads and page numbers, known by repetition, and footnotes.
 */
import type { Line } from "./lines.ts"
import { type PageOfLines, sizeOf, textOf, yOf } from "./measures.ts"

const pageNumber =
  /^[-–—\s|[(]*(?:(?:page|p\.|seite|página|pág\.|стр\.|страница|صفحة|第)\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[٠-٩]{1,4})(?:\s*(?:\/|of|de|sur|von|из|من|页|頁)\s*(?:\d{1,4})?)?[-–—\s|\])]*$/iu

/** Text with digits aside and height on the page: what a running head keeps from page to page. */
const headKey = (line: Line): string =>
  `${textOf(line).replaceAll(/[\d٠-٩]+|\b[ivxlc]+\b/gu, "#")} @${Math.round(yOf(line) / 8)}`

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
      const pagesWith = seen.get(headKey(line)) ?? new Set<number>()
      pagesWith.add(page.page)
      seen.set(headKey(line), pagesWith)
    }
  }
  const repeated = (line: Line): boolean => {
    const count = seen.get(headKey(line))?.size ?? 0
    // Left and right pages have different heads: three sights, or most of a short document.
    return count >= 3 || (count >= 2 && pages.length <= 4)
  }
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter(
      (line) =>
        !(atEdge(page, line) && ((pages.length > 1 && pageNumber.test(textOf(line))) || repeated(line)))
    )
  }))
}

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
