/**
 * Imports sources within a run: opens what they share (what the store knows, the journal, room for large
 * bodies), asks them a few initiatives at a time, and sets what is new beside the rest.
 *
 * `import-run.ts` does all of it at once; the job `import` does it in groups that may lie apart.
 */
import { Effect, Semaphore } from "effect"
import {
  type Initiative,
  type InitiativeId,
  type Run,
  type Source,
  type SourceId,
  StatementKind
} from "../domain/index.ts"
import { Clusters, Initiatives, Isolation, Statements } from "../store/index.ts"
import type { OnStage } from "./consolidate.ts"
import { finishQuiet, isQuiet, listSource, type Running } from "./import-source.ts"
import { Gate, makeRoom } from "../ingest/visit/index.ts"
import { type KeepReports, openJournal } from "./journal.ts"
import { hasNews, RunEvents, type SourceReport } from "./report.ts"
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

/** A run with what its sources share in this process. */
export interface Workshop {
  readonly running: Running
  readonly initiatives: ReadonlyMap<InitiativeId, Initiative>
  /** One permit for each initiative that may be imported at the same time. */
  readonly turns: Semaphore.Semaphore
}

/** Opens the workshop of a run for these sources. */
export const openWorkshop = Effect.fn("openWorkshop")(function* (
  run: Run,
  sources: ReadonlyArray<Source>,
  recheck: Recheck,
  keepReports?: KeepReports
) {
  const initiatives = yield* Initiatives
  return {
    running: {
      run,
      recheck,
      knowledge: yield* readKnowledge(run, sources, recheck),
      journal: yield* openJournal(keepReports),
      room: makeRoom(largeBodiesAtOnce),
      desk: new Gate(documentsAtOnce),
      isAgain: false
    },
    initiatives: new Map((yield* initiatives.list).map((one) => [one.id, one])),
    turns: yield* Semaphore.make(initiativesAtOnce)
  } satisfies Workshop
})

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

/**
 * Imports these sources of the run; their reports are in the order of the sources.
 *
 * @param isAgain whether another process may have begun them in the same run
 */
export const importSources = Effect.fn("importSources")(
  function* (workshop: Workshop, sources: ReadonlyArray<Source>, isAgain = false) {
    const { initiatives, turns } = workshop
    const running = { ...workshop.running, isAgain }
    const { journal, knowledge } = running
    const found = yield* Effect.forEach(
      // Those that failed last come last, so that they hold up nobody.
      Map.groupBy(
        sources.toSorted((a, b) => knowledge.stateOf(a.id).failures - knowledge.stateOf(b.id).failures),
        ({ initiativeId }) => initiativeId
      ),
      ([id, own]) => {
        const initiative = initiatives.get(id)
        if (initiative === undefined) return Effect.succeed<ReadonlyArray<SourceReport>>([])
        return turns.withPermit(importInitiative(running, initiative, own))
      },
      { concurrency: initiativesAtOnce }
    )
    yield* journal.flush
    const reportOf = new Map<SourceId, SourceReport>(found.flat().map((report) => [report.sourceId, report]))
    return sources.flatMap(({ id }) => reportOf.get(id) ?? [])
    // Sources of one initiative are imported together, by one process: no rule spans what two of them write.
  },
  Effect.provideService(Isolation, "snapshot")
)

/**
 * Sets what a run brought beside all that is there: the furniture of sites, duplicates, clusters.
 *
 * @param isWhole false when something was read before that has not been set beside the rest yet
 * @param onStage told what it is at, where that takes long
 */
export const setBesideTheRest = Effect.fn("setBesideTheRest")(function* (
  reports: ReadonlyArray<SourceReport>,
  isWhole: boolean,
  onStage?: OnStage
) {
  const news = reports.filter(hasNews)
  if (news.length > 0 || !isWhole) {
    yield* (yield* RunEvents).publish({ _tag: "Consolidating" })
    const { consolidate } = yield* Effect.promise(() => import("./consolidate.ts"))
    const { learnSites } = yield* Effect.promise(() => import("./learn-sites.ts"))
    const changed = new Set(news.map(({ initiativeId }) => initiativeId))
    const initiatives = yield* (yield* Initiatives).list
    yield* learnSites(initiatives.filter(({ id }) => !isWhole || changed.has(id)))
    yield* consolidate(onStage)
  }
  return {
    statements: yield* (yield* Statements).count({ kinds: messageKinds }),
    clusters: yield* (yield* Clusters).count
  }
})
