/**
 * A linear model over surface features, small enough to ship: one row of weights a feature, in eighths of
 * a byte's range (int8 with a scale for each row), found by the feature's hash.
 */
import type { Features } from "./surface.ts"

export interface SparseModel {
  readonly classes: number
  /** How much each family of features weighs. */
  readonly familyWeights: ReadonlyArray<number>
  readonly bias: Float32Array
  /** Hash of each row's feature. */
  readonly hashes: Uint32Array
  /** Rarity of each row's feature: log(1 + texts / texts with it). */
  readonly rarity: Float32Array
  /** What one unit of the row's weights means. */
  readonly scale: Float32Array
  /** Weight of row r for class c at `r * classes + c`. */
  readonly weights: Int8Array | Float32Array
}

/**
 * A text as rows of a model with values; `first` is a place in the surface where each row was seen. Only the first
 * `length` of each count, and they hold until the next text is looked at.
 */
export interface Vector {
  readonly length: number
  readonly rows: Int32Array
  readonly values: Float32Array
  readonly first: Int32Array
}

/** A copy of rows and values that lasts. */
export const lastingVector = ({ length, rows, values }: Vector) => ({
  rows: rows.slice(0, length),
  values: values.slice(0, length)
})

/** Finds rows by hash: open addressing in a table at least twice as large. */
export class RowIndex {
  /** Hash and row plus one of each slot side by side, so that a look costs one fetch from memory. */
  private readonly table: Uint32Array
  private readonly mask: number
  /** Round in which a row was last seen, so that a text counts it once. */
  private readonly seen: Int32Array
  private round = 0
  /** Kept between texts. */
  private rows = new Int32Array(1024)
  private first = new Int32Array(1024)
  private values = new Float32Array(1024)
  private readonly squares: Float64Array
  private readonly model: Pick<SparseModel, "familyWeights" | "hashes" | "rarity">

  constructor(model: Pick<SparseModel, "familyWeights" | "hashes" | "rarity">) {
    this.model = model
    this.squares = new Float64Array(model.familyWeights.length)
    const { hashes } = model
    let size = 16
    while (size < hashes.length * 2) size *= 2
    this.table = new Uint32Array(size * 2)
    this.mask = size - 1
    this.seen = new Int32Array(hashes.length)
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row] ?? 0
      let place = hash & this.mask
      while (this.table[place * 2 + 1] !== 0) place = (place + 1) & this.mask
      this.table[place * 2] = hash
      this.table[place * 2 + 1] = row + 1
    }
  }

  /** Row of a hash, or -1. */
  rowOf(hash: number): number {
    let place = hash & this.mask
    for (;;) {
      const row = this.table[place * 2 + 1] ?? 0
      if (row === 0 || this.table[place * 2] === hash) return row - 1
      place = (place + 1) & this.mask
    }
  }

  /**
   * The known features of a text, each once, each family scaled to its weight (Euclidean length).
   *
   * @param known true when the features go by their rows, false when by their hashes.
   */
  vectorOf({ family, length: most, numbers }: Features, known = false): Vector {
    const round = ++this.round
    const { familyWeights, rarity } = this.model
    if (most > this.rows.length) {
      this.rows = new Int32Array(most * 2)
      this.first = new Int32Array(most * 2)
      this.values = new Float32Array(most * 2)
    }
    const { first, rows, seen, squares, values } = this
    squares.fill(0)
    let count = 0
    for (let index = 0; index < most; index++) {
      const number = numbers[index] ?? 0
      const row = known ? number : this.rowOf(number)
      if (row === -1 || seen[row] === round) continue
      seen[row] = round
      rows[count] = row
      first[count] = index
      const own = family[index] ?? 0
      const value = rarity[row] ?? 0
      values[count] = value
      count++
      squares[own] = (squares[own] ?? 0) + value * value
    }
    for (let own = 0; own < squares.length; own++)
      squares[own] = (familyWeights[own] ?? 0) / Math.sqrt(squares[own] || 1)
    for (let index = 0; index < count; index++) {
      const own = family[first[index] ?? 0] ?? 0
      values[index] = (values[index] ?? 0) * (squares[own] ?? 0)
    }
    return { length: count, rows, values, first }
  }
}

