/**
 * What a watcher asks of the store: figures for a dashboard, and proof that it can be written. Each is one
 * small query over indexes, since they are asked every few seconds.
 */
import { Context, Effect, Layer } from "effect"
import { countingKinds, type InitiativeId, type Timestamp } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { now } from "./now.ts"

/** How the work stands. */
export interface WatchFigures {
  readonly sourcesApproved: number
  /** Approved sources whose next visit is past due. */
  readonly sourcesDue: number
  /** When the source that is longest past due should have been visited; null when none is. */
  readonly longestDueSince: Timestamp | null
  /** Sources whose last visit failed. */
  readonly sourcesFailing: number
  /** Entries that wait to be fetched. */
  readonly itemsWaiting: number
  readonly outputs: number
  /** Statements other than boilerplate. */
  readonly statements: number
  readonly alarms: number
}

/** What came of an initiative in some time. */
export interface ArrivalCount {
  readonly initiativeId: InitiativeId
  readonly outputs: number
  /** Of these, of the kinds that count. */
  readonly counting: number
}

export class Watch extends Context.Service<
  Watch,
  {
    readonly figures: Effect.Effect<WatchFigures, StoreError>
    /** End of the last import that came to its end, by hand or by schedule; null before the first. */
    readonly lastImportAt: Effect.Effect<Timestamp | null, StoreError>
    /** The latest instant at which something began, a run or a request: a right clock is past it. */
    readonly lastStartAt: Effect.Effect<Timestamp | null, StoreError>
    /** Outputs of which the first version was received since the instant, by initiative. */
    readonly arrivals: (since: Timestamp) => Effect.Effect<ReadonlyArray<ArrivalCount>, StoreError>
    /** Writes, and so shows that the store can be written. */
    readonly write: Effect.Effect<void, StoreError>
  }
>()("tributary/store/Watch") {
  static readonly layer = Layer.effect(
    Watch,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

      const figures = Effect.gen(function* () {
        const at = yield* now
        const today = at.slice(0, 10)
        const [sources] = yield* sql<{
          readonly sourcesApproved: number
          readonly sourcesDue: number
          readonly longestDueSince: Timestamp | null
          readonly sourcesFailing: number
        }>`
          SELECT CAST(COUNT(*) AS INTEGER) AS "sourcesApproved",
            CAST(COUNT(CASE WHEN states.next_visit_at IS NULL OR states.next_visit_at <= ${at} THEN 1 END)
              AS INTEGER) AS "sourcesDue",
            MIN(CASE WHEN states.next_visit_at <= ${at} THEN states.next_visit_at END) AS "longestDueSince",
            CAST(COUNT(CASE WHEN states.failures > 0 THEN 1 END) AS INTEGER) AS "sourcesFailing"
          FROM sources LEFT JOIN source_states AS states ON states.source_id = sources.id
          WHERE sources.status = 'approved' AND sources.kind <> 'upload'
            AND (sources.valid_from IS NULL OR sources.valid_from <= ${today})
            AND (sources.valid_until IS NULL OR sources.valid_until >= ${today})`
        const [rest] = yield* sql<{
          readonly itemsWaiting: number
          readonly outputs: number
          readonly statements: number
          readonly alarms: number
        }>`
          SELECT
            CAST((SELECT COUNT(*) FROM items WHERE visited_at IS NULL) AS INTEGER) AS "itemsWaiting",
            CAST((SELECT COUNT(*) FROM outputs) AS INTEGER) AS "outputs",
            CAST((SELECT COUNT(*) FROM statements) - (SELECT COUNT(*) FROM statements WHERE kind = 'boilerplate')
              AS INTEGER) AS "statements",
            CAST((SELECT COUNT(*) FROM alarms WHERE ended_at IS NULL) AS INTEGER) AS "alarms"`
        if (sources === undefined || rest === undefined) return yield* Effect.die("an aggregate gave no row")
        return { ...sources, ...rest }
      }).pipe(guard, Effect.withSpan("Watch.figures"))

      const lastImportAt = sql<{ readonly at: Timestamp | null }>`
        SELECT MAX(finished_at) AS "at" FROM runs
        WHERE state = 'completed' AND "trigger" IN ('manual', 'schedule')`.pipe(
        Effect.map(([row]) => row?.at ?? null),
        guard
      )

      const lastStartAt = sql<{
        readonly at: Timestamp | null
      }>`SELECT MAX("at") AS "at" FROM (
          SELECT MAX(started_at) AS "at" FROM runs UNION ALL SELECT MAX(started_at) FROM job_runs
          UNION ALL SELECT MAX(started_at) FROM visits WHERE id = (SELECT MAX(id) FROM visits)
        ) AS instants`.pipe(
        Effect.map(([row]) => row?.at ?? null),
        guard
      )

      const arrivals = Effect.fn("Watch.arrivals")((since: Timestamp) =>
        guard(sql<ArrivalCount>`
          SELECT outputs.initiative_id AS "initiativeId", CAST(COUNT(*) AS INTEGER) AS "outputs",
            CAST(COUNT(CASE WHEN ${sql.in("outputs.kind", countingKinds)} THEN 1 END) AS INTEGER) AS "counting"
          FROM versions JOIN outputs ON outputs.id = versions.output_id
          WHERE versions.sequence = 1 AND versions.retrieved_at >= ${since} AND outputs.same_as IS NULL
          GROUP BY outputs.initiative_id ORDER BY outputs.initiative_id`)
      )

      const write = Effect.gen(function* () {
        yield* sql`INSERT INTO health_probes (name, "at") VALUES ('write', ${yield* now})
          ON CONFLICT (name) DO UPDATE SET "at" = excluded."at"`
      }).pipe(guard)

      return Watch.of({ figures, lastImportAt, lastStartAt, arrivals, write })
    })
  )
}
