/**
 * Runs in the store.
 *
 * A run notes which process it belongs to. A run that is still marked as running although its process
 * is gone was interrupted; that is recognised when the store is opened and when the next run starts.
 */
import { Array, Clock, Context, Effect, Layer, Option, Random } from "effect"
import { Run, RunId, type RunState, type RunTrigger } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { timestampOf } from "./now.ts"
import { CurrentProcess, mayLive, processText } from "./process.ts"
import { defineTable } from "./table.ts"

export const runTable = defineTable("runs", Run, {
  id: "plain",
  trigger: "plain",
  state: "plain",
  startedAt: "plain",
  finishedAt: "plain"
})

/** No run lasts this long (milliseconds): one that seems to was interrupted, whatever its process is now. */
const longestRunMs = 24 * 60 * 60 * 1000

export class Runs extends Context.Service<
  Runs,
  {
    /** Begins a run now, after marking runs of dead processes as interrupted. */
    readonly start: (trigger: RunTrigger) => Effect.Effect<Run, StoreError>
    /** Goes on, in this process, with a run that was interrupted. */
    readonly resume: (id: RunId) => Effect.Effect<void, StoreError>
    /** Ends a run now. A run that has ended already keeps its end. */
    readonly finish: (id: RunId, state: Exclude<RunState, "running">) => Effect.Effect<void, StoreError>
    readonly get: (id: RunId) => Effect.Effect<Option.Option<Run>, StoreError>
    /**
     * Enters a run of another store, as interrupted when it had not ended; false when a run of that id is
     * there already.
     */
    readonly restore: (run: Run) => Effect.Effect<boolean, StoreError>
    readonly latest: Effect.Effect<Option.Option<Run>, StoreError>
    /** Newest first. */
    readonly list: (limit?: number) => Effect.Effect<ReadonlyArray<Run>, StoreError>
    /** Marks runs of dead processes as interrupted; gives those that were. */
    readonly recogniseInterrupted: Effect.Effect<ReadonlyArray<RunId>, StoreError>
  }
>()("tributary/store/Runs") {
  static readonly layer = Layer.effect(
    Runs,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(runTable.selectList)
      const own = yield* CurrentProcess

      const recogniseInterrupted = Effect.gen(function* () {
        const at = yield* Clock.currentTimeMillis
        const rows = yield* sql<{
          readonly id: string
          readonly startedAt: string
          readonly process: string
        }>`
          SELECT id, started_at AS "startedAt", process FROM runs WHERE state = 'running' ORDER BY id`
        const dead = rows
          .filter((row) => !mayLive(row.process, own) || at - Date.parse(row.startedAt) > longestRunMs)
          .map((row) => RunId.make(row.id))
        if (dead.length > 0) {
          yield* sql`UPDATE runs SET state = 'interrupted', finished_at = ${timestampOf(at)}
                     WHERE state = 'running' AND ${sql.in("id", dead)}`
        }
        return dead
      }).pipe(guard, Effect.withSpan("Runs.recogniseInterrupted"))

      const start = Effect.fn("Runs.start")((trigger: RunTrigger) =>
        transaction(
          Effect.gen(function* () {
            yield* recogniseInterrupted
            const startedAt = timestampOf(yield* Clock.currentTimeMillis)
            const basic = startedAt.replace(/\.\d+/, "").replace(/[-:]/g, "")
            const suffix = (yield* Random.nextIntBetween(0, 0xffff)).toString(16).padStart(4, "0")
            const run: Run = {
              id: RunId.make(`run-${basic}-${suffix}`),
              trigger,
              state: "running",
              startedAt,
              finishedAt: null
            }
            yield* sql`INSERT INTO runs ${sql.insert({ ...runTable.toRow(run), process: processText(own) })}`
            return run
          })
        )
      )

      const resume = Effect.fn("Runs.resume")((id: RunId) =>
        guard(
          sql`UPDATE runs SET state = 'running', finished_at = NULL, process = ${processText(own)} WHERE id = ${id}`
        ).pipe(Effect.asVoid)
      )

      const finish = Effect.fn("Runs.finish")(function* (id: RunId, state: Exclude<RunState, "running">) {
        const finishedAt = timestampOf(yield* Clock.currentTimeMillis)
        yield* guard(
          sql`UPDATE runs SET state = ${state}, finished_at = ${finishedAt} WHERE id = ${id} AND state = 'running'`
        )
      })

      const get = Effect.fn("Runs.get")((id: RunId) =>
        sql`SELECT ${columns} FROM runs WHERE id = ${id}`.pipe(
          Effect.flatMap(runTable.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const restore = Effect.fn("Runs.restore")((run: Run) => {
        const ended: Run = run.state === "running" ? { ...run, state: "interrupted" } : run
        return guard(
          sql`INSERT INTO runs ${sql.insert({ ...runTable.toRow(ended), process: "" })}
              ON CONFLICT (id) DO NOTHING RETURNING id`
        ).pipe(Effect.map((rows) => rows.length === 1))
      })

      const list = Effect.fn("Runs.list")((limit = 100) =>
        sql`SELECT ${columns} FROM runs ORDER BY started_at DESC, id DESC LIMIT ${limit}`.pipe(
          Effect.flatMap(runTable.decode),
          guard
        )
      )

      const latest = Effect.map(list(1), Array.head)

      yield* recogniseInterrupted
      return Runs.of({ start, resume, finish, get, restore, latest, list, recogniseInterrupted })
    })
  )
}
