/**
 * Consolidation: which statements repeat another, and which of several initiatives say the same thing.
 *
 * Pure and deterministic. There is no model of meaning: within a language statements are compared by their
 * words, across languages by notions (lexicon.ts), cognates, numbers and the issues they were given.
 */
import { contrasted, nearDuplicate, opposed } from "./duplicates.ts"
import { type Features, featuresOf, type StatementToConsolidate } from "./features.ts"
import { buildSpace, candidates, cosine, mostlyCommon, type Space } from "./vectors.ts"

/** In the order of the statements given. */
export interface Consolidated {
  readonly id: string
  /** Id of the first statement that says it word for word or nearly so; null when this is the first. */
  readonly duplicateOf: string | null
  /** `c-` and the smallest id of the cluster's members (without `s-`); statements that stand alone have their own. */
  readonly cluster: string
}

/** Similarity from which two statements may say the same, in one language and across languages. */
const sameLanguage = 0.38
const otherLanguage = 0.43
/** Share of that similarity which all pairs of two clusters must reach on average for them to be joined. */
const averageShare = 0.85
const largest = 200
const compared = 6

/** Similarity of two statements, 1 or more when they may say the same; negative when they contradict each other. */
const affinity = (space: Space, features: ReadonlyArray<Features>, i: number, j: number): number => {
  const a = features[i]
  const b = features[j]
  const allA = space.all[i]
  const allB = space.all[j]
  const sharedA = space.shared[i]
  const sharedB = space.shared[j]
  if (!a || !b || !allA || !allB || !sharedA || !sharedB) return 0
  const same = a.language === b.language
  const alike = same ? cosine(allA, allB) / sameLanguage : cosine(sharedA, sharedB) / otherLanguage
  if (!same && alike > 0) {
    const inBoth = a.shared.filter((feature) => feature.startsWith("n:") && b.shared.includes(feature))
    if (inBoth.length < 2) return 0
  }
  const numbersClash =
    a.numbers.length > 0 && b.numbers.length > 0 && !a.numbers.some((number) => b.numbers.includes(number))
  // In one language nearly the same words with another number on each side are two demands, not one.
  const numbersDiffer =
    same &&
    a.numbers.some((number) => !b.numbers.includes(number)) &&
    b.numbers.some((number) => !a.numbers.includes(number))
  const close = alike >= (same ? 1.5 : 1.55)
  if ((numbersClash && alike >= 1.1) || (numbersDiffer && close)) return -1
  if (a.divergent !== b.divergent) return alike >= 1 ? 0.6 : 0
  if (close && same && a.negations > 0 !== b.negations > 0) return -1
  if (opposed(a, b) && alike >= 1) return -1
  if (same && alike >= 1 && contrasted(a, b)) return -1
  // A statement with figures tells what was done, one without asks for it.
  const figuresInOne = a.numbers.length > 0 !== b.numbers.length > 0
  const penalty =
    (numbersClash ? 0.85 : figuresInOne ? 0.7 : 1) * (a.negations > 0 === b.negations > 0 ? 1 : 0.9)
  return alike * penalty
}

class Groups {
  readonly #members: Array<Array<number>>
  readonly #of: Int32Array

  constructor(size: number) {
    this.#members = Array.from({ length: size }, (_, index) => [index])
    this.#of = Int32Array.from({ length: size }, (_, index) => index)
  }

  of(index: number): number {
    return this.#of[index] ?? index
  }

  members(group: number): ReadonlyArray<number> {
    return this.#members[group] ?? []
  }

  join(a: number, b: number): void {
    const [into, from] = a < b ? [a, b] : [b, a]
    for (const member of this.#members[from] ?? []) {
      this.#of[member] = into
      this.#members[into]?.push(member)
    }
    this.#members[from] = []
  }
}

const findDuplicates = (space: Space, features: ReadonlyArray<Features>): Int32Array => {
  const first = new Int32Array(features.length).fill(-1)
  const byKey = new Map<string, number>()
  for (const [index, own] of features.entries()) {
    const same = byKey.get(own.key)
    if (same !== undefined && own.key !== "") {
      first[index] = same
      continue
    }
    byKey.set(own.key, index)
    const vector = space.all[index]
    if (vector === undefined) continue
    const earlier = candidates(space, vector, index, { width: 6, cap: 300, limit: 40 })
      // A duplicate refers to the first, never to another duplicate, so that small changes do not add up.
      .filter((other) => other < index && first[other] === -1 && mostlyCommon(vector, space.all[other]))
      .filter((other) => {
        const near = features[other]
        return near !== undefined && nearDuplicate(near, own)
      })
      .toSorted((a, b) => a - b)
    first[index] = earlier[0] ?? -1
  }
  return first
}

