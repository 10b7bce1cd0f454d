/**
 * The scheduler: runs jobs at their times for as long as its scope is open.
 *
 * For each job it remembers in the store the newest time that had its run. Whenever it looks, it compares
 * that with the newest time that has come by the clock; if there is a newer one, that one has a run, and all
 * between the two are passed over. So what was missed while the machine was off, or while a run lasted longer
 * than the pause, is caught up once, and a clock that jumps brings at most one run of each job. The id of a
 * run holds its time: the same time never has a second run, by this process or another.
 */
import { Clock, Effect, Option, Queue, Result, Schedule, Semaphore } from "effect"
import type { JobRun, Timestamp } from "../../domain/index.ts"
import { JobMemory, JobRuns, timestampOf } from "../../store/index.ts"
import { beginRun, continueRun, runIdOf, standingOf } from "../durable/start.ts"
import type { Job } from "../job/job.ts"
import { type Times, timesOf } from "./times.ts"
import { Wakes } from "./wakes.ts"

/** A job with its times. */
export interface ScheduledJob {
  readonly job: Job
  /** Cron expression. */
  readonly expression: string
}

/** What a scheduler tells. `at` is when it is told, the sentence is for a person. */
export interface SchedulerEvent {
  readonly at: Timestamp
  readonly job: string
  readonly event: "waiting" | "started" | "completed" | "failed" | "stopped" | "skipped" | "clock" | "trouble"
  readonly run: JobRun | null
  readonly sentence: string
}

export type Tell = (event: SchedulerEvent) => Effect.Effect<void>

/** Topic under which a job's newest time is remembered. */
const topic = "trigger"

/** Between two looks when nothing wakes us: what a jump of the clock has made due. */
const longestSleep = "1 minute"

/** A time that came longer ago than this (milliseconds) was missed. */
const missedAfter = 90_000

const ended: Readonly<Record<string, SchedulerEvent["event"]>> = { completed: "completed", failed: "failed" }

const sentenceOf = (run: JobRun): string =>
  run.summary?.sentence ?? run.failure ?? `The run is ${run.state}; it is not done.`

/** Runs one job at its times. */
const scheduleJob = Effect.fnUntraced(function* (
  { expression, job }: ScheduledJob,
  times: Times,
  timeZone: string,
  turn: Semaphore.Semaphore,
  tellEvent: Tell
) {
  const memory = yield* JobMemory
  const runs = yield* JobRuns
  const wakes = yield* Wakes

  const tell = Effect.fnUntraced(function* (
    event: SchedulerEvent["event"],
    sentence: string,
    run: JobRun | null = null
  ) {
    yield* tellEvent({ at: timestampOf(yield* Clock.currentTimeMillis), job: job.name, event, run, sentence })
  })

  const onStart = (run: JobRun) =>
    tell("started", run.attempts > 1 ? `Goes on with ${run.id}.` : `Begins ${run.id}.`, run)

  const tellEnd = Effect.fnUntraced(function* (run: Option.Option<JobRun>) {
    if (Option.isNone(run)) return
    yield* tell(ended[run.value.state] ?? "stopped", sentenceOf(run.value), run.value)
  })

  /** The newest time that has come and had no run; none as a rule. */
  const dueTime = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    const latest = times.latest(now)
    const last = Option.getOrUndefined(yield* memory.get(job.name, topic))
    if (last === undefined) {
      // A new job has missed nothing.
      yield* memory.set(job.name, topic, timestampOf(now))
      return null
    }
    if (last > timestampOf(now)) {
      yield* memory.set(job.name, topic, latest)
      yield* tell(
        "clock",
        `The clock was set back, from after ${last} to ${timestampOf(now)}: going on from here.`
      )
      return null
    }
    return latest > last ? latest : null
  })

  /** The time that waits for another process, so that it is told once. */
  let waitingSince: Timestamp | null = null

  const look = Effect.gen(function* () {
    const standing = yield* standingOf(job.name)
    if (standing._tag === "AtWork") {
      const due = yield* dueTime
      if (due !== null && due !== waitingSince) {
        yield* tell("skipped", `Waits: ${standing.run.id} is still at work.`, standing.run)
        waitingSince = due
      }
      return
    }
    if (standing._tag === "Waiting")
      yield* tellEnd(yield* continueRun(standing.run, job, "suspended", onStart))
    const due = yield* dueTime
    if (due === null) return
    const isLate = (yield* Clock.currentTimeMillis) - Date.parse(due) > missedAfter
    const run = yield* beginRun(job, isLate ? "catch-up" : "schedule", due, "suspended", (begun) =>
      Effect.andThen(Effect.ignore(memory.raise(job.name, topic, due)), onStart(begun))
    )
    // Had it been run by another process, it would be there: then it is not to be tried again.
    if (Option.isNone(run) && Option.isSome(yield* runs.get(runIdOf(job.name, due)))) {
      yield* memory.raise(job.name, topic, due)
    }
    yield* tellEnd(run)
  })

  const wake = yield* Queue.sliding<void>(1)
  yield* wakes.start({ name: job.name, expression, timeZone }, Effect.asVoid(Queue.offer(wake, undefined)))
  yield* Queue.offer(wake, undefined).pipe(Effect.repeat(Schedule.spaced(longestSleep)), Effect.forkScoped)
  const next = times.next(yield* Clock.currentTimeMillis)
  yield* tell("waiting", `Runs next at ${next.replace(".000Z", "Z")}.`)
  yield* Queue.take(wake).pipe(
    Effect.andThen(
      Effect.result(job.changesStore ? turn.withPermit(look) : look).pipe(
        Effect.flatMap((result) =>
          Result.isFailure(result) ? tell("trouble", result.failure.message) : Effect.void
        ),
        Effect.catchDefect((defect) => tell("trouble", `The program has a fault: ${String(defect)}`))
      )
    ),
    Effect.forever,
    Effect.forkScoped
  )
})

/**
 * Starts all of them. Jobs that change what is derived run one after the other. Fails at once when an
 * expression or the time zone is none; a job that fails is told, and stops nothing.
 */
export const startScheduler = Effect.fn("startScheduler")(function* (
  scheduled: ReadonlyArray<ScheduledJob>,
  timeZone: string,
  tell: Tell
) {
  const withTimes = yield* Effect.forEach(scheduled, (one) =>
    Effect.map(timesOf(one.expression, timeZone), (times) => ({ one, times }))
  )
  const turn = yield* Semaphore.make(1)
  for (const { one, times } of withTimes) yield* scheduleJob(one, times, timeZone, turn, tell)
})
