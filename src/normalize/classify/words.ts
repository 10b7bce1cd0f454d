/**
 * What is known of each word of a language, worked out once: a statement's words come again and again, so
 * the cost of stems, hashes and look-ups is paid for new words only.
 *
 * The number of words kept is bounded, so that a flood of invented words cannot fill the memory.
 */
import { equalLetters } from "../language/arabic.ts"
import { functionWordsOf } from "../language/function-words.ts"
import { romanised } from "../language/roman.ts"
import { stem, unaccented } from "../language/stems.ts"
import type { Word } from "../language/words.ts"
import type { WordAffinity } from "./affinity.ts"
import type { Bridge } from "./bridge.ts"
import { cueWordingsOf } from "./cues.ts"
import { finish, hashOn, hashStart } from "./hash.ts"
import type { Matcher } from "./matcher.ts"
import { Flag, Head, type KnownWords, Records } from "./records.ts"
import { beginning } from "./vocabulary.ts"

/** Seeds of the surface's families: words, pairs, characters, concepts. */
export const surfaceSeeds = { word: hashOn(hashStart, "w"), characters: hashOn(hashStart, "c") } as const
const kindSeeds = { word: hashOn(hashStart, "kw "), letters: hashOn(hashStart, "kc ") } as const

/** Longest word looked at by characters; longer ones are no words. */
const longest = 30
/** Longest word looked at at all. */
const longestKnown = 60

const none: ReadonlyArray<number> = []
const englishSmall = functionWordsOf("en")

const allDigits = /^\p{N}+$/u

/**
 * The number by which a feature goes on from its hash: the row of the model that knows it, negative where it does
 * not; or the hash itself, where models are still to be made.
 */
export interface FeatureNumbers {
  /** Of the issues' features and of the kinds'. */
  readonly issues: (hash: number) => number
  readonly kinds: (hash: number) => number
}

const itself = (hash: number): number => hash

/** Features go by their hashes. */
export const byHash: FeatureNumbers = { issues: itself, kinds: itself }

const add = (numbers: Array<number>, number: number): void => {
  if (number >= 0) numbers.push(number)
}

/** Hashes of the sequences that begin at each letter, as far as they are; a word may grow in Latin letters. */
const begun = new Int32Array(longest * 4 + 2)

/** Numbers of the sequences of three to five letters of a word, its two ends marked. */
const charactersOf = (
  word: string,
  language: string,
  numberOf: FeatureNumbers["issues"]
): ReadonlyArray<number> => {
  if (word.length > longest) return none
  const letters = ` ${language === "ar" || language === "fa" ? equalLetters(word) : romanised(unaccented(word))} `
  const { length } = letters
  const numbers: Array<number> = []
  for (let at = 0; at + 3 <= length; at++) {
    const three = hashOn(surfaceSeeds.characters, letters, at, at + 3)
    add(numbers, numberOf(finish(three)))
    begun[at] = three
  }
  for (let size = 4; size <= 5; size++)
    for (let at = 0; at + size <= length; at++) {
      const longer = hashOn(begun[at] ?? 0, letters, at + size - 1, at + size)
      add(numbers, numberOf(finish(longer)))
      begun[at] = longer
    }
  return numbers
}

/** Hashes of the whole word, its ending and its beginning. The ending tells "should" from "shall". */
const lettersOf = (word: string): readonly [whole: number, ending: number, beginning: number] => {
  const plain = ` ${unaccented(word).slice(0, longest)} `
  return [
    finish(hashOn(kindSeeds.letters, plain)),
    finish(hashOn(kindSeeds.letters, plain, Math.max(0, plain.length - 4))),
    finish(hashOn(kindSeeds.letters, plain, 0, Math.min(5, plain.length)))
  ]
}

/** A copy of a word: a slice would keep the whole text that it was cut from in memory. */
const flat = (word: string): string => (word.length > 12 ? Buffer.from(word).toString() : word)

/** What one round of a book holds. */
class Round {
  readonly at = new Map<string, number>()
  readonly records = new Records()
  readonly plains: Array<string> = []
}

