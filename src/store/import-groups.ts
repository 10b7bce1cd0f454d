/**
 * The groups of sources of a run that several processes share: a queue in the database. A process takes a
 * group, gives signs of life, and marks it done; what a dead process had is taken by another.
 */
import { Array, Context, Effect, Layer, Schema } from "effect"
import { JobRunId, RunId, SourceId } from "../domain/index.ts"
import { databaseNow } from "./clock.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { CurrentProcess, mayLive, processText } from "./process.ts"
import { UnreadableRow } from "./table.ts"

/** Milliseconds without a sign of life after which a group is taken from its process. */
export const groupSilenceMs = 15_000

/** After so many failures nobody tries a group again. */
const mostFailures = 5

/** A group that this process has taken. */
const TakenGroup = Schema.Struct({
  jobRun: JobRunId,
  place: Schema.Int,
  runId: RunId,
  sources: Schema.fromJsonString(Schema.Array(SourceId)),
  /** How often it was taken, this time included. */
  takes: Schema.Int
})
export type TakenGroup = typeof TakenGroup.Type

/** Tells a group from all others. */
export type GroupPlace = Pick<TakenGroup, "jobRun" | "place">

const decodeTaken = Schema.decodeUnknownEffect(Schema.Array(TakenGroup))
const sourcesText = Schema.encodeSync(TakenGroup.fields.sources)

/** How far the groups of a run are. */
export interface GroupCount {
  readonly left: number
  /** Why a group was given up; null when none was. */
  readonly failure: string | null
}

export class ImportGroups extends Context.Service<
  ImportGroups,
  {
    /** Puts the groups of a run in the queue, in this order; those that are there stay as they are. */
    readonly offer: (
      jobRun: JobRunId,
      runId: RunId,
      groups: ReadonlyArray<ReadonlyArray<SourceId>>
    ) => Effect.Effect<void, StoreError>
    /** Takes the next group of a run that is not over, if there is one: at most one. */
    readonly take: Effect.Effect<ReadonlyArray<TakenGroup>, StoreError>
    /** Gives a sign of life; gives those of the groups that are this process's still, of runs that go on. */
    readonly beat: (groups: ReadonlyArray<GroupPlace>) => Effect.Effect<ReadonlyArray<GroupPlace>, StoreError>
    readonly finish: (group: GroupPlace) => Effect.Effect<void, StoreError>
    /** Lets others have the group; with a failure if it could not be done. */
    readonly giveBack: (group: GroupPlace, failure: string | null) => Effect.Effect<void, StoreError>
    /**
     * Takes what processes of this machine had that are no more, groups and turns at hosts, so that nobody waits
     * until their time is over.
     */
    readonly reclaim: Effect.Effect<void, StoreError>
    readonly count: (jobRun: JobRunId) => Effect.Effect<GroupCount, StoreError>
  }
