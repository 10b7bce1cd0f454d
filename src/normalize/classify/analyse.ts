/**
 * Analysis: all that the classifier looks at in one text, before any weight.
 */
import { detectLanguage } from "../language/detect.ts"
import { fold, type Folded } from "../language/fold.ts"
import { type Word, wordsOf } from "../language/words.ts"
import type { Bridge } from "./bridge.ts"
import { Matcher, type TermMatch } from "./matcher.ts"
import { setAside } from "./scope.ts"
import { fillSignals, signalCount, WordAffinity } from "./signals.ts"
import { type Surface, surfaceOf } from "./surface.ts"
import type { CompiledTerm } from "./vocabulary.ts"

export interface Analysis {
  readonly folded: Folded
  readonly language: string
  readonly words: ReadonlyArray<Word>
  readonly own: ReadonlyArray<TermMatch>
  readonly foreign: ReadonlyArray<TermMatch>
  /** Signals of each issue, {@link signalCount} each. */
  readonly signals: Float32Array
  readonly surface: Surface
}

/** Text beyond this many characters is not looked at: a statement is a passage, not a document. */
export const longestText = 20_000

/** Longest beginning of at most `most` units that does not cut a surrogate pair. */
const headOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, /[\ud800-\udbff]/u.test(text[most - 1] ?? "") ? most - 1 : most)

/** Looks at texts with the vocabularies given; a vocabulary is made ready when its language first comes. */
export class Analyser {
  private readonly prepared = new Map<string, { matcher: Matcher; affinity: WordAffinity } | null>()
  private readonly termsOf: (language: string) => ReadonlyArray<CompiledTerm> | undefined
  readonly issueCount: number
  private readonly bridge: Bridge

  constructor(
    issueCount: number,
    termsOf: (language: string) => ReadonlyArray<CompiledTerm> | undefined,
    bridge: Bridge
  ) {
    this.bridge = bridge
    this.issueCount = issueCount
    this.termsOf = termsOf
  }

  private vocabulary(language: string) {
    const known = this.prepared.get(language)
    if (known !== undefined) return known
    const terms = this.termsOf(language)
    if (terms === undefined) {
      this.prepared.set(language, null)
      return null
    }
    const matcher = new Matcher(language, terms)
    const made = { matcher, affinity: new WordAffinity(matcher, this.issueCount) }
    this.prepared.set(language, made)
    return made
  }

  /** @param stated language where it is known; otherwise it is detected. */
  analyse(text: string, stated?: string): Analysis {
    const folded = fold(headOf(text, longestText))
    const language = stated === undefined ? detectLanguage(text).language : (stated.split("-")[0] ?? stated)
    const words = wordsOf(folded)
    const vocabulary = this.vocabulary(language)
    const english = language === "en" ? null : this.vocabulary("en")
    // What the text says it is not about speaks for no issue.
    const aside = setAside(folded, language)
    const free = ({ end, start }: { start: number; end: number }) =>
      aside.every((stretch) => start >= stretch.end || end <= stretch.start)
    const freeWords = aside.length === 0 ? words : words.filter(free)
    const matchesOf = ({ matcher }: { matcher: Matcher }) => {
      const matches = matcher.find(folded, words)
      return aside.length === 0 ? matches : matches.filter(free)
    }
    const own = vocabulary === null ? [] : matchesOf(vocabulary)
    // In scripts other than Latin only the Latin words can be English: the others cost no time.
    const foreign = english === null ? [] : matchesOf(english)
    const affinity = new Float64Array(this.issueCount)
    vocabulary?.affinity.addTo(affinity, freeWords)
    const signals = new Float32Array(this.issueCount * signalCount)
    fillSignals(signals, this.issueCount, own, foreign, affinity, folded.lower.length)
    const concepts = this.bridge.find(folded.lower, words, language).filter(free)
    return {
      folded,
      language,
      words,
      own,
      foreign,
      signals,
      surface: surfaceOf(freeWords, language, concepts)
    }
  }
}
