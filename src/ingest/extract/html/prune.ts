/**
 * What goes from a chosen body after all: lines that are furniture by their words, runs of links, sections such
 * as "Related articles", the title repeated, bylines and dates at the edges.
 */
import { opensTrailingSection } from "./lines.ts"
import type { Choice, Judged } from "./judged.ts"

/** Runs of short blocks that are mostly link: menus, related stories, tags. */
const isLinkList = (judged: ReadonlyArray<Judged>, item: Judged): boolean => {
  if (item.linkShare < 0.75) return false
  const { kind, text } = item.page.block
  if (kind === "heading" || kind === "table") return false
  if (kind === "list-item" && isAnnounced(judged, item)) return false
  const isLinkBlock = (offset: number): boolean => {
    const other = judged[item.index + offset]
    return other !== undefined && other.linkShare >= 0.75 && other.page.block.text.length < 200
  }
  const crowd = [-2, -1, 1, 2].filter(isLinkBlock).length
  return (
    text.length < 200 &&
    (crowd >= 2 || (kind === "paragraph" && text.length > 12 && !/[.!?。؟:]$/u.test(text)))
  )
}

const isItem = (other: Judged): boolean => other.page.block.kind === "list-item"

/** A list under its own heading, or after a line that ends with a colon, with text of the body after it. */
const isAnnounced = (judged: ReadonlyArray<Judged>, item: Judged): boolean => {
  let before = item.index - 1
  while (
    before >= 0 &&
    item.index - before < 40 &&
    judged[before] !== undefined &&
    isItem(judged[before] ?? item)
  )
    before--
  const lead = judged[before]
  if (lead === undefined || lead.verdict !== "content" || lead.linkShare > 0.3) return false
  const announces = lead.page.block.kind === "heading" || /[:：]$/u.test(lead.page.block.text)
  if (!announces || opensTrailingSection(lead.page.block.text)) return false
  return judged.slice(item.index + 1, item.index + 40).some((other) => !isItem(other) && other.weight > 80)
}

const simple = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Takes from the choice what is furniture by its words, its place or its links. */
export const prune = (
  judged: ReadonlyArray<Judged>,
  choice: Choice,
  title: string | null
): ReadonlyArray<Judged> => {
  const kept = dropTrailingSections(judged.filter((item) => choice.has(item.index))).filter(
    (item) => item.verdict !== "furniture" && !isLinkList(judged, item)
  )
  const total = kept.reduce((sum, item) => sum + item.weight, 0)
  const trimmed = (items: ReadonlyArray<Judged>): Array<Judged> => {
    let start = 0
    // Byline, date and the title again, within the first few lines.
    for (let index = 0; index < Math.min(6, items.length); index++) {
      const item = items[index]
      if (item === undefined) break
      const text = item.page.block.text
      const isTitle = title !== null && simple(text) === simple(title)
      if (item.verdict === "edge" || isTitle) start = index + 1
      else if (text.length > 80) break
    }
    const head = items.slice(0, start).filter((item) => item.verdict === "content" && !isTitleOf(item, title))
    let stop = items.length
    while (stop > start) {
      const item = items[stop - 1]
      if (item === undefined || !(item.verdict === "edge" || item.page.block.kind === "heading")) break
      stop--
    }
    return [...head, ...items.slice(start, stop)]
  }
  const edges = trimmed(kept)
  const left = edges.reduce((sum, item) => sum + item.weight, 0)
  return left >= 0.5 * total ? edges.filter((item, index) => !isDangling(judged, edges, item, index)) : kept
}

const isTitleOf = (item: Judged, title: string | null): boolean =>
  title !== null && simple(item.page.block.text) === simple(title)

/** A heading whose whole section was pruned has nothing to say. */
const isDangling = (
  judged: ReadonlyArray<Judged>,
  kept: ReadonlyArray<Judged>,
  item: Judged,
  index: number
): boolean => {
  if (item.page.block.kind !== "heading") return false
  const following = judged[item.index + 1]
  const next = kept[index + 1]
  if (following === undefined || next === undefined || following.index === next.index) return false
  return (
    next.page.block.kind === "heading" &&
    next.page.block.level <= item.page.block.level &&
    following.page.block.kind !== "heading"
  )
}

/** From a heading such as "Related articles" in the last part of the body, everything of short or linked kind goes. */
const dropTrailingSections = (items: ReadonlyArray<Judged>): Array<Judged> => {
  const total = items.reduce((sum, item) => sum + item.weight, 0)
  const dropped = new Set<Judged>()
  for (const [index, item] of items.entries()) {
    const { kind, level, text } = item.page.block
    const heading = kind === "heading" || (kind === "paragraph" && text.length < 60)
    if (!heading || !opensTrailingSection(text)) continue
    const section: Array<Judged> = [item]
    for (const next of items.slice(index + 1)) {
      if (next.page.block.kind === "heading" && kind === "heading" && next.page.block.level <= level) break
      section.push(next)
    }
    const weight = section.reduce((sum, next) => sum + next.weight, 0)
    if (weight < 0.35 * total) for (const next of section) dropped.add(next)
  }
  return items.filter((item) => !dropped.has(item))
}
