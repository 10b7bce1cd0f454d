/**
 * The words of reports and alarms, in English, which the Secretariat works in. Pure.
 */
import type { Timestamp } from "../../domain/index.ts"

/** "1 source", "3 sources". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`

/** "12 November 2026", in UTC. */
export const day = (instant: Timestamp): string =>
  new Date(instant).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC"
  })

/** The sentence with one full stop at its end, and on one line. */
export const sentence = (text: string): string => {
  const line = text.replace(/\s+/gu, " ").trim()
  return /[.!?]$/u.test(line) ? line : `${line}.`
}

/** "a, b and c". */
export const joined = (parts: ReadonlyArray<string>): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`
