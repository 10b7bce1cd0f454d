/**
 * A run: imports several sources, a few at a time, and consolidates what came of them.
 *
 * A source that fails is part of the report and stops nothing. A run that is interrupted is marked as
 * such; what was complete is kept, and the next run goes on with what still waits.
 */
import { Effect, Exit } from "effect"
import type { Initiative, InitiativeId, RunTrigger, Source } from "../domain/index.ts"
import { Initiatives, Runs } from "../store/index.ts"
import { consolidate } from "./consolidate.ts"
import { importSource, type Recheck } from "./import-source.ts"
import { RunEvents, type RunReport } from "./report.ts"

/** Sources that are read at the same time; requests to one host still come one after the other. */
const sourcesAtOnce = 8

export interface ImportOptions {
  readonly sources: ReadonlyArray<Source>
  readonly trigger: RunTrigger
  readonly recheck: Recheck
}

/** Imports the sources in one run. Fails only when the store fails. */
export const importRun = Effect.fn("importRun")(function* ({ recheck, sources, trigger }: ImportOptions) {
  const runs = yield* Runs
  const initiatives = yield* Initiatives
  const events = yield* RunEvents
  const byId = new Map<InitiativeId, Initiative>((yield* initiatives.list).map((one) => [one.id, one]))

  return yield* Effect.acquireUseRelease(
    runs.start(trigger),
    (run) =>
      Effect.gen(function* () {
        const reports = yield* Effect.forEach(
          sources.flatMap((source) => {
            const initiative = byId.get(source.initiativeId)
            return initiative === undefined ? [] : [{ source, initiative }]
          }),
          ({ initiative, source }) => importSource(run, source, initiative, recheck),
          { concurrency: sourcesAtOnce }
        )
        yield* events.publish({ _tag: "Consolidating" })
        const counts = yield* consolidate
        return { runId: run.id, sources: reports, ...counts } satisfies RunReport
      }),
    (run, exit) => runs.finish(run.id, Exit.isSuccess(exit) ? "completed" : "interrupted")
  )
})
