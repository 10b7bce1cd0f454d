/** What runs and visits report, in seven languages: a closed set of sentences and figures. */
import { defineWords } from "../../../words/define.ts"
import { arabic } from "./ar.ts"
import { chinese } from "./zh.ts"
import { english } from "./en.ts"
import { french } from "./fr.ts"
import { portuguese } from "./pt.ts"
import { russian } from "./ru.ts"
import { spanish } from "./es.ts"

export const toldWords = defineWords("told", english, {
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese
})
