/** Files that organisers handed in, in the store: who sent what, and what became of it. */
import { Array, Context, Effect, Layer, type Option } from "effect"
import {
  type InitiativeId,
  type OutputId,
  type Timestamp,
  Upload,
  type UploadId
} from "../../domain/index.ts"
import { Database, where } from "../database.ts"
import type { StoreError } from "../error.ts"
import { defineTable } from "../table.ts"

const table = defineTable("uploads", Upload, {
  id: "plain",
  initiativeId: "plain",
  linkId: "plain",
  email: "plain",
  fileName: "plain",
  bytes: "plain",
  captureId: "plain",
  outputId: "plain",
  problem: "plain",
  at: "plain"
})

export interface UploadFilter {
  readonly initiativeId?: InitiativeId
  readonly outputId?: OutputId
  /** 100 when absent. */
  readonly limit?: number
}

export class Uploads extends Context.Service<
  Uploads,
  {
    /** Enters an upload, or overwrites the one of its id. */
    readonly save: (upload: Upload) => Effect.Effect<void, StoreError>
    readonly get: (id: UploadId) => Effect.Effect<Option.Option<Upload>, StoreError>
    /** The newest first. */
    readonly list: (filter?: UploadFilter) => Effect.Effect<ReadonlyArray<Upload>, StoreError>
    /**
     * Number of files since an instant that wait for a person: what could not be read, unless the initiative sent
     * one since that could, and what was read in doubt.
     */
    readonly countWaiting: (since: Timestamp) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/Uploads") {
  static readonly layer = Layer.effect(
    Uploads,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const select = sql`SELECT ${sql.literal(table.selectList)} FROM uploads`

      const countWaiting = Effect.fn("Uploads.countWaiting")((since: Timestamp) =>
        sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS "count" FROM uploads u
          WHERE u."at" >= ${since} AND (
            (u.problem IS NOT NULL AND NOT EXISTS (SELECT 1 FROM uploads l
              WHERE l.initiative_id = u.initiative_id AND l."at" > u."at" AND l.output_id IS NOT NULL))
            OR EXISTS (SELECT 1 FROM outputs o WHERE o.id = u.output_id AND o.in_doubt = 1))`.pipe(
          Effect.map(([row]) => row?.count ?? 0),
          guard
        )
      )

      return Uploads.of({
        countWaiting,
        save: Effect.fn("Uploads.save")((upload: Upload) => guard(table.upsert(sql, [upload], ["id"]))),
        get: Effect.fn("Uploads.get")((id: UploadId) =>
          sql`${select} WHERE id = ${id}`.pipe(Effect.flatMap(table.decode), Effect.map(Array.head), guard)
        ),
        list: Effect.fn("Uploads.list")(({ initiativeId, limit = 100, outputId }: UploadFilter = {}) =>
          sql`${select} WHERE ${where(sql, [
            sql`1 = 1`,
            initiativeId === undefined ? undefined : sql`initiative_id = ${initiativeId}`,
            outputId === undefined ? undefined : sql`output_id = ${outputId}`
          ])} ORDER BY "at" DESC, id LIMIT ${limit}`.pipe(Effect.flatMap(table.decode), guard)
        )
      })
    })
  )
}
