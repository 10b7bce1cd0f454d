/**
 * Phrases: cues written as data, in the words of each language, and compiled once.
 *
 * A phrase is matched in folded text (see fold.ts) at word boundaries. `*` stands for any ending (or
 * beginning) of a word, ` ... ` for up to ninety characters within the same sentence, `#` for a number. Arabic
 * words may carry the conjunctions, prepositions and article that are written together with them.
 * Chinese and Japanese phrases need no boundary.
 */
import { fold } from "./fold.ts"

/** Phrases of each language, keyed by its ISO 639-1 code. */
export type Phrases = Readonly<Record<string, ReadonlyArray<string>>>

/** Phrases written in lines, parted by `;`. */
export const listed = (text: string): ReadonlyArray<string> =>
  text
    .split(/[;\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "")

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const arabic = /^\p{Script=Arabic}/u

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&")

const word = (source: string): string =>
  (arabic.test(source) ? "(?:[وف]?[بلك]?(?:ال|لل)?)" : "") +
  source
    .split("*")
    .map((part) => part.split("#").map(escaped).join("\\p{N}+"))
    .join("\\p{L}*")

const alternative = (phrase: string): string =>
  phrase
    .split("...")
    .map((part) => fold(part))
    .filter((part) => part !== "")
    .map((part) => part.split(" ").map(word).join(" "))
    .join("[^.!?。！？؟\\n]{0,90}?")

const longestFirst = (phrases: ReadonlyArray<string>): string =>
  phrases
    .toSorted((a, b) => b.length - a.length)
    .map(alternative)
    .join("|")

const sourceOf = (phrases: Phrases | ReadonlyArray<string>): string => {
  const list = Object.values(phrases).flat()
  const free = list.filter((phrase) => unspaced.test(phrase))
  const bound = list.filter((phrase) => !unspaced.test(phrase))
  const parts = [
    ...(bound.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${longestFirst(bound)})(?![\\p{L}\\p{N}])`] : []),
    ...(free.length > 0 ? [longestFirst(free)] : [])
  ]
  return parts.length === 0 ? "(?!)" : parts.join("|")
}

/** A regular expression (flags `u` and, if asked, `g`) over folded text that finds any of the phrases. */
export const compile = (phrases: Phrases | ReadonlyArray<string>, flags: "u" | "gu" = "u"): RegExp =>
  new RegExp(sourceOf(phrases), flags)

/** As `compile`, but the phrase must stand at the beginning of the text (after marks such as quotes). */
export const compileStart = (phrases: Phrases | ReadonlyArray<string>): RegExp =>
  new RegExp(`^[^\\p{L}\\p{N}]{0,4}(?:${sourceOf(phrases)})`, "u")
