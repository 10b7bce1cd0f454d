/**
 * What a PDF is set from: blocks of inline parts, as plain JSON.
 *
 * The Typst template (digest.typ) gives each kind of block its form and reads nothing but this data, in
 * which texts are texts: no string of a digest is ever read as markup or code.
 */
import type { IssuePage } from "../../domain/index.ts"
import { printable, safeUrl } from "../html/html.ts"
import type { Messages } from "../catalogue/index.ts"
import type { MessageKey, Values } from "../catalogue/message.ts"

/** Look of a run of text. */
export type Style = "bold" | "italic" | "quiet" | "small" | "new" | "title"

/** A run of text with its look, language and target, or several such runs with one target. */
export interface Run {
  readonly text: string
  readonly style?: Style
  /** ISO 639 code; the digest's own language when absent. */
  readonly lang?: string
  /**
   * Kept apart from the words around it, since it may run the other way. The template does so by marks of
   * the document's direction (UAX #9, implicit marks), since Typst heeds no isolates.
   */
  readonly apart?: boolean
  /** Absolute web address. */
  readonly url?: string
  /** Name of a place in the document, as `places` lists them. */
  readonly to?: string
}

/** Runs, nested as they are easily written; null prints nothing. */
export type Inline = string | Run | null | ReadonlyArray<Inline>

/** A cell of a table. */
export interface Cell {
  readonly runs: ReadonlyArray<Run>
  /** Length of a bar before the runs, 0 to 1. */
  readonly bar?: number
  /** Shade of the ground, 1 to 5. */
  readonly shade?: number
  /** Not heard yet. */
  readonly hatched?: boolean
  /** Heading of a row or group of rows. */
  readonly head?: boolean
  readonly span?: number
  /** Turned by a quarter, for narrow columns. */
  readonly up?: boolean
}

/** A column: width as a share of what the others leave (`1`), in points (`"40pt"`), or as wide as its cells (`"auto"`). */
export interface Column {
  readonly width: number | string
  readonly right?: boolean
  readonly centre?: boolean
}

/** One quotation with who said it and where it stands. */
export interface QuotationBlock {
  readonly kind: "quotation"
  /** Which statement it is. */
  readonly statement: string
  readonly text: string
  readonly lang: string
  readonly dir: "ltr" | "rtl" | "auto"
  /** Name of the case, where there is one. */
  readonly case: string | null
  readonly by: ReadonlyArray<Run>
  readonly source: ReadonlyArray<Run>
  /** One of several under a shared message. */
  readonly also: boolean
}

/** A block of the document. */
export type Block =
  | {
      readonly kind: "heading"
      /** 0 a part announced by a small line, 1 a part, 2 an issue, 3 within either. */
      readonly level: number
      readonly text: string
      /** Number before it and words at the right margin. */
      readonly number: string
      readonly note: string
      readonly id: string
      /** Part that begins on a new page. */
      readonly page: boolean
    }
  | { readonly kind: "numbered"; readonly par: number; readonly body: ReadonlyArray<Block> }
  | {
      readonly kind: "text"
      readonly form: "lead" | "body" | "note" | "label"
      readonly runs: ReadonlyArray<Run>
    }
  | QuotationBlock
  | { readonly kind: "list"; readonly items: ReadonlyArray<{ readonly runs: ReadonlyArray<Run> }> }
  | {
      readonly kind: "table"
      readonly form: "plain" | "shares" | "heat" | "matrix"
      readonly columns: ReadonlyArray<Column>
      readonly caption: string
      readonly head: ReadonlyArray<{ readonly cells: ReadonlyArray<Cell> }>
      readonly rows: ReadonlyArray<{ readonly cells: ReadonlyArray<Cell> }>
    }
  | {
      readonly kind: "tiles"
      readonly items: ReadonlyArray<{ readonly label: string; readonly runs: ReadonlyArray<Run> }>
    }
  | { readonly kind: "pair"; readonly left: ReadonlyArray<Block>; readonly right: ReadonlyArray<Block> }
  | {
      readonly kind: "legend"
      readonly concern: string
      readonly raised: string
      readonly published: string
      readonly unheard: string
    }
  | { readonly kind: "contents"; readonly title: string }
  | { readonly kind: "break" }

/**
 * Text that can be set: without what does not print, and with places to break (U+200B) in runs of more
 * than 36 characters that have none, so that an endless word stays on the page.
 */
export const settable = (text: string): string =>
  printable(text).replace(/[^\s\u200b\u2e80-\u9fff\uf900-\ufaff]{37,}/gu, (word) => {
    const characters = Array.from(word)
    return Array.from({ length: Math.ceil(characters.length / 24) }, (_, index) =>
      characters.slice(index * 24, (index + 1) * 24).join("")
    ).join("\u200b")
  })

/** Language code as the template takes it; empty where it is not known. */
export const languageCode = (tag: string): string => {
  const [base = ""] = tag.toLowerCase().split("-")
  return /^[a-z]{2,3}$/.test(base) && base !== "und" ? base : ""
}

const addRuns = (into: Array<Run>, value: Inline): void => {
  if (value === null) return
  if (typeof value === "string") into.push({ text: settable(value) })
  else if ("text" in value) into.push({ ...value, text: settable(value.text) })
  else for (const part of value) addRuns(into, part)
}

