/**
 * Finds the cues of a statement's kind (see `cue-lists.ts`) word by word.
 */
import { simplified } from "../language/han.ts"
import { cueLists } from "./cue-lists.ts"
import { type KnownWords, List, listEnd, listStart } from "./records.ts"

/** One wording of a cue. */
interface CueWording {
  /** Index of the cue. */
  readonly cue: number
  readonly words: ReadonlyArray<string>
  /** True when the last word may have any ending. */
  readonly open: boolean
}

/** Names of the cues, in order of index. */
export const cueNames = Object.keys(cueLists)
const unspaced: ReadonlySet<string> = new Set(["zh", "ja"])

/** All wordings that were made so far. */
const wordings: Array<CueWording> = []

/**
 * Numbers of wordings by language and the first two units of their first word; made when the language first comes.
 */
const indexes = new Map<string, ReadonlyMap<string, ReadonlyArray<number>>>()

const indexOf = (language: string): ReadonlyMap<string, ReadonlyArray<number>> => {
  const known = indexes.get(language)
  if (known !== undefined) return known
  const index = new Map<string, Array<number>>()
  for (const [cue, name] of cueNames.entries()) {
    for (const entry of (cueLists[name]?.[language] ?? "").split("|")) {
      const text = unspaced.has(language) ? simplified(entry) : entry
      const words = unspaced.has(language) ? [text] : text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)
      const first = words?.[0]
      if (words === null || first === undefined || first === "") continue
      const key = first.slice(0, unspaced.has(language) ? 1 : 2)
      const list = index.get(key) ?? []
      index.set(key, list)
      list.push(wordings.length)
      wordings.push({ cue, words, open: entry.endsWith("*") })
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

const noWordings: ReadonlyArray<number> = []

/** Numbers of the wordings whose first word a word is. */
export const cueWordingsOf = (word: string, language: string): ReadonlyArray<number> => {
  if (unspaced.has(language)) return noWordings
  const index = indexFor(language)
  const found: Array<number> = []
  const look = (form: string) => {
    for (const number of index.get(form.slice(0, 2)) ?? noWordings) {
      const wording = wordings[number]
      if (wording === undefined) continue
      if (fits(form, wording.words[0] ?? "", wording.open && wording.words.length === 1)) found.push(number)
    }
  }
  look(word)
  // Arabic joins particles to the word.
  if (language === "ar" && word.length > 3 && "وفبل".includes(word[0] ?? " ")) look(word.slice(1))
  return found
}

const counts = new Int32Array(cueNames.length)
const early = new Uint8Array(cueNames.length)

/** Whether a wording of several words stands whole at a place; its first word is known to. */
const isWhole = ({ open, words: wanted }: CueWording, { words }: KnownWords, place: number): boolean => {
  const last = wanted.length - 1
  for (let next = 1; next <= last; next++) {
    if (!fits(words[place + next]?.text ?? "", wanted[next] ?? "", open && next === last)) return false
  }
  return true
}

/**
 * Calls `tell` for each cue of a text in lower case: its index, how often it stands there (at most three),
 * whether in the first fifth of the text or its first 25 characters.
 */
export const eachCue = (
  lower: string,
  known: KnownWords,
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
      for (const number of index.get(text[at] ?? "") ?? noWordings) {
        const wording = wordings[number]
        if (wording !== undefined && text.startsWith(wording.words[0] ?? "", at)) count(wording.cue, at)
      }
    }
  } else {
    const { data, records, words } = known
    const most = Math.min(words.length, mostWords)
    for (let place = 0; place < most; place++) {
      const record = records[place] ?? -1
      if (record < 0) continue
      const end = listEnd(data, record, List.cues)
      for (let at = listStart(data, record, List.cues); at < end; at++) {
        const wording = wordings[data[at] ?? 0]
        if (wording !== undefined && isWhole(wording, known, place))
          count(wording.cue, words[place]?.start ?? 0)
      }
    }
  }
  for (let cue = 0; cue < counts.length; cue++) {
    const times = counts[cue] ?? 0
    if (times > 0) tell(cue, Math.min(3, times), early[cue] === 1)
  }
}
