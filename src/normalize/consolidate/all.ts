/**
 * Consolidation of everything that is known: what only shows when all outputs are seen together.
 *
 * - furniture: a paragraph that an initiative repeats over its pages says nothing new each time;
 * - the same output at two addresses or hosts counts once;
 * - duplicates are quoted once, and statements of several initiatives that say the same form clusters.
 */
import {
  type Cluster,
  ClusterId,
  countingKinds,
  type Output,
  type OutputId,
  type StatementId,
  type StatementMark,
  type StatementToCompare
} from "../../domain/index.ts"
import { finalsOfDrafts } from "./drafts.ts"
import type { StandingDecisions } from "../reviews.ts"
import { clusterName, type Findings, findSame, representativeOf } from "./consolidate.ts"
import { featuresOf } from "./features.ts"
import { repeatedBoilerplate } from "./repeated.ts"
import { finish, step, type Steps } from "./steps.ts"

/** What changes in the store. */
export interface ConsolidatedStore {
  readonly changedOutputs: ReadonlyArray<Output>
  /** What is new to be known of statements. */
  readonly marks: ReadonlyArray<StatementMark>
  readonly clusters: ReadonlyArray<Cluster>
  /** Number of statements that a digest may quote. */
  readonly statements: number
}

/** Share of repeated statements from which an output is the same document as another of its initiative. */
const sameShare = 0.6

/** Fewer statements than these say nothing about whether two documents are the same. */
const enoughStatements = 3

/** Earliest date first, then the shorter address: the order in which one of two equal outputs is kept. */
const byOrigin = (a: Output, b: Output): number =>
  (a.publishedAt ?? "9999").localeCompare(b.publishedAt ?? "9999") ||
  a.url.length - b.url.length ||
  (a.id < b.id ? -1 : 1)

/** Statements of which one repeats the other, by the outputs in which they stand. */
class Repetitions {
  readonly #counts = new Map<OutputId, Map<OutputId, number>>()
  readonly #sizes = new Map<OutputId, number>()

  constructor(statements: ReadonlyArray<StatementToCompare>, { first }: Findings) {
    for (const [index, { outputId }] of statements.entries()) {
      this.#sizes.set(outputId, (this.#sizes.get(outputId) ?? 0) + 1)
      const other = statements[first[index] ?? -1]?.outputId
      if (other === undefined || other === outputId) continue
      this.#count(outputId, other)
      this.#count(other, outputId)
    }
  }

  #count(a: OutputId, b: OutputId): void {
    const counts = this.#counts.get(a) ?? new Map<OutputId, number>()
    counts.set(b, (counts.get(b) ?? 0) + 1)
    this.#counts.set(a, counts)
  }

  /** Outputs that consist of this one for the most part, and it of them. */
  same(id: OutputId): ReadonlyArray<OutputId> {
    const own = this.#sizes.get(id) ?? 0
    return [...(this.#counts.get(id) ?? [])].flatMap(([other, common]) => {
      const size = this.#sizes.get(other) ?? 0
      if (Math.min(own, size) < enoughStatements) return []
      return common / Math.max(own, size) >= sameShare ? [other] : []
    })
  }
}

/**
 * For each output that repeats another one of its initiative: the one that is kept. Both must consist of the
 * other for the most part: a summary that quotes a report, or a report that holds the messages, stays.
 */
const sameOutputs = (
  outputs: ReadonlyArray<Output>,
  repetitions: Repetitions
): ReadonlyMap<OutputId, OutputId> => {
  const found = new Map<OutputId, OutputId>()
  for (const group of Map.groupBy(outputs, ({ initiativeId }) => initiativeId).values()) {
    const kept = new Map<OutputId, number>()
    for (const [place, { id }] of group.toSorted(byOrigin).entries()) {
      const [original] = repetitions
        .same(id)
        .filter((other) => kept.has(other))
        .sort((a, b) => (kept.get(a) ?? 0) - (kept.get(b) ?? 0))
      if (original === undefined) kept.set(id, place)
      else found.set(id, original)
    }
  }
  return found
}

/** Oldest first, so that duplicates point to what was said first. */
const inOrder = (statements: ReadonlyArray<StatementToCompare>, dates: ReadonlyMap<OutputId, string>) =>
  statements.toSorted((a, b) => {
    const [left = "", right = ""] = [dates.get(a.outputId), dates.get(b.outputId)]
    if (left !== right) return left < right ? -1 : 1
    return a.id < b.id ? -1 : 1
  })

const featuresAt = (statements: ReadonlyArray<StatementToCompare>) => (index: number) => {
  const { issues = [], language = "und", text = "" } = statements[index] ?? {}
  return featuresOf({ text, language, concepts: issues })
}

