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
import type { Bridge, BridgeEntry } from "./bridge.ts"
import { type CueWording, cueWordingsOf } from "./cues.ts"
import { finish, hashOn, hashStart } from "./hash.ts"
import type { Matcher, MatcherWord } from "./matcher.ts"
import type { WordAffinity } from "./affinity.ts"
import { beginning } from "./vocabulary.ts"

/** Seeds of the surface's families: words, pairs, characters, concepts. */
export const surfaceSeeds = { word: hashOn(hashStart, "w"), characters: hashOn(hashStart, "c") } as const
const kindSeeds = { word: hashOn(hashStart, "kw "), letters: hashOn(hashStart, "kc ") } as const

/** Longest word looked at by characters; longer ones are no words. */
const longest = 30
/** Longest word looked at at all. */
const longestKnown = 60

/** A word that is known. */
export interface WordEntry {
  /** As written. */
  readonly cased: string
  /** True for function words and single letters: they tell no issue. */
  readonly small: boolean
  /** True for the function words of the language. */
  readonly functional: boolean
  readonly number: boolean
  /** Hash of the stem for the issues (finished) and for the kinds (not finished). */
  readonly hash: number
  readonly kindHash: number
  /** Hashes of the character sequences, for the issues. */
  readonly characters: ReadonlyArray<number>
  /** Hashes of the whole word, its ending and its beginning, for the kinds. */
  readonly letters: ReadonlyArray<number>
  /** Atoms of the own and of the English vocabulary that the word satisfies. */
  readonly own: MatcherWord
  readonly english: MatcherWord
  /** Units of the affinity table that the word stands for. */
  readonly affinity: ReadonlyArray<number>
  /** The word as the bridge compares it, and the entries that begin with it. */
  readonly plain: string
  readonly concepts: ReadonlyArray<BridgeEntry>
  /** Cues of the kind that begin with it. */
  readonly cues: ReadonlyArray<CueWording>
}

const none: ReadonlyArray<number> = []
const englishSmall = functionWordsOf("en")

/** Most words satisfy no atom: they share two values. */
const [unknownSmall, unknown]: readonly [MatcherWord, MatcherWord] = [
  { atoms: none, small: true },
  { atoms: none, small: false }
]
const matcherWord = (atoms: ReadonlyArray<number>, small: boolean): MatcherWord =>
  atoms.length > 0 ? { atoms, small } : small ? unknownSmall : unknown

const allDigits = /^\p{N}+$/u

/** Hashes of the sequences of three to five letters of a word, its two ends marked. */
const charactersOf = (word: string, language: string): ReadonlyArray<number> => {
  if (word.length > longest) return none
  const letters = ` ${language === "ar" || language === "fa" ? equalLetters(word) : romanised(unaccented(word))} `
  const hashes: Array<number> = []
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= letters.length; at++)
      hashes.push(finish(hashOn(surfaceSeeds.characters, letters, at, at + length)))
  return hashes
}

/** The ending tells "should" from "shall", a future from a past. */
const lettersOf = (word: string): ReadonlyArray<number> => {
  const plain = ` ${unaccented(word).slice(0, longest)} `
  return [
    finish(hashOn(kindSeeds.letters, plain)),
    finish(hashOn(kindSeeds.letters, plain.slice(-4))),
    finish(hashOn(kindSeeds.letters, plain.slice(0, 5)))
  ]
}

/** Which features of the surface a model knows; sequences of characters that it does not know are not kept. */
export type KnownFeature = (hash: number) => boolean

const everything: KnownFeature = () => true

/** A copy of a word: a slice would keep the whole text that it was cut from in memory. */
const flat = (word: string): string => (word.length > 12 ? Buffer.from(word).toString() : word)

/** The words of one language. */
export class WordBook {
  private entries = new Map<string, WordEntry>()
  /** Words of the last round, kept as long as they come again. */
  private older = new Map<string, WordEntry>()
  private readonly language: string
  private readonly own: Matcher | null
  private readonly english: Matcher | null
  private readonly affinity: WordAffinity | null
  private readonly bridge: Bridge
  private readonly knows: KnownFeature
  private readonly small: ReadonlySet<string>

  constructor(
    language: string,
    own: Matcher | null,
    english: Matcher | null,
    affinity: WordAffinity | null,
    bridge: Bridge,
    knows: KnownFeature = everything
  ) {
    this.knows = knows
    this.language = language
    this.own = own
    this.english = english
    this.affinity = affinity
    this.bridge = bridge
    this.small = functionWordsOf(language)
  }

  /** How many words the round has. */
  get size(): number {
    return this.entries.size
  }

  /** Begins a new round: words that do not come again in it are forgotten with the next. */
  age(): void {
    this.older = this.entries
    this.entries = new Map()
  }

  entryOf(word: Word): WordEntry {
    const known = this.entries.get(word.cased)
    if (known !== undefined) return known
    const old = this.older.get(word.cased)
    const entry = old ?? this.make({ cased: flat(word.cased), text: flat(word.text) })
    this.entries.set(entry.cased, entry)
    return entry
  }

  private make(word: Pick<Word, "cased" | "text">): WordEntry {
    const { language } = this
    const { cased, text } = word
    const number = allDigits.test(text)
    const stemmed = stem(text, language)
    const functional = this.small.has(text)
    const small = text.length === 1 || functional
    const plain = text.length > 40 ? "" : beginning(text, language)
    const known = text.length <= longestKnown
    const affinity: Array<number> = []
    if (known && this.affinity !== null) {
      this.affinity.unitInto(affinity, stemmed)
      if (cased !== text) this.affinity.unitInto(affinity, `=${cased}`)
    }
    return {
      cased,
      small,
      functional,
      number,
      hash: finish(hashOn(surfaceSeeds.word, stemmed)),
      kindHash: hashOn(kindSeeds.word, number ? "#" : stemmed),
      characters: small || number ? none : charactersOf(text, language).filter(this.knows),
      letters: number ? none : lettersOf(text),
      own: matcherWord(known && this.own !== null ? this.own.atomsOf(word, stemmed) : none, small),
      english: matcherWord(
        known && this.english !== null ? this.english.atomsOf(word, stem(text, "en")) : none,
        text.length === 1 || englishSmall.has(text)
      ),
      affinity: affinity.length === 0 ? none : affinity,
      plain,
      concepts: this.bridge.entriesOf(plain, language),
      cues: cueWordingsOf(text, language)
    }
  }
}
