/** Shares the groups of a run among all processes that take from the queue, and waits until all are done. */
import { Context, Effect } from "effect"
import type { JobRunId, RunId, SourceId } from "../../domain/index.ts"
import { ImportGroups } from "../../store/index.ts"
import { JobFailed } from "../job/job.ts"
import { consumeGroups } from "./consume.ts"

/** Between two looks whether all groups are done. */
const pause = "250 millis"

/** Whether this process takes groups from the queue all the time, so that a run of its own need not do it. */
export const IsWorker = Context.Reference<boolean>("tributary/jobs/IsWorker", { defaultValue: () => false })

/** Has the groups imported; does them alone when nobody else takes any. */
export const shareGroups = Effect.fn("shareGroups")(function* (
  jobRun: JobRunId,
  runId: RunId,
  groups: ReadonlyArray<ReadonlyArray<SourceId>>
) {
  const queue = yield* ImportGroups
  yield* queue.offer(jobRun, runId, groups)
  const allDone = Effect.gen(function* () {
    for (;;) {
      const { failure, left } = yield* queue.count(jobRun)
      if (left === 0) return
      if (failure !== null) {
        return yield* new JobFailed({
          message: `Some sources could not be imported by any worker: ${failure}`
        })
      }
      yield* Effect.sleep(pause)
    }
  })
  yield* (yield* IsWorker) ? allDone : Effect.raceFirst(allDone, consumeGroups)
})
