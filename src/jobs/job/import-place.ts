/** Where a process imports sources of a run: what it knows of them, and where it keeps what they gave. */
import { Effect, Option, Schema } from "effect"
import type { JobRunId, RunId, Source, SourceId } from "../../domain/index.ts"
import { JobRuns, Runs, Sources } from "../../store/index.ts"
import { progressOf } from "../import-progress.ts"
import { openWorkshop } from "../import-sources.ts"
import { SourceReport } from "../report.ts"
import { JobFailed } from "./job.ts"

const reportText = Schema.fromJsonString(SourceReport)
const encodeReport = Schema.encodeSync(reportText)
const decodeReport = Schema.decodeUnknownEffect(reportText)

/**
 * Opens the place for these sources. What a finished source gives is kept with the run, in the transaction
 * that keeps the source's state.
 */
export const openPlace = Effect.fnUntraced(function* (
  jobRun: JobRunId,
  runId: RunId,
  ids: ReadonlySet<SourceId>
) {
  const jobRuns = yield* JobRuns
  const sources = new Map<SourceId, Source>(
    (yield* (yield* Sources).list()).filter(({ id }) => ids.has(id)).map((source) => [source.id, source])
  )
  const run = Option.getOrUndefined(yield* (yield* Runs).get(runId))
  if (run === undefined) {
    return yield* new JobFailed({ message: `The run ${runId} is not in the store any more: import again.` })
  }
  const workshop = yield* openWorkshop(run, [...sources.values()], "due", (reports) =>
    Effect.andThen(
      jobRuns.keepSteps(
        jobRun,
        reports.map((report) => ({ step: report.sourceId, result: encodeReport(report) }))
      ),
      jobRuns.advance(jobRun, progressOf(reports))
    )
  )
  return { workshop, sources }
})

/** What finished sources of a run gave, by source: all of them, or those of the names. */
export const finishedReports = Effect.fnUntraced(function* (
  jobRun: JobRunId,
  names?: ReadonlyArray<SourceId>
) {
  const steps = yield* (yield* JobRuns).steps(jobRun, names)
  const reports = yield* Effect.forEach([...steps.values()], (text) => decodeReport(text)).pipe(
    Effect.mapError(
      () => new JobFailed({ message: `What was kept of ${jobRun} cannot be read: import again.` })
    )
  )
  return new Map<SourceId, SourceReport>(reports.map((report) => [report.sourceId, report]))
})
