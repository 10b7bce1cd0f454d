/**
 * What the kind of a statement shows by: its first words, its small words and verbs (which the issues do
 * not look at), its form (numbers, addresses, dates, question and colon).
 */
import type { Folded } from "../language/fold.ts"
import { simplified } from "../language/han.ts"
import { stem, unaccented } from "../language/stems.ts"
import type { Word } from "../language/words.ts"
import { cuesOf } from "./cues.ts"
import { finish, hashOn, hashStart } from "./hash.ts"
import type { Surface } from "./surface.ts"

const seed = (name: string) => hashOn(hashStart, `k${name} `)
const [wordSeed, pairSeed, firstSeed, formSeed, lettersSeed, tripleSeed, cueSeed] = [
  "w",
  "p",
  "f",
  "m",
  "c",
  "t",
  "u"
].map(seed)
const mostWords = 300

/** Marks of form: name and what shows it. */
const forms: ReadonlyArray<readonly [string, RegExp]> = [
  ["address", /https?:\/\/|www\.|[\w.]+@[\w.]+/u],
  ["clock", /\b\d{1,2}[:.h]\d{2}\b/u],
  ["year", /\b(?:19|20)\d\d\b|[٠-٩]{4}/u],
  ["share", /\d\s*%|per cent|percent|por ciento|pour cent|por cento|процент|في المئة|بالمئة|百分之/u],
  ["number", /\d|[٠-٩]/u],
  ["question", /[?？؟]/u],
  ["quote", /["“«„「『]/u],
  ["colon", /[:：]/u],
  ["semicolon", /[;；؛]/u],
  ["bar", / \| |›|»\s*$/u],
  ["copyright", /©|®/u],
  ["call", /!|！/u],
  ["numbered", /^\s*(?:\d+[.)]|\d+\.\d+|[-–•*]|[ivx]+\.)/u],
  ["dash", / [–—-] /u]
]

/** Features of a text for its kind; families: 0 words, 1 pairs and first words, 2 form, 3 letters, 4 cues. */
export const kindSurfaceOf = (folded: Folded, words: ReadonlyArray<Word>, language: string): Surface => {
  const surface: Surface = { hashes: [], family: [], start: [], end: [] }
  const add = (hash: number, family: number, start: number, end: number) => {
    surface.hashes.push(finish(hash))
    surface.family.push(family)
    surface.start.push(start)
    surface.end.push(end)
  }
  const looked = words.length > mostWords ? words.slice(0, mostWords) : words
  let before = "^^"
  let previous = "^"
  let previousStart = 0
  let count = 0
  for (const word of looked) {
    if (word.run) {
      const text = simplified(word.text).slice(0, 300)
      for (let at = 0; at < text.length; at++) {
        for (let length = 1; length <= 3 && at + length <= text.length; length++) {
          add(
            hashOn(wordSeed ?? 0, text, at, at + length),
            length === 3 ? 1 : 0,
            word.start + at,
            word.start + at + length
          )
          if (count === 0 && at < 4) {
            add(hashOn(firstSeed ?? 0, text, at, at + length), 1, word.start + at, word.start + at + length)
          }
        }
      }
      previous = "^"
      count++
      continue
    }
    const number = /^\p{N}+$/u.test(word.text)
    const stemmed = number ? "#" : stem(word.text, language)
    add(hashOn(wordSeed ?? 0, stemmed), 0, word.start, word.end)
    // The ending tells "should" from "shall", a future from a past.
    if (!number) {
      const plain = ` ${unaccented(word.text).slice(0, 30)} `
      add(hashOn(lettersSeed ?? 0, plain), 3, word.start, word.end)
      add(hashOn(lettersSeed ?? 0, plain.slice(-4)), 3, word.start, word.end)
      add(hashOn(lettersSeed ?? 0, plain.slice(0, 5)), 3, word.start, word.end)
    }
    add(hashOn(hashOn(pairSeed ?? 0, `${previous} `), stemmed), 1, previousStart, word.end)
    add(hashOn(hashOn(tripleSeed ?? 0, `${before} ${previous} `), stemmed), 1, previousStart, word.end)
    if (count < 4)
      add(hashOn(hashOn(firstSeed ?? 0, `${count < 2 ? count : 2} `), stemmed), 1, word.start, word.end)
    before = previous
    previous = stemmed
    previousStart = word.start
    count++
  }
  for (const [name, shows] of forms) {
    if (shows.test(folded.text.length > 4_000 ? folded.text.slice(0, 4_000) : folded.text)) {
      add(hashOn(formSeed ?? 0, name), 2, 0, 0)
    }
  }
  for (const { count: times, early, name } of cuesOf(folded.lower, words, language)) {
    add(hashOn(cueSeed ?? 0, name), 4, 0, 0)
    if (times > 1) add(hashOn(cueSeed ?? 0, `${name} ${times}`), 4, 0, 0)
    if (early) add(hashOn(cueSeed ?? 0, `${name} early`), 4, 0, 0)
  }
  const length = folded.text.length
  add(
    hashOn(formSeed ?? 0, length < 60 ? "tiny" : length < 140 ? "short" : length < 320 ? "middle" : "long"),
    2,
    0,
    0
  )
  return surface
}
