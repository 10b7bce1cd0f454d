/**
 * From a cleaned tree to blocks in reading order: headings, paragraphs, list items with their depth and
 * number, tables, quotes; each with the place in the page where a reader finds it and the links inside it.
 */
import { typedLabel } from "../labels.ts"
import { mendLine } from "./lines.ts"
import { type ElementNode, descendants, rawText } from "./tree.ts"
import type { Block, BlockKind } from "../../../domain/document.ts"

/** A block before its page is decided upon: it still knows its element and how much of it is link. */
export interface PageBlock {
  readonly block: Block
  readonly element: ElementNode
  /** Characters inside links. */
  readonly linkChars: number
  readonly links: ReadonlyArray<{ readonly href: string; readonly text: string }>
}

const blockTags = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figure footer form " +
    "frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table " +
    "tbody td tfoot th thead tr ul caption #root"
  ).split(" ")
)

interface Context {
  readonly kind: BlockKind
  readonly level: number
  readonly listDepth: number
  readonly element: ElementNode
  /** Number of the list item, taken by the first block inside it. */
  label: string | null
}

const headingLevel = (element: ElementNode): number => {
  const tag = /^h([1-6])$/.exec(element.tag)
  if (tag?.[1] !== undefined) return Number(tag[1])
  if (element.attributes["role"] !== "heading") return 0
  const level = Number(element.attributes["aria-level"] ?? "2")
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2
}

const roman = (value: number): string => {
  const pairs: ReadonlyArray<readonly [number, string]> = [
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"]
  ]
  let rest = value
  let text = ""
  for (const [size, digits] of pairs) {
    while (rest >= size) {
      text += digits
      rest -= size
    }
  }
  return text
}

/** What an ordered list prints before its item (HTML standard, section 4.4.5, attribute `type`). */
const orderedLabel = (value: number, type: string | undefined): string => {
  if (type === "a" || type === "A") {
    const letter = value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : String(value)
    return type === "A" ? letter.toUpperCase() : letter
  }
  if ((type === "i" || type === "I") && value >= 1 && value < 400)
    return type === "I" ? roman(value).toUpperCase() : roman(value)
  return String(value)
}

const cellText = (cell: ElementNode): string => mendLine(rawText(cell))

const rowsOf = (table: ElementNode): Array<Array<ElementNode>> => {
  const rows: Array<Array<ElementNode>> = []
  const visit = (element: ElementNode): void => {
    for (const child of element.children) {
      if (child.kind === "text") continue
      if (child.tag === "tr") {
        rows.push(
          child.children.flatMap((cell) =>
            cell.kind === "element" && (cell.tag === "td" || cell.tag === "th") ? [cell] : []
          )
        )
      } else if (child.tag !== "table") visit(child)
    }
  }
  visit(table)
  return rows
}

/** A table that only arranges the page: its cells hold paragraphs, or it has one row or one column. */
const isLayoutTable = (table: ElementNode, rows: ReadonlyArray<ReadonlyArray<ElementNode>>): boolean => {
  if (table.attributes["role"] === "presentation" || table.attributes["role"] === "none") return true
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns < 2 || rows.length < 2) return true
  for (const element of descendants(table)) {
    if (element.tag === "table" || headingLevel(element) > 0) return true
    if ((element.tag === "td" || element.tag === "th") && (element.chars > 1500 || isColumn(element)))
      return true
    // One cell with most of the text: the others are its frame.
    if (element.tag === "td" && element.chars > 250 && element.chars > 0.6 * table.chars) return true
  }
  return false
}

/** A cell with several paragraphs of text is a column of the page, not a cell of a table. */
const isColumn = (cell: ElementNode): boolean => {
  if (cell.chars < 400) return false
  let paragraphs = 0
  for (const child of cell.children) {
    if (child.kind === "element" && child.chars > 60 && blockTags.has(child.tag)) paragraphs++
    else if (child.kind === "element" && child.tag === "br") paragraphs += 0.5
  }
  return paragraphs >= 2
}

/**
 * Blocks of everything below `root`. Blocks without a letter or digit are left out.
 */
