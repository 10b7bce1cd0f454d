/**
 * A run: imports several sources, a few at a time, and consolidates what came of them.
 *
 * A source that fails is part of the report and stops nothing. A run that is interrupted is marked as
 * such; what was complete is kept, and the next run goes on with what still waits.
 */
import { Effect, Exit, Option } from "effect"
import {
  type Initiative,
  type InitiativeId,
  type RunTrigger,
  type Source,
  StatementKind
} from "../domain/index.ts"
import { Clusters, Initiatives, Runs, Statements } from "../store/index.ts"
import { consolidate } from "./consolidate.ts"
import { listSource, type Recheck } from "./import-source.ts"
import { learnSites } from "./learn-sites.ts"
import { RunEvents, type RunReport, type SourceReport } from "./report.ts"

/** Sources that are read at the same time; requests to one host still come one after the other. */
const sourcesAtOnce = 8

/** The kinds that say something. */
const messageKinds = StatementKind.literals.filter((kind) => kind !== "boilerplate")

const hasNews = ({ newOutputs, newVersions, readAgain }: SourceReport): boolean =>
  newOutputs + newVersions + readAgain > 0

export interface ImportOptions {
  readonly sources: ReadonlyArray<Source>
  readonly trigger: RunTrigger
  readonly recheck: Recheck
}

/** Imports the sources in one run. Fails only when the store fails. */
export const importRun = Effect.fn("importRun")(function* ({ recheck, sources, trigger }: ImportOptions) {
  const runs = yield* Runs
  const initiatives = yield* Initiatives
  const statements = yield* Statements
  const clusters = yield* Clusters
  const events = yield* RunEvents
  const byId = new Map<InitiativeId, Initiative>((yield* initiatives.list).map((one) => [one.id, one]))

  const previous = Option.getOrUndefined(yield* runs.latest)

  return yield* Effect.acquireUseRelease(
    runs.start(trigger),
    (run) =>
      Effect.gen(function* () {
        const listed = yield* Effect.forEach(
          sources.flatMap((source) => {
            const initiative = byId.get(source.initiativeId)
            return initiative === undefined ? [] : [{ source, initiative }]
          }),
          ({ initiative, source }) => listSource(run, source, initiative, recheck),
          { concurrency: sourcesAtOnce }
        )
        const reports = yield* Effect.forEach(listed, (readItems) => readItems, {
          concurrency: sourcesAtOnce
        })
        // What was interrupted before has been read, but not yet set beside the rest.
        const isWhole = previous === undefined || previous.state === "completed"
        const isNew = reports.some(hasNews)
        if (isNew || !isWhole) {
          yield* events.publish({ _tag: "Consolidating" })
          const changed = new Set(reports.filter(hasNews).map(({ initiativeId }) => initiativeId))
          yield* learnSites([...byId.values()].filter(({ id }) => !isWhole || changed.has(id)))
          yield* consolidate
        }
        return {
          runId: run.id,
          sources: reports,
          statements: yield* statements.count({ kinds: messageKinds }),
          clusters: yield* clusters.count
        } satisfies RunReport
      }),
    (run, exit) => runs.finish(run.id, Exit.isSuccess(exit) ? "completed" : "interrupted")
  )
})
