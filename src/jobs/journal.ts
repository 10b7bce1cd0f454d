/**
 * The journal of a run: what was learnt of sources that brought nothing to read is written for many of them
 * in one transaction, the visits of a source always together with its new state.
 *
 * A process that is killed loses at most the last fraction of a second of it, and with it no content: such a
 * source is then as if it had not been asked.
 */
import { Effect, Schedule } from "effect"
import type { SourceId, SourceState, Visit } from "../domain/index.ts"
import { Sources, Store, type StoreError, Visits } from "../store/index.ts"
import type { SourceReport } from "./report.ts"

/** Sources in one transaction at most. */
const batchSize = 250

/** Longest time that an entry waits. */
const longestWait = "250 millis"

/** What is to be written of one source, or of none (robots.txt). */
export interface Entry {
  readonly visits: ReadonlyArray<Omit<Visit, "id">>
  readonly state: SourceState | null
  /** The source was gone for good: it is not visited any more. */
  readonly retire: SourceId | null
  /** What the source gave, once it is finished. */
  readonly report: SourceReport | null
}

/** Takes what finished sources gave, in the transaction that keeps their states. */
export type KeepReports = (reports: ReadonlyArray<SourceReport>) => Effect.Effect<void, StoreError>

export interface Journal {
  /** Takes an entry, and writes all that wait when they are many. */
  readonly add: (entry: Entry) => Effect.Effect<void, StoreError>
  /** Writes what waits. */
  readonly flush: Effect.Effect<void, StoreError>
}

/** Opens a journal; what waits is written at the latest when the scope closes. */
export const openJournal = Effect.fnUntraced(function* (keepReports: KeepReports = () => Effect.void) {
  const store = yield* Store
  const sources = yield* Sources
  const visits = yield* Visits
  let waiting: Array<Entry> = []

  const write = Effect.fnUntraced(function* (entries: ReadonlyArray<Entry>) {
    yield* visits.recordAll(entries.flatMap((entry) => entry.visits))
    yield* sources.saveStates(entries.flatMap(({ state }) => (state === null ? [] : [state])))
    for (const { retire } of entries) if (retire !== null) yield* sources.setStatus(retire, "retired")
    const reports = entries.flatMap(({ report }) => (report === null ? [] : [report]))
    if (reports.length > 0) yield* keepReports(reports)
  })

  const flush = Effect.suspend(() => {
    if (waiting.length === 0) return Effect.void
    const entries = waiting
    waiting = []
    return store
      .transaction(write(entries))
      .pipe(Effect.onError(() => Effect.sync(() => (waiting = [...entries, ...waiting]))))
  })

  // A failure here comes again, and is told, when the run itself writes.
  yield* Effect.ignore(flush).pipe(Effect.repeat(Schedule.spaced(longestWait)), Effect.forkScoped)
  yield* Effect.addFinalizer(() => Effect.ignore(flush))
  return {
    add: (entry) => {
      waiting.push(entry)
      return waiting.length < batchSize ? Effect.void : flush
    },
    flush
  } satisfies Journal
})
