/**
 * Signals: what the vocabulary says about each issue of a statement, as a few numbers that mean the same
 * in every language. Their weights are shared by all issues and languages, so that a language with few
 * examples lives from its vocabulary.
 */
import type { TermMatch } from "./matcher.ts"
import type { Matcher } from "./matcher.ts"
import type { Word } from "../language/words.ts"
import { functionWordsOf } from "../language/function-words.ts"
import { simplified } from "../language/han.ts"
import { stem } from "../language/stems.ts"

/** The signals, in order. */
export const signalNames = [
  "names, decisive",
  "names, usual",
  "acronyms, decisive",
  "acronyms, usual",
  "loose names",
  "signs, decisive",
  "signs, usual",
  "hints",
  "strongest term",
  "comes early",
  "share of all terms",
  "leads all terms",
  "English terms in another language",
  "words of its terms",
  "leads by words of its terms",
  "covered terms",
  "several different terms"
] as const
export const signalCount = signalNames.length

const roleSignal = ({ role, strength }: TermMatch["term"]): number =>
  role === "acronym"
    ? strength === 3
      ? 2
      : 3
    : role === "hidden"
      ? 4
      : role === "indicator"
        ? strength === 3
          ? 5
          : strength === 2
            ? 6
            : 7
        : strength === 3
          ? 0
          : 1

/** How much each word of the vocabulary speaks for each issue: a spread-out view of its terms. */
export class WordAffinity {
  private readonly weights = new Map<string, ReadonlyArray<readonly [issue: number, weight: number]>>()
  private readonly language: string

  constructor(matcher: Matcher, issueCount: number) {
    this.language = matcher.language
    const small = functionWordsOf(matcher.language)
    const counts = new Map<string, Map<number, number>>()
    const totals = new Float64Array(issueCount)
    for (const { atoms, issue, role, strength } of matcher.terms) {
      const units = atoms.flatMap(({ text }) => unitsOf(text))
      const weight = (role === "indicator" ? 0.8 : 1) * (strength / 2)
      for (const unit of new Set(units)) {
        if (small.has(unit)) continue
        const entry = counts.get(unit) ?? new Map<number, number>()
        counts.set(unit, entry)
        entry.set(issue, (entry.get(issue) ?? 0) + weight / Math.sqrt(units.length))
        totals[issue] = (totals[issue] ?? 0) + 1
      }
    }
    for (const [unit, entry] of counts) {
      let sum = 0
      for (const value of entry.values()) sum += value
      const found: Array<readonly [number, number]> = []
      // Share of the issue in the word, less what chance gives; rare issues are not favoured.
      for (const [issue, value] of entry) {
        const share = value / (sum + 0.5)
        const lift = share - 1.5 / issueCount
        if (lift > 0.02) found.push([issue, lift * Math.min(1, 0.4 + 0.3 * Math.log2(1 + value))])
      }
      if (found.length > 0) this.weights.set(unit, found)
    }
  }

  /** Adds the affinity of each issue for a text. */
  addTo(scores: Float64Array, words: ReadonlyArray<Word>): void {
    const seen = new Set<string>()
    const look = (unit: string) => {
      if (seen.has(unit)) return
      seen.add(unit)
      for (const [issue, weight] of this.weights.get(unit) ?? [])
        scores[issue] = (scores[issue] ?? 0) + weight
    }
    for (const word of words) {
      if (word.run) for (const unit of unitsOf(simplified(word.text))) look(unit)
      else if (word.text.length <= 60) {
        look(stem(word.text, this.language))
        if (word.cased !== word.text) look(`=${word.cased}`)
      }
    }
  }
}

/** Units of an atom: itself, or pairs of characters in Chinese and Japanese. */
const unitsOf = (text: string): Array<string> => {
  if (!/[一-鿿ぁ-ヺ]/u.test(text)) return [text.replace(/\*$/u, "")]
  const units: Array<string> = []
  for (let at = 0; at + 2 <= text.length; at++) units.push(text.slice(at, at + 2))
  return units
}

/**
 * Fills `signals` (issue after issue, {@link signalCount} each) from the matches.
 *
 * @param own matches of the text's own language. @param foreign matches of English terms in another language.
 */
export const fillSignals = (
  signals: Float32Array,
  issueCount: number,
  own: ReadonlyArray<TermMatch>,
  foreign: ReadonlyArray<TermMatch>,
  affinity: Float64Array,
  length: number
): void => {
  signals.fill(0)
  const total = new Float64Array(issueCount)
  const seen = new Set<number>()
  const kinds = new Float64Array(issueCount)
  let sum = 0
  for (const match of own) {
    const { issue, strength } = match.term
    const base = issue * signalCount
    if (match.covered) {
      signals[base + 15] = (signals[base + 15] ?? 0) + strength / 3
      continue
    }
    if (seen.has(match.index)) continue
    seen.add(match.index)
    const place = base + roleSignal(match.term)
    signals[place] = (signals[place] ?? 0) + 1
    signals[base + 8] = Math.max(signals[base + 8] ?? 0, strength / 3)
    signals[base + 9] = Math.max(signals[base + 9] ?? 0, 1 - match.start / Math.max(1, length))
    kinds[issue] = (kinds[issue] ?? 0) + 1
    total[issue] = (total[issue] ?? 0) + strength
    sum += strength
  }
  for (const match of foreign) {
    const place = match.term.issue * signalCount + 12
    if (match.term.strength >= 2) signals[place] = (signals[place] ?? 0) + match.term.strength / 3
  }
  let best = 0
  let bestAffinity = 0
  for (let issue = 0; issue < issueCount; issue++) {
    best = Math.max(best, total[issue] ?? 0)
    bestAffinity = Math.max(bestAffinity, affinity[issue] ?? 0)
  }
  for (let issue = 0; issue < issueCount; issue++) {
    const base = issue * signalCount
    for (let signal = 0; signal < 8; signal++) {
      const value = signals[base + signal] ?? 0
      if (value > 0) signals[base + signal] = Math.log2(1 + value)
    }
    signals[base + 10] = sum > 0 ? (total[issue] ?? 0) / sum : 0
    signals[base + 11] = best > 0 && total[issue] === best ? 1 : 0
    signals[base + 12] = Math.log2(1 + (signals[base + 12] ?? 0))
    signals[base + 13] = Math.log2(1 + (affinity[issue] ?? 0))
    signals[base + 14] = bestAffinity > 0 ? (affinity[issue] ?? 0) / bestAffinity : 0
    signals[base + 15] = Math.log2(1 + (signals[base + 15] ?? 0))
    signals[base + 16] = (kinds[issue] ?? 0) >= 2 ? 1 : 0
  }
}
