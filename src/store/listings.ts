/**
 * Long lists a part at a time, for whoever pages through them: each part begins after the key of the last
 * element seen, so that nothing comes twice or is passed over when something is added meanwhile.
 */
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import {
  CaptureId,
  type Cluster,
  type ClusterId,
  type DocumentKind,
  type InitiativeId,
  type IsoDate,
  type JobName,
  type JobRun,
  type JobState,
  type LanguageTag,
  Output,
  type OutputId,
  type Run,
  type RunId,
  Timestamp,
  type Visit
} from "../domain/index.ts"
import { clusterTable } from "./clusters.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { jobRunTable } from "./job-runs.ts"
import { outputTable } from "./outputs.ts"
import { runTable } from "./runs.ts"
import { UnreadableRow } from "./table.ts"
import { visitTable } from "./visits.ts"

/** An output with the capture of its newest version. */
const ListedOutput = Schema.Struct({ output: Output, capture: Schema.NullOr(CaptureId) })
export type ListedOutput = typeof ListedOutput.Type

/** A version without what was read. */
const VersionMark = Schema.Struct({
  sequence: Schema.Int,
  captureId: CaptureId,
  retrievedAt: Timestamp
})
export type VersionMark = typeof VersionMark.Type

/** Two parts of a key: an instant or date, and an id. */
export type Key = readonly [first: string, id: string]

export interface OutputsPart {
  readonly initiative?: InitiativeId | undefined
  readonly kinds?: ReadonlyArray<DocumentKind> | undefined
  /** Outputs that are the same text as another are left out. */
  readonly unique?: true | undefined
  readonly language?: LanguageTag | undefined
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  readonly inDoubt?: boolean | undefined
  /** Date of publication (empty where there is none) and id of the last one seen. */
  readonly after: Key | null
  readonly limit: number
}

export interface VisitsPart {
  readonly run?: RunId | undefined
  readonly initiative?: InitiativeId | undefined
  /** Number of the last one seen; 0 for the beginning. */
  readonly after: number
  readonly limit: number
}

export interface JobRunsPart {
  readonly job?: JobName | undefined
  readonly state?: JobState | undefined
  readonly after: Key | null
  readonly limit: number
}

const decodeLatest = Schema.decodeUnknownEffect(
  Schema.Array(Schema.Struct({ output: Schema.String, capture: CaptureId }))
)
const decodeMarks = Schema.decodeUnknownEffect(Schema.Array(VersionMark))

const unreadable = (error: { readonly message: string }) =>
  new UnreadableRow({ table: "versions", message: error.message })

export class Listings extends Context.Service<
  Listings,
  {
    /** By date of publication and id, the newest first. */
    readonly outputs: (part: OutputsPart) => Effect.Effect<ReadonlyArray<ListedOutput>, StoreError>
    /** The capture of the newest version of each output. */
    readonly captures: (
      ids: ReadonlyArray<OutputId>
    ) => Effect.Effect<ReadonlyMap<string, CaptureId>, StoreError>
    /** Versions of an output, the oldest first. */
    readonly versions: (id: OutputId) => Effect.Effect<ReadonlyArray<VersionMark>, StoreError>
    /** By id, after one of them. */
    readonly clusters: (after: string, limit: number) => Effect.Effect<ReadonlyArray<Cluster>, StoreError>
    readonly cluster: (id: ClusterId) => Effect.Effect<Option.Option<Cluster>, StoreError>
    /** By start and id, the newest first. */
    readonly runs: (after: Key | null, limit: number) => Effect.Effect<ReadonlyArray<Run>, StoreError>
    /** By number. */
    readonly visits: (part: VisitsPart) => Effect.Effect<ReadonlyArray<Visit>, StoreError>
    /** By start and id, the newest first. */
    readonly jobRuns: (part: JobRunsPart) => Effect.Effect<ReadonlyArray<JobRun>, StoreError>
  }
