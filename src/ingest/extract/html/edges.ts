/**
 * Where a chosen body begins and ends: the title repeated, the path to the page, bylines and dates stand over it;
 * bylines, notes on the author and links to other stories under it.
 */
import { isDateLike } from "./lines.ts"
import type { Judged } from "./judged.ts"
import type { ElementNode } from "./tree.ts"

/** What the page says of itself, by which its title, bylines and author notes are known. */
export interface Naming {
  /** The title and the other forms it has on the page. */
  readonly titles: ReadonlyArray<string>
  readonly authors: ReadonlyArray<string>
  /** False for HTML that is the body already: then dates and names at its edges are the document's own. */
  readonly wholePage: boolean
}

const simple = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Characters of the blocks, links included. */
export const sizeOf = (items: ReadonlyArray<Judged>): number =>
  items.reduce((sum, item) => sum + item.page.block.text.length, 0)

interface Names {
  readonly titles: ReadonlySet<string>
  readonly authors: ReadonlyArray<string>
  readonly wholePage: boolean
}

/** True when the line begins with the name of an author. */
const isByAuthor = (text: string, { authors }: Names): boolean =>
  authors.some((name) => simple(text.slice(0, 120)).startsWith(name))

const isBrief = ({ page: { block } }: Judged): boolean =>
  block.text.length <= 120 || (block.text.length <= 250 && !/[.!?。؟]$/u.test(block.text))

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
    // The author, the section: a line that is one link.
    if (names.wholePage && kind !== "list-item" && item.linkShare >= 0.85 && text.length <= 80) return true
    if (names.wholePage && kind === "heading" && isDateLike(text) && /\p{Nd}:\p{Nd}{2}/u.test(text))
      return true
    if (item.verdict === "edge" || isTitle(item) || (names.wholePage && isSignature(item))) return true
    return (
      names.wholePage &&
      ((kind === "paragraph" && isDateLike(text)) || (text.length <= 120 && isByAuthor(text, names)))
    )
  }
  const title = names.wholePage ? items.slice(0, 8).findIndex(isTitle) : -1
  // Whatever is short and stands over the title is a section's name, a path or a label.
  const over = items.slice(0, Math.max(0, title))
  const first = over.every(isBrief) ? title + 1 : 0
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
  let stop = names.wholePage ? linkTail(items) : items.length
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

const isLink = (item: Judged): boolean => item.linkShare >= 0.6 && item.page.block.text.length < 200

/**
 * Index from which a page only leads elsewhere: links with their dates and labels, and the heading over them,
 * in whatever language it says "related".
 */
const linkTail = (items: ReadonlyArray<Judged>): number => {
  let from = items.length
  let links = 0
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]
    if (item === undefined) break
    const { kind, text } = item.page.block
    if (isLink(item)) {
      from = index
      links++
    } else if (kind === "heading" && from === index + 1) from = index
    else if (text.length > 60 || /[.!?。؟:：]$/u.test(text)) break
  }
  const tail = items.slice(from)
  return links >= 2 && sizeOf(tail) < 0.3 * sizeOf(items) ? from : items.length
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

/** The blocks between the edges of a body. */
export const withinEdges = (items: ReadonlyArray<Judged>, naming: Naming): ReadonlyArray<Judged> => {
  const names: Names = {
    titles: new Set(naming.titles.map(simple)),
    authors: naming.authors.map(simple).filter((name) => name.length > 4),
    wholePage: naming.wholePage
  }
  const start = bodyStart(items, names)
  return [...start.kept, ...items.slice(start.from, bodyStop(items, start.from, names))]
}
