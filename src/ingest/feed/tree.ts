/**
 * A tolerant reading of XML into a small tree with namespaces, base addresses and languages resolved.
 *
 * What well-formedness forbids is mended here: bare ampersands, HTML entities, tags that do not match,
 * undeclared prefixes, items left open, documents cut off. Depth and number of items are bounded.
 */
import { Parser } from "htmlparser2"
import { decodeHTMLStrict } from "entities"
import { itemLimit } from "./model.ts"
import { usualVocabulary, vocabularyOf } from "./namespaces.ts"

/** An element; `children` in document order, text decoded. */
export interface Element {
  /** Vocabulary: empty for the core of the format, `dc`, `content` …, `?` when unknown. */
  readonly vocabulary: string
  /** Lower-case local name. */
  readonly name: string
  /** Attributes by lower-case name, with prefix as written; values decoded. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Array<Element | string>
  readonly base: string | null
  readonly language: string | null
  /** Namespace URI, lower-case. */
  readonly uri: string
  /** How it ended: by its own end tag, by another's, or not before the document did. */
  closed: "yes" | "by-other" | "no"
}

/** The tree under a nameless root, and what had to be mended. */
export interface Tree {
  readonly root: Element
  readonly warnings: ReadonlyArray<string>
  /** The document ended before its elements did. */
  readonly truncated: boolean
  readonly itemsCut: boolean
}

const depthLimit = 200
const attributeLimit = 200

/** Elements of the core that hold text only: a new sibling means that the end tag was forgotten. */
const leaves = new Set(
  "title link guid pubdate comments language ttl generator id updated published issued modified created docs copyright".split(
    " "
  )
)
const siblings = new Set([
  ...leaves,
  ..."description summary content category author item entry channel enclosure".split(" ")
])
const itemNames = new Set(["item", "entry"])

/** Absolute form of an address; null when it has none with this base. */
export const resolve = (address: string, base: string | null): string | null => {
  const clean = address.trim().replaceAll(/[\t\n\r]/g, "")
  const url = base === null ? URL.parse(clean) : URL.parse(clean, base)
  return url?.href ?? null
}

/** A language tag as BCP 47 writes it: feeds also write that of a locale (`pt_BR`). */
export const languageTag = <A extends string | undefined>(stated: A): A | string =>
  stated === undefined ? stated : stated.trim().replaceAll("_", "-")

type Scope = ReadonlyMap<string, string>

interface Open {
  readonly element: Element
  readonly qualified: string
  readonly scope: Scope
}

class TreeBuilder {
  readonly root: Element
  readonly notes = new Set<string>()
  items = 0
  itemsCut = false
  tooDeep = 0
  private stack: Array<Open>
  private rootUri: string | null = null
  private inCdata = false

  constructor(documentUrl: string | null) {
    this.root = {
      vocabulary: "?",
      name: "",
      attributes: new Map(),
      children: [],
      base: documentUrl,
      language: null,
      uri: "",
      closed: "yes"
    }
    this.stack = [{ element: this.root, qualified: "", scope: new Map() }]
  }

  private get top(): Open {
    return this.stack.at(-1) ?? { element: this.root, qualified: "", scope: new Map() }
  }

  private vocabulary(prefix: string, scope: Scope): { readonly uri: string; readonly vocabulary: string } {
    const declared = scope.get(prefix)?.toLowerCase().trim()
    if (declared === undefined && prefix !== "") {
      const usual = usualVocabulary(prefix)
      if (prefix !== "xml")
        this.notes.add(`The prefix "${prefix.slice(0, 20)}" is used without being declared.`)
      return { uri: "", vocabulary: usual ?? "?" }
    }
    const uri = declared ?? ""
    return { uri, vocabulary: vocabularyOf(uri, this.rootUri ?? "") }
  }

