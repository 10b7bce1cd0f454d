/**
 * Visits that leave their trace: each response is kept as a capture and recorded, before anything is made
 * of it, so that nothing that was fetched is ever lost.
 *
 * Validators (RFC 9110, section 13) of the last successful visit of the same URL are sent along. A list that
 * has not changed, but was not taken in to its end (the run was interrupted), is read again from its capture:
 * what was fetched once is not asked for twice.
 */
import { Effect, Option } from "effect"
import type { RunId, SourceId, Timestamp, Visit, VisitPurpose } from "../domain/index.ts"
import type { VisitResult } from "../ingest/visit/index.ts"
import { Visitor } from "../ingest/visit/index.ts"
import { Captures, now, Store, Visits } from "../store/index.ts"

export interface VisitRequest {
  readonly url: string
  readonly purpose: VisitPurpose
  readonly accept?: string
}

/** For whom visits are made. */
export interface Visiting {
  readonly runId: RunId
  readonly sourceId: SourceId | null
  /** End of the last run that took in all that the source listed; null when there was none. */
  readonly takenInAt: Timestamp | null
}

/** A visit as recorded, and what it brought. */
export interface RecordedVisit {
  readonly visit: Visit
  readonly result: VisitResult
}

/** Whether a visit may be answered by "nothing has changed"; others need a body. */
const mayBeUnchanged = (purpose: VisitPurpose): boolean => purpose !== "check" && purpose !== "robots"

/** Whether all that a list held at that visit was taken in by the end of a run. */
const wasTakenIn = (list: Visit, takenInAt: Timestamp | null): boolean =>
  takenInAt !== null && list.startedAt <= takenInAt

/** Makes the visit function of one source in one run. */
export const recordedVisit = Effect.fnUntraced(function* ({ runId, sourceId, takenInAt }: Visiting) {
  const visitor = yield* Visitor
  const visits = yield* Visits
  const captures = yield* Captures
  const store = yield* Store

  return Effect.fn("recordedVisit")(function* (request: VisitRequest) {
    const last = Option.getOrUndefined(yield* visits.lastSuccessOf(request.url))
    const before = mayBeUnchanged(request.purpose) ? last : undefined
    const startedAt = yield* now
    const result = yield* visitor.visit({
      ...request,
      etag: before?.etag ?? null,
      lastModified: before?.lastModified ?? null
    })
    const record = Effect.gen(function* () {
      const capture =
        result.body === null
          ? null
          : yield* captures.put(result.body, {
              mediaType: result.mediaType,
              charset: result.charset,
              url: result.finalUrl ?? request.url,
              retrievedAt: startedAt
            })
      return yield* visits.record({
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
        captureId: capture?.id ?? null,
        etag: result.etag,
        lastModified: result.lastModified,
        startedAt,
        durationMs: result.durationMs,
        message: result.message
      })
    })
    const visit = yield* result.body === null ? record : store.transaction(record)
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
      return { visit, result: reread } satisfies RecordedVisit
    }
    return { visit, result } satisfies RecordedVisit
  })
})
