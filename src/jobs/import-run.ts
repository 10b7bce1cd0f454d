/**
 * A run: imports several sources, a few at a time, and consolidates what came of them.
 *
 * A source that fails is part of the report and stops nothing. A run that is interrupted is marked as
 * such; what was complete is kept, and the next run goes on with what still waits.
 */
import { Clock, Effect, Exit, Option } from "effect"
import {
  type Initiative,
  type InitiativeId,
  type RunTrigger,
  type Source,
  StatementKind
} from "../domain/index.ts"
import { Clusters, Initiatives, Runs, Statements } from "../store/index.ts"
import { finishQuiet, isQuiet, listSource, type Running } from "./import-source.ts"
import { Gate, makeRoom } from "../ingest/visit/index.ts"
import { openJournal } from "./journal.ts"
import { countRun } from "../observe/metrics.ts"
import { reached, RunEvents, type RunReport, type SourceReport } from "./report.ts"
import { readKnowledge, type Recheck } from "./run-knowledge.ts"

/**
 * Initiatives that are imported at the same time, more than the Visitor makes requests: servers that keep us
 * waiting must not keep the others from their turn.
 */
const initiativesAtOnce = 512

/** Sources of one initiative that are asked at the same time; requests to one host still come one by one. */
const sourcesAtOnce = 8

/** Bodies of more than a quarter of a megabyte that are fetched at the same time. */
const largeBodiesAtOnce = 8

/** Documents that are read at the same time. */
const documentsAtOnce = 4

/** The kinds that say something. */
const messageKinds = StatementKind.literals.filter((kind) => kind !== "boilerplate")

const hasNews = ({ newOutputs, newVersions, readAgain }: SourceReport): boolean =>
  newOutputs + newVersions + readAgain > 0

export interface ImportOptions {
  readonly sources: ReadonlyArray<Source>
  readonly trigger: RunTrigger
  readonly recheck: Recheck
}

/** Imports the sources of one initiative. */
const importInitiative = Effect.fnUntraced(function* (
  running: Running,
  initiative: Initiative,
  sources: ReadonlyArray<Source>
) {
  const listed = yield* Effect.forEach(sources, (source) => listSource(running, source, initiative), {
    concurrency: sourcesAtOnce
  })
  if (listed.every(isQuiet)) return yield* Effect.forEach(listed, finishQuiet)
  const { readItems } = yield* Effect.promise(() => import("./read-items.ts"))
  return yield* Effect.forEach(listed, readItems, { concurrency: sourcesAtOnce })
})

/** Counts a run that ended, whatever way, among the metrics. */
const counted = Effect.fnUntraced(function* (startedAt: string, exit: Exit.Exit<RunReport, unknown>) {
  const seconds = ((yield* Clock.currentTimeMillis) - Date.parse(startedAt)) / 1000
  const sources = Exit.isSuccess(exit) ? exit.value.sources : []
  const read = sources.filter(({ outcome }) => reached(outcome)).length
  yield* countRun({
    state: Exit.isSuccess(exit) ? "completed" : "interrupted",
    seconds,
    read,
    failed: sources.length - read,
    newOutputs: sources.reduce((sum, { newOutputs }) => sum + newOutputs, 0)
  })
})

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
        const journal = yield* openJournal
        const knowledge = yield* readKnowledge(run, sources, recheck)
        const running: Running = {
          run,
          recheck,
          knowledge,
          journal,
          room: makeRoom(largeBodiesAtOnce),
          desk: new Gate(documentsAtOnce)
        }
        const found = yield* Effect.forEach(
          // Those that failed last come last, so that they hold up nobody.
          Map.groupBy(
            sources.toSorted((a, b) => knowledge.stateOf(a.id).failures - knowledge.stateOf(b.id).failures),
            ({ initiativeId }) => initiativeId
          ),
          ([id, own]) => {
            const initiative = byId.get(id)
            return initiative === undefined ? Effect.succeed([]) : importInitiative(running, initiative, own)
          },
          { concurrency: initiativesAtOnce }
        )
        yield* journal.flush
        const reportOf = new Map(found.flat().map((report) => [report.sourceId, report]))
        const reports = sources.flatMap(({ id }) => reportOf.get(id) ?? [])
        // What was interrupted before has been read, but not yet set beside the rest.
        const isWhole = previous === undefined || previous.state === "completed"
        const isNew = reports.some(hasNews)
        if (isNew || !isWhole) {
          yield* events.publish({ _tag: "Consolidating" })
          const { consolidate } = yield* Effect.promise(() => import("./consolidate.ts"))
          const { learnSites } = yield* Effect.promise(() => import("./learn-sites.ts"))
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
      }).pipe(Effect.scoped),
    (run, exit) =>
      runs
        .finish(run.id, Exit.isSuccess(exit) ? "completed" : "interrupted")
        .pipe(Effect.tap(counted(run.startedAt, exit)))
  )
})
