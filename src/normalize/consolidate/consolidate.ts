/**
 * Consolidation: which statements repeat another, and which of several initiatives say the same thing.
 *
 * Pure and deterministic. There is no model of meaning: within a language statements are compared by their
 * words, across languages by notions (lexicon.ts), cognates, numbers and the issues they were given.
 */
import { contrasted, nearDuplicate, opposed } from "./duplicates.ts"
import {
  type Features,
  featuresOf,
  members,
  type StatementToConsolidate,
  type Traits,
  traitsOf
} from "./features.ts"
import { Groups, Lists } from "./places.ts"
import { finish, step, type Steps } from "./steps.ts"
import { buildSpace, candidates, commonShare, cosine, Entries, notionsShared, type Space } from "./vectors.ts"

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

/** Share of words in common below which two statements need not be compared as duplicates, or as one sentence. */
const mostly = 0.6
const alikeInPart = 0.45

/** Stands where there is no statement. */
const nothing = { text: "" }

/** What is compared: the traits of all statements, and their vectors. */
interface Compared {
  readonly traits: ReadonlyArray<Traits>
  readonly space: Space
  /** Pairs whose similarity is known: linkage meets the same ones again and again. */
  readonly known: Map<number, number>
}

/** Only the vectors are made of words and notions; they are not held for all statements at once. */
function* compare(size: number, featuresAt: (index: number) => Features): Steps<Compared> {
  const traits: Array<Traits> = []
  const entries = new Entries()
  for (let index = 0; index < size; index++) {
    yield* step("words", index, size)
    const features = featuresAt(index)
    traits.push(traitsOf(features))
    entries.add(features)
  }
  return { space: buildSpace(entries), traits, known: new Map() }
}

/** Whether two lists of numbers have none in common, and whether each has one of its own. */
const compareNumbers = (a: string, b: string): { readonly clash: boolean; readonly differ: boolean } => {
  if (a === b || a === "" || b === "") return { clash: false, differ: false }
  const left = members(a)
  const right = members(b)
  return {
    clash: !left.some((number) => right.includes(number)),
    // In one language nearly the same words with another number on each side are two demands, not one.
    differ: left.some((number) => !right.includes(number)) && right.some((number) => !left.includes(number))
  }
}

const areContrasted = ({ space, traits }: Compared, i: number, j: number): boolean => {
  const a = traits[Math.min(i, j)]
  const b = traits[Math.max(i, j)]
  return a !== undefined && b !== undefined && commonShare(space, i, j) >= alikeInPart && contrasted(a, b)
}

/** Similarity of two statements, 1 or more when they may say the same; negative when they contradict each other. */
const affinity = (all: Compared, i: number, j: number): number => {
  const { space, traits } = all
  const a = traits[i]
  const b = traits[j]
  if (!a || !b) return 0
  const same = a.language === b.language
  if (!same && notionsShared(space, i, j) < 2) return 0
  const alike = same
    ? cosine(space, "all", i, j) / sameLanguage
    : cosine(space, "shared", i, j) / otherLanguage
  const { clash: numbersClash, differ: numbersDiffer } = compareNumbers(a.numbers, b.numbers)
  const close = alike >= (same ? 1.5 : 1.55)
  if ((numbersClash && alike >= 1.1) || (same && numbersDiffer && close)) return -1
  if (a.divergent !== b.divergent) return alike >= 1 ? 0.6 : 0
  if (close && same && a.negations > 0 !== b.negations > 0) return -1
  if (opposed(a, b) && alike >= 1) return -1
  if (same && alike >= 1 && areContrasted(all, i, j)) return -1
  // A statement with figures tells what was done, one without asks for it.
  const figuresInOne = (a.numbers === "") !== (b.numbers === "")
  const penalty =
    (numbersClash ? 0.85 : figuresInOne ? 0.7 : 1) * (a.negations > 0 === b.negations > 0 ? 1 : 0.9)
  return alike * penalty
}

/** Pairs that are kept; more are forgotten together. */
const mostPairs = 200_000

/** The same as `affinity`, remembered. */
const knownAffinity = (all: Compared, i: number, j: number): number => {
  const pair = Math.min(i, j) * all.traits.length + Math.max(i, j)
  const known = all.known.get(pair)
  if (known !== undefined) return known
  const value = affinity(all, i, j)
  if (all.known.size >= mostPairs) all.known.clear()
  all.known.set(pair, value)
  return value
}

