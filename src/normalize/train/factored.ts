/**
 * A linear model whose classes share what they learn: each feature is a point in a small space, each class
 * a direction in it, so that words of the same theme help each other and issues that go together are
 * learned together. The softmax over the classes makes the issues of a text compete.
 *
 * Its product is again one weight for each feature and class, so that it adds to another linear model
 * without any cost to the classifier. Stochastic gradient, AdaGrad with one step size a feature.
 */
import type { Example, LinearModel } from "./linear.ts"
import { seeded, shuffled } from "./random.ts"

export interface FactoredOptions {
  readonly classes: number
  readonly features: number
  /** Dimensions of the space. */
  readonly size: number
  readonly epochs: number
  readonly rate: number
  /** Share of the features left out of each step. */
  readonly dropout: number
  readonly seed: number
}

/** Trains one model; texts without a class teach it nothing. */
export const trainFactored = (examples: ReadonlyArray<Example>, options: FactoredOptions): LinearModel => {
  const { classes, dropout, epochs, features, rate, seed, size } = options
  const random = seeded(seed)
  const points = new Float32Array(features * size)
  const pointSquares = new Float32Array(features).fill(1e-3)
  for (let at = 0; at < points.length; at++) points[at] = ((random() - 0.5) * 1.6) / Math.sqrt(size)
  const directions = new Float32Array(classes * size)
  const directionSquares = new Float32Array(classes * size).fill(1e-3)
  for (let at = 0; at < directions.length; at++) directions[at] = ((random() - 0.5) * 2) / Math.sqrt(size)
  const bias = new Float32Array(classes)
  const biasSquares = new Float32Array(classes).fill(1e-2)
  const place = new Float64Array(size)
  const pull = new Float64Array(size)
  const scores = new Float64Array(classes)
  const useful = examples.filter(({ target }) => target.some((value) => value > 0))
  let kept = new Int32Array(1024)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - (0.9 * epoch) / epochs)
    for (const at of shuffled(useful.length, random)) {
      const example = useful[at]
      if (example === undefined) continue
      const { features: rows, target, values, weight } = example
      if (kept.length < rows.length) kept = new Int32Array(rows.length * 2)
      let count = 0
      for (let index = 0; index < rows.length; index++) if (random() >= dropout) kept[count++] = index
      place.fill(0)
      for (let index = 0; index < count; index++) {
        const feature = kept[index] ?? 0
        const from = (rows[feature] ?? 0) * size
        const value = (values[feature] ?? 0) / (1 - dropout)
        for (let axis = 0; axis < size; axis++)
          place[axis] = (place[axis] ?? 0) + (points[from + axis] ?? 0) * value
      }
      slopesOf(scores, target, bias, directions, place)
      pull.fill(0)
      for (let label = 0; label < classes; label++) {
        const slope = (scores[label] ?? 0) * weight
        if (slope < 0.002 && slope > -0.002) continue
        biasSquares[label] = (biasSquares[label] ?? 0) + slope * slope
        bias[label] = (bias[label] ?? 0) - (0.3 * step * slope) / Math.sqrt(biasSquares[label] ?? 1)
        const from = label * size
        for (let axis = 0; axis < size; axis++) {
          const direction = directions[from + axis] ?? 0
          pull[axis] = (pull[axis] ?? 0) + slope * direction
          const gradient = slope * (place[axis] ?? 0) + 1e-5 * direction
          const square = (directionSquares[from + axis] ?? 0) + gradient * gradient
          directionSquares[from + axis] = square
          directions[from + axis] = direction - (step * gradient) / Math.sqrt(square)
        }
      }
      let strength = 0
      for (let axis = 0; axis < size; axis++) strength += (pull[axis] ?? 0) ** 2
      strength /= size
      for (let index = 0; index < count; index++) {
        const feature = kept[index] ?? 0
        const row = rows[feature] ?? 0
        const value = (values[feature] ?? 0) / (1 - dropout)
        const square = (pointSquares[row] ?? 0) + value * value * strength
        pointSquares[row] = square
        const move = (step * value) / Math.sqrt(square)
        const from = row * size
        for (let axis = 0; axis < size; axis++)
          points[from + axis] = (points[from + axis] ?? 0) - move * (pull[axis] ?? 0)
      }
    }
  }
  return { classes, bias, weights: productOf(points, directions, features, classes, size) }
}

/** Turns `scores` into what each class should give way: its softmax less its share of the target. */
const slopesOf = (
  scores: Float64Array,
  target: Float32Array,
  bias: Float32Array,
  directions: Float32Array,
  place: Float64Array
): void => {
  const size = place.length
  let top = -Infinity
  let wanted = 0
  for (let label = 0; label < scores.length; label++) {
    const from = label * size
    let score = bias[label] ?? 0
    for (let axis = 0; axis < size; axis++) score += (directions[from + axis] ?? 0) * (place[axis] ?? 0)
    scores[label] = score
    if (score > top) top = score
    wanted += target[label] ?? 0
  }
  let sum = 0
  for (let label = 0; label < scores.length; label++) {
    scores[label] = Math.exp((scores[label] ?? 0) - top)
    sum += scores[label] ?? 0
  }
  for (let label = 0; label < scores.length; label++)
    scores[label] = (scores[label] ?? 0) / sum - (target[label] ?? 0) / wanted
}

const productOf = (
  points: Float32Array,
  directions: Float32Array,
  features: number,
  classes: number,
  size: number
): Float32Array => {
  const weights = new Float32Array(features * classes)
  for (let feature = 0; feature < features; feature++) {
    for (let label = 0; label < classes; label++) {
      let sum = 0
      for (let axis = 0; axis < size; axis++)
        sum += (points[feature * size + axis] ?? 0) * (directions[label * size + axis] ?? 0)
      weights[feature * classes + label] = sum
    }
  }
  return weights
}
