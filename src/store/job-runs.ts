/**
 * Runs of jobs in the store: who works on which, how far it is, and what came of it.
 *
 * A process that begins or takes over a run owns it until it ends it. Every change says who makes it, so that
 * a process whose run was taken over, because it had given no sign of life, can no longer write about it.
 */
import { Array, Clock, Context, Effect, Layer, Option, Schema } from "effect"
import {
  type JobName,
  type JobProgress,
  JobRun,
  type JobRunId,
  type JobState,
  type JobSummary,
  type JobTrigger,
  type Timestamp
} from "../domain/index.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { timestampOf } from "./now.ts"
import { CurrentProcess, isAlive, processText } from "./process.ts"
import { defineTable, UnreadableRow } from "./table.ts"

export const jobRunTable = defineTable("job_runs", JobRun, {
  id: "plain",
  job: "plain",
  trigger: "plain",
  scheduledAt: "plain",
  startedAt: "plain",
  finishedAt: "plain",
  state: "plain",
  summary: "json",
  failure: "plain",
  attempts: "plain",
  durable: "boolean",
  process: "plain",
  heartbeatAt: "plain",
  cancelRequested: "boolean",
  done: "plain",
  total: "plain",
  failures: "plain",
  now: "plain"
})

const Steps = Schema.Array(Schema.Struct({ step: Schema.String, result: Schema.String }))
const decodeSteps = Schema.decodeUnknownEffect(Steps)

/** A run that is to begin. */
export interface NewJobRun {
  readonly id: JobRunId
  readonly job: JobName
  readonly trigger: JobTrigger
  readonly scheduledAt: Timestamp
  readonly durable: boolean
}

/** What came of the wish to begin a run. */
export type Beginning =
  | { readonly _tag: "Begun"; readonly run: JobRun }
  /** The trigger had its run already. */
  | { readonly _tag: "HadRun"; readonly run: JobRun }
  /** Another run of the job is not finished. */
  | { readonly _tag: "Busy"; readonly run: JobRun }

/** How a run ends. */
export type JobEnd =
  | { readonly state: "completed"; readonly summary: JobSummary }
  | { readonly state: "failed"; readonly failure: string }
  | { readonly state: Exclude<JobState, "running" | "completed" | "failed"> }

export interface JobRunFilter {
  readonly job?: JobName
  readonly state?: JobState
  /** Number of runs at most; 100 when not given. */
  readonly limit?: number
}

/** What a finished step left. */
export interface FinishedStep {
  readonly step: string
  /** JSON text. */
  readonly result: string
}

/** How much further a run has come: `done` and `failures` are added, the others replace what was there. */
export type Advance = Partial<JobProgress>

