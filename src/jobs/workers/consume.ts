/**
 * A worker's share of imports: takes groups of sources from the queue in the database, of whichever run, and
 * imports them: as many as there are hosts to keep all of its requests busy, for a host gets one at a time.
 *
 * Groups are pulled and not dealt out: who is quick takes more, who joins in the middle of a run begins with
 * the next group, and nothing that is under way elsewhere has to stop for it.
 */
import { Effect, Fiber, FiberSet, Queue, RcMap, Schedule } from "effect"
import { JobRunId, RunId, type SourceId } from "../../domain/index.ts"
import { VisitConfig } from "../../ingest/visit/index.ts"
import {
  type GroupPlace,
  heartbeatMs,
  ImportGroups,
  now,
  Patience,
  runPatienceMs,
  Sources,
  type TakenGroup
} from "../../store/index.ts"
import { importSources } from "../import-sources.ts"
import { domainOf } from "../job/import-groups.ts"
import { finishedReports, openPlace } from "../job/import-place.ts"
import type { Told } from "../job/job.ts"
import { RunEvents } from "../report.ts"

/** Between two looks into an empty queue. */
const idle = "500 millis"

/** After a failure of the store, before it is tried again. */
const afterFailure = "2 seconds"

/** A place stays open for a while after its last group: the next one is often there at once. */
const placeLasts = "20 seconds"

/** A run as a key of places. */
const runKey = ({ jobRun, runId }: TakenGroup): string => `${runId} ${jobRun}`

const keyOf = ({ jobRun, place }: GroupPlace): string => `${place} ${jobRun}`

/** The sources that a run may still ask: those that are due, for what it has finished is due no more. */
const dueIds = Effect.gen(function* () {
  const sources = yield* Sources
  return new Set<SourceId>((yield* sources.listDue(yield* now)).map(({ id }) => id))
})

/** Takes and imports groups for as long as it runs. */
export const consumeGroups = Effect.gen(function* () {
  const queue = yield* ImportGroups
  const { concurrency } = yield* VisitConfig
  const events = yield* RunEvents
  const wake = yield* Queue.sliding<void>(1)
  const workers = yield* FiberSet.make<void>()
  const underWay = new Map<string, { readonly group: TakenGroup; fiber: Fiber.Fiber<void> | null }>()
  /** Hosts of groups under way that are not finished; sources as long as their hosts are not looked up. */
  let inHand = 0

  const places = yield* RcMap.make({
    lookup: (run: string) =>
      Effect.gen(function* () {
        const [runId = "", jobRun = ""] = run.split(" ")
        return yield* openPlace(JobRunId.make(jobRun), RunId.make(runId), yield* dueIds)
      }),
    idleTimeToLive: placeLasts
  })

  const importGroup = Effect.fnUntraced(function* (group: TakenGroup) {
    let counted = 0
    const count = (hosts: number) => {
      inHand += hosts - counted
      counted = hosts
      Queue.offerUnsafe(wake, undefined)
    }
    count(group.sources.length)
    /** Sources that are not finished, by host. */
    const left = new Map<string, Set<SourceId>>()
    const counting = RunEvents.of({
      publish: (event) => {
        if (event._tag === "SourceFinished") {
          for (const [host, ids] of left) {
            if (ids.delete(event.report.sourceId) && ids.size === 0) left.delete(host)
          }
          count(left.size)
        }
        return events.publish(event)
      }
    })
    yield* Effect.gen(function* () {
      const { sources, workshop } = yield* RcMap.get(places, runKey(group))
      const finished = yield* finishedReports(group.jobRun, group.sources)
      const rest = group.sources.flatMap((id) => (finished.has(id) ? [] : (sources.get(id) ?? [])))
      for (const [host, some] of Map.groupBy(rest, domainOf))
        left.set(host, new Set(some.map(({ id }) => id)))
      count(left.size)
      yield* importSources(workshop, rest, group.takes > 1)
      yield* queue.finish(group)
    }).pipe(
      Effect.scoped,
      Effect.provideService(RunEvents, counting),
      Effect.onInterrupt(() => Effect.ignore(queue.giveBack(group, null))),
      Effect.catch((failure: Told) => giveUp(group, failure.message)),
      Effect.catchDefect((defect) => giveUp(group, `The program has a fault: ${String(defect)}`)),
      Effect.ensuring(
        Effect.sync(() => {
          underWay.delete(keyOf(group))
          count(0)
        })
      )
    )
  })

  const giveUp = (group: TakenGroup, failure: string) =>
    Effect.logWarning(`A group of sources could not be imported: ${failure}`).pipe(
      Effect.andThen(RcMap.invalidate(places, runKey(group))),
      Effect.andThen(Effect.sleep(afterFailure)),
      Effect.andThen(Effect.ignore(queue.giveBack(group, failure)))
    )

  // What is not this process's any more, or whose run is cancelled, is stopped.
  const beat = Effect.gen(function* () {
    const all = [...underWay.values()]
    const kept = new Set((yield* queue.beat(all.map(({ group }) => group))).map(keyOf))
    for (const { fiber, group } of all) {
      const isOver = !underWay.has(keyOf(group))
      if (!isOver && !kept.has(keyOf(group)) && fiber !== null) yield* Fiber.interrupt(fiber)
    }
  }).pipe(Effect.andThen(queue.reclaim), Effect.ignore)
  yield* beat.pipe(Effect.repeat(Schedule.spaced(heartbeatMs * 2)), Effect.forkScoped)

  const takeNext = Effect.gen(function* () {
    if (inHand >= concurrency) return yield* Queue.take(wake)
    const [group] = yield* queue.take
    if (group === undefined) {
      yield* Queue.take(wake).pipe(Effect.timeoutOption(idle))
      return
    }
    const entry: { readonly group: TakenGroup; fiber: Fiber.Fiber<void> | null } = { group, fiber: null }
    underWay.set(keyOf(group), entry)
    entry.fiber = yield* FiberSet.run(workers, importGroup(group))
  })
  return yield* takeNext.pipe(
    Effect.catch((failure) =>
      Effect.andThen(
        Effect.logWarning(`The queue of imports does not answer: ${failure.message}`),
        Effect.sleep(afterFailure)
      )
    ),
    Effect.forever
  )
}).pipe(Effect.scoped, Effect.provide(VisitConfig.layer), Effect.provideService(Patience, runPatienceMs))
