/**
 * What a job is: a named piece of work that can run by itself at set times.
 *
 * A job does its work in steps. The result of a finished step is kept with the run, so that a run that was
 * cut off goes on after its last finished step; what a step does must bear being done twice, for the step
 * that was under way is begun again.
 */
import { Context, type Effect, Schema } from "effect"
import type { JobName, JobRun, JobSummary } from "../../domain/index.ts"
import type { Visitor } from "../../ingest/visit/index.ts"
import type { Normalizer } from "../../normalize/normalizer.ts"
import type { RetentionDays } from "./retention-rules.ts"
import type { Advance, Database, Repositories, Store, StoreError } from "../../store/index.ts"

/** A job could not do its work; `message` is one sentence with the remedy. */
export class JobFailed extends Schema.TaggedError<JobFailed>()("JobFailed", { message: Schema.String }) {}

/** Any failure that tells a person what happened. */
export interface Told {
  readonly message: string
}

/** A failure as the history of jobs keeps it. */
export const asJobFailed = (error: Told): JobFailed =>
  error instanceof JobFailed ? error : new JobFailed({ message: error.message })

/** What jobs are told of where they run. */
export class JobSettings extends Context.Service<
  JobSettings,
  {
    /** Folder of the store and of its configuration. */
    readonly dataDirectory: string
    /** Name of the IANA time zone database in which the days of meetings are counted. */
    readonly timeZone: string
    /** Days before Day 1 of a meeting on which its digest is frozen. */
    readonly freezeDaysBefore: number
    /** After how many days what may go. */
    readonly retention: RetentionDays
  }
>()("tributary/jobs/JobSettings") {}

/** Everything that jobs may ask for. */
export type JobServices = Repositories | Store | Database | Visitor | Normalizer | JobSettings

/** What a job works with. */
export interface JobContext {
  /** The run as it was when this process began to work on it. */
  readonly run: JobRun
  /**
   * Does one step, or gives its result when it was finished before.
   *
   * @param name tells the step from all others of the run
   * @param result schema of what the step leaves, as JSON
   */
  readonly step: <A, I, R>(
    name: string,
    result: Schema.Codec<A, I>,
    work: Effect.Effect<A, Told, R>
  ) => Effect.Effect<A, JobFailed, R>
  /** Tells how far the run has come. */
  readonly advance: (by: Advance) => Effect.Effect<void, StoreError>
}

export interface Job {
  readonly name: JobName
  /** One line for lists. */
  readonly description: string
  /** When it runs unless configured otherwise (cron: minute, hour, day, month, weekday); null: only on demand. */
  readonly expression: string | null
  /** Whether it changes what is derived: such jobs run one after the other. */
  readonly changesStore: boolean
  readonly run: (context: JobContext) => Effect.Effect<JobSummary, Told, JobServices>
}
