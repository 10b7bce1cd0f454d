/**
 * The parts of a form in HTML, in reading order: headings, lines of text, rows of tables.
 *
 * All formats come here as HTML (Word through mammoth, Markdown through marked). Fields that can be filled in
 * give what stands in them. Made for hostile pages too: what is nested beyond sense gives nothing.
 */
import { isTag, isText, type ChildNode, type Element } from "domhandler"
import { decodeHTML } from "entities"
import { parseDocument } from "htmlparser2"

export type Part =
  | { readonly kind: "heading" | "text" | "item"; readonly text: string }
  /** Cells, each with its lines. */
  | { readonly kind: "row"; readonly cells: ReadonlyArray<ReadonlyArray<string>> }

const deepest = 300

const skipped: ReadonlySet<string> = new Set(
  "head script style noscript template datalist button svg nav footer aside".split(" ")
)
const blocks: ReadonlySet<string> = new Set(
  "html body main header section article div form fieldset legend p blockquote pre ul ol li dl dt dd table thead tbody tfoot caption label details summary address figure".split(
    " "
  )
)

/** Text on one line with single spaces; control characters are spaces too. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim()

/** Whether a text says anything: dashes, dots and lines to write on do not. */
export const says = (text: string): boolean => /[\p{L}\p{N}\p{S}]/u.test(text.replace(/_+/gu, ""))

class TooDeep extends Error {}

const textOf = (nodes: ReadonlyArray<ChildNode>, depth: number): string => {
  if (depth > deepest) throw new TooDeep()
  return nodes
    .map((node) => (isText(node) ? node.data : isTag(node) ? textOf(node.children, depth + 1) : ""))
    .join("")
}

/** What a field to fill in holds. */
const valueOf = (element: Element, depth: number): string => {
  // htmlparser2 leaves the references in a textarea as they are; HTML does not (13.1.2.6).
  if (element.name === "textarea") return decodeHTML(textOf(element.children, depth))
  if (element.name === "input") {
    const type = element.attribs["type"]?.toLowerCase() ?? "text"
    const silent = ["hidden", "checkbox", "radio", "submit", "button", "reset", "file", "image", "password"]
    return silent.includes(type) ? "" : (element.attribs["value"] ?? "")
  }
  const options = element.children.flatMap((child) =>
    isTag(child) ? (child.name === "optgroup" ? child.children : [child]) : []
  )
  const chosen = options.find((option) => isTag(option) && "selected" in option.attribs)
  return chosen !== undefined && isTag(chosen) && chosen.attribs["value"] !== ""
    ? textOf(chosen.children, depth)
    : ""
}

class Collector {
  readonly parts: Array<Part> = []
  readonly #depth: number
  #line = ""

  constructor(depth: number) {
    this.#depth = depth
  }

  flush(kind: "text" | "item"): void {
    const text = oneLine(this.#line)
    this.#line = ""
    if (text !== "") this.parts.push({ kind, text })
  }

  visit(nodes: ReadonlyArray<ChildNode>, kind: "text" | "item", depth = this.#depth): void {
    if (depth > deepest) throw new TooDeep()
    for (const node of nodes) {
      if (isText(node)) this.#line += node.data
      else if (isTag(node)) this.#element(node, kind, depth + 1)
    }
  }

  #element(element: Element, kind: "text" | "item", depth: number): void {
    const { attribs, children, name } = element
    if (skipped.has(name) || "hidden" in attribs) return
    if (name === "br") this.flush(kind)
    else if (name === "input" || name === "textarea" || name === "select") {
      for (const [index, line] of valueOf(element, depth)
        .split(/\r\n?|\n/u)
        .entries()) {
        if (index > 0) this.flush(kind)
        this.#line += line
      }
    } else if (/^h[1-6]$/u.test(name)) {
      this.flush(kind)
      const text = oneLine(textOf(children, depth))
      if (text !== "") this.parts.push({ kind: "heading", text })
    } else if (name === "tr") {
      this.flush(kind)
      const cells = children.filter(isTag).filter((cell) => cell.name === "td" || cell.name === "th")
      this.parts.push({ kind: "row", cells: cells.map((cell) => linesOf(cell.children, depth)) })
    } else if (blocks.has(name)) {
      const own = name === "li" ? "item" : kind
      this.flush(kind)
      this.visit(children, own, depth)
      this.flush(own)
    } else this.visit(children, kind, depth)
  }
}

const linesOf = (nodes: ReadonlyArray<ChildNode>, depth: number): ReadonlyArray<string> => {
  const collector = new Collector(depth)
  collector.visit(nodes, "text")
  collector.flush("text")
  return collector.parts.map((part) => (part.kind === "row" ? part.cells.flat().join(" ") : part.text))
}

/** The parts of a page; null when it is nested beyond sense. */
export const partsOf = (html: string): ReadonlyArray<Part> | null => {
  try {
    const collector = new Collector(0)
    collector.visit(parseDocument(html, { decodeEntities: true }).children, "text")
    collector.flush("text")
    return collector.parts
  } catch (error) {
    if (error instanceof TooDeep || error instanceof RangeError) return null
    throw error
  }
}
