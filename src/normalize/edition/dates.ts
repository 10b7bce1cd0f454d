/**
 * Dates of a text as the search for an event needs them: by their place in the folded text, with what cannot
 * be kept as stated and reported.
 */
import { findDates, type DateMention, type ImpossibleDate } from "../../date/index.ts"
import { fold } from "../phrases/fold.ts"

/** A day or a run of days found in a text. Impossible days are kept as stated and flagged in `problems`. */
export interface StatedDates {
  /** The words, folded. */
  readonly stated: string
  /** Offset in the folded text. */
  readonly at: number
  readonly year: number
  /** ISO 8601 calendar dates; null when the day does not exist. */
  readonly start: string | null
  readonly end: string | null
  readonly problems: ReadonlyArray<string>
}

const textLimit = 30_000

const problemsOf = (date: DateMention | ImpossibleDate, stated: string): ReadonlyArray<string> => {
  if ("warnings" in date) return date.warnings
  return [
    date.start === null || date.end === null
      ? `There is no such day as "${stated}".`
      : `"${stated}" ends before it begins.`
  ]
}

/** All dates of the beginning of a text, in order of place. */
export const statedDates = (text: string): ReadonlyArray<StatedDates> => {
  const whole = text.slice(0, textLimit).normalize("NFC")
  const { impossible, mentions } = findDates(whole)
  return [...mentions, ...impossible]
    .toSorted((a, b) => a.from - b.from)
    .map((date) => {
      const stated = fold(whole.slice(date.from, date.to)).trim()
      return {
        stated,
        at: fold(whole.slice(0, date.from)).length,
        year: "year" in date ? date.year : Number(date.start.slice(0, 4)),
        start: date.start,
        end: "year" in date && date.start !== null && date.end !== null ? date.start : date.end,
        problems: problemsOf(date, stated)
      }
    })
}
