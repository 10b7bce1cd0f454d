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
/** Of the units that such a text may hold: whether they belong to words. Those beyond are signs. */
const inWord = Uint8Array.from({ length: 0x700 }, (_, code) =>
  /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0
)

/** Words of a text in which a look at each unit is enough. */
const spacedWords = (lower: string, text: string): Array<Word> => {
  const words: Array<Word> = []
  const { length } = lower
  let at = 0
  while (at < length) {
    while (at < length && inWord[lower.charCodeAt(at)] !== 1) at++
    const start = at
    while (at < length && inWord[lower.charCodeAt(at)] === 1) at++
    if (at === start) break
    if (at === start + 1 && lower[start] === "s" && isApostrophe(lower[start - 1])) continue
    words.push({ text: lower.slice(start, at), cased: text.slice(start, at), start, end: at, run: false })
  }
  return words
}

const isApostrophe = (sign: string | undefined): boolean => sign === "'" || sign === "’"

/** Splits a folded text into words. The possessive 's of English is left out. */
export const wordsOf = (folded: Folded): Array<Word> => {
  const { lower, text } = folded
  if (onlySpaced.test(lower)) return spacedWords(lower, text)
  const words: Array<Word> = []
  for (const match of lower.matchAll(pattern)) {
    const word = match[0]
    const start = match.index
    const end = start + word.length
    if (word === "s" && isApostrophe(lower[start - 1])) continue
    words.push({
      text: word,
      cased: text.slice(start, end),
      start,
      end,
      run: startsUnspaced.test(word)
    })
  }
  return words
}