export class JobRuns extends Context.Service<
  JobRuns,
  {
    /** Begins a run, unless its trigger had one or another run of the job is unfinished. */
    readonly begin: (run: NewJobRun) => Effect.Effect<Beginning, StoreError>
    /**
     * Makes an unfinished run this process's own, when it is suspended or its process is dead; none otherwise.
     */
    readonly takeOver: (id: JobRunId) => Effect.Effect<Option.Option<JobRun>, StoreError>
    /** Gives a sign of life; none when the run is not this process's any more. */
    readonly beat: (
      id: JobRunId
    ) => Effect.Effect<Option.Option<{ readonly cancelRequested: boolean }>, StoreError>
    /** Ends this process's run and forgets its steps, except when it is to go on later. */
    readonly end: (id: JobRunId, end: JobEnd) => Effect.Effect<void, StoreError>
    /** Ends a run that nobody works on, as `state`. */
    readonly giveUp: (run: JobRun, state: "cancelled" | "interrupted") => Effect.Effect<boolean, StoreError>
    /** Asks whoever works on the run to stop. */
    readonly requestCancel: (id: JobRunId) => Effect.Effect<void, StoreError>
    readonly advance: (id: JobRunId, by: Advance) => Effect.Effect<void, StoreError>
    /** Keeps finished steps of a run; a step that is there already stays. */
    readonly keepSteps: (id: JobRunId, steps: ReadonlyArray<FinishedStep>) => Effect.Effect<void, StoreError>
    /** The finished steps of an unfinished run, by name; of the named ones, when names are given. */
    readonly steps: (
      id: JobRunId,
      names?: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyMap<string, string>, StoreError>
    readonly get: (id: JobRunId) => Effect.Effect<Option.Option<JobRun>, StoreError>
    /** The run of the job that is not finished. */
    readonly unfinished: (job: JobName) => Effect.Effect<Option.Option<JobRun>, StoreError>
    /** Whether the process of an unfinished run may still be at work. */
    readonly isAtWork: (run: JobRun) => Effect.Effect<boolean>
    /** Newest first. */
    readonly list: (filter?: JobRunFilter) => Effect.Effect<ReadonlyArray<JobRun>, StoreError>
  }
>()("tributary/store/JobRuns") {
  static readonly layer = Layer.effect(
    JobRuns,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(jobRunTable.selectList)
      const own = yield* CurrentProcess
      const ownText = processText(own)
      const timestamp = Effect.map(Clock.currentTimeMillis, timestampOf)

      const get = Effect.fn("JobRuns.get")((id: JobRunId) =>
        sql`SELECT ${columns} FROM job_runs WHERE id = ${id}`.pipe(
          Effect.flatMap(jobRunTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const unfinished = Effect.fn("JobRuns.unfinished")((job: JobName) =>
        sql`SELECT ${columns} FROM job_runs WHERE job = ${job} AND state IN ('running', 'suspended')`.pipe(
          Effect.flatMap(jobRunTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const begin = Effect.fn("JobRuns.begin")((wish: NewJobRun) =>
        transaction(
          Effect.gen(function* () {
            const startedAt = yield* timestamp
            const run: JobRun = {
              ...wish,
              startedAt,
              finishedAt: null,
              state: "running",
              summary: null,
              failure: null,
              attempts: 1,
              process: ownText,
              heartbeatAt: startedAt,
              cancelRequested: false,
              done: 0,
              total: 0,
              failures: 0,
              now: ""
            }
            const inserted = yield* sql`INSERT INTO job_runs ${sql.insert(jobRunTable.toRow(run))}
              ON CONFLICT DO NOTHING RETURNING id`
            if (inserted.length === 1) return { _tag: "Begun", run } satisfies Beginning
            const same = yield* get(wish.id)
            if (Option.isSome(same)) return { _tag: "HadRun", run: same.value } satisfies Beginning
            const other = yield* unfinished(wish.job)
            // It may have ended between the two statements; the trigger is then tried again by the caller.
            return { _tag: "Busy", run: Option.getOrElse(other, () => run) } satisfies Beginning
          })
        )
      )

      const isAtWork = Effect.fnUntraced(function* (run: JobRun) {
        return (
          run.state === "running" &&
          isAlive(run.process, run.heartbeatAt, own, yield* Clock.currentTimeMillis)
        )
      })

      const takeOver = Effect.fn("JobRuns.takeOver")(function* (id: JobRunId) {
        const run = Option.getOrUndefined(yield* get(id))
        if (run === undefined || !run.durable || run.finishedAt !== null) return Option.none<JobRun>()
        if (yield* isAtWork(run)) return Option.none<JobRun>()
        // Whoever else takes it over at this moment has changed the number of attempts.
        const taken = yield* guard(sql`UPDATE job_runs
          SET state = 'running', process = ${ownText}, heartbeat_at = ${yield* timestamp}, attempts = attempts + 1
          WHERE id = ${id} AND attempts = ${run.attempts} AND state IN ('running', 'suspended') RETURNING id`)
        return taken.length === 0 ? Option.none<JobRun>() : yield* get(id)
      })

      const beat = Effect.fn("JobRuns.beat")(function* (id: JobRunId) {
        const rows = yield* guard(sql<{ readonly cancel: number }>`UPDATE job_runs
          SET heartbeat_at = ${yield* timestamp} WHERE id = ${id} AND process = ${ownText} AND state = 'running'
          RETURNING cancel_requested AS "cancel"`)
        return Option.map(Array.head(rows), ({ cancel }) => ({ cancelRequested: cancel !== 0 }))
      })

      const forgetSteps = (id: JobRunId) =>
        Effect.andThen(
          sql`DELETE FROM job_steps WHERE run_id = ${id}`,
          sql`DELETE FROM import_groups WHERE job_run = ${id}`
        )

      const end = Effect.fn("JobRuns.end")(function* (id: JobRunId, how: JobEnd) {
        const at = yield* timestamp
        const isOver = how.state !== "suspended"
        const changes = {
          state: how.state,
          finished_at: isOver ? at : null,
          heartbeat_at: at,
          summary: JSON.stringify(how.state === "completed" ? how.summary : null),
          failure: how.state === "failed" ? how.failure : null
        }
        yield* transaction(
          Effect.gen(function* () {
            const ended = yield* sql`UPDATE job_runs SET ${sql.update(changes)}
              WHERE id = ${id} AND process = ${ownText} AND state = 'running' RETURNING id`
            if (isOver && ended.length === 1) yield* forgetSteps(id)
          })
        )
      })

      const giveUp = Effect.fn("JobRuns.giveUp")(function* (run: JobRun, state: "cancelled" | "interrupted") {
        const at = yield* timestamp
        return yield* transaction(
          Effect.gen(function* () {
            const ended = yield* sql`UPDATE job_runs SET ${sql.update({ state, finished_at: at })}
              WHERE id = ${run.id} AND attempts = ${run.attempts} AND state = ${run.state} RETURNING id`
            if (ended.length === 1) yield* forgetSteps(run.id)
            return ended.length === 1
          })
        )
      })

      const requestCancel = Effect.fn("JobRuns.requestCancel")((id: JobRunId) =>
        guard(
          sql`UPDATE job_runs SET cancel_requested = 1 WHERE id = ${id} AND state IN ('running', 'suspended')`
        ).pipe(Effect.asVoid)
      )

      const advance = Effect.fn("JobRuns.advance")((id: JobRunId, by: Advance) => {
        const changes = [
          sql`done = done + ${by.done ?? 0}`,
          sql`failures = failures + ${by.failures ?? 0}`,
          ...(by.total === undefined ? [] : [sql`total = ${by.total}`]),
          ...(by.now === undefined ? [] : [sql`"now" = ${by.now}`])
        ]
        return guard(
          // While a run goes from one process to another, workers go on with their groups.
          sql`UPDATE job_runs SET ${sql.csv(changes)} WHERE id = ${id} AND state IN ('running', 'suspended')`
        ).pipe(Effect.asVoid)
      })

      const keepSteps = Effect.fn("JobRuns.keepSteps")((id: JobRunId, steps: ReadonlyArray<FinishedStep>) =>
        guard(
          Effect.forEach(
            Array.chunksOf(steps, 1000),
            (some) =>
              sql`INSERT INTO job_steps ${sql.insert(Array.map(some, (one) => ({ run_id: id, ...one })))}
                    ON CONFLICT (run_id, step) DO NOTHING`,
            { discard: true }
          )
        )
      )

      const steps = Effect.fn("JobRuns.steps")((id: JobRunId, names?: ReadonlyArray<string>) =>
        sql`SELECT step, result FROM job_steps WHERE ${where(sql, [
          sql`run_id = ${id}`,
          names === undefined ? undefined : sql.in("step", names)
        ])}`.pipe(
          Effect.flatMap(decodeSteps),
          Effect.catchTag(
            "SchemaError",
            (error) => new UnreadableRow({ table: "job_steps", message: error.message })
          ),
          Effect.map((rows) => new Map(rows.map(({ result, step }) => [step, result]))),
          guard
        )
      )

      const list = Effect.fn("JobRuns.list")(({ job, limit, state }: JobRunFilter = {}) =>
        sql`SELECT ${columns} FROM job_runs WHERE ${where(sql, [
          job === undefined ? undefined : sql`job = ${job}`,
          state === undefined ? undefined : sql`state = ${state}`
        ])} ORDER BY started_at DESC, id DESC LIMIT ${limit ?? 100}`.pipe(
          Effect.flatMap(jobRunTable.decode),
          guard
        )
      )

      return JobRuns.of({
        begin,
        takeOver,
        beat,
        end,
        giveUp,
        requestCancel,
        advance,
        keepSteps,
        steps,
        get,
        unfinished,
        isAtWork,
        list
      })
    })
  )
}
