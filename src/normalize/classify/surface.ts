/**
 * Surface features: what the linear models see of a text besides the vocabulary.
 *
 * Stems, pairs of neighbouring content stems, and character sequences inside words without accents, so
 * that related words of related languages meet; Chinese and Japanese by one to four characters. A
 * feature is a 32-bit hash; it knows the place it came from, for the explanation.
 */
import { simplified } from "../language/han.ts"
import type { Word } from "../language/words.ts"
import type { BridgeFind } from "./bridge.ts"
import { finish, hashOn, hashStart, join } from "./hash.ts"
import { Flag, Head, type KnownWords, List, listEnd, listStart } from "./records.ts"

/** Families of features; each is normalised by itself. */
export const families = ["word", "pair", "characters", "concept"] as const
const [wordFamily, pairFamily, characterFamily, conceptFamily] = [0, 1, 2, 3]

const [runWordSeed, pairSeed, runSeed, conceptSeed] = [
  hashOn(hashStart, "w"),
  hashOn(hashStart, "p"),
  hashOn(hashStart, "c"),
  hashOn(hashStart, "b")
]

/**
 * Features of a text, parallel arrays; the same feature may come several times. They go by their hashes, or by
 * their rows in a model; then those that it does not know are left out.
 */
export interface Features {
  /** How many there are; the arrays may be longer. */
  readonly length: number
  readonly numbers: Uint32Array
  readonly family: Uint8Array
}

/** Features with their places in the folded text. */
export interface Surface extends Features {
  readonly start: Int32Array
  readonly end: Int32Array
}

/** A copy that lasts, of the features alone. */
export const lastingFeatures = ({ family, length, numbers }: Features): Features => ({
  length,
  numbers: numbers.slice(0, length),
  family: family.slice(0, length)
})

/** A copy that lasts. */
export const lasting = (surface: Surface): Surface => ({
  ...lastingFeatures(surface),
  start: surface.start.slice(0, surface.length),
  end: surface.end.slice(0, surface.length)
})

/** Most words looked at: more tells nothing new of one statement. */
const mostWords = 600

/** Gathers features; one is used for all texts, and grows with the longest. */
export class FeatureList {
  private numbers = new Uint32Array(1024)
  private family = new Uint8Array(1024)
  private start = new Int32Array(1024)
  private end = new Int32Array(1024)
  private count = 0

  /** Adds a feature by its number; a negative one is not known, and left out. */
  add(number: number, family: number, start: number, end: number): void {
    if (number >= 0) this.put(number, family, start, end)
  }

  /** The same for what is known; numbers above the half of their range may be given as negative ones. */
  put(number: number, family: number, start: number, end: number): void {
    if (this.count === this.numbers.length) this.grow()
    const at = this.count++
    this.numbers[at] = number
    this.family[at] = family
    this.start[at] = start
    this.end[at] = end
  }

  private grow(): void {
    const size = this.count * 2
    const { end, family, numbers, start } = this
    this.numbers = new Uint32Array(size)
    this.numbers.set(numbers)
    this.family = new Uint8Array(size)
    this.family.set(family)
    this.start = new Int32Array(size)
    this.start.set(start)
    this.end = new Int32Array(size)
    this.end.set(end)
  }

  /** What was gathered, until the next text is looked at; the list begins anew. */
  take(): Surface {
    const { count, end, family, numbers, start } = this
    this.count = 0
    return { length: count, numbers, family, start, end }
  }
}

const list = new FeatureList()

/** Number of a feature by its hash; negative when it is not known. */
export type NumberOf = (hash: number) => number

/** Extracts the features of a text; `counts` says which of its words do. */
export const surfaceOf = (
  known: KnownWords,
  concepts: ReadonlyArray<BridgeFind>,
  numberOf: NumberOf,
  counts: ((place: number) => boolean) | null = null
): Surface => {
  for (const { concept, end, start } of concepts) {
    list.add(numberOf(finish(join(conceptSeed, concept, 0))), conceptFamily, start, end)
    // Two concepts together say more than each alone.
    for (const other of concepts) {
      if (other.concept > concept)
        list.add(numberOf(finish(join(conceptSeed, concept, other.concept))), pairFamily, start, end)
    }
  }
  const { data, records, words } = known
  let previous = 0
  let previousStart = -1
  const most = Math.min(words.length, mostWords)
  for (let place = 0; place < most; place++) {
    const word = words[place]
    if (word === undefined || counts?.(place) === false) continue
    const record = records[place] ?? -1
    if (record < 0) {
      runFeatures(word, numberOf)
      previousStart = -1
      continue
    }
    const flags = data[record] ?? 0
    if ((flags & Flag.number) !== 0) {
      previousStart = -1
      continue
    }
    if ((flags & Flag.small) !== 0) continue
    const { end, start } = word
    const hash = data[record + Head.stem] ?? 0
    if ((flags & Flag.stemKnown) !== 0) list.put(data[record + Head.stemFeature] ?? 0, wordFamily, start, end)
    if (previousStart >= 0)
      list.add(numberOf(finish(join(pairSeed, previous, hash))), pairFamily, previousStart, end)
    previous = hash
    previousStart = start
    const last = listEnd(data, record, List.characters)
    for (let at = listStart(data, record, List.characters); at < last; at++)
      list.put(data[at] ?? 0, characterFamily, start, end)
  }
  return list.take()
}

const runFeatures = (word: Word, numberOf: NumberOf): void => {
  const text = simplified(word.text).slice(0, 600)
  for (let at = 0; at < text.length; at++) {
    for (let length = 1; length <= 4 && at + length <= text.length; length++) {
      const family = length <= 2 ? (length === 2 ? wordFamily : characterFamily) : pairFamily
      const seed = length <= 2 ? (length === 2 ? runWordSeed : runSeed) : pairSeed
      const number = numberOf(finish(hashOn(seed, text, at, at + length)))
      list.add(number, family, word.start + at, word.start + at + length)
    }
  }
}
