/**
 * Filling in the messages of one language: plural forms by number, numbers as the language writes them, and
 * values kept apart from words that run from right to left.
 */
import { locales } from "./languages.ts"
import type { DigestLanguage } from "./languages.ts"
import { fill } from "./message.ts"
import type { Message } from "./message.ts"

/**
 * A value among words that run from right to left. Letters that run the other way would draw the numbers
 * and the punctuation beside them to their side, and the number of a release (`2026-1`) would be turned
 * round after an Arabic word; marks of direction (UAX #9) around them hold these back. Isolates would do it
 * too, but are taken out of every text that is printed.
 */
const keptApart = (value: string): string =>
  /\p{L}|\d-\d/u.test(value) && !/[\u0590-\u08ff]/.test(value) ? `\u200f\u200e${value}\u200e\u200f` : value

/** Fills a message with its values; those that are not text or numbers stay whole. */
export type Writer = <T>(
  message: Message,
  values: Readonly<Record<string, T | string | number>>
) => ReadonlyArray<T | string>

/** The writer of a language. */
export const writerOf = (lang: DigestLanguage): Writer => {
  const { direction, locale } = locales[lang]
  const numbers = new Intl.NumberFormat(locale)
  const plurals = new Intl.PluralRules(locale)
  return <T>(message: Message, values: Readonly<Record<string, T | string | number>>) => {
    const count = values["count"]
    const template =
      typeof message === "string"
        ? message
        : ((typeof count === "number" ? message[plurals.select(count)] : undefined) ?? message.other)
    return fill<T>(template, (name) => {
      const value = values[name]
      if (value === undefined) return ""
      if (typeof value === "number") return numbers.format(value)
      return typeof value === "string" && direction === "rtl" ? keptApart(value) : value
    })
  }
}
