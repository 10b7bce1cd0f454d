/**
 * What goes from a chosen body after all: lines that are furniture by their words, runs of links, sections such
 * as "Related articles", the title repeated, bylines and dates at the edges.
 */
import { isDateLike, opensTrailingSection } from "./lines.ts"
import type { Choice, Judged } from "./judged.ts"
import type { ElementNode } from "./tree.ts"

/** What the page says of itself, by which its title, bylines and author notes are known. */
export interface Naming {
  /** The title and the other forms it has on the page. */
  readonly titles: ReadonlyArray<string>
  readonly authors: ReadonlyArray<string>
  /** False for HTML that is the body already: then dates and names at its edges are the document's own. */
  readonly wholePage: boolean
}

/** Runs of short blocks that are mostly link: menus, related stories, tags. */
const isLinkList = (judged: ReadonlyArray<Judged>, item: Judged): boolean => {
  if (item.linkShare < 0.75) return false
  const { kind, text } = item.page.block
  if (kind === "heading" || kind === "table") return false
  if (kind === "list-item" && isAnnounced(judged, item)) return false
  const before = judged[item.index - 1]
  // "Write to:" and then an address.
  if (before !== undefined && before.linkShare < 0.3 && /[:：]$/u.test(before.page.block.text)) return false
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
  naming: Naming
): ReadonlyArray<Judged> => {
  const chosen = dropTrailingSections(judged.filter((item) => choice.has(item.index))).filter(
    (item) => item.verdict !== "furniture"
  )
  const unlinked = chosen.filter((item) => !isLinkList(judged, item))
  // A page that has little but links is about them: recordings, documents, sessions.
  const kept = sizeOf(unlinked) < 0.4 * sizeOf(chosen) ? chosen : unlinked
  const total = kept.reduce((sum, item) => sum + item.weight, 0)
  const names: Names = {
    titles: new Set(naming.titles.map(simple)),
    authors: naming.authors.map(simple).filter((name) => name.length > 4),
    wholePage: naming.wholePage
  }
  const start = bodyStart(kept, names)
  const edges = [...start.kept, ...kept.slice(start.from, bodyStop(kept, start.from, names))]
  const left = edges.reduce((sum, item) => sum + item.weight, 0)
  return left >= 0.5 * total ? edges.filter((item, index) => !isDangling(judged, edges, item, index)) : kept
}

const sizeOf = (items: ReadonlyArray<Judged>): number =>
  items.reduce((sum, item) => sum + item.page.block.text.length, 0)

interface Names {
  readonly titles: ReadonlySet<string>
  readonly authors: ReadonlyArray<string>
  readonly wholePage: boolean
}

/** True when the line begins with the name of an author. */
const isByAuthor = (text: string, { authors }: Names): boolean =>
  authors.some((name) => simple(text.slice(0, 120)).startsWith(name))

/**
 * Where the body begins: after the title printed again, the path to the page, bylines and dates. Lines between
 * them that are none of these (a standfirst) stay.
 */
const bodyStart = (
  items: ReadonlyArray<Judged>,
  names: Names
): { readonly kept: ReadonlyArray<Judged>; readonly from: number } => {
  const isTitle = (item: Judged): boolean => {
    const text = simple(item.page.block.text)
    if (names.titles.has(text)) return true
    // With a label run into it ("Topic: ..."), or shortened.
    return (
      item.page.block.kind === "heading" &&
      [...names.titles].some(
        (title) =>
          Math.min(title.length, text.length) >= 12 &&
          ((title.length >= 0.6 * text.length && text.endsWith(title)) ||
            (text.length >= 0.6 * title.length && title.startsWith(text)))
      )
    )
  }
  const isLabel = (item: Judged): boolean => {
    const { kind, text } = item.page.block
    if (item.verdict === "edge" || isTitle(item) || (names.wholePage && isSignature(item))) return true
    return (
      names.wholePage &&
      ((kind === "paragraph" && isDateLike(text)) || (text.length <= 120 && isByAuthor(text, names)))
    )
  }
  const title = names.wholePage ? items.slice(0, 8).findIndex(isTitle) : -1
  // Whatever is short and stands over the title is a section's name, a path or a label.
  const over = items.slice(0, Math.max(0, title))
  const first = over.every((item) => item.page.block.text.length <= 120) ? title + 1 : 0
  let from = first
  let long = 0
  for (let index = first; index < Math.min(first + 6, items.length) && long < 2; index++) {
    const item = items[index]
    if (item === undefined) break
    if (isLabel(item)) from = index + 1
    else if (item.page.block.text.length > 80) long += item.page.block.text.length > 300 ? 2 : 1
  }
  return { from, kept: items.slice(first, from).filter((item) => !isLabel(item)) }
}

/** Where it ends: before bylines, notes on the author and headings with nothing under them. */
const bodyStop = (items: ReadonlyArray<Judged>, start: number, names: Names): number => {
  let stop = items.length
  while (stop > start) {
    const item = items[stop - 1]
    if (item === undefined) break
    const { kind, text } = item.page.block
    const note = names.wholePage && (isSignature(item) || (text.length <= 700 && isByAuthor(text, names)))
    if (!(item.verdict === "edge" || kind === "heading" || note)) break
    stop--
  }
  return stop
}

/** True when all of a block's text stands in one run of italics. */
const isItalic = (element: ElementNode): boolean => {
  const parts = element.children.filter((child) => child.kind === "element" || child.text.trim() !== "")
  const only = parts.length === 1 ? parts[0] : undefined
  if (only === undefined || only.kind === "text") return false
  return (
    only.tag === "i" ||
    only.tag === "em" ||
    (/^(?:font|span|b|strong|small)$/.test(only.tag) && isItalic(only))
  )
}

/** A few words in italics or set to the right, over the first paragraph or under the last: who wrote it. */
const isSignature = (item: Judged): boolean => {
  const { attributes } = item.page.element
  const { kind, text } = item.page.block
  return (
    kind === "paragraph" &&
    text.length <= 50 &&
    !/[\p{Nd}.!?؟。]|[\u{590}-\u{8ff}]/u.test(text) &&
    (isItalic(item.page.element) ||
      /^right$/i.test(attributes["align"] ?? "") ||
      /text-align\s*:\s*right/i.test(attributes["style"] ?? ""))
  )
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
