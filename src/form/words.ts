/**
 * The words of the reporting form in seven languages. The English ones are the type of all others, so that a
 * text that is lacking does not compile.
 */
import { locales, type DigestLanguage, type FormPart } from "../domain/index.ts"
import { arabic } from "./words/ar.ts"
import { chinese } from "./words/zh.ts"
import { english } from "./words/en.ts"
import { french } from "./words/fr.ts"
import { portuguese } from "./words/pt.ts"
import { russian } from "./words/ru.ts"
import { spanish } from "./words/es.ts"

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** Every text of the form in one language. */
export type FormWords = Texts<typeof english>

const words: Readonly<Record<DigestLanguage, FormWords>> = {
  en: english,
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese
}

/** The texts of the form in a language. */
export const formWords = (language: DigestLanguage): FormWords => words[language]

/** The label of a column of a section with rows; empty for a column that the section does not have. */
export const columnLabel = (own: FormWords, section: keyof FormWords["columns"], column: string): string => {
  const found = Object.entries<string>(own.columns[section]).find(([id]) => id === column)
  return found?.[1] ?? ""
}

/** What a question or a section is called. */
export const partLabel = (own: FormWords, part: FormPart): string => {
  switch (part) {
    case "highlights":
    case "messages":
    case "cases":
    case "views":
    case "asks":
      return own.sections[part]
    default:
      return own.fields[part]
  }
}

/** The answer to whoever sent a form, in a language: thanks, and what is still wanted, by its label. */
export const acknowledgement = (language: DigestLanguage, missing: ReadonlyArray<FormPart>): string => {
  const own = formWords(language)
  const parts = missing.map((part) => partLabel(own, part))
  const list = new Intl.ListFormat(locales[language].locale, { type: "conjunction" })
  return parts.length === 0 ? own.complete : own.missing.replace("{parts}", list.format(parts))
}
