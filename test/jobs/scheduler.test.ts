import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { type Job, JobFailed } from "../../src/jobs/job/job.ts"
import { type SchedulerEvent, startScheduler } from "../../src/jobs/scheduler/scheduler.ts"
import { timesOf } from "../../src/jobs/scheduler/times.ts"
import { Wakes } from "../../src/jobs/scheduler/wakes.ts"
import { holdSchedulerLease } from "../../src/jobs/scheduler/lease.ts"
import { JobRuns } from "../../src/store/index.ts"
import { temporaryDirectory } from "../store/example.ts"
import { jobOf, jobServices } from "./stored-jobs.ts"

// The engine of durable runs is loaded when the first job runs; here it must be there before the clock moves.
await import("../../src/jobs/durable/run-durably.ts")

/** Runs that were told to have begun, and not to have ended. */
const underWay = { runs: 0 }

/** A moment of the test's clock, and one of the real one, which what is done in other threads needs. */
const moment = Effect.andThen(
  TestClock.adjust("20 millis"),
  Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
)

/** Lets what is under way come to its end. */
const settle = Effect.gen(function* () {
  for (let turn = 0; turn < 30; turn++) yield* moment
  for (let turn = 0; underWay.runs > 0 && turn < 5000; turn++) yield* moment
})

/** Sets the clock on to a time, which makes no wake, and lets the scheduler look. */
const clockAt = (time: string) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse(time))
    // The scheduler looks at least once a minute.
    yield* TestClock.adjust("61 seconds")
    yield* settle
  })

/**
 * Work under a system clock that somebody sets: `jump` changes what time it is, and no timer. Between jumps it
 * goes on with the test's clock.
 */
const underJumpingClock = <A, E, R>(
  work: (jump: (time: string) => Effect.Effect<void>) => Effect.Effect<A, E, R>
) =>
  Effect.gen(function* () {
    const real = yield* Clock.Clock
    let ahead = 0
    const millis = () => real.currentTimeMillisUnsafe() + ahead
    const clock: Clock.Clock = Object.assign({}, real, {
      currentTimeMillisUnsafe: millis,
      currentTimeMillis: Effect.sync(millis),
      currentTimeNanosUnsafe: () => BigInt(millis()) * 1_000_000n,
      currentTimeNanos: Effect.sync(() => BigInt(millis()) * 1_000_000n)
    })
    const jump = (time: string) =>
      Effect.gen(function* () {
        ahead += Date.parse(time) - millis()
        yield* TestClock.adjust("61 seconds")
        yield* settle
      })
    return yield* work(jump).pipe(Effect.provideService(Clock.Clock, clock))
  })

/** Starts the scheduler with one job, without timers; gives what it tells. */
const scheduled = Effect.fnUntraced(function* (job: Job, expression = "17 * * * *", timeZone = "UTC") {
  const told: Array<SchedulerEvent> = []
  yield* startScheduler([{ job, expression }], timeZone, (event) =>
    Effect.sync(() => {
      told.push(event)
      if (event.event === "started") underWay.runs++
      if (["completed", "failed", "stopped"].includes(event.event)) underWay.runs--
    })
  ).pipe(Effect.provideService(Wakes, { start: () => Effect.void }))
  yield* settle
  return told
})

/** The ids of all runs, oldest first, with why they were. */
const history = Effect.gen(function* () {
  const runs = yield* (yield* JobRuns).list()
  return runs.map(({ id, trigger }) => `${id} ${trigger}`).toReversed()
})

/** A process on a host of its own, which cannot be asked whether it lives. */
const process = (pid: number) => ({ host: `host-${pid}`, pid, start: 1 })
const quick = jobOf("quick", { a: Effect.void })

/** Becomes the scheduler of the store in the folder, as a process of its own. */
const hold = (directory: string, pid: number) =>
  Effect.flatMap(Layer.build(jobServices(directory, process(pid))), (services) =>
    Effect.provide(holdSchedulerLease, services)
  )

/** Runs in a store of its own from an instant on. */
const from = <A, E, R>(time: string, work: (directory: string) => Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse(time))
    return yield* work(yield* temporaryDirectory)
  })