/** Adds the rows of a text to the scores, four at a time, in their order: sums of floats depend on it. */
const addRows = (scores: Float64Array, { classes, scale, weights }: SparseModel, vector: Vector): void => {
  const { length, rows, values } = vector
  const fours = length - (length % 4)
  for (let index = 0; index < fours; index += 4) {
    const [a, b, c, d] = [rows[index] ?? 0, rows[index + 1] ?? 0, rows[index + 2] ?? 0, rows[index + 3] ?? 0]
    const valueA = (values[index] ?? 0) * (scale[a] ?? 0)
    const valueB = (values[index + 1] ?? 0) * (scale[b] ?? 0)
    const valueC = (values[index + 2] ?? 0) * (scale[c] ?? 0)
    const valueD = (values[index + 3] ?? 0) * (scale[d] ?? 0)
    for (let label = 0; label < classes; label++)
      scores[label] =
        (scores[label] ?? 0) +
        (weights[a * classes + label] ?? 0) * valueA +
        (weights[b * classes + label] ?? 0) * valueB +
        (weights[c * classes + label] ?? 0) * valueC +
        (weights[d * classes + label] ?? 0) * valueD
  }
  for (let index = fours; index < length; index++) {
    const row = rows[index] ?? 0
    const value = (values[index] ?? 0) * (scale[row] ?? 0)
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] ?? 0) + (weights[row * classes + label] ?? 0) * value
  }
}

/** Scores of all classes before the logistic function. */
export const sparseScores = (model: SparseModel, vector: Vector): Float64Array => {
  const scores = new Float64Array(model.bias)
  addRows(scores, model, vector)
  return scores
}

/** What one feature of a text adds to one class. */
export const contribution = (model: SparseModel, vector: Vector, index: number, label: number): number => {
  const row = vector.rows[index] ?? 0
  return (
    (model.weights[row * model.classes + label] ?? 0) * (model.scale[row] ?? 0) * (vector.values[index] ?? 0)
  )
}

/** Keeps the rows that matter most and rounds their weights to one byte. */
export const shrink = (model: SparseModel, most: number): SparseModel => {
  const { classes } = model
  const importance = Array.from({ length: model.hashes.length }, (_, row) => {
    let sum = 0
    for (let label = 0; label < classes; label++) sum += (model.weights[row * classes + label] ?? 0) ** 2
    return { row, importance: Math.sqrt(sum) * (model.rarity[row] ?? 0) }
  })
  const kept = importance
    .sort((a, b) => b.importance - a.importance || a.row - b.row)
    .slice(0, most)
    .map(({ row }) => row)
    .sort((a, b) => (model.hashes[a] ?? 0) - (model.hashes[b] ?? 0))
  const weights = new Int8Array(kept.length * classes)
  const scale = new Float32Array(kept.length)
  for (const [place, row] of kept.entries()) {
    let largest = 0
    for (let label = 0; label < classes; label++) {
      largest = Math.max(largest, Math.abs(model.weights[row * classes + label] ?? 0))
    }
    const unit = largest === 0 ? 1 : largest / 127
    scale[place] = unit * (model.scale[row] ?? 1)
    for (let label = 0; label < classes; label++) {
      weights[place * classes + label] = Math.round((model.weights[row * classes + label] ?? 0) / unit)
    }
  }
  return {
    classes,
    familyWeights: model.familyWeights,
    bias: model.bias,
    hashes: Uint32Array.from(kept, (row) => model.hashes[row] ?? 0),
    rarity: Float32Array.from(kept, (row) => model.rarity[row] ?? 0),
    scale,
    weights
  }
}
