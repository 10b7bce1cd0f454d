/**
 * The portal's own words, by the scheme of the digest's catalogues: texts with `{names}` in them, and texts
 * whose form depends on a number.
 *
 * Each group of pages keeps its words beside itself and defines them once with `defineWords`. English is
 * the type of the others, so that a text, a parameter or a plural form that is lacking does not compile;
 * `test/portal/words.test.ts` sees to what types cannot.
 */
import type { DigestLanguage } from "../../domain/languages.ts"
import type { Forms, Message, NamesIn } from "../../export/catalogue/message.ts"
import { type Writer, writerOf } from "../../export/catalogue/write.ts"
import type { Value } from "../../export/html/html.ts"

/** Texts in English by key. */
export type English = Readonly<Record<string, string | Forms<"en">>>

/** The same texts in another language. */
export type Translation<E extends English, L extends DigestLanguage> = {
  readonly [K in keyof E]: E[K] extends string ? string : Forms<L>
}

type Parameters<M> = M extends string ? NamesIn<M> : NamesIn<M[keyof M]> | "count"

/** What the parameters of a text are: `count` a number, the others text, numbers, or parts of a page. */
type Values<M, T> = { readonly [P in Parameters<M>]: P extends "count" ? number : T | string | number }

type Given<M, T> = [Parameters<M>] extends [never] ? [] : [values: Values<M, T>]

/** Words of one group in one language. */
export interface Told<E extends English> {
  readonly text: <K extends keyof E & string>(key: K, ...given: Given<E[K], never>) => string
  /** A text with markup among its values. */
  readonly parts: <K extends keyof E & string>(key: K, values: Values<E[K], Value>) => ReadonlyArray<Value>
}

/** The six languages beside English. */
export type Others = Exclude<DigestLanguage, "en">

/** Words of a group of pages in all its languages. */
export interface Words<E extends English> {
  /** Name of the group, for tests. */
  readonly group: string
  /** Every text as it is written, by language. */
  readonly texts: Readonly<Record<DigestLanguage, Readonly<Record<string, Message>>>>
  /** The words in a language. */
  readonly in: (lang: DigestLanguage) => Told<E>
}

/** Every group that was defined, for tests. */
const groups = new Map<string, Words<English>["texts"]>()

/** Texts of every group that has been loaded, by name of the group. */
export const definedWords = (): ReadonlyMap<string, Words<English>["texts"]> => groups

const writers = new Map<DigestLanguage, Writer>()

const writer = (lang: DigestLanguage): Writer => {
  const known = writers.get(lang)
  if (known !== undefined) return known
  const own = writerOf(lang)
  writers.set(lang, own)
  return own
}

/** Defines the words of a group in all languages. */
export const defineWords = <const E extends English>(
  group: string,
  english: E,
  others: { readonly [L in Others]: Translation<E, L> }
): Words<E> => {
  const texts: Words<E>["texts"] = { en: english, ...others }
  groups.set(group, texts)
  const told = new Map<DigestLanguage, Told<E>>()
  const make = (lang: DigestLanguage): Told<E> => {
    const own = texts[lang]
    const written = (key: string, values: Readonly<Record<string, Value>>): ReadonlyArray<Value> =>
      writer(lang)<Value>(own[key] ?? "", values)
    return {
      text: (key, ...given) => written(key, given[0] ?? {}).join(""),
      parts: (key, values) => written(key, values)
    }
  }
  return {
    group,
    texts,
    in: (lang) => {
      const known = told.get(lang)
      if (known !== undefined) return known
      const own = make(lang)
      told.set(lang, own)
      return own
    }
  }
}
