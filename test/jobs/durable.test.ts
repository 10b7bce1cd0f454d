import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Option, Stream } from "effect"
import { Timestamp } from "../../src/domain/index.ts"
import { beginRun, beginRunNow, continueRun, standingOf } from "../../src/jobs/durable/start.ts"
import { JobFailed } from "../../src/jobs/job/job.ts"
import { RunProgress } from "../../src/jobs/scheduled.ts"
import { tablesOf } from "../../src/store/catalogue.ts"
import { Database, JobRuns, storeFileName } from "../../src/store/index.ts"
import { engines } from "../store/engines.ts"
import { temporaryDirectory } from "../store/example.ts"
import { jobOf, jobServices } from "./stored-jobs.ts"

const at = Timestamp.make("2026-02-05T06:17:00.000Z")
const other = { host: "elsewhere", pid: 1, start: 1 }

/** Rows of a table, behind the back of the program. */
const rowsOf = (directory: string, table: string): number => {
  const database = new DatabaseSync(join(directory, storeFileName), { readOnly: true })
  try {
    return Number(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.["n"])
  } finally {
    database.close()
  }
}

/** Names as they are noted, and a step that notes its name. */
const notebook = () => {
  const notes: Array<string> = []
  return { notes, note: (name: string) => Effect.sync(() => void notes.push(name)) }
}

/** The run that an effect gave, which must be there. */
const given = <A, E, R>(effect: Effect.Effect<Option.Option<A>, E, R>) =>
  Effect.map(effect, Option.getOrThrow)

describe("A run of a job", () => {
  it.live("keeps its summary, and leaves nothing else behind", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const { note, notes } = notebook()
      const run = yield* given(
        beginRun(jobOf("tidy", { a: note("a"), b: note("b") }), "schedule", at, "suspended")
      ).pipe(Effect.provide(jobServices(directory)))
      assert.deepStrictEqual(notes, ["a", "b"])
      assert.strictEqual(run.id, "tidy@2026-02-05T06:17:00Z")
      assert.deepStrictEqual([run.state, run.summary?.sentence], ["completed", "Done."])
      assert.deepStrictEqual(
        ["workflow_messages", "workflow_replies", "job_steps"].map((table) => rowsOf(directory, table)),
        [0, 0, 0]
      )
    })
  )

  it.live("that was stopped goes on after its last finished step", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const { note, notes } = notebook()
      const begun = yield* Deferred.make<void>()
      const hangs = jobOf("long", {
        a: note("a"),
        b: note("b begins").pipe(
          Effect.andThen(Deferred.succeed(begun, undefined)),
          Effect.andThen(Effect.never),
          Effect.onInterrupt(() => note("b stops"))
        ),
        c: note("c")
      })
      yield* Effect.gen(function* () {
        const running = yield* Effect.forkChild(beginRun(hangs, "schedule", at, "suspended"))
        yield* Deferred.await(begun)
        yield* Fiber.interrupt(running)
      }).pipe(Effect.provide(jobServices(directory)))
      assert.deepStrictEqual(notes, ["a", "b begins", "b stops"])

      const run = yield* Effect.gen(function* () {
        const standing = yield* standingOf(hangs.name)
        assert.strictEqual(standing._tag, "Waiting")
        if (standing._tag !== "Waiting") return yield* Effect.die("nothing waits")
        assert.strictEqual(standing.run.state, "suspended")
        const whole = jobOf("long", { a: note("a"), b: note("b"), c: note("c") })
        return yield* given(continueRun(standing.run, whole, "suspended"))
      }).pipe(Effect.provide(jobServices(directory, other)))
      assert.deepStrictEqual(notes, ["a", "b begins", "b stops", "b", "c"])
      assert.deepStrictEqual([run.state, run.attempts], ["completed", 2])
    })
  )

  it.live("runs once for its trigger, and once at a time, whichever process asks", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const { note, notes } = notebook()
      const begun = yield* Deferred.make<void>()
      const free = yield* Deferred.make<void>()
      const job = jobOf("once", {
        a: note("a").pipe(
          Effect.andThen(Deferred.succeed(begun, undefined)),
          Effect.andThen(Deferred.await(free))
        )
      })
      yield* Effect.gen(function* () {
        const running = yield* Effect.forkChild(beginRun(job, "schedule", at, "suspended"))
        yield* Deferred.await(begun)
        const [same, another, standing] = yield* Effect.gen(function* () {
          return [
            yield* beginRun(job, "schedule", at, "suspended"),
            yield* beginRunNow(job, "suspended"),
            yield* standingOf(job.name)
          ] as const
        }).pipe(Effect.provide(jobServices(directory, other)))
        assert.isTrue(Option.isNone(same))
        assert.isTrue(Option.isNone(another))
        assert.strictEqual(standing._tag, "AtWork")
        yield* Deferred.succeed(free, undefined)
        yield* Fiber.join(running)
        assert.isTrue(Option.isNone(yield* beginRun(job, "catch-up", at, "suspended")))
      }).pipe(Effect.provide(jobServices(directory)))
      assert.deepStrictEqual(notes, ["a"])
    })
  )

  it.live("is cancelled from another process, which also sees how far it came", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const { note, notes } = notebook()
      const begun = yield* Deferred.make<void>()
      const hangs = jobOf("endless", {
        a: Effect.andThen(Deferred.succeed(begun, undefined), Effect.never).pipe(
          Effect.onInterrupt(() => note("stopped"))
        )
      })
      const [run, states] = yield* Effect.gen(function* () {
        const running = yield* Effect.forkChild(given(beginRun(hangs, "manual", at, "suspended")))
        yield* Deferred.await(begun)
        const id = "endless@2026-02-05T06:17:00Z"
        const watched = yield* Effect.gen(function* () {
          const runs = yield* JobRuns
          const [found] = yield* runs.list({ job: hangs.name })
          assert.strictEqual(found?.id, id)
          if (found === undefined) return []
          yield* runs.requestCancel(found.id)
          const { watch } = yield* RunProgress
          return yield* Stream.runCollect(watch(found.id))
        }).pipe(Effect.provide(jobServices(directory, other)))
        return [yield* Fiber.join(running), watched.map(({ state }) => state)] as const
      }).pipe(Effect.provide(jobServices(directory)))
      assert.deepStrictEqual(notes, ["stopped"])
      assert.strictEqual(run.state, "cancelled")
      assert.deepStrictEqual(states, ["running", "cancelled"])
      assert.strictEqual(rowsOf(directory, "workflow_messages"), 0)
    })
  )

  it.live("that fails says why, and a fault of the program is told too", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const fails = jobOf("fails", { a: Effect.fail(new JobFailed({ message: "The disk is full." })) })
      const dies = jobOf("dies", { a: Effect.die(new Error("no such index")) })
      yield* Effect.gen(function* () {
        const failed = yield* given(beginRunNow(fails, "suspended"))
        assert.deepStrictEqual([failed.state, failed.failure], ["failed", "The disk is full."])
        const died = yield* given(beginRunNow(dies, "suspended"))
        assert.deepStrictEqual(
          [died.state, died.failure],
          ["failed", "The program has a fault: no such index"]
        )
      }).pipe(Effect.provide(jobServices(directory)))
    })
  )

  it.live("that another process has taken over stops here, and is left to it", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const { note, notes } = notebook()
      const begun = yield* Deferred.make<void>()
      const hangs = jobOf("taken", {
        a: Effect.andThen(Deferred.succeed(begun, undefined), Effect.never).pipe(
          Effect.onInterrupt(() => note("stopped"))
        )
      })
      const run = yield* Effect.gen(function* () {
        const running = yield* Effect.forkChild(given(beginRun(hangs, "schedule", at, "suspended")))
        yield* Deferred.await(begun)
        const database = new DatabaseSync(join(directory, storeFileName))
        database.exec("UPDATE job_runs SET process = 'elsewhere 1 1', attempts = 2")
        database.close()
        return yield* Fiber.join(running)
      }).pipe(Effect.provide(jobServices(directory)))
      assert.deepStrictEqual(notes, ["stopped"])
      assert.deepStrictEqual([run.state, run.process], ["running", "elsewhere 1 1"])
    })
  )
})

