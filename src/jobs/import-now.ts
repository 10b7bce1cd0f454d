/**
 * An import that a person starts: it stands in the history of jobs and can be watched and cancelled like
 * those of the scheduler, but runs straight away, without the engine of durable runs. When it is killed, the
 * same command does again what was not complete.
 */
import { Clock, Effect, Option, Ref, Schema } from "effect"
import { JobName, type JobRunId } from "../domain/index.ts"
import { JobRuns, timestampOf } from "../store/index.ts"
import { ownRun } from "./durable/own-run.ts"
import { runIdOf } from "./durable/start.ts"
import { importSummary, progressOf } from "./import-progress.ts"
import { importRun, type ImportOptions } from "./import-run.ts"
import type { RunReport } from "./report.ts"

/** The import did not come to its end. */
export class ImportStopped extends Schema.TaggedError<ImportStopped>()("ImportStopped", {
  message: Schema.String
}) {}

const job = JobName.make("import")

/** Imports the sources now. Fails when another import is at work, and when it is cancelled. */
export const importNow = Effect.fn("importNow")(function* (
  options: Pick<ImportOptions, "sources" | "recheck">,
  onStart: (run: JobRunId) => Effect.Effect<void> = () => Effect.void
) {
  const runs = yield* JobRuns
  const scheduledAt = timestampOf(yield* Clock.currentTimeMillis)
  const id = runIdOf(job, scheduledAt)
  const beginning = yield* runs.begin({ id, job, trigger: "manual", scheduledAt, durable: false })
  if (beginning._tag !== "Begun") {
    return yield* new ImportStopped({
      message: `Another import began at this very moment: "tributary import --follow" shows it.`
    })
  }
  yield* onStart(id)
  yield* runs.advance(id, { total: options.sources.length })
  const kept = yield* Ref.make(Option.none<RunReport>())
  const ended = yield* ownRun(
    beginning.run,
    "interrupted",
    importRun({
      ...options,
      trigger: "manual",
      keepReports: (reports) => runs.advance(id, progressOf(reports))
    }).pipe(
      Effect.tap((report) => Ref.set(kept, Option.some(report))),
      Effect.map((report) => importSummary(report.sources, report))
    )
  )
  const report = Option.getOrUndefined(yield* Ref.get(kept))
  if (report !== undefined && ended.state === "completed") return report
  return yield* new ImportStopped({
    message:
      ended.state === "failed"
        ? (ended.failure ?? "The import failed.")
        : `The import was stopped (${ended.state}). What was complete is kept; the next import goes on from there.`
  })
})
