/**
 * Works on a run as its owner: gives signs of life, listens for the wish to cancel, and ends the run with
 * what came of the work.
 */
import { Cause, Deferred, Effect, Exit, Option, Schedule } from "effect"
import type { JobRun, JobSummary } from "../../domain/index.ts"
import { heartbeatMs, type JobEnd, JobRuns, Patience, runPatienceMs } from "../../store/index.ts"
import type { Told } from "../job/job.ts"

/** What becomes of a run whose process is told to stop: it goes on with the next process, or is over. */
export type WhenStopped = "suspended" | "cancelled" | "interrupted"

/** The end that an exit of the work means. */
const endOf = (exit: Exit.Exit<JobSummary, Told>): JobEnd => {
  if (Exit.isSuccess(exit)) return { state: "completed", summary: exit.value }
  const error = Cause.squash(exit.cause)
  const message =
    typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error)
  return {
    state: "failed",
    failure: Cause.hasDies(exit.cause) ? `The program has a fault: ${message}` : message
  }
}

/**
 * Does the work of a run that this process owns; gives the run as it ended. When the run was taken over by
 * another process meanwhile, the work is stopped and the run left to it.
 */
export const ownRun = Effect.fn("ownRun")(
  function* <R>(run: JobRun, whenStopped: WhenStopped, work: Effect.Effect<JobSummary, Told, R>) {
    const runs = yield* JobRuns
    const told = yield* Deferred.make<"cancelled" | "lost">()
    const beat = runs.beat(run.id).pipe(
      Effect.flatMap(
        Option.match({
          onNone: () => Deferred.succeed(told, "lost"),
          onSome: ({ cancelRequested }) =>
            cancelRequested ? Deferred.succeed(told, "cancelled") : Effect.succeed(false)
        })
      ),
      // A store that is locked at this moment may be free at the next.
      Effect.ignore
    )
    const outcome = yield* Effect.raceFirst(Effect.exit(work), Deferred.await(told)).pipe(
      Effect.onInterrupt(() => Effect.ignore(runs.end(run.id, { state: whenStopped }))),
      Effect.raceFirst(beat.pipe(Effect.repeat(Schedule.spaced(heartbeatMs)), Effect.andThen(Effect.never)))
    )
    if (outcome === "cancelled") yield* runs.end(run.id, { state: "cancelled" })
    else if (outcome !== "lost") yield* runs.end(run.id, endOf(outcome))
    return Option.getOrElse(yield* runs.get(run.id), () => run)
  },
  Effect.provideService(Patience, runPatienceMs)
)
