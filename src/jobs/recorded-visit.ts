/**
 * Visits that leave their trace: a response with a body is kept as a capture and recorded at once, before
 * anything is made of it, so that nothing that was fetched is ever lost. Visits without a body wait for the
 * next record of their source.
 *
 * Validators (RFC 9110, section 13) of the last successful visit of the same URL are sent along. A list that
 * has not changed, but was not taken in to its end (the run was interrupted), is read again from its capture,
 * and so is what the same run fetched before its process died: what was fetched once is not asked for twice.
 */
import { Clock, Effect, Option } from "effect"
import type { RunId, SourceId, Timestamp, Visit, VisitPurpose } from "../domain/index.ts"
import { largeBody, type Lease, type Room, Visitor, type VisitResult } from "../ingest/visit/index.ts"
import { countVisit } from "../observe/metrics.ts"
import { Captures, Store, StoreError, timestampOf, Visits } from "../store/index.ts"
import type { Journal } from "./journal.ts"
import type { RunKnowledge } from "./run-knowledge.ts"

export interface VisitRequest {
  readonly url: string
  readonly purpose: VisitPurpose
  readonly accept?: string
}

/** For whom visits are made. */
export interface Visiting {
  readonly runId: RunId
  readonly sourceId: SourceId
  /** End of the last run that took in all that the source listed; null when there was none. */
  readonly takenInAt: Timestamp | null
  readonly knowledge: RunKnowledge
  readonly journal: Journal
  /** For the large bodies of all sources. */
  readonly room: Room
  /** Whether the source may have been begun before in this run, by a process that did not finish it. */
  readonly isAgain: boolean
  /** Visits of the source that are yet to be recorded; emptied when they are. */
  readonly unrecorded: Array<NewVisit>
}

/** A visit that the store has not numbered. */
export type NewVisit = Omit<Visit, "id">

/** A visit as recorded, and what it brought. */
export interface RecordedVisit {
  readonly visit: NewVisit
  readonly result: VisitResult
}

/** Whether a visit may be answered by "nothing has changed"; others need a body. */
const mayBeUnchanged = (purpose: VisitPurpose): boolean => purpose !== "check" && purpose !== "robots"

/** Whether all that a list held at that visit was taken in by the end of a run. */
const wasTakenIn = (list: NewVisit, takenInAt: Timestamp | null): boolean =>
  takenInAt !== null && list.startedAt <= takenInAt

const visitOf = (
  { runId, sourceId }: { readonly runId: RunId; readonly sourceId: SourceId | null },
  request: VisitRequest,
  result: VisitResult,
  startedAt: Timestamp
): NewVisit => ({
  runId,
  sourceId,
  purpose: request.purpose,
  url: request.url,
  finalUrl: result.finalUrl,
  outcome: result.outcome,
  status: result.status,
  mediaType: result.mediaType,
  charset: result.charset,
  bytes: result.bytes,
  captureId: null,
  etag: result.etag,
  lastModified: result.lastModified,
  startedAt,
  durationMs: result.durationMs,
  message: result.message
})

/** Failures of the store that passed as defects through what knows no store. */
export const storeFailures = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.catchDefect(effect, (defect) =>
    defect instanceof StoreError ? Effect.fail(defect) : Effect.die(defect)
  )

