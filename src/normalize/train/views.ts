/**
 * Training of the views that the classifier joins: the vocabulary's signals, the surface of the text, and
 * the kind. Used on all texts for the shipped model, and on all but some initiatives for calibration.
 */
import type { SignalModel } from "../classify/decide.ts"
import { signalCount } from "../classify/signals.ts"
import { lastingVector, RowIndex, type SparseModel } from "../classify/sparse.ts"
import type { Features, Surface } from "../classify/surface.ts"
import { chooseFeatures } from "./features.ts"
import { type Example, trainLinear } from "./linear.ts"
import { fitLogistic } from "./logistic.ts"

/** A labelled statement, looked at. */
export interface Sample {
  readonly id: string
  readonly initiative: string
  /** Name of the hand that wrote it. */
  readonly hand: string
  readonly language: string
  readonly text: string
  /** Indices in the taxonomy, in order of importance. */
  readonly issues: ReadonlyArray<number>
  readonly kind: number
  readonly boilerplate: boolean
  readonly signals: Float32Array
  readonly surface: Surface
  readonly kindSurface: Features
}

/** A term of the vocabulary as a very short text about its issue. */
export interface TermSample {
  readonly issue: number
  readonly surface: Surface
  readonly weight: number
}

/** Settings found by cross-validation over initiatives. */
export const settings = {
  issueFamilies: [1, 0.6, 1, 1],
  kindFamilies: [1, 1, 0.7, 0.7, 1],
  leastTexts: 2,
  termWeight: 0.3,
  termCount: 0.5,
  /**
   * What a first, second and third issue is worth as a target, and one that nobody gave: people differ on
   * the later ones, and some are given by nobody but right.
   */
  places: [0.95, 0.85, 0.75],
  unsaid: 0.01,
  /** Trainings whose mean is taken. */
  rounds: 3,
  epochs: 10,
  rate: 0.3,
  decay: 1e-4,
  dropout: 0.3,
  kindEpochs: 12,
  kindRounds: 3,
  kindDropout: 0.2,
  /** How much the rarity of a kind weighs: 0 not at all, 1 in full. */
  kindBalance: 0.3,
  seed: 20_251
}

const target = (classes: number, labels: ReadonlyArray<number>): Float32Array => {
  const values = new Float32Array(classes)
  for (const label of labels) values[label] = 1
  return values
}

const mean = (arrays: ReadonlyArray<Float32Array>): Float32Array =>
  Float32Array.from(
    arrays[0] ?? [],
    (_, at) => arrays.reduce((sum, array) => sum + (array[at] ?? 0), 0) / arrays.length
  )

/** The surface view of the issues. */
export const trainIssueSurface = (
  samples: ReadonlyArray<Sample>,
  terms: ReadonlyArray<TermSample>,
  issueCount: number
): SparseModel => {
  const base = chooseFeatures(
    [
      ...samples.map(({ surface }) => ({ surface, weight: 1 })),
      ...terms.map(({ surface }) => ({ surface, weight: settings.termCount }))
    ],
    settings.leastTexts,
    settings.issueFamilies
  )
  const index = new RowIndex(base)
  const vectors = [...samples, ...terms].map(({ surface }) => lastingVector(index.vectorOf(surface)))
  const labels = [...samples.map(({ issues }) => issues), ...terms.map(({ issue }) => [issue])]
  const weights = [...samples.map(() => 1), ...terms.map(({ weight }) => settings.termWeight * weight)]
  const examples: ReadonlyArray<Example> = vectors.map(({ rows, values }, at) => {
    const wanted = new Float32Array(issueCount).fill(settings.unsaid)
    for (const [place, issue] of (labels[at] ?? []).entries()) wanted[issue] = settings.places[place] ?? 0
    return { features: rows, values, target: wanted, weight: weights[at] ?? 0 }
  })
  const models = Array.from({ length: settings.rounds }, (_, round) =>
    trainLinear(examples, {
      classes: issueCount,
      features: base.hashes.length,
      epochs: settings.epochs,
      rate: settings.rate,
      decay: settings.decay,
      dropout: settings.dropout,
      loss: "logistic",
      seed: settings.seed + round
    })
  )
  // The mean of several orders of training is steadier than each of them.
  return {
    ...base,
    classes: issueCount,
    bias: mean(models.map(({ bias }) => bias)),
    weights: mean(models.map(({ weights }) => weights)),
    scale: new Float32Array(base.hashes.length).fill(1)
  }
}

/** The kind of a statement. */
export const trainKind = (samples: ReadonlyArray<Sample>, kindCount: number): SparseModel => {
  const base = chooseFeatures(
    samples.map(({ kindSurface }) => ({ surface: kindSurface, weight: 1 })),
    settings.leastTexts,
    settings.kindFamilies
  )
  const index = new RowIndex(base)
  const counts = new Float64Array(kindCount)
  for (const { kind } of samples) counts[kind] = (counts[kind] ?? 0) + 1
  const examples = samples.map(({ kind, kindSurface }) => {
    const { rows, values } = lastingVector(index.vectorOf(kindSurface))
    const share = (counts[kind] ?? 0) / samples.length
    const weight = (1 / (kindCount * share)) ** settings.kindBalance
    return { features: rows, values, target: target(kindCount, [kind]), weight }
  })
  const models = Array.from({ length: settings.kindRounds }, (_, round) =>
    trainLinear(examples, {
      classes: kindCount,
      features: base.hashes.length,
      epochs: settings.kindEpochs,
      rate: settings.rate,
      decay: settings.decay,
      dropout: settings.kindDropout,
      loss: "softmax",
      seed: settings.seed + round
    })
  )
  return {
    ...base,
    classes: kindCount,
    bias: mean(models.map(({ bias }) => bias)),
    weights: mean(models.map(({ weights }) => weights)),
    scale: new Float32Array(base.hashes.length).fill(1)
  }
}

/** The vocabulary's view: one weight a signal, the same for all issues, and a constant for each issue. */
export const trainSignals = (samples: ReadonlyArray<Sample>, issueCount: number): SignalModel => {
  const observations: Array<{ features: ReadonlyArray<number>; outcome: number }> = []
  for (const { boilerplate, issues, signals } of samples) {
    if (boilerplate) continue
    for (let issue = 0; issue < issueCount; issue++) {
      const features = [1, ...signals.subarray(issue * signalCount, (issue + 1) * signalCount)]
      const outcome = issues.includes(issue) ? 1 : 0
      // Where the vocabulary is silent the constant alone speaks; one in six of those is enough to learn it.
      if (
        outcome === 0 &&
        features.every((value, at) => at === 0 || value === 0) &&
        (observations.length + issue) % 6 !== 0
      )
        continue
      observations.push({ features, outcome })
    }
  }
  const [constant = 0, ...weights] = fitLogistic(observations, signalCount + 1, 1)
  return { weights, bias: Array.from({ length: issueCount }, () => constant) }
}
