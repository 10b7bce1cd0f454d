/**
 * Jobs: work that Tributary does by itself at set times, and what is remembered of each run of a job.
 */
import { Schema } from "effect"
import { Timestamp } from "./ids.ts"

/** Name of a job, e.g. `health-report`. */
export const JobName = Schema.String.check(
  Schema.isPattern(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, { message: "expected the name of a job, such as import" })
).pipe(Schema.brand("JobName"))
export type JobName = typeof JobName.Type

/**
 * One run of a job: its name and the instant of its trigger, as in `import@2026-02-05T06:17:00Z`. The same
 * trigger has the same id, so that it can never run twice. What a person starts has milliseconds too.
 */
export const JobRunId = Schema.String.check(
  Schema.isPattern(/^[a-z0-9-]+@[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{3})?Z$/u, {
    message: "expected a run of a job, such as import@2026-02-05T06:17:00Z"
  })
).pipe(Schema.brand("JobRunId"))
export type JobRunId = typeof JobRunId.Type

/** What started a run: its time, its time that had been missed, or a person. */
export const JobTrigger = Schema.Literals(["schedule", "catch-up", "manual"])
export type JobTrigger = typeof JobTrigger.Type

/**
 * `running` until its process ends it; `suspended` when the process was stopped and the run goes on with the
 * next one; `interrupted` when it was given up unfinished.
 */
export const JobState = Schema.Literals([
  "running",
  "suspended",
  "completed",
  "failed",
  "cancelled",
  "interrupted"
])
export type JobState = typeof JobState.Type

/** What a run of a job says when it is done, in plain language. */
export const JobSummary = Schema.Struct({
  /** One sentence: what was done. */
  sentence: Schema.String,
  /** The figures of the sentence, by name. */
  counts: Schema.Record(Schema.String, Schema.Finite),
  /** A sentence for each thing that a person must act on; empty when there is none. */
  problems: Schema.Array(Schema.String)
})
export type JobSummary = typeof JobSummary.Type

/** How far a run has come. */
export const JobProgress = Schema.Struct({
  done: Schema.Int,
  /** Number of steps in all; 0 while it is not known. */
  total: Schema.Int,
  /** Of the steps done, those that failed. */
  failures: Schema.Int,
  /** What it is at, in a few words; empty before the first step. */
  now: Schema.String
})
export type JobProgress = typeof JobProgress.Type

/** A run of a job. */
export const JobRun = Schema.Struct({
  id: JobRunId,
  job: JobName,
  trigger: JobTrigger,
  /** The instant of the trigger. */
  scheduledAt: Timestamp,
  startedAt: Timestamp,
  finishedAt: Schema.NullOr(Timestamp),
  state: JobState,
  /** Set when it completed. */
  summary: Schema.NullOr(JobSummary),
  /** Why it failed, in a sentence. */
  failure: Schema.NullOr(Schema.String),
  /** Processes that have worked on it. */
  attempts: Schema.Int,
  /** Whether another process can go on with it. */
  durable: Schema.Boolean,
  /** The process that works on it: host, process id, start in milliseconds since 1970. */
  process: Schema.String,
  /** The process's last sign of life. */
  heartbeatAt: Timestamp,
  /** Somebody asked that it stop. */
  cancelRequested: Schema.Boolean,
  ...JobProgress.fields
})
export type JobRun = typeof JobRun.Type
