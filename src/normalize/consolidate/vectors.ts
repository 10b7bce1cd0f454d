/**
 * Weighted vectors over the features of statements, an inverted index over them, and their cosines.
 *
 * All vectors stand one after the other in a few typed arrays: a hundred thousand of them take some tens of
 * megabytes.
 */
import type { Features } from "./features.ts"

/** What a feature is: a word, a cognate, a notion, a number, or a concept (an issue). */
const Kind = { word: 0, cognate: 1, notion: 2, number: 3, concept: 4 } as const
type Kind = (typeof Kind)[keyof typeof Kind]

/** The kind of a feature that languages share. */
const kindOf = (feature: string): Kind => {
  if (feature.startsWith("n:")) return Kind.notion
  if (feature.startsWith("c:")) return Kind.cognate
  return feature.startsWith("#") ? Kind.number : Kind.concept
}

const kindWeights: Readonly<Record<Kind, number>> = { 0: 1, 1: 0.6, 2: 1.5, 3: 0.6, 4: 1 }

/** Two views of a statement: `all` is its words and shared features, `shared` what languages share. */
export type Side = "all" | "shared"

/** The kind of feature that a view leaves out. */
const leftOut: Readonly<Record<Side, Kind>> = { all: Kind.cognate, shared: Kind.word }

/** The vectors of all statements. */
export interface Space {
  /** The entries of statement `i` are those from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: ArrayLike<number>
  /** Of each entry its feature, ascending within a statement, and how often the statement has it. */
  readonly features: Int32Array
  readonly counts: Uint16Array
  /** Of each feature its kind, its weight when it comes once, and where its statements begin in `postings`. */
  readonly kinds: Uint8Array
  readonly weights: Float64Array
  readonly postingStarts: Uint32Array
  /** For each feature the statements that have it, ascending. */
  readonly postings: Int32Array
  readonly norms: Readonly<Record<Side, Float64Array>>
  /** Room for a sum of each statement while candidates are looked for; all zero in between. */
  readonly sums: Float64Array
}

/** What a feature that comes so often counts for, beside one that comes once. */
const dampened = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(count))

const weightOf = ({ counts, features, weights }: Space, entry: number): number => {
  const count = counts[entry] ?? 1
  return (weights[features[entry] ?? 0] ?? 0) * (dampened[count] ?? 1 + Math.log(count))
}

/** Cosine of two statements in one view, 0 to 1. */
export const cosine = (space: Space, side: Side, a: number, b: number): number => {
  const { features, kinds, norms, starts } = space
  const norm = (norms[side][a] ?? 0) * (norms[side][b] ?? 0)
  if (norm === 0) return 0
  const out = leftOut[side]
  const endA = starts[a + 1] ?? 0
  const endB = starts[b + 1] ?? 0
  let sum = 0
  let i = starts[a] ?? 0
  let j = starts[b] ?? 0
  while (i < endA && j < endB) {
    const left = features[i] ?? 0
    const right = features[j] ?? 0
    if (left === right) {
      if (kinds[left] !== out) sum += weightOf(space, i) * weightOf(space, j)
      i += 1
      j += 1
    } else if (left < right) i += 1
    else j += 1
  }
  return sum / norm
}

