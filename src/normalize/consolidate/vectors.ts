/**
 * Weighted vectors over the features of statements, an inverted index over them, and their cosines.
 */
import type { Features } from "./features.ts"

/** A sparse vector: feature numbers in ascending order with their weights. */
export interface Vector {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly norm: number
}

const kindWeight = (feature: string): number =>
  feature.startsWith("n:")
    ? 1.5
    : feature.startsWith("k:")
      ? 1
      : feature.startsWith("c:")
        ? 0.6
        : feature.startsWith("#")
          ? 0.6
          : 1

/** Cosine of two vectors, 0 to 1. */
export const cosine = (a: Vector, b: Vector): number => {
  if (a.norm === 0 || b.norm === 0) return 0
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i] ?? 0
    const right = b.ids[j] ?? 0
    if (left === right) {
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0)
      i += 1
      j += 1
    } else if (left < right) i += 1
    else j += 1
  }
  return sum / (a.norm * b.norm)
}

/** Share of the smaller vector's features that a duplicate has too. */
const mostly = 0.6

/** True when most features of one are in the other: what a duplicate fulfils, cheaply. */
export const mostlyCommon = (a: Vector, b: Vector | undefined): boolean => {
  if (b === undefined) return false
  let common = 0
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i] ?? 0
    const right = b.ids[j] ?? 0
    if (left === right) common += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return common >= mostly * Math.min(a.ids.length, b.ids.length)
}

/** The vectors of all statements: `all` over words and shared features, `shared` over what languages share. */
export interface Space {
  readonly all: ReadonlyArray<Vector>
  readonly shared: ReadonlyArray<Vector>
  /** For each feature the statements that have it, ascending. */
  readonly postings: ReadonlyArray<ReadonlyArray<number>>
}

const vectorOf = (pairs: ReadonlyArray<readonly [number, number]>): Vector => {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0])
  const weights = Float64Array.from(sorted, (pair) => pair[1])
  return {
    ids: Int32Array.from(sorted, (pair) => pair[0]),
    weights,
    norm: Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
  }
}

/** Builds vectors with weights tf (dampened) times idf (smoothed, so that small sets behave like large ones). */
export const buildSpace = (statements: ReadonlyArray<Features>): Space => {
  const numbers = new Map<string, number>()
  const postings: Array<Array<number>> = []
  const counted = statements.map((features, index) => {
    const counts = new Map<string, number>()
    for (const word of features.words) counts.set(`w:${word}`, (counts.get(`w:${word}`) ?? 0) + 1)
    for (const feature of features.shared) counts.set(feature, 1)
    return [...counts].map(([feature, count]) => {
      let number = numbers.get(feature)
      if (number === undefined) {
        number = postings.length
        numbers.set(feature, number)
        postings.push([])
      }
      postings[number]?.push(index)
      return { feature, number, count }
    })
  })
  const total = statements.length
  const weigh = (entry: { readonly feature: string; readonly number: number; readonly count: number }) => {
    const frequency = postings[entry.number]?.length ?? 1
    const idf = Math.log(1 + (total + 60) / (frequency + 1 + 60 / Math.max(1, total)))
    return [entry.number, kindWeight(entry.feature) * idf * (1 + Math.log(entry.count))] as const
  }
  return {
    all: counted.map((entries) =>
      vectorOf(entries.filter((entry) => !entry.feature.startsWith("c:")).map(weigh))
    ),
    shared: counted.map((entries) =>
      vectorOf(entries.filter((entry) => !entry.feature.startsWith("w:")).map(weigh))
    ),
    postings
  }
}

/**
 * Statements that share rare features with one: its `width` weightiest features of at most `cap` statements are
 * looked up; the `limit` with the highest partial sums are returned, best first (ties in order of place).
 */
export const candidates = (
  space: Space,
  vector: Vector,
  self: number,
  options: { readonly width: number; readonly cap: number; readonly limit: number }
): ReadonlyArray<number> => {
  const strongest = [...vector.ids.keys()]
    .filter((index) => {
      const count = space.postings[vector.ids[index] ?? 0]?.length ?? 0
      return count > 1 && count <= options.cap
    })
    .toSorted((a, b) => (vector.weights[b] ?? 0) - (vector.weights[a] ?? 0) || a - b)
    .slice(0, options.width)
  const sums = new Map<number, number>()
  for (const index of strongest) {
    const weight = vector.weights[index] ?? 0
    for (const other of space.postings[vector.ids[index] ?? 0] ?? []) {
      if (other !== self) sums.set(other, (sums.get(other) ?? 0) + weight * weight)
    }
  }
  return [...sums]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, options.limit)
    .map(([other]) => other)
}
