/**
 * The mails of registering in the seven languages. `{names}` are filled in by `written`; texts are plain, with
 * each link on a line of its own.
 */
import type { DigestLanguage } from "../../../domain/index.ts"
import { arabic } from "./ar.ts"
import { chinese } from "./zh.ts"
import { english } from "./en.ts"
import { french } from "./fr.ts"
import { portuguese } from "./pt.ts"
import { russian } from "./ru.ts"
import { spanish } from "./es.ts"

export type Letters = Readonly<Record<keyof typeof english, string>>

export const letters: Readonly<Record<DigestLanguage, Letters>> = {
  en: english,
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese
}

/** A letter with its values filled in; names without a value vanish. */
export const written = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")
