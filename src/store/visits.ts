/** Visits in the store: every request of every run, with its outcome. */
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import {
  type RunId,
  type SourceId,
  Visit,
  VisitId,
  VisitOutcome,
  type VisitPurpose
} from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable, UnreadableRow } from "./table.ts"

const table = defineTable("visits", Visit, {
  id: "plain",
  runId: "plain",
  sourceId: "plain",
  purpose: "plain",
  url: "plain",
  finalUrl: "plain",
  outcome: "plain",
  status: "plain",
  mediaType: "plain",
  charset: "plain",
  bytes: "plain",
  captureId: "plain",
  etag: "plain",
  lastModified: "plain",
  startedAt: "plain",
  durationMs: "plain",
  message: "plain"
})

const OutcomeCount = Schema.Struct({ outcome: VisitOutcome, count: Schema.Int })
export type OutcomeCount = typeof OutcomeCount.Type
const decodeCounts = Schema.decodeUnknownEffect(Schema.Array(OutcomeCount))

export class Visits extends Context.Service<
  Visits,
  {
    /** Records a visit and gives it its number. */
    readonly record: (visit: Omit<Visit, "id">) => Effect.Effect<Visit, StoreError>
    /** In the order in which they were recorded. */
    readonly byRun: (runId: RunId) => Effect.Effect<ReadonlyArray<Visit>, StoreError>
    /** The newest visit of a source for a purpose; visits to the source itself when none is named. */
    readonly lastOf: (
      sourceId: SourceId,
      purpose?: VisitPurpose
    ) => Effect.Effect<Option.Option<Visit>, StoreError>
    /** The newest visit of this URL that brought a body; the validators to send along are its own. */
    readonly lastSuccessOf: (url: string) => Effect.Effect<Option.Option<Visit>, StoreError>
    /** How often each outcome came up in a run, the most frequent first. */
    readonly countByOutcome: (runId: RunId) => Effect.Effect<ReadonlyArray<OutcomeCount>, StoreError>
  }
>()("tributary/store/Visits") {
  static readonly layer = Layer.effect(
    Visits,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const columns = sql.literal(table.selectList)

      const record = Effect.fn("Visits.record")((visit: Omit<Visit, "id">) => {
        const { id: _, ...row } = table.toRow({ ...visit, id: VisitId.make(0) })
        return sql<{ readonly id: number }>`INSERT INTO visits ${sql.insert(row)} RETURNING id`.pipe(
          Effect.flatMap(([inserted]) => Effect.fromNullishOr(inserted)),
          Effect.map((inserted): Visit => ({ ...visit, id: VisitId.make(inserted.id) })),
          Effect.catchTag("NoSuchElementError", Effect.die),
          guard
        )
      })

      const byRun = Effect.fn("Visits.byRun")((runId: RunId) =>
        sql`SELECT ${columns} FROM visits WHERE run_id = ${runId} ORDER BY id`.pipe(
          Effect.flatMap(table.decode),
          guard
        )
      )

      const lastOf = Effect.fn("Visits.lastOf")((sourceId: SourceId, purpose: VisitPurpose = "source") =>
        sql`SELECT ${columns} FROM visits WHERE source_id = ${sourceId} AND purpose = ${purpose}
            ORDER BY id DESC LIMIT 1`.pipe(Effect.flatMap(table.decode), Effect.map(Array.head), guard)
      )

      const lastSuccessOf = Effect.fn("Visits.lastSuccessOf")((url: string) =>
        sql`SELECT ${columns} FROM visits WHERE url = ${url} AND outcome = 'ok' AND capture_id IS NOT NULL
            ORDER BY id DESC LIMIT 1`.pipe(Effect.flatMap(table.decode), Effect.map(Array.head), guard)
      )

      const countByOutcome = Effect.fn("Visits.countByOutcome")((runId: RunId) =>
        sql`SELECT outcome, CAST(COUNT(*) AS INTEGER) AS count FROM visits WHERE run_id = ${runId}
            GROUP BY outcome ORDER BY COUNT(*) DESC, outcome`.pipe(
          Effect.flatMap(decodeCounts),
          Effect.catchTag(
            "SchemaError",
            (error) => new UnreadableRow({ table: "visits", message: error.message })
          ),
          guard
        )
      )

      return Visits.of({ record, byRun, lastOf, lastSuccessOf, countByOutcome })
    })
  )
}
