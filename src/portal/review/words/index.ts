/** The words of the pages for reviewers. */
import { defineWords } from "../../words/define.ts"
import { english } from "./en.ts"
import { french } from "./fr.ts"
import { portuguese } from "./pt.ts"
import { spanish } from "./es.ts"

export const reviewWords = defineWords("review", english, {
  fr: french,
  es: spanish,
  pt: portuguese
})
