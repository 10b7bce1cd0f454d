/** The words of the Secretariat's desk. */
import { defineWords } from "../../words/define.ts"
import { arabic } from "./ar.ts"
import { chinese } from "./zh.ts"
import { english } from "./en.ts"
import { russian } from "./ru.ts"

export const deskWords = defineWords("desk", english, {
  ru: russian,
  ar: arabic,
  zh: chinese
})
