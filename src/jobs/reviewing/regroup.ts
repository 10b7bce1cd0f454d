/**
 * The clusters that a decision touches, put right at once: what is split off or excluded leaves, what is merged
 * joins. Whatever else follows from it, consolidation finds.
 */
import { Effect } from "effect"
import {
  type Cluster,
  type ClusterId,
  type Review,
  type Statement,
  type StatementId,
  type StatementMark,
  toCompare
} from "../../domain/index.ts"
import { clusterOf, type StandingDecisions, standingDecisions } from "../../normalize/index.ts"
import { Clusters, Statements } from "../../store/index.ts"

/** Clusters in which statements stand. */
export const companyOf = Effect.fnUntraced(function* (named: ReadonlyArray<StatementId>) {
  if (named.length === 0) return new Set<ClusterId>()
  const statements = yield* (yield* Statements).list({ ids: named })
  return new Set(statements.flatMap(({ clusterId }) => clusterId ?? []))
})

/** Statements by the group in which they stand once decisions hold. */
const grouped = (
  statements: ReadonlyMap<StatementId, Statement>,
  { apart, merges }: StandingDecisions
): ReadonlyArray<ReadonlyArray<Statement>> => {
  const groups = new Map<StatementId, Set<StatementId>>()
  const byCluster = new Map<ClusterId, Set<StatementId>>()
  for (const { clusterId, id } of statements.values()) {
    const isAlone = clusterId === null || apart.has(id)
    const group = (isAlone ? undefined : byCluster.get(clusterId)) ?? new Set<StatementId>()
    group.add(id)
    groups.set(id, group)
    if (!isAlone) byCluster.set(clusterId, group)
  }
  for (const [one, other] of merges) {
    const left = groups.get(one)
    const right = groups.get(other)
    if (left === undefined || right === undefined || left === right) continue
    for (const id of right) {
      left.add(id)
      groups.set(id, left)
    }
  }
  return [...new Set(groups.values())].map((group) => [...group].flatMap((id) => statements.get(id) ?? []))
}

/**
 * Puts clusters right.
 *
 * @param named statements that are split off, excluded or merged
 * @param company the clusters in which they stood
 */
export const regroup = Effect.fn("review.regroup")(function* (
  named: ReadonlyArray<StatementId>,
  company: ReadonlySet<ClusterId>,
  reviews: ReadonlyArray<Review>
) {
  if (named.length === 0) return
  const statements = yield* Statements
  const found = new Map<StatementId, Statement>()
  for (const one of yield* statements.list({ ids: named })) found.set(one.id, one)
  for (const clusterId of company) {
    for (const one of yield* statements.list({ clusterId })) found.set(one.id, one)
  }
  const standing = standingDecisions(reviews)
  const clusters: Array<Cluster> = []
  const marks: Array<StatementMark> = []
  for (const group of grouped(found, standing)) {
    const cluster = clusterOf(group.map(toCompare))
    if (cluster !== undefined) clusters.push(cluster)
    for (const { clusterId, duplicateOf, id } of group) {
      const into = found.get(standing.merges.get(id) ?? id)
      const isRepetition =
        into !== undefined && into.id !== id && into.initiativeId === found.get(id)?.initiativeId
      const mark = {
        id,
        isFurniture: false,
        clusterId: cluster?.id ?? null,
        duplicateOf: isRepetition ? into.id : standing.apart.has(id) ? null : duplicateOf
      }
      if (mark.clusterId !== clusterId || mark.duplicateOf !== duplicateOf) marks.push(mark)
    }
  }
  yield* (yield* Clusters).exchange([...company], clusters)
  yield* statements.mark(marks)
})
