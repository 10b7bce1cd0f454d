/**
 * Analysis: all that the classifier looks at in one text, before any weight.
 */
import { detectLanguage } from "../language/detect.ts"
import { fold, type Folded } from "../language/fold.ts"
import { simplified } from "../language/han.ts"
import { type Word, wordsOf } from "../language/words.ts"
import { WordAffinity } from "./affinity.ts"
import type { Bridge } from "./bridge.ts"
import { kindSurfaceOf } from "./kind-surface.ts"
import { Matcher, type TermMatch } from "./matcher.ts"
import { setAside } from "./scope.ts"
import { fillSignals, signalCount } from "./signals.ts"
import { type Features, type Surface, surfaceOf } from "./surface.ts"
import { type CompiledTerm, sharedNames } from "./vocabulary.ts"
import { List, listEnd, listStart } from "./records.ts"
import { byHash, type FeatureNumbers, WordBook } from "./words.ts"

export interface Analysis {
  readonly folded: Folded
  readonly language: string
  readonly words: ReadonlyArray<Word>
  readonly own: ReadonlyArray<TermMatch>
  readonly foreign: ReadonlyArray<TermMatch>
  /** Signals of each issue, {@link signalCount} each. This and what follows hold until the next text is looked at. */
  readonly signals: Float32Array
  readonly surface: Surface
  readonly kindSurface: Features
}

/** Text beyond this many characters is not looked at: a statement is a passage, not a document. */
export const longestText = 20_000

/** Words of a round, over all languages; at most twice as many are known at the same time. */
const mostKnownWords = 40_000

/** Longest beginning of at most `most` units that does not cut a surrogate pair. */
const headOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, /[\ud800-\udbff]/u.test(text[most - 1] ?? "") ? most - 1 : most)

/** A language made ready: its vocabulary where there is one, and its words. */
interface Prepared {
  readonly matcher: Matcher | null
  readonly affinity: WordAffinity | null
  readonly book: WordBook
}

/**
 * Looks at texts with the vocabularies given; a vocabulary is made ready when its language first comes. Where
 * it is told by which numbers the models know features, it gives those, and leaves out the others.
 */
export class Analyser {
  private readonly prepared = new Map<string, Prepared>()
  private readonly termsOf: (language: string) => Iterable<CompiledTerm> | undefined
  readonly issueCount: number
  private readonly bridge: Bridge
  private readonly numbers: FeatureNumbers
  private readonly affinities: Float64Array
  private readonly signals: Float32Array

  constructor(
    issueCount: number,
    termsOf: (language: string) => Iterable<CompiledTerm> | undefined,
    bridge: Bridge,
    numbers: FeatureNumbers = byHash
  ) {
    this.bridge = bridge
    this.numbers = numbers
    this.issueCount = issueCount
    this.termsOf = termsOf
    this.affinities = new Float64Array(issueCount)
    this.signals = new Float32Array(issueCount * signalCount)
  }

  private prepare(language: string): Prepared {
    const known = this.prepared.get(language)
    if (known !== undefined) {
      let size = 0
      for (const { book } of this.prepared.values()) size += book.size
      if (size > mostKnownWords) for (const { book } of this.prepared.values()) book.age()
      return known
    }
    const terms = this.termsOf(language)
    // Shared names are looked for with the English terms, which are looked for in every text.
    const shared = language === "en" ? this.termsOf(sharedNames) : undefined
    const matcher = terms === undefined ? null : new Matcher(language, terms, shared)
    const affinity = terms === undefined ? null : new WordAffinity(language, terms, this.issueCount)
    const english = language === "en" ? null : this.prepare("en").matcher
    const made = {
      matcher,
      affinity,
      book: new WordBook(language, matcher, english, affinity, this.bridge, this.numbers)
    }
    this.prepared.set(language, made)
    return made
  }

  /** The surface of a text alone, its language known; it holds until the next text is looked at. */
  surface(text: string, language: string): Surface {
    const folded = fold(text)
    const known = this.prepare(language).book.read(wordsOf(folded))
    return surfaceOf(known, this.bridge.find(folded.lower, known, language), this.numbers.issues)
  }

  /** @param stated language where it is known; otherwise it is detected. */
  analyse(text: string, stated?: string): Analysis {
    const folded = fold(headOf(text, longestText))
    const language =
      stated === undefined ? detectLanguage(text, folded.lower).language : (stated.split("-")[0] ?? stated)
    const words = wordsOf(folded)
    const { affinity, book, matcher } = this.prepare(language)
    const english = language === "en" ? null : this.prepare("en").matcher
    const known = book.read(words)
    // What the text says it is not about speaks for no issue.
    const aside = setAside(folded, language)
    const free = ({ end, start }: { start: number; end: number }) =>
      aside.every((stretch) => start >= stretch.end || end <= stretch.start)
    const kept = <Item extends { start: number; end: number }>(items: Array<Item>): Array<Item> =>
      aside.length === 0 ? items : items.filter(free)
    const counts =
      aside.length === 0
        ? null
        : (place: number) => {
            const word = words[place]
            return word !== undefined && free(word)
          }
    const own = matcher === null ? [] : kept(matcher.find(folded, known))
    const foreign: Array<TermMatch> = []
    if (english !== null) {
      for (const match of kept(english.find(folded, known, List.english))) {
        // A name says as much in this language, where it has a vocabulary at all.
        if (match.shared && matcher !== null) own.push({ ...match, index: -1 - match.index })
        else foreign.push(match)
      }
    }
    const scores = this.affinities.fill(0)
    if (affinity !== null) {
      const { data, records } = known
      affinity.begin()
      for (let place = 0; place < words.length; place++) {
        if (counts?.(place) === false) continue
        const record = records[place] ?? -1
        if (record < 0) {
          affinity.addRun(scores, simplified(words[place]?.text ?? ""))
          continue
        }
        const end = listEnd(data, record, List.affinity)
        for (let at = listStart(data, record, List.affinity); at < end; at++)
          affinity.add(scores, data[at] ?? 0)
      }
    }
    fillSignals(this.signals, this.issueCount, own, foreign, scores, folded.lower.length)
    const concepts = kept(this.bridge.find(folded.lower, known, language))
    return {
      folded,
      language,
      words,
      own,
      foreign,
      signals: this.signals,
      surface: surfaceOf(known, concepts, this.numbers.issues, counts),
      kindSurface: kindSurfaceOf(folded, known, language, this.numbers.kinds)
    }
  }
}
