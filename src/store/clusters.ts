/** Clusters in the store: derived from all statements, replaced as a whole. */
import { Array, Context, Effect, Layer } from "effect"
import { Cluster } from "../domain/index.ts"
import { rowsOf } from "./bulk.ts"
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

      const count = sql<{
        readonly count: number
      }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM clusters`.pipe(
        Effect.map((rows) => rows[0]?.count ?? 0),
        guard,
        Effect.withSpan("Clusters.count")
      )

      return Clusters.of({ replaceAll, list, count })
    })
  )
}
