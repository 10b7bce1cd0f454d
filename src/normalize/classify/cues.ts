/**
 * Finds the cues of a statement's kind (see `cue-lists.ts`) word by word.
 */
import { simplified } from "../language/han.ts"
import type { Word } from "../language/words.ts"
import { cueLists } from "./cue-lists.ts"

/** One wording of a cue. */
export interface CueWording {
  /** Index of the cue. */
  readonly cue: number
  readonly words: ReadonlyArray<string>
  /** True when the last word may have any ending. */
  readonly open: boolean
}

/** Names of the cues, in order of index. */
export const cueNames = Object.keys(cueLists)
const unspaced: ReadonlySet<string> = new Set(["zh", "ja"])

/** Wordings by language and the first two units of their first word; made when the language first comes. */
const indexes = new Map<string, ReadonlyMap<string, ReadonlyArray<CueWording>>>()

const indexOf = (language: string): ReadonlyMap<string, ReadonlyArray<CueWording>> => {
  const known = indexes.get(language)
  if (known !== undefined) return known
  const index = new Map<string, Array<CueWording>>()
  for (const [cue, name] of cueNames.entries()) {
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

const fits = (word: string, wanted: string, open: boolean) =>
  open ? word.startsWith(wanted) : word === wanted

/** Most words looked at. */
const mostWords = 300

/** The index of a language; languages without lists of their own are looked at as English. */
const indexFor = (language: string) => {
  const own = indexOf(language)
  return own.size === 0 ? indexOf("en") : own
}

const noWordings: ReadonlyArray<CueWording> = []

/** The wordings whose first word a word is. */
export const cueWordingsOf = (word: string, language: string): ReadonlyArray<CueWording> => {
  if (unspaced.has(language)) return noWordings
  const index = indexFor(language)
  const found: Array<CueWording> = []
  const look = (form: string) => {
    for (const wording of index.get(form.slice(0, 2)) ?? noWordings)
      if (fits(form, wording.words[0] ?? "", wording.open && wording.words.length === 1)) found.push(wording)
  }
  look(word)
  // Arabic joins particles to the word.
  if (language === "ar" && word.length > 3 && "وفبل".includes(word[0] ?? " ")) look(word.slice(1))
  return found.length === 0 ? noWordings : found
}

const counts = new Int32Array(cueNames.length)
const early = new Uint8Array(cueNames.length)

/**
 * Calls `tell` for each cue of a text in lower case: its index, how often it stands there (at most three),
 * whether in the first fifth of the text or its first 25 characters.
 *
 * @param wordings what {@link cueWordingsOf} says of each word.
 */
export const eachCue = (
  lower: string,
  words: ReadonlyArray<Word>,
  wordings: (place: number) => ReadonlyArray<CueWording>,
  language: string,
  tell: (cue: number, count: number, early: boolean) => void
): void => {
  counts.fill(0)
  early.fill(0)
  const limit = Math.max(25, lower.length / 5)
  const count = (cue: number, place: number) => {
    counts[cue] = (counts[cue] ?? 0) + 1
    if (place < limit) early[cue] = 1
  }
  if (unspaced.has(language)) {
    const index = indexFor(language)
    const text = simplified(lower.slice(0, 2_000))
    for (let at = 0; at < text.length; at++) {
      for (const { cue, words: wanted } of index.get(text[at] ?? "") ?? noWordings) {
        if (text.startsWith(wanted[0] ?? "", at)) count(cue, at)
      }
    }
  } else {
    const end = Math.min(words.length, mostWords)
    for (let place = 0; place < end; place++) {
      for (const { cue, open, words: wanted } of wordings(place)) {
        const last = wanted.length - 1
        let whole = true
        for (let next = 1; next <= last && whole; next++) {
          whole = fits(words[place + next]?.text ?? "", wanted[next] ?? "", open && next === last)
        }
        if (whole) count(cue, words[place]?.start ?? 0)
      }
    }
  }
  for (let cue = 0; cue < counts.length; cue++) {
    const times = counts[cue] ?? 0
    if (times > 0) tell(cue, Math.min(3, times), early[cue] === 1)
  }
}
