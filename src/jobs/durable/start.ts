/** Begins runs of jobs and goes on with those that were cut off, each at most once at a time. */
import { Clock, Effect, Option } from "effect"
import { type JobName, type JobRun, JobRunId, type JobTrigger, type Timestamp } from "../../domain/index.ts"
import { JobRuns, timestampOf } from "../../store/index.ts"
import type { Job } from "../job/job.ts"
import { ownRun, type WhenStopped } from "./own-run.ts"

/** The id of the run that a trigger has. */
export const runIdOf = (job: JobName, at: Timestamp): JobRunId =>
  JobRunId.make(`${job}@${at.replace(".000Z", "Z")}`)

/** What stands in the way of a new run of a job. */
export type Standing =
  | { readonly _tag: "Free" }
  /** A live process is at it. */
  | { readonly _tag: "AtWork"; readonly run: JobRun }
  /** It was cut off and can go on. */
  | { readonly _tag: "Waiting"; readonly run: JobRun }

/** How a job stands. Unfinished runs with which nobody can go on are ended as interrupted. */
export const standingOf = Effect.fn("standingOf")(function* (job: JobName) {
  const runs = yield* JobRuns
  const run = Option.getOrUndefined(yield* runs.unfinished(job))
  if (run === undefined) return { _tag: "Free" } satisfies Standing
  if (yield* runs.isAtWork(run)) return { _tag: "AtWork", run } satisfies Standing
  if (run.durable && !run.cancelRequested) return { _tag: "Waiting", run } satisfies Standing
  yield* giveUp(run, run.cancelRequested ? "cancelled" : "interrupted")
  return { _tag: "Free" } satisfies Standing
})

/** Ends a run that nobody works on. */
export const giveUp = Effect.fn("giveUp")(function* (run: JobRun, state: "cancelled" | "interrupted") {
  const isOver = yield* (yield* JobRuns).giveUp(run, state)
  if (isOver && run.durable) {
    const { forget } = yield* Effect.promise(() => import("./workflow.ts"))
    yield* forget(run.id)
  }
  return isOver
})

/** Works on a run that is this process's own; gives it as it ended. */
const workOn = Effect.fn("workOn")(function* (run: JobRun, job: Job, whenStopped: WhenStopped) {
  // The engine is a good part of the program: only what runs jobs loads it.
  const { runDurably } = yield* Effect.promise(() => import("./run-durably.ts"))
  const { forget } = yield* Effect.promise(() => import("./workflow.ts"))
  const ended = yield* ownRun(run, whenStopped, runDurably(run, job))
  if (ended.finishedAt !== null) yield* forget(run.id)
  return ended
})

/** Told when this process begins to work on a run. */
export type OnStart = (run: JobRun) => Effect.Effect<void>

/** Begins the run of a trigger; none when the trigger had its run, or another run of the job is unfinished. */
export const beginRun = Effect.fn("beginRun")(function* (
  job: Job,
  trigger: JobTrigger,
  scheduledAt: Timestamp,
  whenStopped: WhenStopped,
  onStart: OnStart = () => Effect.void
) {
  const wish = { id: runIdOf(job.name, scheduledAt), job: job.name, trigger, scheduledAt, durable: true }
  const beginning = yield* (yield* JobRuns).begin(wish)
  if (beginning._tag !== "Begun") return Option.none<JobRun>()
  yield* onStart(beginning.run)
  return Option.some(yield* workOn(beginning.run, job, whenStopped))
})

/** Begins a run now, because a person wants it. */
export const beginRunNow = Effect.fn("beginRunNow")(function* (
  job: Job,
  whenStopped: WhenStopped,
  onStart?: OnStart
) {
  const at = timestampOf(yield* Clock.currentTimeMillis)
  return yield* beginRun(job, "manual", at, whenStopped, onStart)
})

/** Goes on with a run that was cut off; none when another process was quicker. */
export const continueRun = Effect.fn("continueRun")(function* (
  run: JobRun,
  job: Job,
  whenStopped: WhenStopped,
  onStart: OnStart = () => Effect.void
) {
  const taken = yield* (yield* JobRuns).takeOver(run.id)
  if (Option.isNone(taken)) return Option.none<JobRun>()
  yield* onStart(taken.value)
  return Option.some(yield* workOn(taken.value, job, whenStopped))
})