>()("tributary/store/ImportGroups") {
  static readonly layer = Layer.effect(
    ImportGroups,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const self = yield* CurrentProcess
      const own = processText(self)
      const now = databaseNow(sql)
      // What another process is about to take is passed over and not waited for.
      const skipping = sql.literal(
        sql.onDialectOrElse({ pg: () => "FOR UPDATE OF waiting SKIP LOCKED", orElse: () => "" })
      )
      const goesOn = sql`EXISTS (SELECT 1 FROM job_runs
        WHERE job_runs.id = import_groups.job_run AND job_runs.state IN ('running', 'suspended')
          AND job_runs.cancel_requested = 0)`

      const offer = Effect.fn("ImportGroups.offer")(
        (jobRun: JobRunId, runId: RunId, groups: ReadonlyArray<ReadonlyArray<SourceId>>) =>
          guard(
            Effect.forEach(
              Array.chunksOf(
                groups.map((sources, place) => ({
                  job_run: jobRun,
                  place,
                  run_id: runId,
                  sources: sourcesText(sources),
                  process: null,
                  beat_at: 0,
                  takes: 0,
                  done: 0,
                  failures: 0,
                  failure: null
                })),
                500
              ),
              (rows) =>
                sql`INSERT INTO import_groups ${sql.insert(rows)} ON CONFLICT (job_run, place) DO NOTHING`,
              { discard: true }
            )
          )
      )

      // Compared with one row: PostgreSQL may ask `IN (SELECT … LIMIT 1 … SKIP LOCKED)` anew for each row of the
      // table, and then one process takes them all.
      const take = sql`UPDATE import_groups SET process = ${own}, beat_at = ${now}, takes = takes + 1
        WHERE done = 0 AND (job_run, place) = (
          SELECT waiting.job_run, waiting.place FROM import_groups AS waiting
          JOIN job_runs ON job_runs.id = waiting.job_run AND job_runs.state IN ('running', 'suspended')
            AND job_runs.cancel_requested = 0
          WHERE waiting.done = 0 AND waiting.failures < ${mostFailures}
            AND (waiting.process IS NULL OR waiting.beat_at <= ${now} - ${groupSilenceMs})
          ORDER BY waiting.job_run, waiting.place LIMIT 1 ${skipping})
        RETURNING job_run AS "jobRun", place, run_id AS "runId", sources, takes`.pipe(
        Effect.flatMap(decodeTaken),
        Effect.catchTag(
          "SchemaError",
          (error) => new UnreadableRow({ table: "import_groups", message: error.message })
        ),
        guard,
        Effect.withSpan("ImportGroups.take")
      )

      const mine = ({ jobRun, place }: GroupPlace) =>
        sql`job_run = ${jobRun} AND place = ${place} AND process = ${own} AND done = 0`

      const beat = Effect.fn("ImportGroups.beat")((groups: ReadonlyArray<GroupPlace>) =>
        Array.isReadonlyArrayNonEmpty(groups)
          ? guard(sql<GroupPlace>`UPDATE import_groups SET beat_at = ${now}
              WHERE process = ${own} AND done = 0 AND ${goesOn}
                AND (job_run, place) IN (VALUES ${sql.csv(
                  groups.map(({ jobRun, place }) => sql`(${jobRun}, CAST(${place} AS INTEGER))`)
                )})
              RETURNING job_run AS "jobRun", place`)
          : Effect.succeed([])
      )

      const finish = Effect.fn("ImportGroups.finish")((group: GroupPlace) =>
        guard(sql`UPDATE import_groups SET done = 1, process = NULL WHERE ${mine(group)}`).pipe(Effect.asVoid)
      )

      const giveBack = Effect.fn("ImportGroups.giveBack")((group: GroupPlace, failure: string | null) => {
        const failed = failure === null ? sql`` : sql`, failures = failures + 1, failure = ${failure}`
        return guard(sql`UPDATE import_groups SET process = NULL${failed} WHERE ${mine(group)}`).pipe(
          Effect.asVoid
        )
      })

      const reclaim = Effect.gen(function* () {
        const holders = yield* guard(sql<{ readonly process: string }>`
          SELECT DISTINCT process FROM import_groups WHERE done = 0 AND process IS NOT NULL
          UNION SELECT DISTINCT process FROM host_turns WHERE process IS NOT NULL`)
        const dead = holders.flatMap(({ process }) => (mayLive(process, self) ? [] : [process]))
        if (!Array.isReadonlyArrayNonEmpty(dead)) return
        yield* guard(
          sql`UPDATE import_groups SET process = NULL WHERE done = 0 AND ${sql.in("process", dead)}`
        )
        yield* guard(sql`UPDATE host_turns SET process = NULL WHERE ${sql.in("process", dead)}`)
      }).pipe(Effect.withSpan("ImportGroups.reclaim"))

      const count = Effect.fn("ImportGroups.count")((jobRun: JobRunId) =>
        guard(sql<GroupCount>`SELECT CAST(COUNT(*) AS INTEGER) AS "left",
            MAX(CASE WHEN failures >= ${mostFailures} THEN failure END) AS failure
          FROM import_groups WHERE job_run = ${jobRun} AND done = 0`).pipe(
          Effect.map(([found]) => found ?? { left: 0, failure: null })
        )
      )

      return ImportGroups.of({ offer, take, beat, finish, giveBack, reclaim, count })
    })
  )
}
