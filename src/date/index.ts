/** Dates: from fields that machines write, from texts that people write, from URLs. */
import type { IsoDate, Timestamp } from "../domain/ids.ts"
import { readMachineDate } from "./machine.ts"
import { findDates, type DateOptions } from "./text.ts"

export { isoDate, plausibleYears } from "./calendar.ts"
export { readMachineDate, type MachineDate } from "./machine.ts"
export {
  findDates,
  type DateMention,
  type DateOptions,
  type DatesFound,
  type ImpossibleDate
} from "./text.ts"
export { dateFromUrl } from "./url.ts"

/** What a field that should hold one date says. */
export interface DateReading {
  readonly date: IsoDate | null
  /** Last day when the field holds a range, otherwise equal to `date`. */
  readonly end: IsoDate | null
  readonly instant: Timestamp | null
  readonly warnings: ReadonlyArray<string>
}

/**
 * Reads a field that should hold one date, first as machines write, then as people write. An empty field
 * is no date without a warning; one that cannot be read says so.
 */
export const readDate = (text: string, options: DateOptions = {}): DateReading => {
  const clean = text.trim()
  if (clean === "") return { date: null, end: null, instant: null, warnings: [] }
  const machine = readMachineDate(clean)
  if (machine !== null)
    return { date: machine.date, end: machine.date, instant: machine.instant, warnings: [] }
  const found = findDates(clean, options)
  const first = found.mentions[0]
  if (first !== undefined) {
    return { date: first.start, end: first.end, instant: null, warnings: first.warnings }
  }
  const warnings =
    found.warnings.length > 0
      ? found.warnings
      : [`"${clean.slice(0, 60)}" is not a date with day, month and year.`]
  return { date: null, end: null, instant: null, warnings }
}
