/** Reckoning with dates and writing instants, the same wherever people read them. All in UTC. */
import { IsoDate, type Timestamp } from "./ids.ts"

const dayMs = 24 * 3_600_000

/** `2026-11-23 14:05` of an instant: an order that reads the same in every language. */
export const minuteOf = (at: string): string => at.slice(0, 16).replace("T", " ")

/** The date so many days later. */
export const dateAfter = (from: IsoDate | Timestamp, days: number): IsoDate =>
  IsoDate.make(new Date(Date.parse(from.slice(0, 10)) + days * dayMs).toISOString().slice(0, 10))

/** Days from one date to another; negative when it is over. */
export const daysBetween = (from: IsoDate | Timestamp, to: IsoDate | Timestamp): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs)
