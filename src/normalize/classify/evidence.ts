/**
 * Evidence: the spans of a statement that decided an issue, and the sum behind it.
 */
import type { Evidence } from "../../domain/index.ts"
import { type Folded, originalSpan } from "../language/fold.ts"
import type { Analysis } from "./analyse.ts"
import { contribution, type SparseModel, type Vector } from "./sparse.ts"

/** What one piece of a text adds to the score of an issue, before the logistic function. */
export interface Reason {
  /** `term`: of the vocabulary. `words`: known from labelled statements. */
  readonly source: "term" | "words"
  readonly start: number
  readonly end: number
  readonly text: string
  readonly weight: number
  /** For terms: how the vocabulary files it, as in `indicator 2`. */
  readonly note: string
}

export interface WordPlaces {
  readonly firsts: Int32Array
  readonly lasts: Int32Array
}

/** For a text without features. */
export const noPlaces: WordPlaces = { firsts: new Int32Array(), lasts: new Int32Array() }

/** First and last word that each feature of a vector stands in; the same for all issues. */
export const wordPlaces = ({ surface, words }: Analysis, vector: Vector): WordPlaces => {
  const firsts = new Int32Array(vector.length)
  const lasts = new Int32Array(vector.length)
  let low = 0
  for (let index = 0; index < vector.length; index++) {
    const feature = vector.first[index] ?? 0
    const start = surface.start[feature] ?? 0
    const end = surface.end[feature] ?? 0
    // Features come nearly in order of place: the word is the one before or a few beside it.
    while (low > 0 && (words[low]?.start ?? 0) > start) low--
    while (low + 1 < words.length && (words[low + 1]?.start ?? 0) <= start) low++
    let last = low
    while (last + 1 < words.length && (words[last + 1]?.start ?? 0) < end) last++
    firsts[index] = low
    lasts[index] = last
  }
  return { firsts, lasts }
}

/** Sums of the surface features by the word they stand in. */
const wordWeights = (
  analysis: Analysis,
  model: SparseModel,
  vector: Vector,
  { firsts, lasts }: WordPlaces,
  label: number
): Array<{ start: number; end: number; weight: number }> => {
  const { surface, words } = analysis
  const sums = new Float64Array(words.length)
  for (let index = 0; index < vector.length; index++) {
    const weight = contribution(model, vector, index, label)
    const low = firsts[index] ?? 0
    const last = lasts[index] ?? 0
    // A pair's weight is shared by its words.
    if (last === low) sums[low] = (sums[low] ?? 0) + weight
    else {
      sums[low] = (sums[low] ?? 0) + weight / 2
      sums[last] = (sums[last] ?? 0) + weight / 2
    }
  }
  const found: Array<{ start: number; end: number; weight: number }> = []
  for (const [index, word] of words.entries()) {
    const weight = sums[index] ?? 0
    if (weight > 0 && !word.run) found.push({ start: word.start, end: word.end, weight })
  }
  if (words.some(({ run }) => run)) {
    const places = new Map<string, { start: number; end: number; weight: number }>()
    for (let index = 0; index < vector.length; index++) {
      const feature = vector.first[index] ?? 0
      const start = surface.start[feature] ?? 0
      const end = surface.end[feature] ?? 0
      const weight = contribution(model, vector, index, label)
      if (weight > 0 && end - start >= 2 && end - start <= 4)
        places.set(`${start} ${end}`, { start, end, weight })
    }
    found.push(...places.values())
  }
  return found.sort((a, b) => b.weight - a.weight || a.start - b.start)
}

/** Most words shown besides the terms. */
const mostWords = 3

/** Reasons for an issue, strongest first. */
export const reasonsFor = (
  analysis: Analysis,
  model: SparseModel,
  vector: Vector,
  places: WordPlaces,
  label: number
): Array<Reason> => {
  const { folded } = analysis
  const reasons: Array<Reason> = []
  const taken: Array<readonly [number, number]> = []
  const push = (source: Reason["source"], start: number, end: number, weight: number, note: string) => {
    if (taken.some(([from, to]) => start < to && end > from)) return
    taken.push([start, end])
    const span = originalSpan(folded, start, end)
    reasons.push({ source, ...span, text: folded.original.slice(span.start, span.end), weight, note })
  }
  for (const match of [...analysis.own, ...analysis.foreign].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start
  )) {
    if (match.issue === label) {
      push("term", match.start, match.end, match.strength, `${match.role} ${match.strength}`)
    }
  }
  const terms = reasons.length
  for (const { end, start, weight } of wordWeights(analysis, model, vector, places, label)) {
    if (reasons.length - terms >= mostWords || (terms > 0 && weight < 0.15)) break
    push("words", start, end, weight, "")
  }
  return reasons
}

/** The spans of the reasons in order of place; spans that the same grapheme joins become one. */
export const evidenceOf = (folded: Folded, reasons: ReadonlyArray<Reason>): Array<Evidence> => {
  const spans = reasons
    .map(({ end, start }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const joined: Array<{ start: number; end: number }> = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else joined.push(span)
  }
  return joined.map(({ end, start }) => ({ start, end, text: folded.original.slice(start, end) }))
}
