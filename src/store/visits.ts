/** Visits in the store: every request of every run, with its outcome. */
import { Array, Context, Effect, Layer, Option, Schema, Struct } from "effect"
import {
  type InitiativeId,
  type IsoDate,
  type RunId,
  type SourceId,
  Visit,
  VisitId,
  VisitOutcome,
  type VisitPurpose
} from "../domain/index.ts"
import { among } from "./bulk.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable, UnreadableRow } from "./table.ts"

const columnKinds = {
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
} as const

export const visitTable = defineTable("visits", Visit, { id: "plain", ...columnKinds })

/** Visits that the store has yet to number. */
const newVisits = defineTable("visits", Visit.mapFields(Struct.omit(["id"])), columnKinds)

/** URLs asked for in one query at most. */
const urlBatch = 1000

const OutcomeCount = Schema.Struct({ outcome: VisitOutcome, count: Schema.Int })
export type OutcomeCount = typeof OutcomeCount.Type
const decodeCounts = Schema.decodeUnknownEffect(Schema.Array(OutcomeCount))

/** Which visits, in the order of their numbers. */
export interface VisitFilter {
  readonly initiativeIds?: ReadonlyArray<InitiativeId>
  /** First and last day (UTC) on which they began. */
  readonly from?: IsoDate
  readonly to?: IsoDate
}

