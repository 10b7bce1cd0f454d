/**
 * Records: what is known of words, as numbers in one growing list.
 *
 * A record is a head of fixed length and seven lists after it. Tens of thousands of words are known at a time, and
 * as objects they would take several times the memory and a walk through it for every word of a text.
 */
import type { Word } from "../language/words.ts"

/** Places in the head of a record. */
export const Head = {
  flags: 0,
  /** Hash of the stem for the issues (finished) and for the kinds (not finished). */
  stem: 1,
  kindStem: 2,
  /** Hash of the word's ending, for the kinds. */
  ending: 3,
  /** Number of the stem as a feature of the issues and of the kinds; see {@link Flag}. */
  stemFeature: 4,
  kindFeature: 5,
  /** Place of the word in {@link WordBook.plains}. */
  plain: 6
} as const

/** What a record says with yes or no. */
export const Flag = {
  /** Function words and single letters: they tell no issue. */
  small: 1,
  /** Function words of the language. */
  functional: 2,
  number: 4,
  /** Small in English. */
  englishSmall: 8,
  /** The model of the issues, that of the kinds knows the stem. */
  stemKnown: 16,
  kindKnown: 32
} as const

/** The lists of a record, in order. */
export const List = {
  /** Features of the issues: sequences of characters. */
  characters: 0,
  /** Features of the kinds: the whole word, its ending, its beginning. */
  letters: 1,
  /** Atoms of the own and of the English vocabulary that the word satisfies. */
  own: 2,
  english: 3,
  /** Units of the affinity table. */
  affinity: 4,
  /** Entries of the bridge that begin with the word. */
  concepts: 5,
  /** Wordings of cues that begin with it. */
  cues: 6
} as const
export type List = (typeof List)[keyof typeof List]

const bounds = 7
const listCount = 7
const headLength = bounds + listCount + 1

/** Where a list begins and ends in the numbers that hold its record. */
export const listStart = (data: Int32Array, record: number, list: List): number =>
  record + (data[record + bounds + list] ?? 0)
export const listEnd = (data: Int32Array, record: number, list: List): number =>
  record + (data[record + bounds + list + 1] ?? 0)

/** The words of a text with their records. */
export interface KnownWords {
  readonly words: ReadonlyArray<Word>
  /** Where the record of each word begins; -1 for runs of scripts without spaces. May be longer than the words. */
  readonly records: Int32Array
  readonly data: Int32Array
  /** Words as the bridge compares them, see {@link Head.plain}. */
  readonly plains: ReadonlyArray<string>
}

/** The record of the word at a place; -1 for runs and outside of the text. */
export const recordAt = ({ records, words }: KnownWords, place: number): number =>
  place >= 0 && place < words.length ? (records[place] ?? -1) : -1

/** Records one after the other. */
export class Records {
  data = new Int32Array(8192)
  #end = 0

  /** Adds a record; the head is given without the bounds of the lists. */
  add(head: ReadonlyArray<number>, lists: ReadonlyArray<ReadonlyArray<number>>): number {
    let length = headLength
    for (const list of lists) length += list.length
    const record = this.#reserve(length)
    const { data } = this
    for (let at = 0; at < head.length; at++) data[record + at] = head[at] ?? 0
    let next = headLength
    for (let list = 0; list < listCount; list++) {
      data[record + bounds + list] = next
      const numbers = lists[list] ?? []
      for (let at = 0; at < numbers.length; at++) data[record + next + at] = numbers[at] ?? 0
      next += numbers.length
    }
    data[record + bounds + listCount] = next
    return record
  }

  /** Adds a copy of a record of another list. */
  copy({ data }: Records, record: number): number {
    const length = data[record + bounds + listCount] ?? 0
    const own = this.#reserve(length)
    this.data.set(data.subarray(record, record + length), own)
    return own
  }

  #reserve(length: number): number {
    const record = this.#end
    this.#end += length
    if (this.#end > this.data.length) {
      const larger = new Int32Array(Math.ceil(1.5 * this.#end))
      larger.set(this.data)
      this.data = larger
    }
    return record
  }
}
