/**
 * A run: imports several sources, a few at a time, and consolidates what came of them.
 *
 * A source that fails is part of the report and stops nothing. A run that is interrupted is marked as
 * such; what was complete is kept, and the next run goes on with what still waits.
 */
import { Effect, Exit, Option } from "effect"
import type { RunTrigger, Source } from "../domain/index.ts"
import { Runs } from "../store/index.ts"
import { countImport } from "./import-progress.ts"
import { importSources, openWorkshop, setBesideTheRest } from "./import-sources.ts"
import type { KeepReports } from "./journal.ts"
import type { RunReport } from "./report.ts"
import type { Recheck } from "./run-knowledge.ts"

export interface ImportOptions {
  readonly sources: ReadonlyArray<Source>
  readonly trigger: RunTrigger
  readonly recheck: Recheck
  /** Takes what finished sources gave while the run goes on. */
  readonly keepReports?: KeepReports
}

/** Imports the sources in one run. Fails only when the store fails. */
export const importRun = Effect.fn("importRun")(function* (options: ImportOptions) {
  const { keepReports, recheck, sources, trigger } = options
  const runs = yield* Runs
  const previous = Option.getOrUndefined(yield* runs.latest)

  return yield* Effect.acquireUseRelease(
    runs.start(trigger),
    (run) =>
      Effect.gen(function* () {
        const workshop = yield* openWorkshop(run, sources, recheck, keepReports)
        const reports = yield* importSources(workshop, sources)
        // What was interrupted before has been read, but not yet set beside the rest.
        const isWhole = previous === undefined || previous.state === "completed"
        const { clusters, statements } = yield* setBesideTheRest(reports, isWhole)
        return { runId: run.id, sources: reports, statements, clusters } satisfies RunReport
      }).pipe(Effect.scoped),
    (run, exit) =>
      runs.finish(run.id, Exit.isSuccess(exit) ? "completed" : "interrupted").pipe(
        Effect.tap(
          countImport(
            run.startedAt,
            Exit.map(exit, ({ sources }) => sources)
          )
        )
      )
  )
})
