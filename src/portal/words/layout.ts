/** What stands around every page: navigation, footer, errors, forms. */
import { defineWords } from "./define.ts"
import { arabic } from "./layout/ar.ts"
import { chinese } from "./layout/zh.ts"
import { english } from "./layout/en.ts"
import { french } from "./layout/fr.ts"
import { portuguese } from "./layout/pt.ts"
import { russian } from "./layout/ru.ts"
import { spanish } from "./layout/es.ts"

export const layoutWords = defineWords("layout", english, {
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese
})
