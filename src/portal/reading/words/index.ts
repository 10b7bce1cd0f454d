/** The words of the pages for readers. */
import { defineWords } from "../../words/define.ts"
import { english } from "./en.ts"

export const readingWords = defineWords("reading", english, "english only")
