/**
 * When to ask again: the rhythm of sources and of the items that they list.
 *
 * A guest does not ask more often than there is news: at most hourly, as a rule daily, a failing source
 * less and less often up to a week, and never before the server's own Retry-After or freshness is over.
 */
import type { Item, Timestamp } from "../domain/index.ts"
import { timestampOf } from "../store/index.ts"

const hour = 3_600_000
const day = 24 * hour

/** Longest pause between two visits of a failing source. */
const longestPause = 7 * day

/** What bears on the next visit of a source. Durations in milliseconds. */
export interface Pace {
  readonly now: number
  /** Failures in a row, this visit included. */
  readonly failures: number
  /** Age of the newest change seen; null when none was. */
  readonly sinceChange: number | null
  /** The server's Retry-After. */
  readonly retryAfter: number | null
  /** How long the response stays fresh (Cache-Control, Expires). */
  readonly freshFor: number | null
}

/** Instant of a source's next visit. */
export const nextVisitAt = ({ failures, freshFor, now, retryAfter, sinceChange }: Pace): Timestamp => {
  const usual = sinceChange !== null && sinceChange > 90 * day ? 3 * day : day
  const pause = failures === 0 ? usual : Math.min(longestPause, hour * 2 ** Math.min(failures, 10))
  const atLeast = Math.max(hour, Math.min(retryAfter ?? 0, 30 * day), Math.min(freshFor ?? 0, longestPause))
  return timestampOf(now + Math.max(pause, atLeast))
}

/**
 * Whether a known item should be visited again although its source says nothing new of it. Pages are
 * corrected in their first weeks as a rule, and hardly ever after half a year.
 */
export const itemIsDue = (item: Pick<Item, "firstSeenAt" | "visitedAt">, now: number): boolean => {
  if (item.visitedAt === null) return true
  const age = now - Date.parse(item.firstSeenAt)
  const pause = age < 30 * day ? day : age < 180 * day ? 7 * day : 30 * day
  return now - Date.parse(item.visitedAt) >= pause
}
