/**
 * From scores to labels: the two views of a text (vocabulary and surface) are joined, each issue is seen
 * beside the others of the same text, and the result is a probability that was fitted on texts whose
 * initiatives the models had not seen.
 */
import { signalCount } from "./signals.ts"

/** Weights of the vocabulary's signals, shared by all issues. */
export interface SignalModel {
  readonly weights: ReadonlyArray<number>
  /** Per issue. */
  readonly bias: ReadonlyArray<number>
}

/** Weights that join the views. */
export interface Joiner {
  /** Constant, vocabulary score, surface score. */
  readonly views: ReadonlyArray<number>
  /** See {@link rankFeatures}. */
  readonly ranks: ReadonlyArray<number>
  /** Smallest probability of a second and of a third issue. */
  readonly thresholds: readonly [number, number]
}

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** Score of each issue by the vocabulary. */
export const signalScores = (model: SignalModel, signals: Float32Array): Float64Array => {
  const scores = Float64Array.from(model.bias)
  for (let issue = 0; issue < scores.length; issue++) {
    const base = issue * signalCount
    let sum = scores[issue] ?? 0
    for (let signal = 0; signal < signalCount; signal++) {
      const value = signals[base + signal] ?? 0
      if (value !== 0) sum += value * (model.weights[signal] ?? 0)
    }
    scores[issue] = sum
  }
  return scores
}

/** Joins the scores of the two views, issue by issue. */
export const joinViews = (
  views: ReadonlyArray<number>,
  vocabulary: Float64Array,
  surface: Float64Array
): Float64Array => {
  const [constant = 0, first = 0, second = 0] = views
  return vocabulary.map((score, issue) => constant + first * score + second * (surface[issue] ?? 0))
}

export const rankFeatureCount = 10

/**
 * What is known of an issue when all issues of the text are seen together: its joined score, its rank, how
 * far it stands behind the first and behind the one before it, its share, and how often it goes with the
 * first (log lift).
 */
export const rankFeatures = (
  score: number,
  rank: number,
  top: number,
  before: number,
  share: number,
  lift: number
): Array<number> => [
  1,
  score,
  rank === 0 ? 1 : 0,
  rank === 1 ? 1 : 0,
  rank === 2 ? 1 : 0,
  rank >= 4 ? 1 : 0,
  score - top,
  score - before,
  share,
  rank === 0 ? 0 : lift
]

/** The issues of a text in order of joined score (best first, ties by order of the taxonomy). */
export const order = (scores: Float64Array): Array<number> =>
  Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)

/** How many of the best issues are looked at. */
export const considered = 8

/**
 * Rank features of the best issues of a text.
 *
 * @param lift log lift of issue b beside issue a at `a * issues + b`.
 */
export const candidates = (
  scores: Float64Array,
  lift: Float32Array
): Array<{ readonly issue: number; readonly features: Array<number> }> => {
  const ranked = order(scores)
  let sum = 0
  for (const score of scores) sum += logistic(score)
  const first = ranked[0] ?? 0
  const top = scores[first] ?? 0
  return ranked.slice(0, considered).map((issue, rank) => {
    const score = scores[issue] ?? 0
    const before = scores[ranked[Math.max(0, rank - 1)] ?? 0] ?? 0
    return {
      issue,
      features: rankFeatures(
        score,
        rank,
        top,
        before,
        logistic(score) / sum,
        lift[first * scores.length + issue] ?? 0
      )
    }
  })
}

export const dot = (weights: ReadonlyArray<number>, features: ReadonlyArray<number>): number => {
  let sum = 0
  for (let index = 0; index < features.length; index++) sum += (weights[index] ?? 0) * (features[index] ?? 0)
  return sum
}

/** Issues with probability, best first; at most three, by the thresholds. */
export const decide = (
  joiner: Pick<Joiner, "ranks" | "thresholds">,
  scores: Float64Array,
  lift: Float32Array
): Array<{ readonly issue: number; readonly score: number }> => {
  const ranked = candidates(scores, lift)
    .map(({ features, issue }) => ({ issue, score: logistic(dot(joiner.ranks, features)) }))
    .sort((a, b) => b.score - a.score || a.issue - b.issue)
  const [second, third] = joiner.thresholds
  return ranked
    .slice(0, 3)
    .filter(({ score }, place) => place === 0 || score >= (place === 1 ? second : third))
}