export class Visits extends Context.Service<
  Visits,
  {
    /** Records a visit and gives it its number. */
    readonly record: (visit: Omit<Visit, "id">) => Effect.Effect<Visit, StoreError>
    /** Records visits in their order, all or none. */
    readonly recordAll: (visits: ReadonlyArray<Omit<Visit, "id">>) => Effect.Effect<void, StoreError>
    /** In the order in which they were recorded. */
    readonly byRun: (runId: RunId) => Effect.Effect<ReadonlyArray<Visit>, StoreError>
    /** The newest visit of a source for a purpose; visits to the source itself when none is named. */
    readonly lastOf: (
      sourceId: SourceId,
      purpose?: VisitPurpose
    ) => Effect.Effect<Option.Option<Visit>, StoreError>
    /** The newest visit of this URL that brought a body; the validators to send along are its own. */
    readonly lastSuccessOf: (url: string) => Effect.Effect<Option.Option<Visit>, StoreError>
    /** The same for many URLs, by URL; those never fetched have none. */
    readonly lastSuccessesOf: (
      urls: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyMap<string, Visit>, StoreError>
    /** The newest visits to these sources and what they list, the newest first. */
    readonly newest: (
      sourceIds: ReadonlyArray<SourceId>,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Visit>, StoreError>
    /** Visits numbered above `after`, at most `limit` of them, for reading all without holding all. */
    readonly page: (
      after: VisitId,
      limit: number,
      filter?: VisitFilter
    ) => Effect.Effect<ReadonlyArray<Visit>, StoreError>
    /** The newest visit of this URL before the given one that brought a body. */
    readonly successBefore: (visit: Visit) => Effect.Effect<Option.Option<Visit>, StoreError>
    /**
     * Records a visit of another store under a number of this one; false when it is there already, by run,
     * URL, purpose and instant.
     */
    readonly restore: (visit: Omit<Visit, "id">) => Effect.Effect<boolean, StoreError>
    /** How often each outcome came up in a run, the most frequent first. */
    readonly countByOutcome: (runId: RunId) => Effect.Effect<ReadonlyArray<OutcomeCount>, StoreError>
  }
>()("tributary/store/Visits") {
  static readonly layer = Layer.effect(
    Visits,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const columns = sql.literal(visitTable.selectList)

      const record = Effect.fn("Visits.record")((visit: Omit<Visit, "id">) => {
        const { id: _, ...row } = visitTable.toRow({ ...visit, id: VisitId.make(0) })
        return sql<{ readonly id: number }>`INSERT INTO visits ${sql.insert(row)} RETURNING id`.pipe(
          Effect.flatMap(([inserted]) => Effect.fromNullishOr(inserted)),
          Effect.map((inserted): Visit => ({ ...visit, id: VisitId.make(inserted.id) })),
          Effect.catchTag("NoSuchElementError", Effect.die),
          guard
        )
      })

      const recordAll = (visits: ReadonlyArray<Omit<Visit, "id">>) => guard(newVisits.insert(sql, visits))

      const byRun = Effect.fn("Visits.byRun")((runId: RunId) =>
        sql`SELECT ${columns} FROM visits WHERE run_id = ${runId} ORDER BY id`.pipe(
          Effect.flatMap(visitTable.decode),
          guard
        )
      )

      const lastOf = Effect.fn("Visits.lastOf")((sourceId: SourceId, purpose: VisitPurpose = "source") =>
        sql`SELECT ${columns} FROM visits WHERE source_id = ${sourceId} AND purpose = ${purpose}
            ORDER BY id DESC LIMIT 1`.pipe(Effect.flatMap(visitTable.decode), Effect.map(Array.head), guard)
      )

      const lastSuccessOf = Effect.fn("Visits.lastSuccessOf")((url: string) =>
        sql`SELECT ${columns} FROM visits WHERE url = ${url} AND outcome = 'ok' AND capture_id IS NOT NULL
            ORDER BY id DESC LIMIT 1`.pipe(Effect.flatMap(visitTable.decode), Effect.map(Array.head), guard)
      )

      const lastSuccessesOf = Effect.fn("Visits.lastSuccessesOf")(function* (urls: ReadonlyArray<string>) {
        const found = new Map<string, Visit>()
        for (const batch of Array.chunksOf(new Set(urls), urlBatch)) {
          const visits = yield* sql`SELECT ${columns} FROM visits WHERE id IN (
              SELECT MAX(id) FROM visits WHERE ${among(sql, "url", batch)} AND outcome = 'ok'
              AND capture_id IS NOT NULL GROUP BY url)`.pipe(Effect.flatMap(visitTable.decode), guard)
          for (const visit of visits) found.set(visit.url, visit)
        }
        return found
      })

      const newest = Effect.fn("Visits.newest")((sourceIds: ReadonlyArray<SourceId>, limit: number) =>
        sourceIds.length === 0
          ? Effect.succeed([])
          : sql`SELECT ${columns} FROM visits WHERE ${sql.in("source_id", sourceIds)}
              AND purpose IN ('source', 'item', 'linked-document') ORDER BY id DESC LIMIT ${limit}`.pipe(
              Effect.flatMap(visitTable.decode),
              guard
            )
      )

      const page = Effect.fn("Visits.page")((after: VisitId, limit: number, filter: VisitFilter = {}) => {
        const conditions = where(sql, [
          sql`id > ${after}`,
          filter.from === undefined ? undefined : sql`substr(started_at, 1, 10) >= ${filter.from}`,
          filter.to === undefined ? undefined : sql`substr(started_at, 1, 10) <= ${filter.to}`,
          filter.initiativeIds === undefined
            ? undefined
            : sql`source_id IN (SELECT id FROM sources WHERE ${sql.in("initiative_id", filter.initiativeIds)})`
        ])
        return sql`SELECT ${columns} FROM visits WHERE ${conditions} ORDER BY id LIMIT ${limit}`.pipe(
          Effect.flatMap(visitTable.decode),
          guard
        )
      })

      const successBefore = Effect.fn("Visits.successBefore")((visit: Visit) =>
        sql`SELECT ${columns} FROM visits WHERE url = ${visit.url} AND outcome = 'ok'
            AND capture_id IS NOT NULL AND id < ${visit.id} ORDER BY id DESC LIMIT 1`.pipe(
          Effect.flatMap(visitTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const restore = Effect.fn("Visits.restore")(function* (visit: Omit<Visit, "id">) {
        const same =
          yield* guard(sql`SELECT id FROM visits WHERE url = ${visit.url} AND run_id = ${visit.runId}
          AND purpose = ${visit.purpose} AND started_at = ${visit.startedAt}
          AND source_id IS NOT DISTINCT FROM ${visit.sourceId} LIMIT 1`)
        if (same.length > 0) return false
        yield* record(visit)
        return true
      })

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

      return Visits.of({
        record,
        recordAll,
        byRun,
        lastOf,
        lastSuccessOf,
        lastSuccessesOf,
        newest,
        page,
        successBefore,
        restore,
        countByOutcome
      })
    })
  )
}
