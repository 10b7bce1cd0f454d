/**
 * What a visit means for a source: how it is remembered, when it is visited next, what is alarming.
 */
import { createHash } from "node:crypto"
import { Schema } from "effect"
import { HttpUrl, type Source, type SourceState } from "../domain/index.ts"
import type { PublicationRhythm } from "../ingest/publication-rhythm.ts"
import type * as Reader from "../ingest/source/index.ts"
import { normalizeUrl } from "../ingest/url/index.ts"
import { type ListedItem, timestampOf } from "../store/index.ts"
import type { RecordedVisit } from "./recorded-visit.ts"
import { reached } from "./report.ts"
import { type EventDates, nextVisit, silentFrom } from "./rhythm.ts"

const isHttpUrl = Schema.is(HttpUrl)

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

/**
 * Where permanent redirects say that a source now is. Only what was asked under the source's own address,
 * or an address of its API that kept its path, tells of the source itself; null otherwise.
 */
export const movedTo = (
  source: Pick<Source, "url">,
  asked: string,
  permanentUrl: string | null
): HttpUrl | null => {
  const own = URL.parse(source.url)
  const from = URL.parse(asked)
  const to = permanentUrl === null ? null : URL.parse(permanentUrl)
  if (own === null || from === null || to === null) return null
  if (from.href === own.href) return isHttpUrl(to.href) && to.href !== own.href ? to.href : null
  if (from.host !== own.host || `${from.pathname}${from.search}` !== `${to.pathname}${to.search}`) return null
  const moved = `${to.origin}${own.pathname}${own.search}`
  return isHttpUrl(moved) && moved !== own.href ? moved : null
}

/** Equal observations of a permanent redirect, or of 410, after which it is believed. */
export const enoughObservations = 2

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
  /** When it published, as far as dates are known. */
  readonly rhythm: PublicationRhythm | null
  /** Events of the initiative. */
  readonly events: ReadonlyArray<EventDates>
  /** Random number from 0 to 1. */
  readonly jitter: number
  readonly end: number
}): SourceState => {
  const { alarm, before, door, end, events, isNew, jitter, listing, rhythm, source } = visited
  const isReached = reached(listing.outcome)
  const failures = isReached ? 0 : before.failures + 1
  const seen = door === null ? null : movedTo(source, door.visit.url, door.result.permanentUrl)
  // A visit that did not get through says nothing about where the source is.
  const permanentUrl = isReached && door !== null ? seen : before.permanentUrl
  const isSame = permanentUrl !== null && permanentUrl === before.permanentUrl
  const observed = isReached && door !== null ? 1 : 0
  const next = nextVisit({
    now: end,
    failures,
    rhythm,
    events,
    jitter,
    retryAfter: door?.result.retryAfter ?? null,
    freshFor: door?.result.freshFor ?? null
  })
  return {
    sourceId: source.id,
    etag: door?.result.etag ?? before.etag,
    lastModified: door?.result.lastModified ?? before.lastModified,
    finalUrl: door?.result.finalUrl ?? before.finalUrl,
    lastVisitAt: timestampOf(end),
    lastSuccessAt: isReached ? timestampOf(end) : before.lastSuccessAt,
    lastChangeAt: isNew ? timestampOf(end) : before.lastChangeAt,
    lastOutcome: listing.outcome,
    lastMessage: alarm?.message ?? listing.message,
    // An unchanged page is as unreadable as it was.
    alarm: listing.unchanged ? before.alarm : (alarm?.name ?? null),
    failures,
    itemsListed: listing.outcome === "ok" && !listing.unchanged ? listing.items.length : before.itemsListed,
    permanentUrl,
    permanentSeen: permanentUrl === null ? 0 : isSame ? before.permanentSeen + observed : 1,
    goneSeen: listing.outcome === "gone" ? before.goneSeen + 1 : 0,
    silentFrom: isReached ? silentFrom(rhythm, events) : before.silentFrom,
    nextVisitAt: next.at,
    nextVisitReason: next.reason
  }
}

/** What a person should be told of, once: the source has moved, or is gone and was retired. */
export const noticesOf = (source: Source, before: SourceState, after: SourceState): ReadonlyArray<string> => [
  ...(after.permanentSeen >= enoughObservations && before.permanentSeen < enoughObservations
    ? [
        `${source.id} has moved for good to ${after.permanentUrl ?? ""}: "tributary registry accept-move ${source.id}" follows it there.`
      ]
    : []),
  ...(after.goneSeen >= enoughObservations && before.goneSeen < enoughObservations
    ? [`${source.id} was gone (410) at two visits and is retired; look for the initiative's new place.`]
    : [])
]
