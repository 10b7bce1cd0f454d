/**
 * A small tree of an HTML page, made for extraction: elements are numbered in document order, nesting and
 * size are bounded whatever the page does, and every element knows how much text and how much link text it
 * holds. htmlparser2 does the reading; nothing of a page is ever run.
 */
import { Parser } from "htmlparser2"

export interface TextNode {
  readonly kind: "text"
  readonly text: string
}

export interface ElementNode {
  readonly kind: "element"
  /** Place in document order; also the name by which Readability's choice is mapped back to this tree. */
  readonly id: number
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  parent: ElementNode | null
  children: Array<HtmlNode>
  /** Characters of text below, white space runs counted once, scripts and the like left out. */
  chars: number
  /** Those of `chars` that stand inside links. */
  linkChars: number
  /** Characters of long stretches of text outside links: running prose, not labels. */
  prose: number
}

export type HtmlNode = TextNode | ElementNode

export interface HtmlTree {
  readonly root: ElementNode
  /** True when nesting or size went beyond the limits, so that part of the structure was given up. */
  readonly simplified: boolean
}

/** Deeper elements are kept, but as children of the element at this depth: recursion stays harmless. */
const maximumDepth = 150
/** From here on the parser's own stack would become slow (it is searched for each closing tag). */
const maximumOpenElements = 3_000
const maximumNodes = 400_000
const chunkLength = 16_384

/** Elements whose text is never shown as text of the page. */
export const silentTags: ReadonlySet<string> = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "head",
  "iframe",
  "object",
  "embed",
  "svg",
  "math",
  "canvas",
  "audio",
  "video",
  "map",
  "textarea",
  "select",
  "option",
  "datalist",
  "title"
])

const makeElement = (
  id: number,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  parent: ElementNode | null
): ElementNode => ({
  kind: "element",
  id,
  tag,
  attributes,
  parent,
  children: [],
  chars: 0,
  linkChars: 0,
  prose: 0
})

const read = (html: string): HtmlTree | null => {
  const root = makeElement(0, "#root", {}, null)
  const path: Array<ElementNode> = [root]
  let current = root
  let open = 0
  let count = 1
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open++
        if (count >= maximumNodes) return
        const element = makeElement(count++, name, attributes, current)
        current.children.push(element)
        if (path.length < maximumDepth && path.length === open) {
          path.push(element)
          current = element
        }
      },
      onclosetag() {
        if (path.length > open && path.length > 1) {
          path.pop()
          current = path[path.length - 1] ?? root
        }
        open--
      },
      ontext(text) {
        if (count >= maximumNodes) return
        count++
        current.children.push({ kind: "text", text })
      }
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }
  )
  for (let at = 0; at < html.length; at += chunkLength) {
    parser.write(html.slice(at, at + chunkLength))
    if (open > maximumOpenElements) return null
    if (count >= maximumNodes) break
  }
  parser.end()
  return { root, simplified: count >= maximumNodes }
}

/** White space as one character, so that indentation of the source does not weigh. */
const visibleLength = (text: string): number => {
  let length = 0
  let space = true
  for (let index = 0; index < text.length; index++) {
    const blank = text.charCodeAt(index) <= 32
    if (!blank || !space) length++
    space = blank
  }
  return length
}

/** Fills `chars` and `linkChars` bottom-up. */
export const measure = (element: ElementNode): void => {
  element.chars = 0
  element.linkChars = 0
  element.prose = 0
  if (silentTags.has(element.tag)) return
  for (const child of element.children) {
    if (child.kind === "text") {
      const length = visibleLength(child.text)
      element.chars += length
      if (length >= 60) element.prose += length
    } else {
      measure(child)
      element.chars += child.chars
      element.linkChars += child.linkChars
      element.prose += child.prose
    }
  }
  if (element.tag === "a") {
    element.linkChars = element.chars
    element.prose = 0
  }
}

