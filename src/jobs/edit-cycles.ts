/**
 * Editing the cycles of the IGF: an edit stands in place of what the file says of the year, with its entry in the
 * audit log, and every earlier state can be put back.
 */
import { Effect, Schema } from "effect"
import { Cycle, type CycleEdit, IsoDate } from "../domain/index.ts"
import { type Actor, Audit, CycleEdits, transaction } from "../store/index.ts"

/** The edit cannot be kept; the sentence says why. */
export class CycleRefused extends Schema.TaggedError<CycleRefused>()("CycleRefused", {
  /** unknown: there is no such edit; content: the cycle contradicts itself; overtaken: somebody else came first. */
  reason: Schema.Literals(["unknown", "content", "overtaken"]),
  message: Schema.String
}) {}

const isCycle = Schema.is(Cycle)
const isDate = Schema.is(IsoDate)

/** The first and the last year that may be edited: that of the first IGF, and one far ahead. */
export const editableYears = { first: 2006, last: 2100 } as const

/** A day that is in the calendar: the pattern alone takes the 31st of every month. */
export const realDate = (text: string): IsoDate | null => {
  if (!isDate(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null
}

/** The cycle with its meetings in order of time; null where it does not fit the schema, which forms see to. */
export const wholeCycle = (cycle: Cycle): Cycle | null => {
  const sorted = { ...cycle, meetings: cycle.meetings.toSorted((a, b) => (a.start < b.start ? -1 : 1)) }
  return isCycle(sorted) ? sorted : null
}

/**
 * What contradicts itself in a cycle, in sentences; none where nothing does.
 *
 * @param issues those of the taxonomy
 */
export const cycleFaults = (cycle: Cycle, issues: ReadonlySet<string>): ReadonlyArray<string> => {
  const faults: Array<string> = []
  const { first, last } = editableYears
  if (cycle.year < first || cycle.year > last) faults.push(`The year has to be from ${first} to ${last}.`)
  const known = new Set<string>()
  for (const { end, id, start, window } of cycle.meetings) {
    if (!id.startsWith(`${cycle.year}-`)) faults.push(`The meeting ${id} has to begin with ${cycle.year}-.`)
    if (known.has(id)) faults.push(`There are two meetings ${id}.`)
    known.add(id)
    for (const day of [start, end, window.from, window.to]) {
      if (realDate(day) === null) faults.push(`${id}: ${day} is not in the calendar.`)
    }
    if (end < start) faults.push(`${id} ends before it begins.`)
    if (window.to < window.from) faults.push(`The window of ${id} ends before it begins.`)
  }
  for (const { issues: own, title } of cycle.subThemes) {
    const unknown = own.filter((issue) => !issues.has(issue))
    if (unknown.length > 0) faults.push(`${title}: the taxonomy has no ${unknown.join(", ")}.`)
  }
  return faults
}

/** Keeps an edit of a year; `what` says in a few words what was changed. */
export const editCycle = Effect.fn("editCycle")(function* (
  given: { readonly before: Cycle | null; readonly after: Cycle; readonly what: string },
  by: Actor
) {
  const cycle = wholeCycle(given.after)
  if (cycle === null) {
    return yield* new CycleRefused({
      reason: "content",
      message: "A part of the cycle is empty or too long."
    })
  }
  yield* transaction(
    Effect.gen(function* () {
      yield* (yield* CycleEdits).add({ by: by.name, year: cycle.year, what: given.what, cycle })
      yield* (yield* Audit).record({
        by,
        action: "cycle.edit",
        thing: `cycle:${cycle.year}`,
        before: given.before,
        after: cycle
      })
    })
  )
  return cycle
})

/**
 * Puts an earlier state of a year back: that of an edit, or what the file says of a year that was edited.
 *
 * @param what says in a few words what was done, by whether the file counts again
 */
export const restoreCycle = Effect.fn("restoreCycle")(function* (
  wish: { readonly edit: number } | { readonly year: number },
  what: (toFile: boolean) => string,
  by: Actor
) {
  const store = yield* CycleEdits
  const edits = yield* store.history()
  const found: CycleEdit | undefined = "edit" in wish ? edits.find(({ id }) => id === wish.edit) : undefined
  const year = "edit" in wish ? found?.year : wish.year
  const present = edits.find((edit) => edit.year === year)
  if (present === undefined || year === undefined) {
    return yield* new CycleRefused({
      reason: "unknown",
      message:
        "edit" in wish ? `There is no edit ${wish.edit}.` : `Nobody has edited the year ${wish.year} here.`
    })
  }
  const cycle = found?.cycle ?? null
  yield* transaction(
    Effect.gen(function* () {
      yield* store.add({ by: by.name, year, what: what(cycle === null), cycle })
      yield* (yield* Audit).record({
        by,
        action: "cycle.restore",
        thing: `cycle:${year}`,
        before: present.cycle,
        after: cycle
      })
    })
  )
  return year
})
