/**
 * What renderers write with: the messages, names, numbers, dates and lists of one language.
 */
import type { IsoDate, Timestamp } from "../../domain/index.ts"
import { arabic } from "./ar.ts"
import { chinese } from "./zh.ts"
import { english } from "./en.ts"
import { french } from "./fr.ts"
import { locales } from "./languages.ts"
import type { DigestLanguage } from "./languages.ts"
import { fill } from "./message.ts"
import type { Catalogue, Message, MessageKey, Parameters, Values } from "./message.ts"
import { portuguese } from "./pt.ts"
import { russian } from "./ru.ts"
import { spanish } from "./es.ts"
import { writerOf } from "./write.ts"

/** Every catalogue, by language. */
export const catalogues: { readonly [L in DigestLanguage]: Catalogue<L> } = {
  en: english,
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese
}

/** Names that are looked up by a code from outside the program. */
export type CodeSet = "area" | "list" | "wsis" | "gdc" | "sdg"

/** The values of a message; none where it has no parameters. */
type Given<K extends MessageKey, T> = [Parameters<K>] extends [never] ? [] : [values: Values<K, T>]

/** The words of one language. */
export interface Messages {
  readonly lang: DigestLanguage
  /** BCP 47 tag for `lang` attributes, and the direction of its script. */
  readonly tag: string
  readonly direction: "ltr" | "rtl"
  readonly names: Catalogue<DigestLanguage>["names"]
  /** A message as text; numbers among its values are written in the language. */
  readonly text: <K extends MessageKey>(key: K, ...given: Given<K, never>) => string
  /** A message in parts, for values that are more than text: markup, links, runs. */
  readonly parts: <T, K extends MessageKey>(key: K, values: Values<K, T>) => ReadonlyArray<T | string>
  /** The texts of a plural message by plural category, `{count}` left open; for a script in the page. */
  readonly forms: (key: MessageKey) => Readonly<Record<string, string>>
  /** `3,908`. */
  readonly number: (value: number) => string
  /** `+9`, `−2`, `=`: a difference. */
  readonly difference: (value: number) => string
  /** `47 %`; a dash where there is no whole. */
  readonly percent: (part: number, whole: number) => string
  /** `12 of 62`. */
  readonly share: (part: number, whole: number) => string
  /** `4 November 2025`. */
  readonly date: (date: IsoDate | Timestamp) => string
  /** `5–7 February 2026`, or as much of both dates as differs. */
  readonly dates: (from: IsoDate, to: IsoDate) => string
  /** `December 2024`, of `2024-12`. */
  readonly month: (month: string) => string
  /** `a, b and c`. */
  readonly list: (items: ReadonlyArray<string>) => string
  /** `Arabic`; says so where the language is not told. */
  readonly language: (tag: string) => string
  /** `3 national`. */
  readonly counted: (type: keyof Catalogue<DigestLanguage>["counted"], count: number) => string
  /** Name of an area, list, action line, objective or goal by its code; undefined for a code that is not known. */
  readonly named: (set: CodeSet, code: string) => string | undefined
  /** With a capital letter at its beginning, where the script has such letters. */
  readonly capital: (text: string) => string
}

/** Share in per cent, rounded; null of nothing. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((100 * part) / whole)

const pattern = (template: string, values: Readonly<Record<string, string>>): string =>
  fill<string>(template, (name) => values[name] ?? "").join("")

const make = (lang: DigestLanguage): Messages => {
  const { messages, names, counted, dates } = catalogues[lang]
  const { locale, tag, direction } = locales[lang]
  const numbers = new Intl.NumberFormat(locale)
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" })
  const lists = new Intl.ListFormat(locale, { type: "conjunction" })
  const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "code" })
  const number = (value: number) => numbers.format(value)
  const codes: Readonly<Record<CodeSet, ReadonlyMap<string, string>>> = {
    area: new Map(Object.entries(names.area)),
    list: new Map(Object.entries(names.list)),
    wsis: new Map(Object.entries(names.wsis)),
    gdc: new Map(Object.entries(names.gdc)),
    sdg: new Map(Object.entries(names.sdg))
  }

  const written = writerOf(lang)
  const text: Messages["text"] = (key, ...given) => written<string>(messages[key], given[0] ?? {}).join("")
  const parts: Messages["parts"] = (key, values) => written(messages[key], values)

  const calendar = (date: string) => {
    const [year = "", month = "", day = "1"] = date.slice(0, 10).split("-")
    const number = Number(day)
    return {
      year,
      month: dates.months[Number(month) - 1] ?? month,
      day: number === 1 ? dates.firstDay : String(number)
    }
  }
  const date = (own: string) => pattern(dates.day, calendar(own))

  return {
    lang,
    tag,
    direction,
    names,
    text,
    parts,
    forms: (key) => {
      const message: Message = messages[key]
      return typeof message === "string" ? { other: message } : message
    },
    number,
    difference: (value) => (value === 0 ? "=" : signed.format(value).replace("-", "−")),
    percent: (part, whole) => {
      const own = percentOf(part, whole)
      return own === null ? "–" : text("percent", { number: own })
    },
    share: (part, whole) => text("share", { part, whole }),
    date,
    dates: (from, to) => {
      const [a, b] = [calendar(from), calendar(to)]
      if (from === to) return date(from)
      if (a.year !== b.year) return pattern(dates.days, { from: date(from), to: date(to) })
      const values = {
        from: a.day,
        to: b.day,
        fromMonth: a.month,
        toMonth: b.month,
        month: b.month,
        year: b.year
      }
      return pattern(a.month === b.month ? dates.daysOfMonth : dates.daysOfYear, values)
    },
    month: (own) => pattern(dates.monthOfYear, calendar(own)),
    list: (items) => lists.format(items),
    language: (own) => {
      if (own === "und") return text("languageUnknown")
      try {
        return languages.of(own) ?? own
      } catch {
        return own
      }
    },
    counted: (type, count) => written<string>(counted[type], { count }).join(""),
    named: (set, code) => codes[set].get(code),
    capital: (own) => {
      const [first = ""] = own
      return first.toLocaleUpperCase(locale) + own.slice(first.length)
    }
  }
}

const made = new Map<DigestLanguage, Messages>()

/** The words of a language. */
export const messages = (lang: DigestLanguage): Messages => {
  const known = made.get(lang)
  if (known !== undefined) return known
  const own = make(lang)
  made.set(lang, own)
  return own
}
