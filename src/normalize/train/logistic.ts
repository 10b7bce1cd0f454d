/**
 * Logistic regression on a few dense features by Newton's method: exact, without a step size to choose.
 */

/** One observation: features, outcome 0 or 1. */
export interface Observation {
  readonly features: ArrayLike<number>
  readonly outcome: number
}

/** Solves a symmetric positive system by elimination with pivots. */
const solve = (matrix: Array<Float64Array>, right: Float64Array): Float64Array => {
  const size = right.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row
    }
    const swap = matrix[column] ?? right
    const chosen = matrix[pivot] ?? right
    matrix[pivot] = swap
    matrix[column] = chosen
    const value = right[column] ?? 0
    right[column] = right[pivot] ?? 0
    right[pivot] = value
    const head = chosen[column] ?? 1
    for (let row = column + 1; row < size; row++) {
      const line = matrix[row] ?? right
      const factor = (line[column] ?? 0) / head
      if (factor === 0) continue
      for (let at = column; at < size; at++) line[at] = (line[at] ?? 0) - factor * (chosen[at] ?? 0)
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0)
    }
  }
  const solution = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row] ?? 0
    for (let at = row + 1; at < size; at++) sum -= (matrix[row]?.[at] ?? 0) * (solution[at] ?? 0)
    solution[row] = sum / (matrix[row]?.[row] ?? 1)
  }
  return solution
}

/** Fits the weights; `ridge` is the strength of L2 on all of them. */
export const fitLogistic = (
  observations: ReadonlyArray<Observation>,
  size: number,
  ridge: number
): Array<number> => {
  const weights = new Float64Array(size)
  for (let round = 0; round < 12; round++) {
    const hessian = Array.from({ length: size }, (_, row) => {
      const line = new Float64Array(size)
      line[row] = ridge
      return line
    })
    const gradient = weights.map((weight) => -ridge * weight)
    for (const { features, outcome } of observations) {
      let score = 0
      for (let at = 0; at < size; at++) score += (weights[at] ?? 0) * (features[at] ?? 0)
      const chance = 1 / (1 + Math.exp(-score))
      const spread = Math.max(1e-6, chance * (1 - chance))
      for (let row = 0; row < size; row++) {
        const value = features[row] ?? 0
        if (value === 0) continue
        gradient[row] = (gradient[row] ?? 0) + value * (outcome - chance)
        const line = hessian[row] ?? gradient
        for (let at = 0; at < size; at++) line[at] = (line[at] ?? 0) + spread * value * (features[at] ?? 0)
      }
    }
    const step = solve(hessian, gradient)
    let moved = 0
    for (let at = 0; at < size; at++) {
      weights[at] = (weights[at] ?? 0) + (step[at] ?? 0)
      moved = Math.max(moved, Math.abs(step[at] ?? 0))
    }
    if (moved < 1e-6) break
  }
  return Array.from(weights)
}
