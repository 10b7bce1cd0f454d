/**
 * When to ask again: the rhythm of sources and of the items that they list (docs/politeness.md).
 *
 * A guest does not ask more often than there is news: a few times between two publications, more often
 * around the initiative's event, seldom where nothing has come for long, a failing source less and less
 * often, never more than hourly, and never before the server's own Retry-After or freshness is over.
 */
import type { IsoDate, Item, Timestamp } from "../domain/index.ts"
import type { PublicationRhythm } from "../ingest/publication-rhythm.ts"
import { type DueRule, timestampOf } from "../store/index.ts"

const hour = 3_600_000
const day = 24 * hour

/** Shortest and longest pause between two visits of a source. */
const shortestPause = hour
const longestPause = 7 * day

/** Pause while too few dates are known to tell a rhythm. */
const unknownPause = day
/** Visits between two publications. */
const visitsPerGap = 4
/** Longest pause for a source that still publishes. */
const livelyPause = 3 * day
/** Pause around an event. */
const eventPause = 6 * hour
/** How long before and after an event its outputs are awaited. */
const beforeEvent = 14 * day
const afterEvent = 56 * day
/** Without news for so many days a source is quiet, or has fallen silent. */
const quietDays = 90
const silentDays = 365
/** Half a year after an event its outputs are overdue. */
const overdueAfterEvent = 182 * day
/** Pauses vary by a tenth either way, so that many sources do not fall into step. */
const jitterShare = 0.1

/** First and last day of an event of the initiative; null where not stated. */
export interface EventDates {
  readonly eventStart: IsoDate | null
  readonly eventEnd: IsoDate | null
}

/** What bears on the next visit of a source. Durations in milliseconds. */
export interface Pace {
  readonly now: number
  /** Failures in a row, this visit included. */
  readonly failures: number
  /** When the source published; null when no date is known. */
  readonly rhythm: PublicationRhythm | null
  /** Events of the initiative, past and to come. */
  readonly events: ReadonlyArray<EventDates>
  /** The server's Retry-After. */
  readonly retryAfter: number | null
  /** How long the response stays fresh (Cache-Control, Expires). */
  readonly freshFor: number | null
  /** Random number from 0 to 1; 0.5 leaves the pause as it is. */
  readonly jitter: number
}

/** When to visit a source next, and why then. */
export interface NextVisit {
  readonly at: Timestamp
  /** A sentence for `status`. */
  readonly reason: string
}

const days = (millis: number): string => {
  const count = Math.round(millis / day)
  return count === 1 ? "day" : `${count} days`
}

/** The event around which the day lies, or null. */
const nearEvent = (events: ReadonlyArray<EventDates>, now: number): IsoDate | null => {
  for (const { eventEnd, eventStart } of events) {
    const start = eventStart ?? eventEnd
    if (start === null) continue
    const end = eventEnd ?? start
    if (now >= Date.parse(start) - beforeEvent && now <= Date.parse(end) + day + afterEvent) return start
  }
  return null
}

/** The pause that news and events suggest, with the reason. */
const usualPause = ({ events, now, rhythm }: Pace): { readonly pause: number; readonly reason: string } => {
  const near = nearEvent(events, now)
  const byRhythm = (): { readonly pause: number; readonly reason: string } => {
    if (rhythm !== null && rhythm.age > silentDays)
      return { pause: longestPause, reason: `Nothing new since ${rhythm.newest}: once in 7 days.` }
    if (rhythm === null || rhythm.gap === null)
      return { pause: unknownPause, reason: "Its rhythm is not known yet: once a day." }
    if (rhythm.age > quietDays && rhythm.age > 2 * rhythm.gap)
      return { pause: livelyPause, reason: `Quiet since ${rhythm.newest}: once in 3 days.` }
    const gap = Math.max(1, rhythm.gap) * day
    const pause = Math.min(livelyPause, Math.max(shortestPause, gap / visitsPerGap))
    return {
      pause,
      reason:
        pause === livelyPause
          ? `Something new every ${days(gap)}: once in 3 days.`
          : `Something new every ${days(gap)}: ${visitsPerGap} visits in that time.`
    }
  }
  const usual = byRhythm()
  return near === null || usual.pause <= eventPause
    ? usual
    : { pause: eventPause, reason: `The event of ${near} is near: every 6 hours.` }
}

/** A source's next visit. */
export const nextVisit = (pace: Pace): NextVisit => {
  const { failures, freshFor, jitter, now, retryAfter } = pace
  const usual =
    failures === 0
      ? usualPause(pace)
      : {
          pause: Math.min(longestPause, hour * 2 ** Math.min(failures, 10)),
          reason: `It failed ${failures === 1 ? "once" : `${failures} times in a row`}: asked less and less often, at least once a week.`
        }
  const varied = Math.min(longestPause, usual.pause * (1 + jitterShare * (2 * jitter - 1)))
  const asked = Math.max(Math.min(retryAfter ?? 0, 30 * day), Math.min(freshFor ?? 0, longestPause))
  const pause = Math.max(shortestPause, varied, asked)
  return {
    at: timestampOf(now + Math.round(pause)),
    reason: asked > Math.max(varied, shortestPause) ? "Its server asks for this pause." : usual.reason
  }
}

/**
 * The day from which the silence of a source should be looked at: a year after its newest entry (later when
 * it publishes more seldom), or half a year after an event of which nothing has been heard. Null when
 * nothing is known of its rhythm.
 */
export const silentFrom = (
  rhythm: PublicationRhythm | null,
  events: ReadonlyArray<EventDates>
): Timestamp | null => {
  if (rhythm === null) return null
  const newest = Date.parse(rhythm.newest)
  const usual = newest + Math.max(silentDays, 1.5 * (rhythm.gap ?? 0)) * day
  const overdue = events
    .flatMap(({ eventEnd, eventStart }) => {
      const start = eventStart ?? eventEnd
      return start !== null && start > rhythm.newest
        ? [Date.parse(eventEnd ?? start) + overdueAfterEvent]
        : []
    })
    .reduce((earliest, one) => Math.min(earliest, one), usual)
  return timestampOf(Math.round(overdue))
}

/** Items of one source that are visited again at most in one run: the newest ones. */
export const recheckedItems = 50

/** Pauses between visits of an item, by the time since it was first seen; the longer, the older it is. */
const itemPauses = [
  { youngerThan: 30 * day, pause: day },
  { youngerThan: 180 * day, pause: 7 * day },
  { youngerThan: Infinity, pause: 30 * day }
] as const

/** `itemIsDue` as rules for the store. */
export const dueRules = (now: number): ReadonlyArray<DueRule> =>
  itemPauses.map(({ pause, youngerThan }) => ({
    firstSeenAfter: youngerThan === Infinity ? null : timestampOf(now - youngerThan),
    visitedUntil: timestampOf(now - pause)
  }))

/**
 * Whether a known item should be visited again although its source says nothing new of it. Pages are
 * corrected in their first weeks as a rule, and hardly ever after half a year.
 */
export const itemIsDue = (item: Pick<Item, "firstSeenAt" | "visitedAt">, now: number): boolean => {
  if (item.visitedAt === null) return true
  const age = now - Date.parse(item.firstSeenAt)
  const pause = itemPauses.find(({ youngerThan }) => age < youngerThan)?.pause ?? 0
  return now - Date.parse(item.visitedAt) >= pause
}
