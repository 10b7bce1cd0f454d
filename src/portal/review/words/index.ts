/** The words of the pages for reviewers. */
import { defineWords } from "../../words/define.ts"
import { arabic } from "./ar.ts"
import { chinese } from "./zh.ts"
import { english } from "./en.ts"
import { russian } from "./ru.ts"

export const reviewWords = defineWords("review", english, {
  ru: russian,
  ar: arabic,
  zh: chinese
})
