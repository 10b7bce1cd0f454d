/** The mails about accounts in the seven languages; `{names}` are filled in by `Notices`. */
import type { DigestLanguage } from "../../domain/languages.ts"
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