const compare = (
  statements: ReadonlyArray<StatementToCompare>,
  { apart, merges }: StandingDecisions
): Steps<Findings> => {
  // Of a hundred thousand statements people decided about a few.
  const named = new Set([...apart, ...[...merges].flat()])
  const places = new Map<StatementId, number>()
  for (const [index, { id }] of statements.entries()) if (named.has(id)) places.set(id, index)
  const decided = {
    apart: new Set([...apart].flatMap((id) => places.get(id) ?? [])),
    joined: [...merges]
      .flatMap(([id, into]) => {
        const [one, other] = [places.get(id), places.get(into)]
        return one === undefined || other === undefined ? [] : [[one, other] as const]
      })
      .sort(([a], [b]) => a - b)
  }
  const initiativeAt = (index: number) => statements[index]?.initiativeId
  return findSame(statements.length, featuresAt(statements), initiativeAt, decided)
}

/** The cluster of statements that say the same; none where only one initiative speaks. */
export const clusterOf = (said: ReadonlyArray<StatementToCompare>): Cluster | undefined => {
  const speakers = said.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (new Set(speakers.map(({ initiativeId }) => initiativeId)).size < 2) return undefined
  const members = speakers.map(({ id }) => id)
  const central = representativeOf(
    speakers.map(({ id, initiativeId, issues, language, text }) => ({
      id,
      initiative: initiativeId,
      text,
      language,
      concepts: issues
    }))
  )
  const representative = members.find((id) => id === central) ?? members[0]
  return representative === undefined
    ? undefined
    : { id: ClusterId.make(clusterName(members)), representative, members }
}

/** The groups in which several initiatives speak, by id. */
function* clustersOf(
  statements: ReadonlyArray<StatementToCompare>,
  { groups }: Findings
): Steps<ReadonlyArray<Cluster>> {
  const all = [...groups]
  const found: Array<Cluster> = []
  for (const [index, group] of all.entries()) {
    yield* step("clusters", index, all.length)
    const cluster = clusterOf(group.flatMap((place) => statements[place] ?? []))
    if (cluster !== undefined) found.push(cluster)
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const changesOf = (
  outputs: ReadonlyArray<Output>,
  same: ReadonlyMap<OutputId, OutputId>
): ReadonlyArray<Output> => {
  const marked = outputs.map((output) => {
    const sameAs = same.get(output.id) ?? null
    return sameAs === output.sameAs ? output : { ...output, sameAs }
  })
  const finals = finalsOfDrafts(marked)
  return marked.flatMap((output, index) => {
    const supersededBy = finals.get(output.id) ?? null
    return output === outputs[index] && supersededBy === output.supersededBy
      ? []
      : [{ ...output, supersededBy }]
  })
}

/**
 * Consolidates all outputs of kinds that count, and all statements; the order of the lists does not matter.
 *
 * @param standing what people decided: it holds against whatever is found here.
 */
export function* consolidateInSteps(
  allOutputs: ReadonlyArray<Output>,
  allStatements: ReadonlyArray<StatementToCompare>,
  standing: StandingDecisions
): Steps<ConsolidatedStore> {
  const outputs = allOutputs.filter(({ kind }) => countingKinds.includes(kind))
  const dates = new Map(outputs.map((output) => [output.id, output.publishedAt ?? "9999"] as const))
  const counting = allStatements
    .filter(({ outputId }) => dates.has(outputId))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

  const repeated = yield* repeatedBoilerplate(counting)
  const furniture = new Set([...repeated].filter((id) => !standing.decided.has(id)))
  const all = inOrder(
    counting.filter(({ id, kind }) => kind !== "boilerplate" && !furniture.has(id)),
    dates
  )
  const first = yield* compare(all, standing)
  // Of an output that stands at two addresses the kept one speaks; the other only shows where else it is.
  const same = sameOutputs(outputs, new Repetitions(all, first))
  const quotable = same.size === 0 ? all : all.filter(({ outputId }) => !same.has(outputId))
  const found = same.size === 0 ? first : yield* compare(quotable, standing)

  const originals = new Map<StatementId, StatementId>()
  for (const [index, { id }] of quotable.entries()) {
    const original = quotable[found.first[index] ?? -1]
    if (original !== undefined) originals.set(id, original.id)
  }
  const clusters = yield* clustersOf(quotable, found)
  const clusterIds = new Map(
    clusters.flatMap(({ id, members }) => members.map((member) => [member, id] as const))
  )
  const marks = allStatements.flatMap((statement): ReadonlyArray<StatementMark> => {
    const { id } = statement
    const isFurniture = furniture.has(id)
    const duplicateOf = originals.get(id) ?? null
    const clusterId = clusterIds.get(id) ?? null
    const isSame =
      (!isFurniture || statement.kind === "boilerplate") &&
      duplicateOf === statement.duplicateOf &&
      clusterId === statement.clusterId
    return isSame ? [] : [{ id, isFurniture, duplicateOf, clusterId }]
  })
  return { changedOutputs: changesOf(allOutputs, same), marks, clusters, statements: quotable.length }
}

/** The same at one go. */
export const consolidateAll = (
  outputs: ReadonlyArray<Output>,
  statements: ReadonlyArray<StatementToCompare>,
  standing: StandingDecisions
): ConsolidatedStore => finish(consolidateInSteps(outputs, statements, standing))