export const pageBlocks = (root: ElementNode): Array<PageBlock> => {
  const blocks: Array<PageBlock> = []
  let anchor: string | null = null
  let text = ""
  let linkChars = 0
  let links: Array<{ href: string; text: string }> = []

  const emit = (kind: BlockKind, level: number, content: string, context: Context, keep: boolean): void => {
    if (!/[\p{L}\p{N}]/u.test(content)) return
    const label = context.label ?? typedLabel(content)
    context.label = null
    blocks.push({
      block: {
        kind,
        level,
        text: content,
        ...(anchor === null ? {} : { anchor }),
        ...(label === null || kind === "heading" || kind === "table" ? {} : { label })
      },
      element: context.element,
      linkChars: keep ? Math.min(linkChars, content.length) : 0,
      links: keep ? links : []
    })
  }

  const flush = (context: Context): void => {
    if (text.trim() === "") {
      text = ""
      linkChars = 0
      links = []
      return
    }
    const pieces = text.split(/\n[^\S\n]*\n/).flatMap((piece) => {
      const lines = piece
        .split("\n")
        .map(mendLine)
        .filter((line) => line !== "")
      const listed = lines.filter((line) => typedLabel(line) !== null || /^[•‣◦▪●–—*-]\s/u.test(line))
      const separate = listed.length >= 2 || (lines.length >= 3 && lines.every((line) => line.length > 70))
      return separate ? lines : [lines.join(" ")]
    })
    const share = linkChars / Math.max(1, text.length)
    const all = links
    for (const piece of pieces) {
      linkChars = pieces.length === 1 ? linkChars : Math.round(piece.length * share)
      links = pieces.length === 1 ? all : all.filter((link) => link.text !== "" && piece.includes(link.text))
      const bullet = context.kind === "paragraph" ? /^[•‣◦▪●]\s*/u.exec(piece) : null
      if (bullet === null) emit(context.kind, context.level, piece, context, true)
      else emit("list-item", 1, piece.slice(bullet[0].length), context, true)
    }
    text = ""
    linkChars = 0
    links = []
  }

  const inside = (context: Context, change: Partial<Context>): Context => ({
    ...context,
    label: null,
    ...change
  })

  const visitTable = (table: ElementNode, context: Context): void => {
    const rows = rowsOf(table)
    if (isLayoutTable(table, rows)) return visitChildren(table, inside(context, { element: table }))
    for (const element of descendants(table)) {
      if (element.tag === "caption")
        emit("paragraph", 0, cellText(element), inside(context, { element }), false)
      if (element.tag === "a") addLink(element)
    }
    const lines = rows.map((row) => row.map(cellText).join("\t")).filter((line) => line.trim() !== "")
    linkChars = table.linkChars
    emit("table", 0, lines.join("\n"), inside(context, { element: table }), true)
    linkChars = 0
    links = []
  }

  const addLink = (element: ElementNode): void => {
    const href = element.attributes["href"]
    if (href !== undefined && href !== "" && !href.startsWith("#"))
      links.push({ href, text: mendLine(rawText(element)) })
  }

  const visitList = (list: ElementNode, context: Context): void => {
    const ordered = list.tag === "ol"
    const step = list.attributes["reversed"] === undefined ? 1 : -1
    const items = list.children.filter((child) => child.kind === "element" && child.tag === "li").length
    const start = Number.parseInt(list.attributes["start"] ?? "", 10)
    let value = Number.isInteger(start) ? start : step === 1 ? 1 : items
    const depth = context.listDepth + 1
    for (const child of list.children) {
      if (child.kind === "text") {
        text += child.text
        continue
      }
      flush(inside(context, { element: list }))
      if (child.tag !== "li") {
        visit(child, inside(context, { listDepth: depth, element: child }))
        continue
      }
      if (child.attributes["id"]) anchor = child.attributes["id"]
      const own = Number.parseInt(child.attributes["value"] ?? "", 10)
      if (Number.isInteger(own)) value = own
      const item: Context = {
        kind: "list-item",
        level: depth,
        listDepth: depth,
        element: child,
        label: ordered ? orderedLabel(value, child.attributes["type"] ?? list.attributes["type"]) : null
      }
      visitChildren(child, item)
      flush(item)
      value += step
    }
    flush(inside(context, { element: list }))
  }

  const visit = (element: ElementNode, context: Context): void => {
    const { tag } = element
    const id = element.attributes["id"] ?? (tag === "a" ? element.attributes["name"] : undefined)
    if (id !== undefined && id !== "" && id.length <= 200 && !/\s/.test(id)) anchor = id
    if (tag === "br") {
      text += "\n"
      return
    }
    const level = headingLevel(element)
    if (!blockTags.has(tag) && level === 0) {
      const before = text.length
      visitChildren(element, context)
      if (tag === "a") {
        linkChars += Math.max(0, text.length - before)
        addLink(element)
      }
      return
    }
    flush(context)
    if (tag === "table") visitTable(element, context)
    else if (tag === "ul" || tag === "ol" || tag === "menu" || tag === "dir") visitList(element, context)
    else {
      const own = { ...ownContext(element, level, context), label: context.label }
      context.label = null
      visitChildren(element, own)
      flush(own)
      context.label = own.label
    }
  }

  const ownContext = (element: ElementNode, level: number, context: Context): Context => {
    if (level > 0) return inside(context, { kind: "heading", level, element })
    if (element.tag === "summary" || element.tag === "legend" || element.tag === "dt")
      return inside(context, { kind: "paragraph", level: 0, element })
    if (element.tag === "dd")
      return inside(context, { kind: "list-item", level: context.listDepth + 1, element })
    if (element.tag === "blockquote") return inside(context, { kind: "quote", level: 0, element })
    return inside(context, { element })
  }

  const visitChildren = (element: ElementNode, context: Context): void => {
    for (const child of element.children) {
      // A line break of the source is white space; only <br> makes a line.
      if (child.kind === "text") text += child.text.replaceAll(/[\t\n\f\r]/g, " ")
      else visit(child, context)
    }
  }

  const top: Context = { kind: "paragraph", level: 0, listDepth: 0, element: root, label: null }
  visitChildren(root, top)
  flush(top)
  return blocks
}
