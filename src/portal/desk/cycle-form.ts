/**
 * What forms say of cycles, read as the file of cycles is: by the schemas of the domain, with a sentence for
 * each field that does not fit. Pure.
 */
import { Schema } from "effect"
import {
  Cycle,
  IsoDate,
  IssueId,
  Meeting,
  MeetingId,
  SubTheme,
  type Meeting as MeetingType,
  type SubTheme as SubThemeType
} from "../../domain/index.ts"
import type { Problems } from "../form.ts"
import type { DeskWords } from "./frame.ts"

/** What came of reading a form. */
export type Reading<A> = { readonly value: A } | { readonly problems: Problems }

/** Fields of a form by name. */
export interface FormFields {
  readonly get: (name: string) => string | null
  readonly getAll: (name: string) => ReadonlyArray<string>
}

const isCycle = Schema.is(Cycle)
const isMeeting = Schema.is(Meeting)
const isSubTheme = Schema.is(SubTheme)
const isDate = Schema.is(IsoDate)
const isMeetingId = Schema.is(MeetingId)
const isIssueId = Schema.is(IssueId)

const textOf = (fields: FormFields, name: string): string => (fields.get(name) ?? "").trim().slice(0, 500)

/** A day that is in the calendar: the pattern alone takes the 31st of every month. */
export const realDate = (text: string): IsoDate | null => {
  if (!isDate(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null
}

/** Parts between commas. */
const partsOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/[,;\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "")

const numbersOf = (text: string, from: number, to: number): ReadonlyArray<number> | null => {
  const numbers = partsOf(text).map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : Number.NaN))
  return numbers.every((one) => one >= from && one <= to) ? [...new Set(numbers)] : null
}

/**
 * A meeting of a form.
 *
 * @param others ids of the cycle's other meetings
 */
export const readMeeting = (
  words: DeskWords,
  fields: FormFields,
  year: number,
  others: ReadonlyArray<string>
): Reading<MeetingType> => {
  const problems: Record<string, string> = {}
  const name = textOf(fields, "name")
  if (name === "") problems["name"] = words.text("empty")
  const id = `${year}-${textOf(fields, "id")}`
  if (!isMeetingId(id)) problems["id"] = words.text("wrongId")
  else if (others.includes(id)) problems["id"] = words.text("idThere")
  const dates = ["start", "end", "from", "to"].map((field) => {
    const date = realDate(textOf(fields, field))
    if (date === null) problems[field] = words.text("wrongDate")
    return date
  })
  const [start, end, from, to] = dates
  if (start && end && end < start) problems["end"] = words.text("endFirst")
  if (from && to && to < from) problems["to"] = words.text("windowEndFirst")
  const place = textOf(fields, "place")
  const meeting = { id, name, place: place === "" ? null : place, start, end, window: { from, to } }
  return Object.keys(problems).length === 0 && isMeeting(meeting) ? { value: meeting } : { problems }
}

/**
 * A sub-theme of a form.
 *
 * @param known issues of the taxonomy
 */
export const readSubTheme = (
  words: DeskWords,
  fields: FormFields,
  known: ReadonlySet<string>
): Reading<SubThemeType> => {
  const problems: Record<string, string> = {}
  const title = textOf(fields, "title")
  if (title === "") problems["title"] = words.text("empty")
  const issues = [...new Set(fields.getAll("issue"))].filter((issue) => isIssueId(issue))
  if (issues.some((issue) => !known.has(issue))) problems["issue"] = words.text("wrongIssue")
  const gdc = numbersOf(textOf(fields, "gdc"), 1, 5)
  if (gdc === null) problems["gdc"] = words.text("wrongNumbers", { from: 1, to: 5 })
  const sdg = numbersOf(textOf(fields, "sdg"), 1, 17)
  if (sdg === null) problems["sdg"] = words.text("wrongNumbers", { from: 1, to: 17 })
  const wsis = [...new Set(partsOf(textOf(fields, "wsis").toUpperCase()))]
  if (!wsis.every((line) => /^C(?:[1-9]|1[01])$/.test(line))) problems["wsis"] = words.text("wrongLines")
  const subTheme = {
    title,
    issues,
    // Absent, not empty, where nothing was published.
    ...(gdc === null || gdc.length === 0 ? {} : { gdc }),
    ...(wsis.length === 0 ? {} : { wsis }),
    ...(sdg === null || sdg.length === 0 ? {} : { sdg })
  }
  return Object.keys(problems).length === 0 && isSubTheme(subTheme) ? { value: subTheme } : { problems }
}

/**
 * A year and its theme.
 *
 * @param others years that are there already
 */
export const readYear = (
  words: DeskWords,
  fields: FormFields,
  others: ReadonlyArray<number>
): Reading<{ readonly year: number; readonly theme: string | null }> => {
  const text = textOf(fields, "year")
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  if (year < 2006 || year > 2100) return { problems: { year: words.text("wrongYear") } }
  if (others.includes(year)) return { problems: { year: words.text("yearThere") } }
  const theme = textOf(fields, "theme")
  return { value: { year, theme: theme === "" ? null : theme } }
}

/** The cycle with its meetings in order of time; null where it does not fit the schema, which forms see to. */
export const wholeCycle = (cycle: Cycle): Cycle | null => {
  const sorted = { ...cycle, meetings: cycle.meetings.toSorted((a, b) => (a.start < b.start ? -1 : 1)) }
  return isCycle(sorted) ? sorted : null
}