/** The words of one language. */
export class WordBook {
  #round = new Round()
  /** Words of the last round, kept as long as they come again. */
  #older = new Round()
  /** Records of the words of the text at hand. */
  #places = new Int32Array(256)
  readonly #language: string
  readonly #own: Matcher | null
  readonly #english: Matcher | null
  readonly #affinity: WordAffinity | null
  readonly #bridge: Bridge
  readonly #numbers: FeatureNumbers
  readonly #small: ReadonlySet<string>

  constructor(
    language: string,
    own: Matcher | null,
    english: Matcher | null,
    affinity: WordAffinity | null,
    bridge: Bridge,
    numbers: FeatureNumbers = byHash
  ) {
    this.#numbers = numbers
    this.#language = language
    this.#own = own
    this.#english = english
    this.#affinity = affinity
    this.#bridge = bridge
    this.#small = functionWordsOf(language)
  }

  /** How many words the round has. */
  get size(): number {
    return this.#round.at.size
  }

  /** Begins a new round: words that do not come again in it are forgotten with the next. */
  age(): void {
    this.#older = this.#round
    this.#round = new Round()
  }

  /** The words of a text with their records; it holds until the next text is looked at. */
  read(words: ReadonlyArray<Word>): KnownWords {
    if (words.length > this.#places.length) this.#places = new Int32Array(words.length * 2)
    const round = this.#round
    const { at } = round
    const records = this.#places
    for (let place = 0; place < words.length; place++) {
      const word = words[place]
      records[place] = word === undefined || word.run ? -1 : (at.get(word.cased) ?? this.#take(word))
    }
    return { words, records, data: round.records.data, plains: round.plains }
  }

  /** The record of a word that the round does not have yet. */
  #take(word: Word): number {
    const cased = flat(word.cased)
    const round = this.#round
    const old = this.#older.at.get(cased)
    const record =
      old === undefined
        ? this.#make(cased, word.text === word.cased ? cased : flat(word.text))
        : this.#keep(old)
    round.at.set(cased, record)
    return record
  }

  #keep(old: number): number {
    const { plains, records } = this.#round
    const record = records.copy(this.#older.records, old)
    plains.push(this.#older.plains[this.#older.records.data[old + Head.plain] ?? 0] ?? "")
    records.data[record + Head.plain] = plains.length - 1
    return record
  }

  #make(cased: string, text: string): number {
    const language = this.#language
    const { issues, kinds } = this.#numbers
    const number = allDigits.test(text)
    const stemmed = stem(text, language)
    const functional = this.#small.has(text)
    const small = text.length === 1 || functional
    const plain = text.length > 40 ? "" : beginning(text, language)
    const known = text.length <= longestKnown
    const affinity: Array<number> = []
    if (known && this.#affinity !== null) {
      this.#affinity.unitInto(affinity, stemmed)
      if (cased !== text) this.#affinity.unitInto(affinity, `=${cased}`)
    }
    const hash = finish(hashOn(surfaceSeeds.word, stemmed))
    const kindHash = hashOn(kindSeeds.word, number ? "#" : stemmed)
    const feature = issues(hash)
    const kindFeature = kinds(finish(kindHash))
    const letters = number ? none : lettersOf(text)
    const { plains, records } = this.#round
    plains.push(plain)
    return records.add(
      [
        (small ? Flag.small : 0) |
          (functional ? Flag.functional : 0) |
          (number ? Flag.number : 0) |
          (text.length === 1 || englishSmall.has(text) ? Flag.englishSmall : 0) |
          (feature >= 0 ? Flag.stemKnown : 0) |
          (kindFeature >= 0 ? Flag.kindKnown : 0),
        hash,
        kindHash,
        letters[1] ?? 0,
        feature,
        kindFeature,
        plains.length - 1
      ],
      [
        small || number ? none : charactersOf(text, language, issues),
        letters.map(kinds).filter((letter) => letter >= 0),
        known && this.#own !== null ? this.#own.atomsOf(cased, text, stemmed) : none,
        known && this.#english !== null ? this.#english.atomsOf(cased, text, stem(text, "en")) : none,
        affinity,
        this.#bridge.entriesOf(plain, language),
        cueWordingsOf(text, language)
      ]
    )
  }
}