/** Share of the words and notions of the statement with fewer that the other has too, 0 to 1. */
export const commonShare = ({ features, kinds, starts }: Space, a: number, b: number): number => {
  const endA = starts[a + 1] ?? 0
  const endB = starts[b + 1] ?? 0
  let common = 0
  let onlyA = 0
  let onlyB = 0
  let i = starts[a] ?? 0
  let j = starts[b] ?? 0
  while (i < endA || j < endB) {
    const left = i < endA ? (features[i] ?? 0) : Infinity
    const right = j < endB ? (features[j] ?? 0) : Infinity
    if (kinds[Math.min(left, right)] !== leftOut.all) {
      if (left === right) common += 1
      else if (left < right) onlyA += 1
      else onlyB += 1
    }
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return common === 0 ? 0 : common / (common + Math.min(onlyA, onlyB))
}

/** Number of notions that two statements share. */
export const notionsShared = ({ features, kinds, starts }: Space, a: number, b: number): number => {
  const endA = starts[a + 1] ?? 0
  const endB = starts[b + 1] ?? 0
  let shared = 0
  let i = starts[a] ?? 0
  let j = starts[b] ?? 0
  while (i < endA && j < endB) {
    const left = features[i] ?? 0
    const right = features[j] ?? 0
    if (left === right && kinds[left] === Kind.notion) shared += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return shared
}

/** Numbers the features of statements as they come. */
export class Entries {
  readonly #words = new Map<string, number>()
  readonly #shared = new Map<string, number>()
  readonly starts: Array<number> = [0]
  readonly kinds: Array<Kind> = []
  features = new Int32Array(1024)
  counts = new Uint16Array(1024)

  get size(): number {
    return this.starts.at(-1) ?? 0
  }

  #wordNumber(word: string): number {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    const number = this.kinds.push(Kind.word) - 1
    this.#words.set(word, number)
    return number
  }

  #sharedNumber(feature: string): number {
    const known = this.#shared.get(feature)
    if (known !== undefined) return known
    const number = this.kinds.push(kindOf(feature)) - 1
    this.#shared.set(feature, number)
    return number
  }

  add({ shared, words }: Pick<Features, "shared" | "words">): void {
    const own = new Map<number, number>()
    for (const word of words) {
      const number = this.#wordNumber(word)
      own.set(number, (own.get(number) ?? 0) + 1)
    }
    for (const feature of shared) own.set(this.#sharedNumber(feature), 1)
    let at = this.size
    if (at + own.size > this.features.length) {
      const length = Math.ceil(1.5 * (at + own.size))
      const features = new Int32Array(length)
      features.set(this.features)
      this.features = features
      const counts = new Uint16Array(length)
      counts.set(this.counts)
      this.counts = counts
    }
    for (const [number, count] of [...own].sort((a, b) => a[0] - b[0])) {
      this.features[at] = number
      this.counts[at] = count
      at += 1
    }
    this.starts.push(at)
  }
}

const postingsOf = ({ features, kinds, size, starts }: Entries) => {
  const postingStarts = new Uint32Array(kinds.length + 1)
  for (let entry = 0; entry < size; entry++) {
    const next = (features[entry] ?? 0) + 1
    postingStarts[next] = (postingStarts[next] ?? 0) + 1
  }
  for (let feature = 0; feature < kinds.length; feature++) {
    postingStarts[feature + 1] = (postingStarts[feature + 1] ?? 0) + (postingStarts[feature] ?? 0)
  }
  const postings = new Int32Array(size)
  const next = postingStarts.slice()
  for (let statement = 0; statement + 1 < starts.length; statement++) {
    for (let entry = starts[statement] ?? 0; entry < (starts[statement + 1] ?? 0); entry++) {
      const feature = features[entry] ?? 0
      const place = next[feature] ?? 0
      postings[place] = statement
      next[feature] = place + 1
    }
  }
  return { postings, postingStarts }
}

/** Builds vectors with weights tf (dampened) times idf (smoothed, so that small sets behave like large ones). */
export const buildSpace = (entries: Entries): Space => {
  const { kinds, size, starts } = entries
  const counts = entries.counts.slice(0, size)
  const features = entries.features.slice(0, size)
  const total = starts.length - 1
  const { postings, postingStarts } = postingsOf(entries)
  const weights = Float64Array.from(kinds, (kind, feature) => {
    const frequency = (postingStarts[feature + 1] ?? 0) - (postingStarts[feature] ?? 0)
    const idf = Math.log(1 + (total + 60) / (frequency + 1 + 60 / Math.max(1, total)))
    return kindWeights[kind] * idf
  })
  const norms = { all: new Float64Array(total), shared: new Float64Array(total) }
  const space = {
    starts,
    features,
    counts,
    kinds: Uint8Array.from(kinds),
    weights,
    postings,
    postingStarts,
    norms,
    sums: new Float64Array(total)
  }
  for (let statement = 0; statement < total; statement++) {
    let all = 0
    let shared = 0
    for (let entry = starts[statement] ?? 0; entry < (starts[statement + 1] ?? 0); entry++) {
      const weight = weightOf(space, entry)
      const kind = kinds[features[entry] ?? 0]
      if (kind !== leftOut.all) all += weight * weight
      if (kind !== leftOut.shared) shared += weight * weight
    }
    norms.all[statement] = Math.sqrt(all)
    norms.shared[statement] = Math.sqrt(shared)
  }
  return space
}

const largest = new Float64Array(64)

/** The sum that the best `limit` (at most 64) statements have at least; 0 when there are not more. */
const leastOfBest = (found: ReadonlyArray<number>, sums: Float64Array, limit: number): number => {
  if (found.length < limit) return 0
  // In order, the smallest first.
  let count = 0
  for (const other of found) {
    const sum = sums[other] ?? 0
    if (count === limit) {
      if (sum <= (largest[0] ?? 0)) continue
      let place = 0
      while (place + 1 < limit && (largest[place + 1] ?? 0) < sum) {
        largest[place] = largest[place + 1] ?? 0
        place += 1
      }
      largest[place] = sum
    } else {
      let place = count
      while (place > 0 && (largest[place - 1] ?? 0) > sum) {
        largest[place] = largest[place - 1] ?? 0
        place -= 1
      }
      largest[place] = sum
      count += 1
    }
  }
  return largest[0] ?? 0
}

/**
 * Statements that share rare features with one: its `width` weightiest features of at most `cap` statements are
 * looked up; the `limit` with the highest partial sums are returned, best first (ties in order of place);
 * with `before` only statements before that place.
 */
export const candidates = (
  space: Space,
  side: Side,
  self: number,
  options: { readonly width: number; readonly cap: number; readonly limit: number; readonly before?: number }
): ReadonlyArray<number> => {
  const { features, kinds, postings, postingStarts, starts, sums } = space
  const strongest: Array<{ readonly entry: number; readonly weight: number }> = []
  for (let entry = starts[self] ?? 0; entry < (starts[self + 1] ?? 0); entry++) {
    const feature = features[entry] ?? 0
    const count = (postingStarts[feature + 1] ?? 0) - (postingStarts[feature] ?? 0)
    if (kinds[feature] === leftOut[side] || count < 2 || count > options.cap) continue
    strongest.push({ entry, weight: weightOf(space, entry) })
  }
  strongest.sort((a, b) => b.weight - a.weight || a.entry - b.entry)
  const end = options.before ?? Infinity
  const found: Array<number> = []
  for (const { entry, weight } of strongest.slice(0, options.width)) {
    const feature = features[entry] ?? 0
    for (let place = postingStarts[feature] ?? 0; place < (postingStarts[feature + 1] ?? 0); place++) {
      const other = postings[place] ?? 0
      if (other >= end) break
      if (other === self) continue
      const sum = sums[other] ?? 0
      if (sum === 0) found.push(other)
      sums[other] = sum + weight * weight
    }
  }
  const sumOf = (other: number): number => sums[other] ?? 0
  const least = leastOfBest(found, sums, options.limit)
  const best = found
    .filter((other) => sumOf(other) >= least)
    .sort((a, b) => sumOf(b) - sumOf(a) || a - b)
    .slice(0, options.limit)
  for (const other of found) sums[other] = 0
  return best
}
