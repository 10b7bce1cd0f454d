/** Jobs that run by themselves: their list, configuration, scheduler, and their runs. */
import { Layer } from "effect"
import type { JobsConfig } from "./config.ts"
import { JobSettings } from "./job/job.ts"
import { layer as polling } from "./polling.ts"
import { RunProgress } from "./run-progress.ts"

export {
  defaultJobsConfig,
  type JobsConfig,
  JobsConfigError,
  loadJobsConfig,
  scheduledJobs
} from "./config.ts"
export { ownRun } from "./durable/own-run.ts"
export { beginRunNow, continueRun, giveUp, runIdOf, standingOf } from "./durable/start.ts"
export type { Job } from "./job/job.ts"
export { jobNamed, jobs } from "./job/list.ts"
export { RunProgress, type RunProgressEvent, UnknownRun } from "./run-progress.ts"
export { holdSchedulerLease, schedulerLease, schedulerSign } from "./scheduler/lease.ts"
export { type SchedulerEvent, startScheduler } from "./scheduler/scheduler.ts"
export { trigger } from "./scheduler/trigger.ts"
export { timesOf } from "./scheduler/times.ts"

/** What jobs need besides a store. */
export const layerOf = (dataDirectory: string, { freezeDaysBefore, retention, timeZone }: JobsConfig) =>
  Layer.mergeAll(
    polling,
    Layer.succeed(JobSettings, { dataDirectory, freezeDaysBefore, retention, timeZone }),
    RunProgress.layer
  )
