/** The words of the pages for reviewers. */
import { defineWords } from "../../words/define.ts"
import { arabic } from "./ar.ts"
import { chinese } from "./zh.ts"
import { english } from "./en.ts"
import { french } from "./fr.ts"
import { portuguese } from "./pt.ts"
import { russian } from "./ru.ts"
import { spanish } from "./es.ts"

export const reviewWords = defineWords("review", english, {
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese
})
