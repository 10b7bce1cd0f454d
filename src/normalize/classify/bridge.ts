/**
 * The bridge between languages: words of the field that mean the same in seven languages, each group under
 * one name. The surface model sees the name, so that what it learns from statements in one language holds
 * in the others (`taxonomy/bridge.csv`).
 *
 * An entry is the beginning of a word; short ones must nearly be the whole word. Several words stand next
 * to each other, with small words between them.
 */
import { functionWordsOf } from "../language/function-words.ts"
import { simplified } from "../language/han.ts"
import type { Word } from "../language/words.ts"
import { beginning, unspacedLanguages } from "./vocabulary.ts"

/** A concept found in a text. */
export interface BridgeFind {
  readonly concept: number
  readonly start: number
  readonly end: number
}

interface Entry {
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

export class Bridge {
  /** Entries by language, then by the first three letters of their first word (all of it when shorter). */
  private readonly entries = new Map<string, Map<string, Array<Entry>>>()
  readonly size: number

  /** @param text the CSV file, lines `concept,en,fr,...` with alternatives parted by `|`. */
  constructor(text: string) {
    const [head = "", ...lines] = text.trim().split("\n")
    const languages = head.split(",").slice(1)
    this.size = lines.length
    for (const [concept, line] of lines.entries()) {
      const cells = line.split(",").slice(1)
      for (const [place, cell] of cells.entries()) {
        const language = languages[place] ?? ""
        const byKey = this.entries.get(language) ?? new Map<string, Array<Entry>>()
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

  /** Finds the concepts of a text, each at its first place. */
  find(lower: string, words: ReadonlyArray<Word>, language: string): Array<BridgeFind> {
    const found: Array<BridgeFind> = []
    const seen = new Set<number>()
    const add = (concept: number, start: number, end: number) => {
      if (seen.has(concept)) return
      seen.add(concept)
      found.push({ concept, start, end })
    }
    const byKey = this.entries.get(language)
    if (byKey === undefined) return found
    if (unspacedLanguages.has(language)) {
      const text = simplified(lower)
      for (let at = 0; at < text.length; at++) {
        for (const { concept, parts } of byKey.get(text[at] ?? "") ?? []) {
          if (text.startsWith(parts[0] ?? "", at)) add(concept, at, at + (parts[0]?.length ?? 0))
        }
      }
      return found
    }
    const small = functionWordsOf(language)
    const plain = words.map((word) => (word.text.length > 40 ? "" : beginning(word.text, language)))
    const fits = (word: string, part: string) =>
      word.startsWith(part) && word.length - part.length <= mostEnding(part.length, language)
    for (const [place, word] of plain.entries()) {
      for (let length = Math.min(3, word.length); length >= 2; length--) {
        for (const { concept, parts } of byKey.get(word.slice(0, length)) ?? []) {
          if (seen.has(concept) || !fits(word, parts[0] ?? "")) continue
          let at = place
          let whole = true
          for (const part of parts.slice(1)) {
            let next = at + 1
            while (next <= at + 2 && !fits(plain[next] ?? "", part) && small.has(words[next]?.text ?? ""))
              next++
            if (!fits(plain[next] ?? "", part)) {
              whole = false
              break
            }
            at = next
          }
          if (whole) add(concept, words[place]?.start ?? 0, words[at]?.end ?? 0)
        }
      }
    }
    return found
  }
}
