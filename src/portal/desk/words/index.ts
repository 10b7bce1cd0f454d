/** The words of the Secretariat's desk. */
import { defineWords } from "../../words/define.ts"
import { english } from "./en.ts"

export const deskWords = defineWords("desk", english, {})
