/**
 * Blocks of a page with what is known of each before anything is chosen, and sums over choices of them.
 */
import { judgeLine } from "./lines.ts"
import type { LineVerdict } from "./lines.ts"
import type { PageBlock } from "./blocks.ts"

export type Choice = ReadonlySet<number>

export interface Judged {
  readonly page: PageBlock
  readonly index: number
  readonly verdict: LineVerdict
  readonly linkShare: number
  /** Characters that count as content: link text does not. */
  readonly weight: number
}

export const judge = (blocks: ReadonlyArray<PageBlock>): ReadonlyArray<Judged> =>
  blocks.map((page, index) => {
    const { kind, text } = page.block
    const linkShare = page.linkChars / Math.max(1, text.length)
    const verdict = kind === "table" || kind === "quote" ? "content" : judgeLine(text, linkShare)
    return {
      page,
      index,
      verdict: kind === "heading" && verdict === "edge" ? "content" : verdict,
      linkShare,
      weight: Math.max(0, text.length - page.linkChars)
    }
  })

export const weigh = (judged: ReadonlyArray<Judged>, choice: Choice): number => {
  let sum = 0
  for (const item of judged) if (choice.has(item.index) && item.verdict !== "furniture") sum += item.weight
  return sum
}

export const linkShareOf = (judged: ReadonlyArray<Judged>, choice: Choice): number => {
  let links = 0
  let all = 1
  for (const item of judged) {
    if (!choice.has(item.index)) continue
    links += item.page.linkChars
    all += item.page.block.text.length
  }
  return links / all
}

export const union = (a: Choice, b: Choice): Choice => new Set([...a, ...b])

export const intersect = (a: Choice, b: Choice): Choice => new Set([...a].filter((index) => b.has(index)))

export const overlap = (judged: ReadonlyArray<Judged>, a: Choice, b: Choice): number =>
  weigh(judged, new Set([...a].filter((index) => b.has(index)))) / Math.max(1, weigh(judged, a))
