/**
 * Work that a person starts and that stands in the history of jobs: it can be watched and cancelled like what
 * runs by itself. It is not taken up again by another process when it is cut off.
 */
import { Clock, Effect, Option, Schema } from "effect"
import type { JobName, JobRun, JobSummary } from "../domain/index.ts"
import { JobRuns, processWords, timestampOf } from "../store/index.ts"
import { ownRun } from "./durable/own-run.ts"
import { giveUp, runIdOf, standingOf } from "./durable/start.ts"
import type { OnOutput } from "./renormalize.ts"
import type { Told } from "./job/job.ts"

/** The same work is being done already. */
export class AtWorkAlready extends Schema.TaggedError<AtWorkAlready>()("AtWorkAlready", {
  message: Schema.String
}) {}

/** Makes way for a run of this job, or fails where a living process is at one. */
export const makeWay = Effect.fn("makeWay")(function* (job: JobName) {
  const standing = yield* standingOf(job)
  if (standing._tag === "Waiting") yield* giveUp(standing.run, "interrupted")
  if (standing._tag !== "AtWork") return
  return yield* new AtWorkAlready({
    message: `${standing.run.id} is at work already (${processWords(standing.run.process)}): wait for its end, or cancel it.`
  })
})

/** Does the work as a run of the job; gives the run as it ended. */
export const runForPerson = Effect.fn("runForPerson")(function* <R>(
  job: JobName,
  onStart: (run: JobRun) => Effect.Effect<void>,
  work: (onOutput: OnOutput) => Effect.Effect<JobSummary, Told, R>
) {
  yield* makeWay(job)
  const runs = yield* JobRuns
  const scheduledAt = timestampOf(yield* Clock.currentTimeMillis)
  const id = runIdOf(job, scheduledAt)
  const beginning = yield* runs.begin({ id, job, trigger: "manual", scheduledAt, durable: false })
  if (beginning._tag !== "Begun") {
    return yield* new AtWorkAlready({
      message: `${beginning.run.id} began at this very moment: wait for it.`
    })
  }
  yield* onStart(beginning.run)
  let told = 0
  /** Told for whole per cents only, so that telling costs nothing beside the work. */
  const onOutput: OnOutput = (done, total, title) => {
    if (done - told < total / 100 && done !== total) return Effect.void
    const by = done - told
    told = done
    return Effect.ignore(runs.advance(id, { done: by, total, now: title }))
  }
  const ended = yield* ownRun(beginning.run, "interrupted", work(onOutput))
  return Option.getOrElse(yield* runs.get(id), () => ended)
})