>()("tributary/store/Listings") {
  static readonly layer = Layer.effect(
    Listings,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

      const captures = Effect.fn("Listings.captures")((ids: ReadonlyArray<OutputId>) =>
        ids.length === 0
          ? Effect.succeed(new Map<string, CaptureId>())
          : sql`SELECT v.output_id AS output, v.capture_id AS capture FROM versions v
              WHERE ${sql.in("v.output_id", ids)} AND v.sequence =
                (SELECT MAX(w.sequence) FROM versions w WHERE w.output_id = v.output_id)`.pipe(
              Effect.flatMap((rows) => Effect.mapError(decodeLatest(rows), unreadable)),
              Effect.map((rows) => new Map(rows.map(({ capture, output }) => [output, capture]))),
              guard
            )
      )

      const outputs = Effect.fn("Listings.outputs")(function* (part: OutputsPart) {
        const date = sql.literal("COALESCE(published_at, '')")
        const found = yield* sql`SELECT ${sql.literal(outputTable.selectList)} FROM outputs WHERE ${where(
          sql,
          [
            part.initiative === undefined ? undefined : sql`initiative_id = ${part.initiative}`,
            part.kinds === undefined ? undefined : sql.in("kind", part.kinds),
            part.unique === undefined ? undefined : sql`same_as IS NULL`,
            part.language === undefined ? undefined : sql`language = ${part.language}`,
            part.from === undefined ? undefined : sql`published_at >= ${part.from}`,
            part.to === undefined ? undefined : sql`published_at <= ${part.to}`,
            part.inDoubt === undefined ? undefined : sql`in_doubt = ${part.inDoubt ? 1 : 0}`,
            part.after === null ? undefined : sql`(${date}, id) < (${part.after[0]}, ${part.after[1]})`
          ]
        )} ORDER BY ${date} DESC, id DESC LIMIT ${part.limit}`.pipe(Effect.flatMap(outputTable.decode), guard)
        const latest = yield* captures(found.map(({ id }) => id))
        return found.map((output): ListedOutput => ({ output, capture: latest.get(output.id) ?? null }))
      })

      const versions = Effect.fn("Listings.versions")((id: OutputId) =>
        sql`SELECT sequence, capture_id AS "captureId", retrieved_at AS "retrievedAt" FROM versions
            WHERE output_id = ${id} ORDER BY sequence`.pipe(
          Effect.flatMap((rows) => Effect.mapError(decodeMarks(rows), unreadable)),
          guard
        )
      )

      const clusterColumns = sql.literal(clusterTable.selectList)
      const clusters = Effect.fn("Listings.clusters")((after: string, limit: number) =>
        sql`SELECT ${clusterColumns} FROM clusters WHERE id > ${after} ORDER BY id LIMIT ${limit}`.pipe(
          Effect.flatMap(clusterTable.decode),
          guard
        )
      )
      const cluster = Effect.fn("Listings.cluster")((id: ClusterId) =>
        sql`SELECT ${clusterColumns} FROM clusters WHERE id = ${id}`.pipe(
          Effect.flatMap(clusterTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const isOlder = (after: Key | null) =>
        after === null ? undefined : sql`(started_at, id) < (${after[0]}, ${after[1]})`

      const runs = Effect.fn("Listings.runs")((after: Key | null, limit: number) =>
        sql`SELECT ${sql.literal(runTable.selectList)} FROM runs WHERE ${where(sql, [isOlder(after)])}
            ORDER BY started_at DESC, id DESC LIMIT ${limit}`.pipe(Effect.flatMap(runTable.decode), guard)
      )

      const visits = Effect.fn("Listings.visits")(({ after, initiative, limit, run }: VisitsPart) =>
        sql`SELECT ${sql.literal(visitTable.selectList)} FROM visits WHERE ${where(sql, [
          sql`id > ${after}`,
          run === undefined ? undefined : sql`run_id = ${run}`,
          initiative === undefined
            ? undefined
            : sql`source_id IN (SELECT s.id FROM sources s WHERE s.initiative_id = ${initiative})`
        ])} ORDER BY id LIMIT ${limit}`.pipe(Effect.flatMap(visitTable.decode), guard)
      )

      const jobRuns = Effect.fn("Listings.jobRuns")(({ after, job, limit, state }: JobRunsPart) =>
        sql`SELECT ${sql.literal(jobRunTable.selectList)} FROM job_runs WHERE ${where(sql, [
          job === undefined ? undefined : sql`job = ${job}`,
          state === undefined ? undefined : sql`state = ${state}`,
          isOlder(after)
        ])} ORDER BY started_at DESC, id DESC LIMIT ${limit}`.pipe(Effect.flatMap(jobRunTable.decode), guard)
      )

      return Listings.of({ outputs, captures, versions, clusters, cluster, runs, visits, jobRuns })
    })
  )
}
