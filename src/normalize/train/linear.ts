/**
 * Linear models over sparse features, one for each class, trained together.
 *
 * Logistic loss by stochastic gradient with AdaGrad's step for each weight (Duchi, Hazan and Singer,
 * 2011), L2 on the weights in use, and the mean of the last epochs' weights as the result. Single-label
 * problems take the softmax over the classes instead.
 */
import { seeded, shuffled } from "./random.ts"

/** A text as features with values, and the classes it belongs to (weights, 0 for the others). */
export interface Example {
  readonly features: Int32Array
  readonly values: Float32Array
  readonly target: Float32Array
  /** How much the example counts. */
  readonly weight: number
}

export interface LinearOptions {
  readonly classes: number
  readonly features: number
  readonly epochs: number
  readonly rate: number
  /** Strength of L2. */
  readonly decay: number
  /** Share of the features left out of each step, so that no single word carries a class. */
  readonly dropout: number
  readonly loss: "logistic" | "softmax"
  readonly seed: number
}

export interface LinearModel {
  readonly classes: number
  /** Weight of feature f for class c at `f * classes + c`. */
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** Scores of all classes before the logistic function. */
export const linearScores = (
  model: LinearModel,
  features: Int32Array,
  values: Float32Array,
  into = new Float64Array(model.classes)
): Float64Array => {
  const { bias, classes, weights } = model
  for (let label = 0; label < classes; label++) into[label] = bias[label] ?? 0
  for (let index = 0; index < features.length; index++) {
    const row = (features[index] ?? 0) * classes
    const value = values[index] ?? 0
    for (let label = 0; label < classes; label++)
      into[label] = (into[label] ?? 0) + (weights[row + label] ?? 0) * value
  }
  return into
}

/** Trains one model. */
export const trainLinear = (examples: ReadonlyArray<Example>, options: LinearOptions): LinearModel => {
  const { classes, decay, dropout, epochs, features, loss, rate, seed } = options
  const random = seeded(seed)
  const weights = new Float32Array(features * classes)
  const squares = new Float32Array(features * classes).fill(1e-2)
  const sums = new Float32Array(features * classes)
  const bias = new Float32Array(classes)
  const biasSquares = new Float32Array(classes).fill(1)
  const biasSums = new Float32Array(classes)
  const averageFrom = Math.floor(epochs / 2)
  const prior = new Float64Array(classes)
  for (const { target } of examples)
    for (let label = 0; label < classes; label++) prior[label] = (prior[label] ?? 0) + (target[label] ?? 0)
  for (let label = 0; label < classes; label++) {
    const share = ((prior[label] ?? 0) + 0.5) / (examples.length + 1)
    bias[label] = Math.log(share / (1 - share))
  }
  const scores = new Float64Array(classes)
  const labels = new Int32Array(classes)
  const slopes = new Float64Array(classes)
  const kept = { features: new Int32Array(0), values: new Float32Array(0) }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at]
      if (example === undefined) continue
      if (kept.features.length < example.features.length) {
        kept.features = new Int32Array(example.features.length)
        kept.values = new Float32Array(example.features.length)
      }
      let count = 0
      for (let index = 0; index < example.features.length; index++) {
        if (dropout > 0 && random() < dropout) continue
        kept.features[count] = example.features[index] ?? 0
        kept.values[count] = (example.values[index] ?? 0) / (1 - dropout)
        count++
      }
      for (let label = 0; label < classes; label++) scores[label] = bias[label] ?? 0
      for (let index = 0; index < count; index++) {
        const row = (kept.features[index] ?? 0) * classes
        const value = kept.values[index] ?? 0
        for (let label = 0; label < classes; label++)
          scores[label] = (scores[label] ?? 0) + (weights[row + label] ?? 0) * value
      }
      toProbabilities(scores, loss)
      let active = 0
      for (let label = 0; label < classes; label++) {
        const slope = ((scores[label] ?? 0) - (example.target[label] ?? 0)) * example.weight
        if (slope < 0.004 && slope > -0.004) continue
        biasSquares[label] = (biasSquares[label] ?? 0) + slope * slope
        bias[label] = (bias[label] ?? 0) - (0.3 * rate * slope) / Math.sqrt(biasSquares[label] ?? 1)
        labels[active] = label
        slopes[active] = slope
        active++
      }
      // Feature by feature, so that a feature's weights are fetched from memory once.
      for (let index = 0; index < count; index++) {
        const row = (kept.features[index] ?? 0) * classes
        const value = kept.values[index] ?? 0
        for (let at = 0; at < active; at++) {
          const place = row + (labels[at] ?? 0)
          const weight = weights[place] ?? 0
          const gradient = (slopes[at] ?? 0) * value + decay * weight
          const square = (squares[place] ?? 0) + gradient * gradient
          squares[place] = square
          weights[place] = weight - (rate * gradient) / Math.sqrt(square)
        }
      }
    }
    if (epoch >= averageFrom) {
      for (let index = 0; index < weights.length; index++)
        sums[index] = (sums[index] ?? 0) + (weights[index] ?? 0)
      for (let label = 0; label < classes; label++)
        biasSums[label] = (biasSums[label] ?? 0) + (bias[label] ?? 0)
    }
  }
  const rounds = epochs - averageFrom
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) / rounds
  for (let label = 0; label < classes; label++) biasSums[label] = (biasSums[label] ?? 0) / rounds
  return { classes, weights: sums, bias: biasSums }
}

const toProbabilities = (scores: Float64Array, loss: "logistic" | "softmax"): void => {
  if (loss === "logistic") {
    for (let label = 0; label < scores.length; label++)
      scores[label] = 1 / (1 + Math.exp(-(scores[label] ?? 0)))
    return
  }
  let top = -Infinity
  for (const score of scores) if (score > top) top = score
  let sum = 0
  for (let label = 0; label < scores.length; label++) {
    const value = Math.exp((scores[label] ?? 0) - top)
    scores[label] = value
    sum += value
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) / sum
}
