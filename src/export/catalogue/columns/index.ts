/**
 * Headings and meanings of the columns of tables, and names of the tables, in every language.
 *
 * The English ones are the type of all others, so that a column that is lacking somewhere does not compile.
 */
import type { DigestLanguage } from "../languages.ts"
import { arabic } from "./ar.ts"
import { chinese } from "./zh.ts"
import { english } from "./en.ts"
import { french } from "./fr.ts"
import { portuguese } from "./pt.ts"
import { russian } from "./ru.ts"
import { spanish } from "./es.ts"

/** Words that a column is known by. */
export type ColumnKey = keyof (typeof english)["columns"]

/** The tables. */
export type TableName = keyof (typeof english)["sheets"]

/** The words of all tables in one language. */
export interface TableWords {
  /** Names of the sheets: at most 31 characters, none of `[]:*?/\`. */
  readonly sheets: Readonly<Record<TableName, string>>
  /** Heading and meaning; `{n}` stands for the number of an issue. */
  readonly columns: Readonly<Record<ColumnKey, readonly [heading: string, meaning: string]>>
}

/** By language. */
export const tableWords: Readonly<Record<DigestLanguage, TableWords>> = {
  en: english,
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese
}
