/**
 * What a visit means for a source: how it is remembered, when it is visited next, what is alarming.
 */
import { createHash } from "node:crypto"
import type { Source, SourceState } from "../domain/index.ts"
import type * as Reader from "../ingest/source/index.ts"
import { normalizeUrl } from "../ingest/url/index.ts"
import { type ListedItem, timestampOf } from "../store/index.ts"
import type { RecordedVisit } from "./recorded-visit.ts"
import { reached } from "./report.ts"
import { nextVisitAt } from "./rhythm.ts"

/** A listed entry as the store keeps it; none when its address cannot be asked for. */
export const listedItem = (item: Reader.ListedItem): ReadonlyArray<ListedItem> => {
  const url = normalizeUrl(item.url)
  if (url === null) return []
  const said = JSON.stringify([item.title, item.publishedAt, item.summary, item.revision])
  return [
    {
      url,
      fetchUrl: item.fetchUrl === undefined ? null : normalizeUrl(item.fetchUrl),
      title: item.title,
      publishedAt: item.publishedAt,
      publishedFrom: item.publishedFrom,
      summary: item.summary,
      signature: createHash("sha256").update(said).digest("hex")
    }
  ]
}

export interface Alarm {
  readonly name: string
  readonly message: string
}

/** What a person must look at: what the reader says, or a list that was full once and is empty now. */
export const alarmOf = (listing: Reader.Listing, before: SourceState): Alarm | null => {
  if (listing.alarm !== null) return listing.alarm
  const isEmpty = listing.outcome === "ok" && !listing.unchanged && listing.items.length === 0
  if (!isEmpty || before.itemsListed === null || before.itemsListed === 0) return null
  return {
    name: "lists-nothing-any-more",
    message: `It listed ${before.itemsListed} entries and now lists none: look whether the page was redesigned or has moved.`
  }
}

/** The state of a source after a visit that ended at `end` (milliseconds since 1970). */
export const stateAfter = (visited: {
  readonly source: Source
  readonly before: SourceState
  readonly listing: Reader.Listing
  readonly alarm: Alarm | null
  /** The first request of the visit; none when the source needs no request. */
  readonly door: RecordedVisit | null
  /** Something was listed or read that had not been before. */
  readonly isNew: boolean
  readonly end: number
}): SourceState => {
  const { alarm, before, door, end, isNew, listing, source } = visited
  const isReached = reached(listing.outcome)
  const failures = isReached ? 0 : before.failures + 1
  const lastChangeAt = isNew ? timestampOf(end) : before.lastChangeAt
  return {
    sourceId: source.id,
    etag: door?.result.etag ?? before.etag,
    lastModified: door?.result.lastModified ?? before.lastModified,
    finalUrl: door?.result.finalUrl ?? before.finalUrl,
    lastVisitAt: timestampOf(end),
    lastSuccessAt: isReached ? timestampOf(end) : before.lastSuccessAt,
    lastChangeAt,
    lastOutcome: listing.outcome,
    lastMessage: alarm?.message ?? listing.message,
    // An unchanged page is as unreadable as it was.
    alarm: listing.unchanged ? before.alarm : (alarm?.name ?? null),
    failures,
    itemsListed: listing.outcome === "ok" && !listing.unchanged ? listing.items.length : before.itemsListed,
    nextVisitAt: nextVisitAt({
      now: end,
      failures,
      sinceChange: lastChangeAt === null ? null : end - Date.parse(lastChangeAt),
      retryAfter: door?.result.retryAfter ?? null,
      freshFor: door?.result.freshFor ?? null
    })
  }
}