  private scopeOf(attributes: Record<string, string>): Scope {
    const inherited = this.top.scope
    const declarations = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/i.test(name))
    if (declarations.length === 0) return inherited
    const scope = new Map(inherited)
    for (const [name, value] of declarations.slice(0, attributeLimit)) {
      scope.set(name.slice(6).toLowerCase(), decodeHTMLStrict(value))
    }
    return scope
  }

  /** Ends what a forgotten end tag left open before an element of this name. */
  private closeForgotten(name: string): void {
    const { element } = this.top
    if (
      element.vocabulary === "" &&
      leaves.has(element.name) &&
      siblings.has(name) &&
      element.name !== name
    ) {
      this.notes.add(`An end tag of <${element.name}> was missing.`)
      this.close(this.stack.length - 1, "by-other")
    }
    if (!itemNames.has(name)) return
    for (let at = this.stack.length - 1; at > 0; at--) {
      const open = this.stack[at]?.element
      if (open === undefined || open.vocabulary !== "" || open.name === "content") return
      if (itemNames.has(open.name)) {
        this.notes.add(`An end tag of <${open.name}> was missing.`)
        this.close(at, "by-other")
        return
      }
    }
  }

  private close(from: number, how: "yes" | "by-other"): void {
    for (let at = this.stack.length - 1; at >= from; at--) {
      const open = this.stack[at]
      if (open === undefined) continue
      open.element.closed = at === from ? how : "by-other"
      if (open.element.vocabulary === "" && itemNames.has(open.element.name)) this.items++
    }
    this.stack.length = from
    if (this.items >= itemLimit) this.itemsCut = true
  }

  open(qualified: string, raw: Record<string, string>): void {
    if (this.stack.length > depthLimit) {
      this.tooDeep++
      return
    }
    const scope = this.scopeOf(raw)
    const lower = qualified.toLowerCase()
    const colon = lower.indexOf(":")
    const prefix = colon < 0 ? "" : lower.slice(0, colon)
    const name = colon < 0 ? lower : lower.slice(colon + 1)
    // The root of a feed decides which namespace is its core, whatever that namespace is.
    if (this.rootUri === null && ["rss", "feed", "channel", "entry"].includes(name)) {
      this.rootUri = (scope.get(prefix) ?? "").toLowerCase().trim()
    }
    const { uri, vocabulary } = this.vocabulary(prefix, scope)
    if (vocabulary === "") this.closeForgotten(name)
    const parent = this.top.element
    const attributes = new Map<string, string>()
    for (const [key, value] of Object.entries(raw).slice(0, attributeLimit)) {
      const attribute = key.toLowerCase()
      if (!attribute.startsWith("xmlns") && !attributes.has(attribute)) {
        attributes.set(attribute, decodeHTMLStrict(value))
      }
    }
    // CDF has an attribute of its own for it (Channel Definition Format, 1997).
    const ofChannel = vocabulary === "" && (name === "channel" || name === "item")
    const base = attributes.get("xml:base") ?? (ofChannel ? attributes.get("base") : undefined)
    const element: Element = {
      vocabulary,
      name,
      attributes,
      children: [],
      base: base === undefined ? parent.base : (resolve(base, parent.base) ?? parent.base),
      language: languageTag(attributes.get("xml:lang")) ?? parent.language,
      uri,
      closed: "no"
    }
    parent.children.push(element)
    this.stack.push({ element, qualified: lower, scope })
  }

  end(qualified: string): void {
    if (this.tooDeep > 0) {
      this.tooDeep--
      return
    }
    const lower = qualified.toLowerCase()
    for (let at = this.stack.length - 1; at > 0; at--) {
      if (this.stack[at]?.qualified !== lower) continue
      if (at < this.stack.length - 1)
        this.notes.add("Tags that do not match were closed where their parent ends.")
      this.close(at, "yes")
      return
    }
  }

  text(data: string): void {
    if (this.stack.length === 1) return
    const { children } = this.top.element
    children.push(this.inCdata ? data : decodeHTMLStrict(data))
  }

  cdata(inside: boolean): void {
    this.inCdata = inside
  }

  /** True when elements are still open: the document was cut off. */
  finish(): boolean {
    if (this.tooDeep > 0) this.notes.add("Elements nested more than 200 deep were left out.")
    return this.stack.length > 1
  }
}

const chunkLength = 65_536

/** Beyond this depth the document is an attack on the parser, whose stack costs time; reading stops there. */
const hostileDepth = 5_000

/** Reads XML, however broken. Linear in the length of the text; never throws. */
export const readTree = (xml: string, documentUrl: string | null): Tree => {
  const builder = new TreeBuilder(documentUrl)
  let pending = ""
  let justOpened: string | null = null
  let ended = false
  const flush = () => {
    if (pending !== "") builder.text(pending)
    pending = ""
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        flush()
        builder.open(name, attributes)
        justOpened = name
      },
      onclosetag: (name, implied) => {
        flush()
        // The parser calls the end of a self-closing tag implied, too; other implied ends are found by
        // the builder's own stack, which knows more of feeds.
        if (!implied || (justOpened === name && !ended)) builder.end(name)
        justOpened = null
      },
      ontext: (data) => {
        justOpened = null
        pending += data
      },
      oncdatastart: () => {
        flush()
        builder.cdata(true)
      },
      oncdataend: () => {
        flush()
        builder.cdata(false)
      }
    },
    { xmlMode: true, decodeEntities: false }
  )
  for (
    let at = 0;
    at < xml.length && !builder.itemsCut && builder.tooDeep < hostileDepth;
    at += chunkLength
  ) {
    parser.write(xml.slice(at, at + chunkLength))
  }
  ended = true
  if (!builder.itemsCut) parser.end()
  flush()
  const truncated = builder.finish()
  return {
    root: builder.root,
    warnings: [...builder.notes],
    truncated: truncated && !builder.itemsCut,
    itemsCut: builder.itemsCut
  }
}
