/**
 * Signals: what the vocabulary says about each issue of a statement, as a few numbers that mean the same
 * in every language. Their weights are shared by all issues and languages, so that a language with few
 * examples lives from its vocabulary.
 */
import type { TermMatch } from "./matcher.ts"

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

const roleSignal = ({ role, strength }: TermMatch): number =>
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
    const { issue, strength } = match
    const base = issue * signalCount
    if (match.covered) {
      signals[base + 15] = (signals[base + 15] ?? 0) + strength / 3
      continue
    }
    if (seen.has(match.index)) continue
    seen.add(match.index)
    const place = base + roleSignal(match)
    signals[place] = (signals[place] ?? 0) + 1
    signals[base + 8] = Math.max(signals[base + 8] ?? 0, strength / 3)
    signals[base + 9] = Math.max(signals[base + 9] ?? 0, 1 - match.start / Math.max(1, length))
    kinds[issue] = (kinds[issue] ?? 0) + 1
    total[issue] = (total[issue] ?? 0) + strength
    sum += strength
  }
  for (const match of foreign) {
    const place = match.issue * signalCount + 12
    if (match.strength >= 2) signals[place] = (signals[place] ?? 0) + match.strength / 3
  }
  let best = 0
  let bestAffinity = 0
  for (let issue = 0; issue < issueCount; issue++) {
    best = Math.max(best, total[issue] ?? 0)
    bestAffinity = Math.max(bestAffinity, affinity[issue] ?? 0)
  }
  for (let issue = 0; issue < issueCount; issue++) {
    const base = issue * signalCount
    const spoken =
      (total[issue] ?? 0) + (affinity[issue] ?? 0) + (signals[base + 12] ?? 0) + (signals[base + 15] ?? 0)
    // Of most issues nothing is said.
    if (spoken === 0) continue
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

/** Whether the vocabulary says nothing of the issue whose signals begin at a place: all of them are 0. */
export const isSilent = (signals: Float32Array, base: number): boolean =>
  signals[base + 10] === 0 && signals[base + 12] === 0 && signals[base + 13] === 0 && signals[base + 15] === 0