describe("The scheduler", () => {
  it.effect("runs a job at its times, once each, and nothing for the time before it was first started", () =>
    from("2026-02-05T06:00:00Z", (directory) =>
      Effect.gen(function* () {
        const told = yield* scheduled(quick)
        assert.deepStrictEqual(yield* history, [])
        for (const time of ["06:17:00", "06:17:01", "06:40:00", "07:17:30"]) {
          yield* clockAt(`2026-02-05T${time}Z`)
        }
        assert.deepStrictEqual(yield* history, [
          "quick@2026-02-05T06:17:00Z schedule",
          "quick@2026-02-05T07:17:00Z schedule"
        ])
        assert.deepStrictEqual(
          told.map(({ event }) => event),
          ["waiting", "started", "completed", "started", "completed"]
        )
      }).pipe(Effect.scoped, Effect.provide(jobServices(directory)))
    )
  )

  it.effect("catches up once what was missed while the machine was off", () =>
    from("2026-02-05T06:20:00Z", (directory) =>
      Effect.gen(function* () {
        yield* scheduled(quick).pipe(Effect.scoped, Effect.provide(jobServices(directory, process(1))))
        yield* TestClock.setTime(Date.parse("2026-02-09T12:00:00Z"))
        const runs = yield* Effect.andThen(scheduled(quick), history).pipe(
          Effect.scoped,
          Effect.provide(jobServices(directory, process(2)))
        )
        assert.deepStrictEqual(runs, ["quick@2026-02-09T11:17:00Z catch-up"])
      })
    )
  )

  it.effect("makes one run of a jump far ahead, and none twice when the clock goes back", () =>
    from("2026-02-05T06:00:00Z", (directory) =>
      underJumpingClock((jump) =>
        Effect.gen(function* () {
          const told = yield* scheduled(quick)
          for (const time of [
            "2026-02-05T06:17:00Z",
            "2031-07-01T00:00:00Z",
            "2026-02-05T06:30:00Z",
            "2026-02-05T06:10:00Z",
            "2026-02-05T06:17:00Z",
            "2026-02-05T07:17:00Z"
          ]) {
            yield* jump(time)
          }
          assert.sameMembers(
            [...(yield* history)],
            [
              "quick@2026-02-05T06:17:00Z schedule",
              "quick@2031-06-30T23:17:00Z catch-up",
              "quick@2026-02-05T07:17:00Z schedule"
            ]
          )
          assert.strictEqual(told.filter(({ event }) => event === "clock").length, 2)
        }).pipe(Effect.scoped, Effect.provide(jobServices(directory)))
      )
    )
  )

  it.effect("gives a time that two processes see only one run", () =>
    from("2026-02-05T06:00:00Z", (directory) =>
      Effect.gen(function* () {
        const first = scheduled(quick).pipe(
          Effect.provide(yield* Layer.build(jobServices(directory, process(1))))
        )
        const second = scheduled(quick).pipe(
          Effect.provide(yield* Layer.build(jobServices(directory, process(2))))
        )
        yield* first
        yield* second
        for (const hour of ["06", "07", "08"]) yield* clockAt(`2026-02-05T${hour}:17:00Z`)
        assert.strictEqual((yield* Effect.provide(history, jobServices(directory))).length, 3)
      }).pipe(Effect.scoped)
    )
  )

  it.effect("survives a job that fails, and tells it", () =>
    from("2026-02-05T06:00:00Z", (directory) =>
      Effect.gen(function* () {
        const job = jobOf("fails", { a: Effect.fail(new JobFailed({ message: "The disk is full." })) })
        const told = yield* scheduled(job)
        yield* clockAt("2026-02-05T06:17:00Z")
        yield* clockAt("2026-02-05T07:17:00Z")
        assert.deepStrictEqual(
          told.filter(({ event }) => event === "failed").map(({ sentence }) => sentence),
          ["The disk is full.", "The disk is full."]
        )
      }).pipe(Effect.scoped, Effect.provide(jobServices(directory)))
    )
  )

  it.effect("is one for a store: a second one names the first, and takes over when that is dead", () =>
    from("2026-02-05T06:00:00Z", (directory) =>
      Effect.gen(function* () {
        yield* hold(directory, 4711)
        const refused = yield* Effect.flip(hold(directory, 4712))
        assert.match(refused.message, /process 4711 on host-4711 already, since 2026-02-05 06:00:00 UTC/)
        yield* TestClock.setTime(Date.parse("2026-02-05T06:05:00Z"))
        yield* hold(directory, 4712)
      }).pipe(Effect.scoped)
    )
  )
})

describe("The times of a job", () => {
  it.effect("are told in its time zone, also where the clocks change", () =>
    Effect.gen(function* () {
      const times = yield* timesOf("30 2 * * *", "Europe/Zurich")
      const summer = Date.parse("2026-07-01T12:00:00Z")
      assert.strictEqual(times.latest(summer), "2026-07-01T00:30:00.000Z")
      assert.strictEqual(times.next(summer), "2026-07-02T00:30:00.000Z")
      const hourly = yield* timesOf("17 * * * *", "UTC")
      const sharp = Date.parse("2026-02-05T06:17:00Z")
      assert.strictEqual(hourly.latest(sharp), "2026-02-05T06:17:00.000Z")
      assert.strictEqual(hourly.latest(sharp - 1), "2026-02-05T05:17:00.000Z")
    })
  )

  it.effect("are refused where nobody knows what they mean", () =>
    Effect.gen(function* () {
      for (const expression of ["every day", "0 0 31 2 *", "0 6 1 * 1", "61 * * * *", ""]) {
        const { message } = yield* Effect.flip(timesOf(expression, "UTC"))
        assert.match(message, /is no schedule/, expression)
      }
    })
  )
})