const structural = /<\/?(?!(?:p|h[1-6]|br|title|meta|link|li|a)\b)[a-z!?/][^<>]{0,2000}>/giu
const anyTag = /<[a-z!?/][^<>]{0,2000}>/giu

/**
 * Reads HTML into a tree. Nesting beyond sense (thousands of open elements) costs the page its structure but
 * not its text: the reading is repeated with most tags taken out. Never throws.
 */
export const parseHtml = (html: string): HtmlTree => {
  const whole = read(html)
  if (whole !== null) {
    measure(whole.root)
    return whole
  }
  const flat = html.replace(/<(script|style)\b[^<]{0,100000}<\/\1>/giu, " ").replace(structural, "\n")
  const again = read(flat) ?? read(flat.replace(anyTag, "\n"))
  const root = again?.root ?? makeElement(0, "#root", {}, null)
  measure(root)
  return { root, simplified: true }
}

/** Elements below `element` in document order, itself left out. */
export function* descendants(element: ElementNode): Generator<ElementNode> {
  const waiting = element.children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "text") continue
    yield node
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child !== undefined && child.kind === "element") waiting.push(child)
    }
  }
}

/** All text below, as it stands, silent elements left out. */
export const rawText = (element: ElementNode): string => {
  const parts: Array<string> = []
  const visit = (node: ElementNode): void => {
    for (const child of node.children) {
      if (child.kind === "text") parts.push(child.text)
      else if (child.tag === "br") parts.push(" ")
      else if (!silentTags.has(child.tag)) visit(child)
    }
  }
  visit(element)
  return parts.join("")
}

/** Keeps the children for which `keep` holds, at every level; children are judged before they are entered. */
export const pruneTree = (element: ElementNode, keep: (candidate: ElementNode) => boolean): void => {
  element.children = element.children.filter((child) => child.kind === "text" || keep(child))
  for (const child of element.children) if (child.kind === "element") pruneTree(child, keep)
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)

/**
 * Text as Readability is shown it. It counts characters and looks for words, so two signs may stand for those that
 * would have to be escaped: each escaped sign becomes a node of its own, and half a million of them take seconds.
 */
const signs: Readonly<Record<string, string>> = { "&": "＆", "<": "‹" }
const shown = (text: string): string => text.replace(/[&<]/g, (character) => signs[character] ?? character)

const voidTags = new Set(["br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"])
const keptAttributes = [
  "id",
  "class",
  "role",
  "itemprop",
  "href",
  "rel",
  "lang",
  "dir",
  "colspan",
  "property"
]

/** Elements of running text: no reader looks at them, and they are more than half of many pages' elements. */
const inlineTags = new Set(
  (
    "abbr acronym b bdi bdo big button cite code del dfn em font i ins kbd label mark nobr q ruby s samp small " +
    "span strike strong sub sup time tt u var wbr"
  ).split(" ")
)

/** Attribute that carries an element's number through Readability. */
export const numberAttribute = "data-n"

/** HTML for Readability: the tree's block elements and links, numbered, and the few attributes that it looks at. */
export const serialise = (element: ElementNode): string => {
  const parts: Array<string> = []
  const visit = (node: ElementNode): void => {
    for (const child of node.children) {
      if (child.kind === "text") {
        parts.push(shown(child.text))
        continue
      }
      const { tag } = child
      if ((inlineTags.has(tag) && child.attributes["role"] === undefined) || !/^[a-z][a-z0-9]*$/.test(tag)) {
        visit(child)
        continue
      }
      parts.push("<", tag, " ", numberAttribute, '="', String(child.id), '"')
      for (const name of keptAttributes) {
        const value = child.attributes[name]
        if (value !== undefined) parts.push(" ", name, '="', escape(value), '"')
      }
      parts.push(">")
      if (voidTags.has(child.tag)) continue
      visit(child)
      parts.push("</", tag, ">")
    }
  }
  visit(element)
  return parts.join("")
}