function* findDuplicates({ space, traits }: Compared, apart: ReadonlySet<number>): Steps<Int32Array> {
  const first = new Int32Array(traits.length).fill(-1)
  const byKey = new Map<string, number>()
  for (const [index, own] of traits.entries()) {
    yield* step("repetitions", index, traits.length)
    if (apart.has(index)) continue
    const same = byKey.get(own.key)
    if (same !== undefined && own.key !== "") {
      first[index] = same
      continue
    }
    byKey.set(own.key, index)
    const earlier = candidates(space, "all", index, { width: 6, cap: 300, limit: 40, before: index })
      // A duplicate refers to the first, never to another duplicate, so that small changes do not add up.
      .filter(
        (other) => first[other] === -1 && !apart.has(other) && commonShare(space, index, other) >= mostly
      )
      .filter((other) => {
        const near = traits[other]
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
const mutual = (edges: ReadonlyArray<Edge>, traits: ReadonlyArray<Traits>): Array<Edge> => {
  const best = new Map<string, number>()
  const languageOf = (index: number) => traits[index]?.language ?? "und"
  for (const { i, j, value } of edges) {
    if (languageOf(i) === languageOf(j)) continue
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

/** The mean similarity of the first members of two groups; negative when any two contradict each other. */
const meanAffinity = (all: Compared, left: ReadonlyArray<number>, right: ReadonlyArray<number>): number => {
  let sum = 0
  let pairs = 0
  for (const x of left.slice(0, compared)) {
    for (const y of right.slice(0, compared)) {
      const value = knownAffinity(all, x, y)
      if (value < 0) return -1
      sum += value
      pairs += 1
    }
  }
  return pairs === 0 ? 0 : sum / pairs
}

/** What a person decided, by the places of the statements. */
export interface Decided {
  /** Pairs that say the same. */
  readonly joined: ReadonlyArray<readonly [number, number]>
  /** Those that join no other by themselves. */
  readonly apart: ReadonlySet<number>
}

const undecided: Decided = { joined: [], apart: new Set() }

/** What is found, by the places of the statements. */
export interface Findings {
  /** Of each statement the place of the first that says it word for word or nearly so; -1 when it is the first. */
  readonly first: Int32Array
  /** Those of more than one statement. */
  readonly groups: Iterable<ReadonlyArray<number>>
}

/**
 * Finds duplicates and groups that say the same. Where most statements resemble many others, 100,000 take about a
 * minute and 700 MB.
 */
export function* findSame(
  size: number,
  featuresAt: (index: number) => Features,
  initiativeAt: (index: number) => string | undefined,
  { apart, joined }: Decided = undecided
): Steps<Findings> {
  const all = yield* compare(size, featuresAt)
  const first = yield* findDuplicates(all, apart)
  const isFirst = (index: number): boolean => (first[index] ?? -1) < 0 && !apart.has(index)
  const edges: Array<Edge> = []
  const asked = new Lists()
  for (let i = 0; i < size; i++) {
    yield* step("neighbours", i, size)
    const near: Array<number> = []
    if (isFirst(i)) {
      for (const j of new Set([
        ...candidates(all.space, "all", i, { width: 8, cap: 300, limit: 25 }),
        ...candidates(all.space, "shared", i, { width: 8, cap: 300, limit: 25 })
      ])) {
        if (isFirst(j) && initiativeAt(j) !== initiativeAt(i)) near.push(j)
      }
    }
    asked.push(near)
    for (const j of near) {
      // Most are near to each other, and the answer is the same from both sides.
      if (j < i && asked.has(j, i)) continue
      const value = affinity(all, i, j)
      if (value >= 1) edges.push({ i: Math.min(i, j), j: Math.max(i, j), value })
    }
  }
  const ranked = mutual(edges, all.traits)
  ranked.sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j)
  const groups = new Groups(size)
  for (const [index, { i, j, value }] of ranked.entries()) {
    yield* step("groups", index, ranked.length)
    const a = groups.of(i)
    const b = groups.of(j)
    if (a === b) continue
    const left = groups.members(a)
    const right = groups.members(b)
    if (left.length + right.length > largest) continue
    const isPair = left.length === 1 && right.length === 1
    if ((isPair ? value : meanAffinity(all, left, right)) >= averageShare) groups.join(a, b)
  }
  for (const [index, original] of first.entries()) {
    if (original >= 0 && groups.of(index) !== groups.of(original))
      groups.join(groups.of(original), groups.of(index))
  }
  for (const [one, other] of joined) {
    if (groups.of(one) !== groups.of(other)) groups.join(groups.of(one), groups.of(other))
    // Of one initiative the same is quoted once, and leads to what it was merged into or that repeats.
    let original = other
    for (let next = first[other] ?? -1; next >= 0; next = first[next] ?? -1) original = next
    if (initiativeAt(one) === initiativeAt(other) && original !== one) first[one] = original
  }
  return { first, groups: groups.large }
}

/** The name of a cluster: `c-` and its smallest id, without `s-`. */
export const clusterName = (ids: ReadonlyArray<string>): string => {
  const smallest = ids.reduce((a, b) => (b < a ? b : a), ids[0] ?? "")
  return `c-${smallest.replace(/^s-/u, "")}`
}

/** Finds duplicates and clusters. */
export const consolidate = (
  statements: ReadonlyArray<StatementToConsolidate>
): ReadonlyArray<Consolidated> => {
  const idAt = (index: number): string => statements[index]?.id ?? ""
  const { first, groups } = finish(
    findSame(
      statements.length,
      (index) => featuresOf(statements[index] ?? nothing),
      (index) => statements[index]?.initiative
    )
  )
  const names = new Map<number, string>()
  for (const group of groups) {
    const name = clusterName(group.map(idAt))
    for (const member of group) names.set(member, name)
  }
  return statements.map(({ id }, index) => {
    const original = first[index] ?? -1
    return {
      id,
      duplicateOf: original >= 0 ? idAt(original) : null,
      cluster: names.get(index) ?? clusterName([id])
    }
  })
}

/**
 * The member that stands for the others: the one most similar to all other members; ties go to the smaller id.
 * Null for an empty list.
 */
export const representativeOf = (members: ReadonlyArray<StatementToConsolidate>): string | null => {
  // Two are as similar to each other.
  if (members.length <= 2) return members.map(({ id }) => id).toSorted()[0] ?? null
  const all = finish(compare(members.length, (index) => featuresOf(members[index] ?? nothing)))
  const scored = members.map((member, i) => ({
    id: member.id,
    sum: members.reduce((sum, _, j) => sum + (i === j ? 0 : Math.max(0, affinity(all, i, j))), 0)
  }))
  return scored.toSorted((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1))[0]?.id ?? null
}