interface Edge {
  readonly i: number
  readonly j: number
  readonly value: number
}

/** Similarity across languages from which two statements need not be each other's best match. */
const sure = 1.2

/**
 * Edges within a language that reach the threshold, and edges across languages whose ends are each other's best
 * match in the other's language: the best of many is a translation rather than a neighbour in the field.
 */
const mutual = (edges: ReadonlyArray<Edge>, features: ReadonlyArray<Features>): Array<Edge> => {
  const best = new Map<string, number>()
  const languageOf = (index: number) => features[index]?.language ?? "und"
  for (const { i, j, value } of edges) {
    for (const key of [`${i} ${languageOf(j)}`, `${j} ${languageOf(i)}`]) {
      if (value > (best.get(key) ?? 0)) best.set(key, value)
    }
  }
  const isBest = (own: number, other: number, value: number): boolean =>
    value >= (best.get(`${own} ${languageOf(other)}`) ?? 0)
  return edges.filter(
    ({ i, j, value }) =>
      languageOf(i) === languageOf(j) || value >= sure || (isBest(i, j, value) && isBest(j, i, value))
  )
}

/** Finds duplicates and clusters. 100,000 statements take well under a minute. */
export const consolidate = (
  statements: ReadonlyArray<StatementToConsolidate>
): ReadonlyArray<Consolidated> => {
  const features = statements.map(featuresOf)
  const space = buildSpace(features)
  const first = findDuplicates(space, features)
  const edges: Array<{ readonly i: number; readonly j: number; readonly value: number }> = []
  for (const [i, statement] of statements.entries()) {
    if ((first[i] ?? -1) >= 0) continue
    const all = space.all[i]
    const shared = space.shared[i]
    if (all === undefined || shared === undefined) continue
    const near = new Set([
      ...candidates(space, all, i, { width: 8, cap: 400, limit: 25 }),
      ...candidates(space, shared, i, { width: 8, cap: 400, limit: 25 })
    ])
    for (const j of near) {
      if ((first[j] ?? -1) >= 0 || statements[j]?.initiative === statement.initiative) continue
      const value = affinity(space, features, i, j)
      if (value >= 1) edges.push({ i: Math.min(i, j), j: Math.max(i, j), value })
    }
  }
  const ranked = mutual(edges, features)
  ranked.sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j)
  const groups = new Groups(statements.length)
  for (const { i, j } of ranked) {
    const a = groups.of(i)
    const b = groups.of(j)
    if (a === b) continue
    const left = groups.members(a)
    const right = groups.members(b)
    if (left.length + right.length > largest) continue
    const pairs = left
      .slice(0, compared)
      .flatMap((x) => right.slice(0, compared).map((y) => affinity(space, features, x, y)))
    if (pairs.some((value) => value < 0)) continue
    const average = pairs.reduce((sum, value) => sum + value, 0) / pairs.length
    if (average >= averageShare) groups.join(a, b)
  }
  for (const [index, original] of first.entries()) {
    if (original >= 0 && groups.of(index) !== groups.of(original))
      groups.join(groups.of(original), groups.of(index))
  }
  const names = new Map<number, string>()
  for (const [index, statement] of statements.entries()) {
    const group = groups.of(index)
    const known = names.get(group)
    if (known === undefined || statement.id < known) names.set(group, statement.id)
  }
  return statements.map((statement, index) => {
    const original = first[index] ?? -1
    const smallest = names.get(groups.of(index)) ?? statement.id
    return {
      id: statement.id,
      duplicateOf: original >= 0 ? (statements[original]?.id ?? null) : null,
      cluster: `c-${smallest.replace(/^s-/u, "")}`
    }
  })
}

/**
 * The member that stands for the others: the one most similar to all other members; ties go to the smaller id.
 * Null for an empty list.
 */
export const representativeOf = (members: ReadonlyArray<StatementToConsolidate>): string | null => {
  const features = members.map(featuresOf)
  const space = buildSpace(features)
  const scored = members.map((member, i) => ({
    id: member.id,
    sum: members.reduce((sum, _, j) => sum + (i === j ? 0 : Math.max(0, affinity(space, features, i, j))), 0)
  }))
  return scored.toSorted((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1))[0]?.id ?? null
}
