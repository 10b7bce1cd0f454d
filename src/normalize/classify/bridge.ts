/**
 * The bridge between languages: words of the field that mean the same in seven languages, each group under
 * one name. The surface model sees the name, so that what it learns from statements in one language holds
 * in the others (`taxonomy/bridge.csv`).
 *
 * An entry is the beginning of a word; short ones must nearly be the whole word. Several words stand next
 * to each other, with small words between them.
 */
import { simplified } from "../language/han.ts"
import type { Word } from "../language/words.ts"
import { beginning, unspacedLanguages } from "./vocabulary.ts"

/** A concept found in a text. */
export interface BridgeFind {
  readonly concept: number
  readonly start: number
  readonly end: number
}

/** One wording of a concept. */
export interface BridgeEntry {
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

const noEntries: ReadonlyArray<BridgeEntry> = []

const fits = (word: string, part: string, language: string): boolean =>
  word.startsWith(part) && word.length - part.length <= mostEnding(part.length, language)

/** What the bridge asks of a word. */
export interface BridgeWord {
  readonly plain: string
  readonly functional: boolean
  readonly concepts: ReadonlyArray<BridgeEntry>
}

export class Bridge {
  /** Text in which each concept was last found. */
  private readonly seen: Int32Array
  private round = 0
  /** Entries by language, then by the first three letters of their first word (all of it when shorter). */
  private readonly entries = new Map<string, Map<string, Array<BridgeEntry>>>()
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
        const byKey = this.entries.get(language) ?? new Map<string, Array<BridgeEntry>>()
        this.entries.set(language, byKey)
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
          list.push({ concept, parts })
        }
      }
    }
  }

  /** The entries that a word, as {@link beginning} gives it, may begin. */
  entriesOf(plain: string, language: string): ReadonlyArray<BridgeEntry> {
    const byKey = this.entries.get(language)
    if (byKey === undefined || unspacedLanguages.has(language)) return noEntries
    const found: Array<BridgeEntry> = []
    for (let length = Math.min(3, plain.length); length >= 2; length--) {
      for (const entry of byKey.get(plain.slice(0, length)) ?? noEntries)
        if (fits(plain, entry.parts[0] ?? "", language)) found.push(entry)
    }
    return found.length === 0 ? noEntries : found
  }

  /** Finds the concepts of a text, each at its first place. `known` says what is known of each word. */
  find(
    lower: string,
    words: ReadonlyArray<Word>,
    known: (place: number) => BridgeWord | undefined,
    language: string
  ): Array<BridgeFind> {
    const found: Array<BridgeFind> = []
    const byKey = this.entries.get(language)
    if (byKey === undefined) return found
    this.round++
    if (unspacedLanguages.has(language)) {
      const text = simplified(lower)
      for (let at = 0; at < text.length; at++) {
        for (const { concept, parts } of byKey.get(text[at] ?? "") ?? noEntries) {
          if (!text.startsWith(parts[0] ?? "", at)) continue
          this.add(found, concept, at, at + (parts[0]?.length ?? 0))
        }
      }
      return found
    }
    for (let place = 0; place < words.length; place++) {
      for (const { concept, parts } of known(place)?.concepts ?? noEntries) {
        if (this.seen[concept] === this.round) continue
        let at = place
        let whole = true
        for (let index = 1; index < parts.length && whole; index++) {
          const part = parts[index] ?? ""
          let next = at + 1
          while (
            next <= at + 2 &&
            !fits(known(next)?.plain ?? "", part, language) &&
            known(next)?.functional === true
          )
            next++
          whole = fits(known(next)?.plain ?? "", part, language)
          at = next
        }
        if (whole) this.add(found, concept, words[place]?.start ?? 0, words[at]?.end ?? 0)
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