/** Nested inline parts as one list of runs. */
export const runs = (...values: ReadonlyArray<Inline>): ReadonlyArray<Run> => {
  const into: Array<Run> = []
  addRuns(into, values)
  return into.filter(({ text }) => text !== "")
}

/** Bold text. */
export const bold = (text: string): Run => ({ text, style: "bold" })

/** A message whose values may be runs. */
export const say = <K extends MessageKey>(m: Messages, key: K, values: Values<K, Inline>): Inline =>
  m.parts<Inline, K>(key, values)

/** Small text in the colour of asides. */
export const quiet = (text: string): Run => ({ text, style: "quiet" })

/** Name that may be in any script. */
export const named = (text: string, style?: Style): Run =>
  style === undefined ? { text, apart: true } : { text, apart: true, style }

/** Text in a language of its own inside a line. */
export const foreign = (text: string, language: string, style?: Style): Run => {
  const code = languageCode(language)
  return {
    text,
    apart: true,
    ...(style === undefined ? {} : { style }),
    ...(code === "" ? {} : { lang: code })
  }
}

/** Link to a web address where it is a safe one; the bare text otherwise. */
export const webLink = (url: string | null, run: Run): Run => {
  const target = url === null ? null : safeUrl(url)
  return target === null || !/^https?:/.test(target) ? run : { ...run, url: target }
}

/** Link to a numbered paragraph. */
export const parLink = (par: number, text = String(par)): Run => ({ text, to: `p${par}` })

/** `12–31`, both linked. */
export const parSpan = (m: Messages, first: number, last: number): Inline =>
  say(m, "span", { first: parLink(first), last: parLink(last) })

/** `par. 12–31`, both linked. */
export const parRange = (m: Messages, first: number, last: number): Inline =>
  first === last
    ? say(m, "paragraph", { par: parLink(first) })
    : say(m, "paragraphSpan", { first: parLink(first), last: parLink(last) })

/** A name with something in brackets after it. */
export const followed = (m: Messages, first: Inline, text: Inline): Inline => [
  first,
  m.text("gap"),
  say(m, "bracketed", { text })
]

/** A list of which only the first items are shown; the others are counted. */
export const some = (m: Messages, items: ReadonlyArray<Inline>, more: number, to?: string): Inline => {
  const shown = join(items, m.text("comma"))
  if (more <= 0) return shown
  const text = m.text("more", { count: more })
  return say(m, "itemsAndMore", { items: shown, more: to === undefined ? text : { text, to } })
}

/** A label in bold and what belongs to it, as a sentence. */
export const labelled = (m: Messages, label: string, text: Inline): Inline =>
  say(m, "labelledSentence", { label: bold(label), text })

/** Link to an issue page. */
export const issueLink = (page: IssuePage, style?: Style): Run =>
  style === undefined
    ? { text: page.label, to: `i-${page.id}` }
    : { text: page.label, to: `i-${page.id}`, style }

/** Parts with something between them. */
export const join = (parts: ReadonlyArray<Inline>, separator: Inline): ReadonlyArray<Inline> =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]))

/** A paragraph of text. */
export const text = (form: "lead" | "body" | "note" | "label", ...values: ReadonlyArray<Inline>): Block => ({
  kind: "text",
  form,
  runs: runs(...values)
})

/** A heading; the part begins on a new page when `page` is set. */
export const heading = (
  level: number,
  title: string,
  options: {
    readonly id?: string
    readonly number?: string
    readonly note?: string
    readonly page?: boolean
  } = {}
): Block => ({
  kind: "heading",
  level,
  text: settable(title),
  number: options.number ?? "",
  note: options.note ?? "",
  id: options.id ?? "",
  page: options.page ?? false
})

/** A numbered paragraph. */
export const numbered = (par: number, ...body: ReadonlyArray<Block>): Block => ({
  kind: "numbered",
  par,
  body
})

/** A list. */
export const list = (items: ReadonlyArray<Inline>): Block => ({
  kind: "list",
  items: items.map((item) => ({ runs: runs(item) }))
})

/** A cell. */
export const cell = (value: Inline, more: Omit<Cell, "runs"> = {}): Cell => ({ runs: runs(value), ...more })

/** Cells that head their rows or columns. */
export const headCell = (value: Inline, more: Omit<Cell, "runs"> = {}): Cell =>
  cell(value, { ...more, head: true })

/** A plain table. */
export const table = (
  caption: string,
  columns: ReadonlyArray<Column>,
  head: ReadonlyArray<Cell>,
  rows: ReadonlyArray<ReadonlyArray<Cell>>,
  form: "plain" | "shares" = "plain"
): Block => ({
  kind: "table",
  form,
  columns,
  caption,
  head: [{ cells: head }],
  rows: rows.map((cells) => ({ cells }))
})

/** `47 of 62` with its bar. */
export const shareCell = (m: Messages, part: number, whole: number, to?: string): Cell => {
  const text = m.share(part, whole)
  return cell(to === undefined ? text : { text, to }, { bar: whole === 0 ? 0 : part / whole })
}

/** Names of all places that links may lead to. */
export const places = (blocks: ReadonlyArray<Block>): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (own: ReadonlyArray<Block>): void => {
    for (const block of own) {
      if (block.kind === "heading" && block.id !== "") found.add(block.id)
      if (block.kind === "numbered") {
        found.add(`p${block.par}`)
        visit(block.body)
      }
      if (block.kind === "pair") {
        visit(block.left)
        visit(block.right)
      }
    }
  }
  visit(blocks)
  return found
}
