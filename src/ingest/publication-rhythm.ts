/** How often something was published, told from the days on which it was. */
import type { IsoDate } from "../domain/ids.ts"

/** The rhythm of a series of publications. */
export interface PublicationRhythm {
  /** Newest day that is not in the future. */
  readonly newest: IsoDate
  /** Days between the newest publication and today. */
  readonly age: number
  /**
   * Days between two publications as a rule: the median of the last gaps between different days; null when
   * there are fewer than three such days.
   */
  readonly gap: number | null
}

const dayLength = 86_400_000

/** Gaps that count: the newest ones, since initiatives change their habits from year to year. */
const lastGaps = 12

/** Newest days that are enough to tell a rhythm. */
export const rhythmDays = lastGaps + 1

/** The rhythm of publications, or null when no date is known. `now` in milliseconds since 1970. */
export const publicationRhythm = (dates: Iterable<IsoDate | null>, now: number): PublicationRhythm | null => {
  const today = new Date(now).toISOString().slice(0, 10)
  const days = [...new Set(dates)]
    .filter((date) => date !== null)
    .filter((date) => date <= today)
    .toSorted()
    .toReversed()
  const [newest] = days
  if (newest === undefined) return null
  const times = days.slice(0, rhythmDays).map((date) => Date.parse(date))
  const gaps = times
    .slice(1)
    .map((time, index) => ((times[index] ?? time) - time) / dayLength)
    .toSorted((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)]
  return {
    newest,
    age: Math.max(0, Math.floor((now - Date.parse(newest)) / dayLength)),
    gap: gaps.length < 2 || middle === undefined ? null : middle
  }
}
