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
  type Statement,
  StatementId
} from "../../domain/index.ts"
import { repeatedBoilerplate } from "../normalize.ts"
import { finalsOfDrafts } from "./drafts.ts"
import { consolidate, representativeOf } from "./consolidate.ts"

/** What changes in the store. */
export interface ConsolidatedStore {
  readonly changedOutputs: ReadonlyArray<Output>
  readonly changedStatements: ReadonlyArray<Statement>
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

/**
 * For each output that repeats another one of its initiative: the one that is kept. Both must consist of the
 * other for the most part: a summary that quotes a report, or a report that holds the messages, stays.
 */
const sameOutputs = (
  outputs: ReadonlyArray<Output>,
  statements: ReadonlyArray<Statement>,
  originals: ReadonlyMap<string, string>
): ReadonlyMap<OutputId, OutputId> => {
  const outputOf = new Map(statements.map(({ id, outputId }) => [id, outputId] as const))
  const sizes = new Map<OutputId, number>()
  const common = new Map<string, number>()
  for (const { id, outputId } of statements) {
    sizes.set(outputId, (sizes.get(outputId) ?? 0) + 1)
    const original = originals.get(id)
    const other = original === undefined ? undefined : outputOf.get(StatementId.make(original))
    if (other === undefined || other === outputId) continue
    const pair = [outputId, other].sort().join(" ")
    common.set(pair, (common.get(pair) ?? 0) + 1)
  }
  const isSame = (a: Output, b: Output): boolean => {
    const [small, large] = [sizes.get(a.id) ?? 0, sizes.get(b.id) ?? 0].sort((x, y) => x - y)
    if (small === undefined || large === undefined || small < enoughStatements) return false
    return (common.get([a.id, b.id].sort().join(" ")) ?? 0) / large >= sameShare
  }
  const found = new Map<OutputId, OutputId>()
  for (const group of Map.groupBy(outputs, ({ initiativeId }) => initiativeId).values()) {
    const kept: Array<Output> = []
    for (const output of group.toSorted(byOrigin)) {
      const original = kept.find((other) => isSame(output, other))
      if (original === undefined) kept.push(output)
      else found.set(output.id, original.id)
    }
  }
  return found
}

/** What `consolidate` compares, the oldest first, so that duplicates point to what was said first. */
const comparable = (statements: ReadonlyArray<Statement>, dates: ReadonlyMap<OutputId, string>) =>
  statements
    .toSorted(
      (a, b) =>
        (dates.get(a.outputId) ?? "").localeCompare(dates.get(b.outputId) ?? "") || (a.id < b.id ? -1 : 1)
    )
    .map(({ id, initiativeId, issues, language, text }) => ({
      id,
      initiative: initiativeId,
      text,
      language,
      concepts: issues.map((issue) => issue.id)
    }))

/**
 * Consolidates all outputs of kinds that count, and all statements; the order of the lists does not matter.
 *
 * @param decided statements whose kind or issues a person set: they are never taken for furniture.
 */
export const consolidateAll = (
  allOutputs: ReadonlyArray<Output>,
  allStatements: ReadonlyArray<Statement>,
  decided: ReadonlySet<StatementId>
): ConsolidatedStore => {
  const outputs = allOutputs.filter(({ kind }) => countingKinds.includes(kind))
  const counting = new Set(outputs.map(({ id }) => id))
  const statements = allStatements
    .filter(({ outputId }) => counting.has(outputId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

  const furniture = new Set([...repeatedBoilerplate(statements)].filter((id) => !decided.has(id)))
  const isQuotable = (statement: Statement) =>
    statement.kind !== "boilerplate" && !furniture.has(statement.id)

  const dates = new Map(outputs.map((output) => [output.id, output.publishedAt ?? "9999"] as const))
  const all = statements.filter(isQuotable)
  const compared = comparable(all, dates)
  const first = consolidate(compared)
  const originals = new Map(
    first.flatMap(({ duplicateOf, id }) => (duplicateOf === null ? [] : [[id, duplicateOf] as const]))
  )
  // Of an output that stands at two addresses the kept one speaks; the other only shows where else it is.
  const same = sameOutputs(outputs, all, originals)
  const quotable = all.filter(({ outputId }) => !same.has(outputId))
  const toConsolidate = same.size === 0 ? compared : comparable(quotable, dates)
  const found = same.size === 0 ? first : consolidate(toConsolidate)
  const byId = new Map(toConsolidate.map((one) => [one.id, one] as const))
  const duplicates = new Map(found.map(({ duplicateOf, id }) => [id, duplicateOf] as const))
  const initiatives = new Map(quotable.map(({ id, initiativeId }) => [id, initiativeId] as const))

  const clusters: Array<Cluster> = []
  for (const [name, group] of Map.groupBy(found, ({ cluster }) => cluster)) {
    const members = group.map(({ id }) => StatementId.make(id)).sort()
    if (new Set(members.map((id) => initiatives.get(id))).size < 2) continue
    const speakers = members.flatMap((id) => byId.get(id) ?? [])
    const representative = StatementId.make(representativeOf(speakers) ?? members[0] ?? "")
    clusters.push({ id: ClusterId.make(name), representative, members })
  }
  const clusterOf = new Map(
    clusters.flatMap(({ id, members }) => members.map((member) => [member, id] as const))
  )

  const marked = allOutputs.map((output) => ({ ...output, sameAs: same.get(output.id) ?? null }))
  const finals = finalsOfDrafts(marked)
  const before = new Map(allOutputs.map((output) => [output.id, output] as const))
  const changedOutputs = marked.flatMap((output) => {
    const supersededBy = finals.get(output.id) ?? null
    const known = before.get(output.id)
    return output.sameAs === known?.sameAs && supersededBy === known.supersededBy
      ? []
      : [{ ...output, supersededBy }]
  })
  const changedStatements = allStatements.flatMap((statement) => {
    const original = duplicates.get(statement.id) ?? null
    const isFurniture = furniture.has(statement.id)
    const next: Statement = {
      ...statement,
      kind: isFurniture ? "boilerplate" : statement.kind,
      issues: isFurniture ? [] : statement.issues,
      duplicateOf: original === null ? null : StatementId.make(original),
      clusterId: clusterOf.get(statement.id) ?? null
    }
    const isSame =
      next.kind === statement.kind &&
      next.duplicateOf === statement.duplicateOf &&
      next.clusterId === statement.clusterId
    return isSame ? [] : [next]
  })
  return {
    changedOutputs,
    changedStatements,
    clusters: clusters.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    statements: quotable.length
  }
}
