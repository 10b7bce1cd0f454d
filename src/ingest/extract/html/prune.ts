/**
 * What goes from a chosen body after all: lines that are furniture by their words, runs of links, sections such
 * as "Related articles", and what stands at its edges.
 */
import { type Naming, sizeOf, withinEdges } from "./edges.ts"
import { opensTrailingSection } from "./lines.ts"
import type { Choice, Judged } from "./judged.ts"

/** Runs of short blocks that are mostly link: menus, related stories, tags. */
const isLinkList = (judged: ReadonlyArray<Judged>, item: Judged): boolean => {
  if (item.linkShare < 0.75) return false
  const { kind, text } = item.page.block
  if (kind === "heading" || kind === "table") return false
  if (kind === "list-item" && isAnnounced(judged, item)) return false
  const before = judged[item.index - 1]
  // "Write to:" and then an address, which is one word; titles of other stories are more.
  if (before !== undefined && /[:：]$/u.test(before.page.block.text) && /^\S+$/u.test(text)) return false
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

/** Takes from the choice what is furniture by its words, its place or its links. */
export const prune = (
  judged: ReadonlyArray<Judged>,
  choice: Choice,
  naming: Naming
): ReadonlyArray<Judged> => {
  const chosen = dropTrailingSections(judged.filter((item) => choice.has(item.index))).filter(
    (item) => item.verdict !== "furniture"
  )
  const unlinked = chosen.filter((item) => !isLinkList(judged, item))
  // A page that has little but links is about them: recordings, documents, sessions.
  const kept = sizeOf(unlinked) < 0.4 * sizeOf(chosen) ? chosen : unlinked
  const total = kept.reduce((sum, item) => sum + item.weight, 0)
  const edges = withinEdges(kept, naming)
  const left = edges.reduce((sum, item) => sum + item.weight, 0)
  return left >= 0.5 * total ? edges.filter((item, index) => !isDangling(judged, edges, item, index)) : kept
}

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
