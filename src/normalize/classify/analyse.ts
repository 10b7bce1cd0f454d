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
import { type KnownFeature, WordBook, type WordEntry } from "./words.ts"

export interface Analysis {
  readonly folded: Folded
  readonly language: string
  readonly words: ReadonlyArray<Word>
  readonly own: ReadonlyArray<TermMatch>
  readonly foreign: ReadonlyArray<TermMatch>
  /** Signals of each issue, {@link signalCount} each. */
  readonly signals: Float32Array
  /** Both hold until the next text is looked at. */
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
 * it is told which features the models know, it leaves out others inside words.
 */
export class Analyser {
  private readonly prepared = new Map<string, Prepared>()
  private readonly termsOf: (language: string) => Iterable<CompiledTerm> | undefined
  readonly issueCount: number
  private readonly bridge: Bridge
  private readonly knows: KnownFeature | undefined
  private readonly affinities: Float64Array

  constructor(
    issueCount: number,
    termsOf: (language: string) => Iterable<CompiledTerm> | undefined,
    bridge: Bridge,
    knows?: KnownFeature
  ) {
    this.bridge = bridge
    this.knows = knows
    this.issueCount = issueCount
    this.termsOf = termsOf
    this.affinities = new Float64Array(issueCount)
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
      book: new WordBook(language, matcher, english, affinity, this.bridge, this.knows)
    }
    this.prepared.set(language, made)
    return made
  }

  /** What is known of each word of a text; nothing of runs of scripts without spaces. */
  private entriesOf(words: ReadonlyArray<Word>, book: WordBook): ReadonlyArray<WordEntry | undefined> {
    return words.map((word) => (word.run ? undefined : book.entryOf(word)))
  }

  /** The surface of a text alone, its language known; it holds until the next text is looked at. */
  surface(text: string, language: string): Surface {
    const folded = fold(text)
    const words = wordsOf(folded)
    const entries = this.entriesOf(words, this.prepare(language).book)
    const known = (place: number) => entries[place]
    return surfaceOf(words, known, this.bridge.find(folded.lower, words, known, language))
  }

  /** @param stated language where it is known; otherwise it is detected. */
  analyse(text: string, stated?: string): Analysis {
    const folded = fold(headOf(text, longestText))
    const language =
      stated === undefined ? detectLanguage(text, folded.lower).language : (stated.split("-")[0] ?? stated)
    const words = wordsOf(folded)
    const { affinity, book, matcher } = this.prepare(language)
    const english = language === "en" ? null : this.prepare("en").matcher
    const entries = this.entriesOf(words, book)
    const known = (place: number) => entries[place]
    // What the text says it is not about speaks for no issue.
    const aside = setAside(folded, language)
    const free = ({ end, start }: { start: number; end: number }) =>
      aside.every((stretch) => start >= stretch.end || end <= stretch.start)
    const kept = <Item extends { start: number; end: number }>(items: Array<Item>): Array<Item> =>
      aside.length === 0 ? items : items.filter(free)
    const counts = (place: number) => {
      const word = words[place]
      return aside.length === 0 || (word !== undefined && free(word))
    }
    const own = matcher === null ? [] : kept(matcher.find(folded, words, (place) => entries[place]?.own))
    const foreign: Array<TermMatch> = []
    for (const match of english?.find(folded, words, (place) => entries[place]?.english) ?? []) {
      if (!free(match)) continue
      // A name says as much in this language, where it has a vocabulary at all.
      if (match.shared && matcher !== null) own.push({ ...match, index: -1 - match.index })
      else foreign.push(match)
    }
    const scores = this.affinities.fill(0)
    if (affinity !== null) {
      affinity.begin()
      for (let place = 0; place < words.length; place++) {
        if (!counts(place)) continue
        const entry = entries[place]
        if (entry === undefined) affinity.addRun(scores, simplified(words[place]?.text ?? ""))
        else for (const unit of entry.affinity) affinity.add(scores, unit)
      }
    }
    const signals = new Float32Array(this.issueCount * signalCount)
    fillSignals(signals, this.issueCount, own, foreign, scores, folded.lower.length)
    const concepts = kept(this.bridge.find(folded.lower, words, known, language))
    return {
      folded,
      language,
      words,
      own,
      foreign,
      signals,
      surface: surfaceOf(words, known, concepts, counts),
      kindSurface: kindSurfaceOf(folded, words, known, language)
    }
  }
}
