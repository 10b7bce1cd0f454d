/** The words of the pages for reviewers. */
import { defineWords } from "../../words/define.ts"
import { english } from "./en.ts"

export const reviewWords = defineWords("review", english, {})
