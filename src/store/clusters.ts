/** Clusters in the store: derived from all statements, replaced as a whole. */
import { Array, Context, Effect, Layer } from "effect"
import { Cluster, type ClusterId } from "../domain/index.ts"
import { among, rowsOf } from "./bulk.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable } from "./table.ts"

export const clusterTable = defineTable("clusters", Cluster, {
  id: "plain",
  representative: "plain",
  members: "json"
})

/** Members named in one UPDATE at most. */
const memberBatch = 2000

export class Clusters extends Context.Service<
  Clusters,
  {
    /** Replaces all clusters and sets `clusterId` of all statements accordingly, in one transaction. */
    readonly replaceAll: (clusters: ReadonlyArray<Cluster>) => Effect.Effect<void, StoreError>
    /** Makes the clusters these, without touching statements, which are marked already. */
    readonly become: (clusters: ReadonlyArray<Cluster>) => Effect.Effect<void, StoreError>
    /** Puts these in the place of some, without touching statements. */
    readonly exchange: (
      gone: ReadonlyArray<ClusterId>,
      clusters: ReadonlyArray<Cluster>
    ) => Effect.Effect<void, StoreError>
    /** By id. */
    readonly list: Effect.Effect<ReadonlyArray<Cluster>, StoreError>
    readonly count: Effect.Effect<number, StoreError>
  }
>()("tributary/store/Clusters") {
  static readonly layer = Layer.effect(
    Clusters,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database

      const replaceAll = Effect.fn("Clusters.replaceAll")((clusters: ReadonlyArray<Cluster>) =>
        transaction(
          Effect.gen(function* () {
            yield* sql`DELETE FROM clusters`
            yield* sql`UPDATE statements SET cluster_id = NULL WHERE cluster_id IS NOT NULL`
            yield* clusterTable.insert(sql, clusters)
            const pairs = clusters.flatMap(({ id, members }) =>
              members.map((member) => ({ id: member, cluster_id: id }))
            )
            for (const batch of Array.chunksOf(pairs, memberBatch)) {
              yield* sql`WITH members (id, cluster_id) AS (${rowsOf(sql, batch)})
                UPDATE statements SET cluster_id = members.cluster_id
                FROM members WHERE statements.id = members.id`
            }
          })
        )
      )

      const list = sql`SELECT ${sql.literal(clusterTable.selectList)} FROM clusters ORDER BY id`.pipe(
        Effect.flatMap(clusterTable.decode),
        guard,
        Effect.withSpan("Clusters.list")
      )

      const exchange = Effect.fn("Clusters.exchange")(
        (gone: ReadonlyArray<ClusterId>, clusters: ReadonlyArray<Cluster>) =>
          transaction(
            Effect.gen(function* () {
              for (const ids of Array.chunksOf(gone, memberBatch)) {
                yield* sql`DELETE FROM clusters WHERE ${among(sql, "id", ids)}`
              }
              yield* clusterTable.upsert(sql, clusters, ["id"])
            })
          )
      )

      const become = Effect.fn("Clusters.become")((clusters: ReadonlyArray<Cluster>) =>
        transaction(
          Effect.gen(function* () {
            const known = new Map((yield* list).map((one) => [one.id, one]))
            const changed = clusters.filter((one) => {
              const before = known.get(one.id)
              known.delete(one.id)
              return (
                before === undefined ||
                before.representative !== one.representative ||
                before.members.join(" ") !== one.members.join(" ")
              )
            })
            yield* exchange([...known.keys()], changed)
          })
        )
      )

      const count = sql<{
        readonly count: number
      }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM clusters`.pipe(
        Effect.map((rows) => rows[0]?.count ?? 0),
        guard,
        Effect.withSpan("Clusters.count")
      )

      return Clusters.of({ replaceAll, become, exchange, list, count })
    })
  )
}