/** Makes the visit function of one source in one run. */
export const recordedVisit = Effect.fnUntraced(function* (visiting: Visiting) {
  const { isAgain, journal, knowledge, room, runId, takenInAt, unrecorded } = visiting
  const visitor = yield* Visitor
  const visits = yield* Visits
  const captures = yield* Captures
  const store = yield* Store

  const lastBodyOf = (url: string) =>
    knowledge.addresses.has(url)
      ? Effect.succeed(knowledge.lastBodies.get(url))
      : Effect.map(visits.lastSuccessOf(url), Option.getOrUndefined)

  /** Keeps the body and records its visit, with those of the source that came before. */
  const keep = Effect.fnUntraced(function* (visit: NewVisit, body: Uint8Array) {
    const earlier = unrecorded.splice(0)
    const recorded = yield* store
      .transaction(
        Effect.gen(function* () {
          const capture = yield* captures.put(body, {
            mediaType: visit.mediaType,
            charset: visit.charset,
            url: visit.finalUrl ?? visit.url,
            retrievedAt: visit.startedAt
          })
          yield* visits.recordAll(earlier)
          return yield* visits.record({ ...visit, captureId: capture.id })
        })
      )
      .pipe(Effect.onError(() => Effect.sync(() => unrecorded.unshift(...earlier))))
    if (knowledge.addresses.has(visit.url) && recorded.outcome === "ok")
      knowledge.lastBodies.set(visit.url, recorded)
    return recorded
  })

  /**
   * Records a robots.txt that was read on the way, of no source because many may share it, and without its
   * bytes: they are no part of what an initiative publishes. A failure of the store goes past the Visitor, as
   * it does past a reader.
   */
  const onRobots = (result: VisitResult) =>
    Effect.gen(function* () {
      const startedAt = timestampOf((yield* Clock.currentTimeMillis) - result.durationMs)
      const request: VisitRequest = { url: result.url, purpose: "robots" }
      const made = visitOf({ runId, sourceId: null }, request, result, startedAt)
      yield* countVisit(made)
      yield* journal.add({ visits: [made], state: null, retire: null, report: null })
    }).pipe(Effect.orDie)

  /** What this run has fetched already; null as a rule. */
  const fetchedBefore = Effect.fnUntraced(function* ({ purpose, url }: VisitRequest) {
    if (!isAgain || !mayBeUnchanged(purpose)) return null
    const visit = Option.getOrUndefined(yield* visits.lastSuccessOf(url))
    if (visit === undefined || visit.runId !== runId || visit.captureId === null) return null
    const body = Option.getOrNull(yield* captures.bytes(visit.captureId))
    if (body === null) return null
    const isHeld = purpose === "source" || body.length <= largeBody
    const unknown = { permanentUrl: null, freshFor: null, retryAfter: null }
    return { visit, result: { ...visit, ...unknown, body: isHeld ? body : null } } satisfies RecordedVisit
  })

  const visitWith = Effect.fnUntraced(function* (request: VisitRequest, lease: Lease) {
    const kept = yield* fetchedBefore(request)
    if (kept !== null) return kept
    const before = mayBeUnchanged(request.purpose) ? yield* lastBodyOf(request.url) : undefined
    const startedAt = timestampOf(yield* Clock.currentTimeMillis)
    const result = yield* visitor
      .visit({
        ...request,
        etag: before?.etag ?? null,
        lastModified: before?.lastModified ?? null,
        lease,
        onRobots
      })
      .pipe(storeFailures)
    const made = visitOf(visiting, request, result, startedAt)
    yield* countVisit(made)
    if (result.body !== null) {
      const visit = yield* keep(made, result.body)
      // A list is read at once; a large document waits for its turn in the store and not in memory.
      const isHeld = request.purpose === "source" || result.body.length <= largeBody
      return { visit, result: isHeld ? result : { ...result, body: null } } satisfies RecordedVisit
    }
    unrecorded.push(made)
    if (
      result.outcome === "not-modified" &&
      request.purpose === "source" &&
      before !== undefined &&
      before.captureId !== null &&
      !wasTakenIn(before, takenInAt)
    ) {
      const body = Option.getOrNull(yield* captures.bytes(before.captureId))
      const { charset, finalUrl, mediaType } = before
      const reread: VisitResult = { ...result, outcome: "ok", body, charset, finalUrl, mediaType }
      return { visit: made, result: reread } satisfies RecordedVisit
    }
    return { visit: made, result } satisfies RecordedVisit
  })

  return (request: VisitRequest) =>
    Effect.suspend(() => {
      const lease = room.lease()
      return Effect.ensuring(visitWith(request, lease), Effect.sync(lease.release))
    })
})
