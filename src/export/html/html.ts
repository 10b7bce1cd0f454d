/**
 * Markup by tagged template: everything that is not markup already is escaped.
 */

/** Markup that is safe to print as it is. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** What a template takes; null, undefined and booleans print nothing. */
export type Value = Html | string | number | boolean | null | undefined | ReadonlyArray<Value>

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;"
}

/**
 * Control characters that HTML does not allow (C0 but tab and line feed, DEL, C1), and the explicit
 * embeddings, overrides and isolates of the bidirectional algorithm (UAX #9), by which a text could turn
 * round the words beside it. Marks (U+200E, U+200F, U+061C) stay: they only order their own text.
 */
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** Text without characters that would not print; lone surrogates become U+FFFD. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, "")

/** What `escape` changes: most texts have nothing of it. */
const changed = new RegExp(`[&<>"'\`\\ud800-\\udfff${unprintable.source.slice(1)}`)

/** Text as markup, for elements and for quoted attributes. */
export const escape = (text: string): string =>
  changed.test(text) ? printable(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? "") : text

const print = (value: Value): string => {
  if (value instanceof Html) return value.text
  if (typeof value === "string") return escape(value)
  if (typeof value === "number") return String(value)
  if (value === null || value === undefined || typeof value === "boolean") return ""
  let text = ""
  for (const own of value) text += print(own)
  return text
}

const tightened = new WeakMap<TemplateStringsArray, ReadonlyArray<string>>()

/** A template's own markup without the indentation of its source. */
const tighten = (strings: TemplateStringsArray): ReadonlyArray<string> => {
  const known = tightened.get(strings)
  if (known !== undefined) return known
  const tight = strings.map((part) => part.replace(/\s*\n\s*/g, "\n"))
  tightened.set(strings, tight)
  return tight
}

/**
 * Template for markup. Values stand in elements or in quoted attributes, never elsewhere. Line breaks of
 * the template count as one, so that it can be laid out freely.
 */
export const markup = (template: TemplateStringsArray, ...values: ReadonlyArray<Value>): Html => {
  const strings = tighten(template)
  let text = strings[0] ?? ""
  for (let index = 0; index < values.length; index++)
    text += print(values[index]) + (strings[index + 1] ?? "")
  return new Html(text)
}

/** Markup of our own that is not escaped: style sheets, scripts. */
export const raw = (text: string): Html => new Html(text)

/** Values with something between them. */
export const join = (values: ReadonlyArray<Value>, separator: Value): ReadonlyArray<Value> =>
  values.flatMap((value, index) => (index === 0 ? [value] : [separator, value]))

/** The URL if it is an absolute http(s) one or a fragment or relative path of our own archive; otherwise null. */
export const safeUrl = (url: string): string | null => {
  const text = url.trim()
  const parsed = URL.parse(text)
  if (parsed !== null) return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null
  return /^(?:#|\.{0,2}\/(?!\/)|[\w-]+[\w./-]*(?:[#?]|$))/.test(text) && !text.startsWith("//") ? text : null
}

/** Link where the URL is safe, its bare label otherwise. */
export const link = (url: string | null, label: Value, kind = ""): Html => {
  const target = url === null ? null : safeUrl(url)
  if (target === null) return markup`${label}`
  return kind === ""
    ? markup`<a href="${target}">${label}</a>`
    : markup`<a href="${target}" class="${kind}">${label}</a>`
}

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])

/** Writing direction of a language; `auto` where the language is not known. */
export const direction = (language: string): "ltr" | "rtl" | "auto" =>
  language === "und" ? "auto" : rightToLeft.has(language.split("-")[0] ?? "") ? "rtl" : "ltr"

/** Attributes that say language and direction; `und` names no language, so it is left out. */
export const langDir = (language: string): Html =>
  language === "und" ? markup` dir="auto"` : markup` lang="${language}" dir="${direction(language)}"`

/** Name that may be in any script, kept apart from the words beside it. */
export const name = (text: string): Html => markup`<bdi>${text}</bdi>`
