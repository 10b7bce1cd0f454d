/**
 * Finds the cues of a statement's kind (see `cue-lists.ts`) word by word.
 */
import { simplified } from "../language/han.ts"
import type { Word } from "../language/words.ts"
import { cueLists } from "./cue-lists.ts"

interface Wording {
  /** Index of the cue. */
  readonly cue: number
  readonly words: ReadonlyArray<string>
  /** True when the last word may have any ending. */
  readonly open: boolean
}

const names = Object.keys(cueLists)
const unspaced: ReadonlySet<string> = new Set(["zh", "ja"])

/** Wordings by language and the first two units of their first word; made when the language first comes. */
const indexes = new Map<string, ReadonlyMap<string, ReadonlyArray<Wording>>>()

const indexOf = (language: string): ReadonlyMap<string, ReadonlyArray<Wording>> => {
  const known = indexes.get(language)
  if (known !== undefined) return known
  const index = new Map<string, Array<Wording>>()
  for (const [cue, name] of names.entries()) {
    for (const entry of (cueLists[name]?.[language] ?? "").split("|")) {
      const text = unspaced.has(language) ? simplified(entry) : entry
      const words = unspaced.has(language) ? [text] : text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)
      const first = words?.[0]
      if (words === null || first === undefined || first === "") continue
      const key = first.slice(0, unspaced.has(language) ? 1 : 2)
      const list = index.get(key) ?? []
      index.set(key, list)
      list.push({ cue, words, open: entry.endsWith("*") })
    }
  }
  indexes.set(language, index)
  return index
}

/** A cue found in a text. */
export interface Cue {
  readonly name: string
  /** How often, at most three. */
  readonly count: number
  /** True when it stands in the first fifth of the text or its first 25 characters. */
  readonly early: boolean
}

const fits = (word: string, wanted: string, open: boolean) =>
  open ? word.startsWith(wanted) : word === wanted

/** Most words looked at. */
const mostWords = 300

/** Cues of a text in lower case. Languages without lists of their own are looked at as English. */
export const cuesOf = (lower: string, words: ReadonlyArray<Word>, language: string): Array<Cue> => {
  const own = indexOf(language)
  const index = own.size === 0 ? indexOf("en") : own
  const counts = new Int32Array(names.length)
  const early = new Uint8Array(names.length)
  const limit = Math.max(25, lower.length / 5)
  const count = (cue: number, place: number) => {
    counts[cue] = (counts[cue] ?? 0) + 1
    if (place < limit) early[cue] = 1
  }
  if (unspaced.has(language)) {
    const text = simplified(lower.slice(0, 2_000))
    for (let at = 0; at < text.length; at++) {
      for (const { cue, words: wanted } of index.get(text[at] ?? "") ?? []) {
        if (text.startsWith(wanted[0] ?? "", at)) count(cue, at)
      }
    }
  } else {
    const look = (word: string, place: number, start: number) => {
      for (const { cue, open, words: wanted } of index.get(word.slice(0, 2)) ?? []) {
        const last = wanted.length - 1
        if (!fits(word, wanted[0] ?? "", open && last === 0)) continue
        let whole = true
        for (let next = 1; next <= last && whole; next++) {
          whole = fits(words[place + next]?.text ?? "", wanted[next] ?? "", open && next === last)
        }
        if (whole) count(cue, start)
      }
    }
    for (const [place, word] of words.entries()) {
      if (place >= mostWords) break
      look(word.text, place, word.start)
      // Arabic joins particles to the word.
      if (language === "ar" && word.text.length > 3 && "وفبل".includes(word.text[0] ?? " ")) {
        look(word.text.slice(1), place, word.start)
      }
    }
  }
  return names.flatMap((name, cue) => {
    const times = counts[cue] ?? 0
    return times === 0 ? [] : [{ name, count: Math.min(3, times), early: early[cue] === 1 }]
  })
}
