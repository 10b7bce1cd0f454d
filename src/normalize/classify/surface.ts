/**
 * Surface features: what the linear models see of a text besides the vocabulary.
 *
 * Stems, pairs of neighbouring content stems, and character sequences inside words without accents, so
 * that related words of related languages meet; Chinese and Japanese by one to three characters. A
 * feature is a 32-bit hash; it knows the place it came from, for the explanation.
 */
import { functionWordsOf } from "../language/function-words.ts"
import { simplified } from "../language/han.ts"
import { stem, unaccented } from "../language/stems.ts"
import type { Word } from "../language/words.ts"
import { equalLetters } from "../language/arabic.ts"
import type { BridgeFind } from "./bridge.ts"
import { finish, hashOn, hashStart } from "./hash.ts"

/** Families of features; each is normalised by itself. */
export const families = ["word", "pair", "characters", "concept"] as const
const [wordFamily, pairFamily, characterFamily, conceptFamily] = [0, 1, 2, 3]

const seeds = ["w", "p", "c", "b"].map((letter) => hashOn(hashStart, letter))

/** Features of a text, parallel arrays; the same feature may come several times. */
export interface Surface {
  readonly hashes: Array<number>
  readonly family: Array<number>
  readonly start: Array<number>
  readonly end: Array<number>
}

const number = /^[\p{N}]+$/u
/** Longest word looked at by characters; longer ones are no words. */
const longest = 30
/** Most words looked at: more tells nothing new of one statement. */
const mostWords = 600

/** Extracts the features of a text. */
export const surfaceOf = (
  words: ReadonlyArray<Word>,
  language: string,
  concepts: ReadonlyArray<BridgeFind> = []
): Surface => {
  const surface: Surface = { hashes: [], family: [], start: [], end: [] }
  const add = (hash: number, family: number, start: number, end: number) => {
    surface.hashes.push(finish(hash))
    surface.family.push(family)
    surface.start.push(start)
    surface.end.push(end)
  }
  for (const { concept, end, start } of concepts) {
    const first = hashOn(seeds[conceptFamily] ?? 0, String(concept))
    add(first, conceptFamily, start, end)
    // Two concepts together say more than each alone.
    for (const other of concepts) {
      if (other.concept > concept) add(hashOn(first, ` ${other.concept}`), pairFamily, start, end)
    }
  }
  const small = functionWordsOf(language)
  let previous = ""
  let previousStart = 0
  for (const word of words.length > mostWords ? words.slice(0, mostWords) : words) {
    if (word.run) {
      runFeatures(word, add)
      previous = ""
      continue
    }
    if (number.test(word.text)) {
      previous = ""
      continue
    }
    if (word.text.length === 1 || small.has(word.text)) continue
    const stemmed = stem(word.text, language)
    add(hashOn(seeds[wordFamily] ?? 0, stemmed), wordFamily, word.start, word.end)
    if (previous !== "") {
      add(
        hashOn(hashOn(hashOn(seeds[pairFamily] ?? 0, previous), " "), stemmed),
        pairFamily,
        previousStart,
        word.end
      )
    }
    previous = stemmed
    previousStart = word.start
    if (word.text.length > longest) continue
    const letters = ` ${language === "ar" || language === "fa" ? equalLetters(word.text) : unaccented(word.text)} `
    for (let length = 3; length <= 5; length++) {
      const seed = seeds[characterFamily] ?? 0
      for (let at = 0; at + length <= letters.length; at++) {
        add(hashOn(seed, letters, at, at + length), characterFamily, word.start, word.end)
      }
    }
  }
  return surface
}

const runFeatures = (
  word: Word,
  add: (hash: number, family: number, start: number, end: number) => void
): void => {
  const text = simplified(word.text).slice(0, 600)
  for (let at = 0; at < text.length; at++) {
    for (let length = 1; length <= 4 && at + length <= text.length; length++) {
      const family = length <= 2 ? (length === 2 ? wordFamily : characterFamily) : pairFamily
      const seed = seeds[family] ?? 0
      add(hashOn(seed, text, at, at + length), family, word.start + at, word.start + at + length)
    }
  }
}