describe.each(engines)("A run of a job on $name", ({ fresh }) => {
  it.live("that was stopped goes on in another process, and has its trigger to itself", () =>
    Effect.gen(function* () {
      const options = yield* fresh
      const { note, notes } = notebook()
      const begun = yield* Deferred.make<void>()
      const hangs = jobOf("long", {
        a: note("a"),
        b: Effect.andThen(Deferred.succeed(begun, undefined), Effect.never)
      })
      yield* Effect.gen(function* () {
        const running = yield* Effect.forkChild(beginRun(hangs, "schedule", at, "suspended"))
        yield* Deferred.await(begun)
        assert.isTrue(
          Option.isNone(
            yield* beginRun(hangs, "schedule", at, "suspended").pipe(
              Effect.provide(jobServices(options, other))
            )
          )
        )
        yield* Fiber.interrupt(running)
        // Copies of a store hold the run, and not what the engine keeps of it in its own form.
        const tables = yield* Effect.flatMap(Database, ({ sql }) => tablesOf(sql))
        const names = tables.map(({ name }) => name)
        assert.include(names, "job_runs")
        assert.isFalse(names.some((name) => name.startsWith("workflow")))
      }).pipe(Effect.provide(jobServices(options)))
      const run = yield* Effect.gen(function* () {
        const standing = yield* standingOf(hangs.name)
        if (standing._tag !== "Waiting") return yield* Effect.die("nothing waits")
        const whole = jobOf("long", { a: note("a"), b: note("b") })
        return yield* given(continueRun(standing.run, whole, "suspended"))
      }).pipe(Effect.provide(jobServices(options, other)))
      assert.deepStrictEqual(notes, ["a", "b"])
      assert.deepStrictEqual([run.state, run.attempts], ["completed", 2])
    })
  )
})
