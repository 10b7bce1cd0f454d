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
import type { WordEntry } from "./words.ts"

/** Families of features; each is normalised by itself. */
export const families = ["word", "pair", "characters", "concept"] as const
const [wordFamily, pairFamily, characterFamily, conceptFamily] = [0, 1, 2, 3]

const [runWordSeed, pairSeed, runSeed, conceptSeed] = [
  hashOn(hashStart, "w"),
  hashOn(hashStart, "p"),
  hashOn(hashStart, "c"),
  hashOn(hashStart, "b")
]

/** Features of a text, parallel arrays; the same feature may come several times. */
export interface Features {
  readonly hashes: Uint32Array
  readonly family: Uint8Array
}

/** Features with their places in the folded text. */
export interface Surface extends Features {
  readonly start: Int32Array
  readonly end: Int32Array
}

/** A copy that lasts. */
export const lasting = (surface: Surface): Surface => ({
  hashes: surface.hashes.slice(),
  family: surface.family.slice(),
  start: surface.start.slice(),
  end: surface.end.slice()
})

/** Most words looked at: more tells nothing new of one statement. */
const mostWords = 600

/** Gathers features; one is used for all texts, and grows with the longest. */
export class FeatureList {
  private hashes = new Uint32Array(1024)
  private family = new Uint8Array(1024)
  private start = new Int32Array(1024)
  private end = new Int32Array(1024)
  private count = 0

  add(hash: number, family: number, start: number, end: number): void {
    if (this.count === this.hashes.length) this.grow()
    const at = this.count++
    this.hashes[at] = hash
    this.family[at] = family
    this.start[at] = start
    this.end[at] = end
  }

  private grow(): void {
    const size = this.count * 2
    const [hashes, family, start, end] = [this.hashes, this.family, this.start, this.end]
    this.hashes = new Uint32Array(size)
    this.hashes.set(hashes)
    this.family = new Uint8Array(size)
    this.family.set(family)
    this.start = new Int32Array(size)
    this.start.set(start)
    this.end = new Int32Array(size)
    this.end.set(end)
  }

  /** What was gathered, without places, until the next text is looked at; the list begins anew. */
  takeFeatures(): Features {
    const { count, family, hashes } = this
    this.count = 0
    return { hashes: hashes.subarray(0, count), family: family.subarray(0, count) }
  }

  /** What was gathered, until the next text is looked at; the list begins anew. */
  take(): Surface {
    const { count, end, start } = this
    return { ...this.takeFeatures(), start: start.subarray(0, count), end: end.subarray(0, count) }
  }
}

const list = new FeatureList()

/**
 * Extracts the features of a text.
 *
 * @param known what is known of the word at a place; undefined for runs of scripts without spaces.
 */
export const surfaceOf = (
  words: ReadonlyArray<Word>,
  known: (place: number) => WordEntry | undefined,
  concepts: ReadonlyArray<BridgeFind>,
  counts: (place: number) => boolean = () => true
): Surface => {
  for (const { concept, end, start } of concepts) {
    list.add(finish(join(conceptSeed, concept, 0)), conceptFamily, start, end)
    // Two concepts together say more than each alone.
    for (const other of concepts) {
      if (other.concept > concept)
        list.add(finish(join(conceptSeed, concept, other.concept)), pairFamily, start, end)
    }
  }
  let previous = 0
  let previousStart = -1
  const most = Math.min(words.length, mostWords)
  for (let place = 0; place < most; place++) {
    const word = words[place]
    if (word === undefined || !counts(place)) continue
    const entry = known(place)
    if (entry === undefined) {
      runFeatures(word)
      previousStart = -1
      continue
    }
    if (entry.number) {
      previousStart = -1
      continue
    }
    if (entry.small) continue
    const { end, start } = word
    list.add(entry.hash, wordFamily, start, end)
    if (previousStart >= 0)
      list.add(finish(join(pairSeed, previous, entry.hash)), pairFamily, previousStart, end)
    previous = entry.hash
    previousStart = start
    for (const hash of entry.characters) list.add(hash, characterFamily, start, end)
  }
  return list.take()
}

const runFeatures = (word: Word): void => {
  const text = simplified(word.text).slice(0, 600)
  for (let at = 0; at < text.length; at++) {
    for (let length = 1; length <= 4 && at + length <= text.length; length++) {
      const family = length <= 2 ? (length === 2 ? wordFamily : characterFamily) : pairFamily
      const seed = length <= 2 ? (length === 2 ? runWordSeed : runSeed) : pairSeed
      list.add(finish(hashOn(seed, text, at, at + length)), family, word.start + at, word.start + at + length)
    }
  }
}
