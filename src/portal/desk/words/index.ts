/** The words of the Secretariat's desk. */
import { defineWords } from "../../words/define.ts"
import { english } from "./en.ts"
import { french } from "./fr.ts"
import { portuguese } from "./pt.ts"
import { spanish } from "./es.ts"

export const deskWords = defineWords("desk", english, {
  fr: french,
  es: spanish,
  pt: portuguese
})
