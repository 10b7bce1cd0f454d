/**
 * Imports one source: asks what it lists. A source that has nothing new, and of which no item waits, is
 * finished at once from what the run knows; the others are read (read-items.ts) when all sources of their
 * initiative have said what they list, so that what is known of a page does not depend on who was asked first.
 */
import { Clock, Effect, Random } from "effect"
import type { Initiative, Run, Source, SourceState } from "../domain/index.ts"
import { type PublicationRhythm, publicationRhythm } from "../ingest/publication-rhythm.ts"
import { readerOf, type Listing } from "../ingest/source/index.ts"
import type { Gate, Room } from "../ingest/visit/index.ts"
import { timestampOf } from "../store/index.ts"
import type { Journal } from "./journal.ts"
import { type NewVisit, recordedVisit, type RecordedVisit, storeFailures } from "./recorded-visit.ts"
import { type Failure, reached, RunEvents, type SourceReport } from "./report.ts"
import type { EventDates } from "./rhythm.ts"
import type { Recheck, RunKnowledge } from "./run-knowledge.ts"
import { alarmOf, enoughObservations, listedItem, noticesOf, stateAfter } from "./source-state.ts"

/** The run in which sources are imported. */
export interface Running {
  readonly run: Run
  readonly recheck: Recheck
  readonly knowledge: RunKnowledge
  readonly journal: Journal
  /** For large bodies. */
  readonly room: Room
  /** For documents that are being read, which takes some times their length of memory. */
  readonly desk: Gate
  /** Whether sources may have been begun before in this run, by a process that did not finish them. */
  readonly isAgain: boolean
}

/** A sentence about listed entries whose addresses cannot be asked for; they are no items. */
const unaskable = (all: Listing["items"]): ReadonlyArray<string> => {
  const left = all.filter((item) => listedItem(item).length === 0)
  const [first] = left
  if (first === undefined) return []
  return [
    `${left.length} listed address(es) cannot be asked for and were left out, such as "${first.url.slice(0, 200)}": an address is http or https and has at most 8,192 characters.`
  ]
}

/** Counts that grow while a source is read. */
export interface Tally {
  newOutputs: number
  newVersions: number
  unchanged: number
  readAgain: number
  readonly failures: Array<Failure>
  readonly warnings: Array<string>
}

/** A source that has said what it lists. */
export interface ListedSource {
  readonly running: Running
  readonly source: Source
  readonly initiative: Initiative
  readonly before: SourceState
  readonly listing: Listing
  /** The first request of the visit; none when the source needs no request. */
  readonly door: RecordedVisit | null
  /** Visits that are yet to be recorded. */
  readonly unrecorded: Array<NewVisit>
  readonly tally: Tally
  /** Makes and records further visits for the source. */
  readonly visit: Effect.Success<ReturnType<typeof recordedVisit>>
}

/** What came of a source. */
export interface Outcome {
  /** The visit to a single document, which is its own item. */
  readonly only: RecordedVisit | null
  /** Something was listed or read that had not been before. */
  readonly isNew: boolean
  readonly events: ReadonlyArray<EventDates>
  readonly rhythm: PublicationRhythm | null
}

/** Asks one source what it lists. Fails only when the store fails. */
export const listSource = Effect.fnUntraced(function* (
  running: Running,
  source: Source,
  initiative: Initiative
) {
  const { journal, knowledge, run } = running
  const events = yield* RunEvents
  const before = knowledge.stateOf(source.id)
  // An instant ahead of now is of a clock that has been set back since: it says nothing of what came after.
  const { lastSuccessAt } = before
  const isPast = lastSuccessAt !== null && lastSuccessAt <= timestampOf(yield* Clock.currentTimeMillis)
  const unrecorded: Array<NewVisit> = []
  const visit = yield* recordedVisit({
    runId: run.id,
    sourceId: source.id,
    takenInAt: before.alarm === null && isPast ? lastSuccessAt : null,
    knowledge,
    journal,
    room: running.room,
    isAgain: running.isAgain,
    unrecorded
  })
  yield* events.publish({ _tag: "SourceStarted", sourceId: source.id })
  let door: RecordedVisit | null = null
  const listing = yield* readerOf(source.kind)
    .read(source, (request) =>
      visit(request).pipe(
        Effect.map((recorded) => {
          door ??= recorded
          return recorded.result
        }),
        // A reader knows no store: its failure goes past it, and comes back as a failure below.
        Effect.orDie
      )
    )
    .pipe(storeFailures)
  const tally: Tally = {
    newOutputs: 0,
    newVersions: 0,
    unchanged: 0,
    readAgain: 0,
    failures: [],
    warnings: [...listing.warnings, ...unaskable(listing.items)]
  }
  return {
    before,
    door,
    initiative,
    listing,
    running,
    source,
    tally,
    unrecorded,
    visit
  } satisfies ListedSource
})

/** Whether a source has nothing to read: it lists nothing new, and no item of it waits or is due. */
export const isQuiet = ({ listing, running, source }: ListedSource): boolean =>
  listing.items.length === 0 && !(reached(listing.outcome) && running.knowledge.hasWork(source.id))

/** Finishes a source that has nothing to read, from what the run knew at its start. */
export const finishQuiet = Effect.fnUntraced(function* (listed: ListedSource) {
  const { initiative, running, source } = listed
  const now = yield* Clock.currentTimeMillis
  return yield* finishSource(listed, {
    only: null,
    isNew: false,
    events: running.knowledge.eventsOf(initiative.id),
    rhythm: publicationRhythm(running.knowledge.daysOf(source.id), now)
  })
})

/** Hands the source's visits and its new state to the journal, and reports. */
export const finishSource = Effect.fnUntraced(function* (listed: ListedSource, outcome: Outcome) {
  const { before, door, initiative, listing, running, source, tally, unrecorded } = listed
  const { events, isNew, only, rhythm } = outcome
  const result: Listing =
    only === null ? listing : { ...listing, outcome: only.result.outcome, message: only.result.message }
  const alarm = alarmOf(result, before)
  const state = stateAfter({
    alarm,
    before,
    door: door ?? only,
    end: yield* Clock.currentTimeMillis,
    events,
    isNew,
    jitter: yield* Random.next,
    listing: result,
    rhythm,
    source
  })
  const report: SourceReport = {
    sourceId: source.id,
    initiativeId: initiative.id,
    outcome: result.outcome,
    message: alarm?.message ?? result.message,
    alarm: alarm?.name ?? null,
    listed: listing.items.length,
    notices: noticesOf(source, before, state),
    ...tally
  }
  yield* running.journal.add({
    visits: unrecorded.splice(0),
    state,
    retire: state.goneSeen >= enoughObservations ? source.id : null,
    report
  })
  yield* (yield* RunEvents).publish({ _tag: "SourceFinished", report })
  return report
})
