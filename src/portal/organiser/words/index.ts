/** The words of the organisers' pages. */
import { defineWords } from "../../words/define.ts"
import { english } from "./en.ts"

export const organiserWords = defineWords("organiser", english, "english only")
