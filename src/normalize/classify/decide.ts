/**
 * From scores to labels: the two views of a text (vocabulary and surface) are joined, each issue is seen
 * beside the others of the same text, and the result is a probability that was fitted on texts whose
 * initiatives the models had not seen.
 */
import { isSilent, signalCount } from "./signals.ts"

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
  /** See {@link candidates}. */
  readonly ranks: ReadonlyArray<number>
  /** Smallest probability of a second and of a third issue. */
  readonly thresholds: readonly [number, number]
}

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** Score of each issue by the vocabulary. */
export const signalScores = (model: SignalModel, signals: Float32Array): Float64Array => {
  const scores = new Float64Array(model.bias)
  for (let issue = 0; issue < scores.length; issue++) {
    const base = issue * signalCount
    if (isSilent(signals, base)) continue
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

/** The scores of all issues for one text. */
export interface Scores {
  /** The joined score, with what headings and title add. */
  readonly joined: Float64Array
  readonly vocabulary: Float64Array
  readonly surface: Float64Array
  /** Signals of the vocabulary, {@link signalCount} an issue. */
  readonly signals: Float32Array
}

/** Features of an issue beside the others before the signals, see {@link candidates}. */
const rankFeatureNames = [
  "constant",
  "joined score",
  "is first",
  "is second",
  "is third",
  "is fifth or later",
  "behind the first",
  "behind the one before",
  "share of all scores",
  "goes with the first",
  "goes with the other likely ones",
  "is frequent",
  "vocabulary",
  "surface",
  "behind the best by vocabulary",
  "behind the best by surface",
  "how many are likely"
] as const

export const rankFeatureCount = rankFeatureNames.length + signalCount

/** The issues of a text in order of joined score (best first, ties by order of the taxonomy). */
export const order = (scores: Float64Array): Array<number> =>
  Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)

/** How many of the best issues are looked at. */
export const considered = 10

/** The first of {@link order}, without ordering the rest. */
const best = (scores: Float64Array, count: number): Array<number> => {
  const found: Array<number> = []
  for (let issue = 0; issue < scores.length; issue++) {
    const score = scores[issue] ?? 0
    if (found.length === count && score <= (scores[found[count - 1] ?? 0] ?? 0)) continue
    let place = found.length
    while (place > 0 && (scores[found[place - 1] ?? 0] ?? 0) < score) place--
    found.splice(place, 0, issue)
    if (found.length > count) found.pop()
  }
  return found
}

const largest = (values: Float64Array): number => {
  let most = -Infinity
  for (const value of values) if (value > most) most = value
  return most
}

/**
 * What is known of the best issues of a text when all are seen together: the features named above, then
 * the signals.
 *
 * @param lift log lift of issue b beside issue a at `a * issues + b`; on the diagonal the log of how much
 *   oftener than the mean the issue stands.
 */
export const candidates = (
  { joined, signals, surface, vocabulary }: Scores,
  lift: Float32Array
): Array<{ readonly issue: number; readonly features: ReadonlyArray<number> }> => {
  const count = joined.length
  const ranked = best(joined, considered)
  const chances = joined.map(logistic)
  let sum = 0
  for (const chance of chances) sum += chance
  const first = ranked[0] ?? 0
  const top = joined[first] ?? 0
  const bestVocabulary = largest(vocabulary)
  const bestSurface = largest(surface)
  return ranked.map((issue, rank) => {
    const score = joined[issue] ?? 0
    let company = 0
    for (let other = 0; other < count; other++)
      if (other !== issue) company += (chances[other] ?? 0) * (lift[other * count + issue] ?? 0)
    // A plain array: small typed arrays cost more to make than to use.
    const features = [
      1,
      score,
      rank === 0 ? 1 : 0,
      rank === 1 ? 1 : 0,
      rank === 2 ? 1 : 0,
      rank >= 4 ? 1 : 0,
      score - top,
      score - (joined[ranked[Math.max(0, rank - 1)] ?? 0] ?? 0),
      (chances[issue] ?? 0) / sum,
      rank === 0 ? 0 : (lift[first * count + issue] ?? 0),
      company,
      lift[issue * count + issue] ?? 0,
      vocabulary[issue] ?? 0,
      surface[issue] ?? 0,
      (vocabulary[issue] ?? 0) - bestVocabulary,
      (surface[issue] ?? 0) - bestSurface,
      sum
    ]
    const base = issue * signalCount
    for (let signal = 0; signal < signalCount; signal++) features.push(signals[base + signal] ?? 0)
    return { issue, features }
  })
}

export const dot = (weights: ReadonlyArray<number>, features: ArrayLike<number>): number => {
  let sum = 0
  for (let index = 0; index < features.length; index++) sum += (weights[index] ?? 0) * (features[index] ?? 0)
  return sum
}

/**
 * Least probability of the first issue. What would be wrong four times in five is better left unsaid: "no
 * issue" is an answer, and a reader loses trust by a wrong label sooner than by a missing one.
 */
const leastFirst = 0.2

/** Issues with probability, best first; at most three, by the thresholds; none when even the best is unlikely. */
export const decide = (
  joiner: Pick<Joiner, "ranks" | "thresholds">,
  scores: Scores,
  lift: Float32Array
): Array<{ readonly issue: number; readonly score: number }> => {
  const ranked = candidates(scores, lift)
    .map(({ features, issue }) => ({ issue, score: logistic(dot(joiner.ranks, features)) }))
    .sort((a, b) => b.score - a.score || a.issue - b.issue)
  const [second, third] = joiner.thresholds
  return ranked
    .slice(0, 3)
    .filter(({ score }, place) => score >= (place === 0 ? leastFirst : place === 1 ? second : third))
}
