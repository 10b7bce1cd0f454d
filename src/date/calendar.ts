/**
 * Calendar arithmetic on plain numbers: valid and plausible days, as `YYYY-MM-DD`.
 */
import { Schema } from "effect"
import { IsoDate, Timestamp } from "../domain/ids.ts"

/** Years that an output of an initiative, or an event that it speaks of, can bear. */
export const plausibleYears = { first: 1990, last: 2099 } as const

const isIsoDate = Schema.is(IsoDate)
const isTimestamp = Schema.is(Timestamp)

/** Days of a month in the Gregorian calendar; month from 1 to 12. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The day as `YYYY-MM-DD`; null when there is no such day or its year is implausible. */
export const isoDate = (year: number, month: number, day: number): IsoDate | null => {
  if (!Number.isInteger(year) || year < plausibleYears.first || year > plausibleYears.last) return null
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
  return isIsoDate(text) ? text : null
}

/** The instant in the form of the domain; null when it is out of range. */
export const timestamp = (milliseconds: number): Timestamp | null => {
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return null
  const text = new Date(milliseconds).toISOString()
  return isTimestamp(text) ? text : null
}

/** Day of the week of a date, 0 for Sunday. */
export const weekday = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay()
