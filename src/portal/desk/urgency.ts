/**
 * What needs a person first, as a pure rule.
 *
 * Each kind of work is due a number of days after it began to wait: few where somebody outside waits for us or
 * where everything stands still, many where it only makes the digest poorer. What changes the next digest is
 * due on the day before Day 1 of its meeting at the latest. The earliest due day stands first; of two with
 * the same day, the kind that stands first in `kindsOfWork`. What is no fault is never due, and stands last.
 */
import { dateAfter, type IsoDate, type Timestamp } from "../../domain/index.ts"

/**
 * trouble: an alarm of Tributary itself; freeze: the digest of a meeting that is near and not frozen;
 * registration, correction: an organiser waits; source: a source fails; proposal: a source waits for approval;
 * doubt: an output whose kind is not certain; label: an uncertain issue of a statement that the next digest
 * shows first; silence: a source that has brought nothing for longer than usual.
 */
export const kindsOfWork = [
  "trouble",
  "freeze",
  "registration",
  "correction",
  "source",
  "doubt",
  "label",
  "proposal",
  "silence"
] as const
export type KindOfWork = (typeof kindsOfWork)[number]

/** Days after which each kind is due; null where it is no fault and waits for whoever has time. */
export const daysToDo: Readonly<Record<KindOfWork, number | null>> = {
  trouble: 0,
  freeze: 0,
  registration: 2,
  correction: 3,
  source: 7,
  proposal: null,
  doubt: 14,
  label: 14,
  silence: null
}

/** Kinds whose work changes what the next digest says. */
const changesDigest: ReadonlySet<KindOfWork> = new Set([
  "freeze",
  "registration",
  "correction",
  "source",
  "doubt",
  "label"
])

/** Days before Day 1 from which on a digest that is not frozen is work. */
export const freezeNoticeDays = 14

/** Sorts after every date. */
const never = "9"

/**
 * The day by which work is to be done; null where there is none.
 *
 * @param since when it began to wait
 * @param dayOne Day 1 of the next meeting; null when none is known
 */
export const dueOf = (kind: KindOfWork, since: Timestamp, dayOne: IsoDate | null): IsoDate | null => {
  const days = daysToDo[kind]
  if (days === null) return null
  const own = dateAfter(since, days)
  if (dayOne === null || !changesDigest.has(kind)) return own
  const eve = dateAfter(dayOne, -1)
  if (kind === "freeze") return eve
  // Work that began to wait after the eve belongs to the meeting after.
  return eve < own && eve >= since.slice(0, 10) ? eve : own
}

/** Work of one kind: how much, and since when the first of it waits. */
export interface Work {
  readonly kind: KindOfWork
  readonly count: number
  readonly oldest: Timestamp
}

/** The same with the day by which the first of it is to be done. */
export type DueWork<W extends Work> = W & { readonly due: IsoDate | null }

/** Puts work in order of urgency; kinds of which nothing waits are left out. */
export const byUrgency = <W extends Work>(
  work: ReadonlyArray<W>,
  dayOne: IsoDate | null
): ReadonlyArray<DueWork<W>> =>
  work
    .filter(({ count }) => count > 0)
    .map((own) => ({ ...own, due: dueOf(own.kind, own.oldest, dayOne) }))
    .toSorted((a, b) =>
      a.due === b.due
        ? kindsOfWork.indexOf(a.kind) - kindsOfWork.indexOf(b.kind)
        : (a.due ?? never) < (b.due ?? never)
          ? -1
          : 1
    )
