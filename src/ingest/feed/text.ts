/** Plain text of markup in titles and summaries, and markup of elements. */
import { Parser } from "htmlparser2"
import { escapeText } from "entities"
import type { Element } from "./tree.ts"

const blocks = new Set(
  "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article dd dt hr pre".split(" ")
)
const silent = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg"])

const looksMarkedUp = /<\/?[a-zA-Z!][^>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/i

/** One line of text: white space collapsed. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()

/** Text that a reader sees of an HTML fragment, in one line; text without markup comes back as it is. */
export const plainText = (html: string): string => {
  if (!looksMarkedUp.test(html)) return oneLine(html)
  let text = ""
  let hidden = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (silent.has(name)) hidden++
      if (blocks.has(name)) text += " "
    },
    onclosetag: (name) => {
      if (silent.has(name) && hidden > 0) hidden--
      if (blocks.has(name)) text += " "
    },
    ontext: (data) => {
      if (hidden === 0) text += data
    }
  })
  parser.end(html)
  return oneLine(text)
}

/** The first sentences of a text, at most `limit` code units, cut between words, with an ellipsis. */
export const headOf = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  const space = cut.lastIndexOf(" ")
  return `${cut.slice(0, space > limit / 2 ? space : limit).trimEnd()}…`
}

const isText = (child: Element | string): child is string => typeof child === "string"

/** Text directly and indirectly inside an element. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child : textOf(child))).join("")

const attributeText = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")

const markupOfElement = (element: Element): string => {
  const attributes = [...element.attributes]
    .filter(([name]) => /^[a-z][\w-]*$/.test(name))
    .map(([name, value]) => ` ${name}="${attributeText(value)}"`)
    .join("")
  const inner = innerMarkup(element)
  return inner === "" && element.children.length === 0
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${inner}</${element.name}>`
}

/** The children of an element as HTML, without namespace prefixes. */
export const innerMarkup = (element: Element): string =>
  element.children.map((child) => (isText(child) ? escapeText(child) : markupOfElement(child))).join("")

/** True when an element holds other elements. */
export const hasElements = (element: Element): boolean => element.children.some((child) => !isText(child))

/** Child elements of a vocabulary and name. */
export const childrenOf = (element: Element, vocabulary: string, name: string): ReadonlyArray<Element> =>
  element.children.filter(
    (child): child is Element => !isText(child) && child.vocabulary === vocabulary && child.name === name
  )

/** All child elements. */
export const elementsOf = (element: Element): ReadonlyArray<Element> =>
  element.children.filter((child): child is Element => !isText(child))
