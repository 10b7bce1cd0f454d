/**
 * Words of a folded text with their places.
 *
 * A word is a run of letters, marks and digits. Scripts that write without spaces (Chinese, Japanese,
 * Thai, Khmer, Lao, Burmese) give one "run" for each stretch, to be looked at by characters.
 */
import type { Folded } from "./fold.ts"

export interface Word {
  /** Lower case. */
  readonly text: string
  /** As written. */
  readonly cased: string
  /** Place in the folded text. */
  readonly start: number
  readonly end: number
  /** True for a stretch of a script without spaces. */
  readonly run: boolean
}

const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}`
const pattern = new RegExp(String.raw`[${unspaced}]+|(?:(?![${unspaced}])[\p{L}\p{M}\p{N}])+`, "gu")
const startsUnspaced = new RegExp(`^[${unspaced}]`, "u")
const onlySpaced =
  /^[\p{ASCII}\u0080-\u024f\u0370-\u04ff\u0600-\u06ff\u2010-\u2027\u2030-\u203a\u20ac\u2116]*$/u
const spacedWord = /[\p{L}\p{M}\p{N}]+/gu

/** Splits a folded text into words. The possessive 's of English is left out. */
export const wordsOf = (folded: Folded): Array<Word> => {
  const { lower, text } = folded
  const words: Array<Word> = []
  const simple = onlySpaced.test(lower)
  for (const match of lower.matchAll(simple ? spacedWord : pattern)) {
    const word = match[0]
    const start = match.index
    const end = start + word.length
    if (word === "s" && start > 0 && (lower[start - 1] === "'" || lower[start - 1] === "’")) continue
    words.push({
      text: word,
      cased: text.slice(start, end),
      start,
      end,
      run: !simple && startsUnspaced.test(word)
    })
  }
  return words
}
