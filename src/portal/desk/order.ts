/** What is asked of the process that works for the desk, as its only argument in JSON; and its first answer. */
import { Schema } from "effect"
import { JobName, JobRunId, MeetingId, ReleaseNumber, SourceId } from "../../domain/index.ts"

/** What is to be done. */
export const Errand = Schema.Union([
  Schema.Struct({ what: Schema.Literal("import"), source: SourceId }),
  Schema.Struct({ what: Schema.Literal("job"), job: JobName }),
  Schema.Struct({ what: Schema.Literal("compare"), meeting: MeetingId }),
  Schema.Struct({ what: Schema.Literal("freeze"), meeting: MeetingId }),
  Schema.Struct({ what: Schema.Literal("verify"), release: ReleaseNumber })
])
export type Errand = typeof Errand.Type

export const Order = Schema.Struct({
  dataDirectory: Schema.NonEmptyString,
  /** Who asks for it. */
  by: Schema.Struct({ id: Schema.NullOr(Schema.String), name: Schema.NonEmptyString }),
  errand: Errand
})
export type Order = typeof Order.Type

/** The first line that the process prints: the run that it began, or why it did not begin. */
export const FirstAnswer = Schema.Union([
  Schema.Struct({ run: JobRunId }),
  Schema.Struct({ refused: Schema.String })
])
export type FirstAnswer = typeof FirstAnswer.Type

/** Names under which errands stand in the history of jobs; errands of kind `job` stand under the job's. */
export const errandJobs = {
  import: JobName.make("import"),
  compare: JobName.make("compare-digest"),
  freeze: JobName.make("freeze"),
  verify: JobName.make("verify-release")
} as const

/** Time that a process is given to begin; less than an answer of the server may take. */
export const beginLimit = "25 seconds"
