/**
 * The bridge between languages: words of the field that mean the same in seven languages, each group under
 * one name. The surface model sees the name, so that what it learns from statements in one language holds
 * in the others (`taxonomy/bridge.csv`).
 *
 * An entry is the beginning of a word; short ones must nearly be the whole word. Several words stand next
 * to each other, with small words between them.
 */
import { simplified } from "../language/han.ts"
import { Flag, Head, type KnownWords, List, listEnd, listStart, recordAt } from "./records.ts"
import { beginning, unspacedLanguages } from "./vocabulary.ts"

/** A concept found in a text. */
export interface BridgeFind {
  readonly concept: number
  readonly start: number
  readonly end: number
}

/** One wording of a concept. */
interface BridgeEntry {
  readonly concept: number
  readonly parts: ReadonlyArray<string>
}

/** How much may follow the beginning of a word. */
const mostEnding = (length: number, language: string): number =>
  language === "ar"
    ? 4
    : language === "ru"
      ? length <= 3
        ? 2
        : 6
      : length <= 3
        ? 1
        : length === 4
          ? 2
          : length === 5
            ? 4
            : 8

const noNumbers: ReadonlyArray<number> = []

const fits = (word: string, part: string, language: string): boolean =>
  word.startsWith(part) && word.length - part.length <= mostEnding(part.length, language)

/** A word as the bridge compares it; nothing for runs and outside of the text. */
const plainAt = (known: KnownWords, place: number): string => {
  const record = recordAt(known, place)
  return record < 0 ? "" : (known.plains[known.data[record + Head.plain] ?? 0] ?? "")
}

const isFunctional = (known: KnownWords, place: number): boolean => {
  const record = recordAt(known, place)
  return record >= 0 && ((known.data[record] ?? 0) & Flag.functional) !== 0
}

export class Bridge {
  /** Text in which each concept was last found. */
  private readonly seen: Int32Array
  private round = 0
  private readonly entries: Array<BridgeEntry> = []
  /** Numbers of entries by language, then by the first three letters of their first word (all of it when shorter). */
  private readonly byLanguage = new Map<string, Map<string, Array<number>>>()
  readonly size: number

  /** @param text the CSV file, lines `concept,en,fr,...` with alternatives parted by `|`. */
  constructor(text: string) {
    const [head = "", ...lines] = text.trim().split("\n")
    const languages = head.split(",").slice(1)
    this.size = lines.length
    this.seen = new Int32Array(lines.length)
    for (const [concept, line] of lines.entries()) {
      const cells = line.split(",").slice(1)
      for (const [place, cell] of cells.entries()) {
        const language = languages[place] ?? ""
        const byKey = this.byLanguage.get(language) ?? new Map<string, Array<number>>()
        this.byLanguage.set(language, byKey)
        for (const alternative of cell.split("|")) {
          const parts = unspacedLanguages.has(language)
            ? [simplified(alternative.toLowerCase())]
            : alternative
                .toLowerCase()
                .split(/[\s'-]+/u)
                .map((part) => beginning(part, language))
          const key = (parts[0] ?? "").slice(0, unspacedLanguages.has(language) ? 1 : 3)
          if (key === "") continue
          const list = byKey.get(key) ?? []
          byKey.set(key, list)
          list.push(this.entries.length)
          this.entries.push({ concept, parts })
        }
      }
    }
  }

  /** Numbers of the entries that a word, as {@link beginning} gives it, may begin. */
  entriesOf(plain: string, language: string): ReadonlyArray<number> {
    const byKey = this.byLanguage.get(language)
    if (byKey === undefined || unspacedLanguages.has(language)) return noNumbers
    const found: Array<number> = []
    for (let length = Math.min(3, plain.length); length >= 2; length--) {
      for (const number of byKey.get(plain.slice(0, length)) ?? noNumbers)
        if (fits(plain, this.entries[number]?.parts[0] ?? "", language)) found.push(number)
    }
    return found
  }

  /** Finds the concepts of a text, each at its first place. */
  find(lower: string, known: KnownWords, language: string): Array<BridgeFind> {
    const found: Array<BridgeFind> = []
    const byKey = this.byLanguage.get(language)
    if (byKey === undefined) return found
    this.round++
    if (unspacedLanguages.has(language)) {
      const text = simplified(lower)
      for (let at = 0; at < text.length; at++) {
        for (const number of byKey.get(text[at] ?? "") ?? noNumbers) {
          const entry = this.entries[number]
          if (entry === undefined || !text.startsWith(entry.parts[0] ?? "", at)) continue
          this.add(found, entry.concept, at, at + (entry.parts[0]?.length ?? 0))
        }
      }
      return found
    }
    const { data, records, words } = known
    for (let place = 0; place < words.length; place++) {
      const record = records[place] ?? -1
      if (record < 0) continue
      const end = listEnd(data, record, List.concepts)
      for (let at = listStart(data, record, List.concepts); at < end; at++) {
        const entry = this.entries[data[at] ?? 0]
        if (entry === undefined || this.seen[entry.concept] === this.round) continue
        const last = lastPlace(entry.parts, known, place, language)
        if (last >= 0) this.add(found, entry.concept, words[place]?.start ?? 0, words[last]?.end ?? 0)
      }
    }
    return found
  }

  private add(found: Array<BridgeFind>, concept: number, start: number, end: number): void {
    if (this.seen[concept] === this.round) return
    this.seen[concept] = this.round
    found.push({ concept, start, end })
  }
}

/** The place of the last word of an entry whose first stands at `place`, or -1. */
const lastPlace = (
  parts: ReadonlyArray<string>,
  known: KnownWords,
  place: number,
  language: string
): number => {
  let at = place
  for (let index = 1; index < parts.length; index++) {
    const part = parts[index] ?? ""
    let next = at + 1
    while (next <= at + 2 && !fits(plainAt(known, next), part, language) && isFunctional(known, next)) next++
    if (!fits(plainAt(known, next), part, language)) return -1
    at = next
  }
  return at
}
