/**
 * Earlier releases and earlier years: who raised an issue then, counted by initiative.
 *
 * A release counts as it was frozen, with its own window and taxonomy; the days of an earlier year are
 * counted anew from what is known now, so that they can be compared with this digest without reserve.
 */
import { IsoDate } from "../domain/index.ts"
import type {
  Digest,
  DigestWindow,
  EarlierPeriod,
  HistoryRow,
  InitiativeId,
  Issue,
  IssueId,
  IssuePage,
  Output
} from "../domain/index.ts"
import type { Baseline } from "./baseline.ts"
import type { Narrowing } from "./filter.ts"
import { saidIn } from "./quotation.ts"
import type { StatementIndex } from "./quotation.ts"

type Window = typeof DigestWindow.Type

/** How many earlier releases and years are shown. */
const depth = { releases: 6, years: 5 } as const

/** A period with the number of initiatives that raised each issue in it. */
interface Counted {
  readonly period: EarlierPeriod
  readonly counts: ReadonlyMap<IssueId, number>
}

/** The same day of an earlier year; 29 February becomes the 28th where there is none. */
const yearsBefore = (date: IsoDate, years: number): IsoDate => {
  const year = Number(date.slice(0, 4)) - years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const rest = date.slice(4) === "-02-29" && !leap ? "-02-28" : date.slice(4)
  return IsoDate.make(`${String(year).padStart(4, "0")}${rest}`)
}

const countYear = (
  window: Window,
  everCounted: ReadonlyArray<Output>,
  index: StatementIndex,
  narrowing: Narrowing
): Counted => {
  const outputs = everCounted.filter(
    ({ publishedAt }) => publishedAt !== null && publishedAt >= window.from && publishedAt <= window.to
  )
  const raisers = new Map<IssueId, Set<InitiativeId>>()
  for (const { head, copies } of saidIn(index, outputs)) {
    if (!narrowing.statement(head.language, head.issues)) continue
    for (const { id } of head.issues) {
      const known = raisers.get(id) ?? new Set()
      raisers.set(id, known)
      known.add(head.initiativeId)
      for (const copy of copies) known.add(copy.initiativeId)
    }
  }
  return {
    period: {
      number: null,
      window,
      published: new Set(outputs.map(({ initiativeId }) => initiativeId)).size
    },
    counts: new Map([...raisers].map(([id, own]) => [id, own.size]))
  }
}

/** The days of the window in earlier years, oldest first, back to the oldest in which anybody published. */
const countYears = (
  window: Window,
  everCounted: ReadonlyArray<Output>,
  index: StatementIndex,
  narrowing: Narrowing
): ReadonlyArray<Counted> => {
  const years = Array.from({ length: depth.years }, (_, before) =>
    countYear(
      { from: yearsBefore(window.from, before + 1), to: yearsBefore(window.to, before + 1) },
      everCounted,
      index,
      narrowing
    )
  )
  return years.slice(0, years.findLastIndex(({ period }) => period.published > 0) + 1).toReversed()
}

/** The releases up to the previous one, oldest first; what came before that one it tells itself. */
const countReleases = (previous: Baseline | null, filtered: boolean): ReadonlyArray<Counted> => {
  if (previous === null) return []
  const { digest } = previous
  const last: Counted = {
    period: { number: digest.number, window: digest.window, published: previous.published.size },
    counts: new Map([...previous.raisers].map(([id, own]) => [id, own.size]))
  }
  // The earlier ones are known by their figures only, which cannot be narrowed.
  const before = filtered || digest.history === null ? [] : digest.history.releases
  const rows = digest.history?.rows ?? []
  return [
    ...before.map((period, index) => ({
      period,
      counts: new Map(rows.map((row) => [row.issue, row.releases[index] ?? 0]))
    })),
    last
  ].slice(-depth.releases)
}

/** What history is counted from. */
export interface HistoryInput {
  readonly window: Window
  readonly issues: ReadonlyArray<Issue>
  readonly pages: ReadonlyArray<IssuePage>
  readonly everCounted: ReadonlyArray<Output>
  readonly index: StatementIndex
  readonly narrowing: Narrowing
  readonly filtered: boolean
  readonly previous: Baseline | null
}

/** Counts the earlier periods; null where there are none. */
export const historyOf = (input: HistoryInput): Omit<NonNullable<Digest["history"]>, "par"> | null => {
  const releases = countReleases(input.previous, input.filtered)
  const years = countYears(input.window, input.everCounted, input.index, input.narrowing)
  if (releases.length === 0 && years.length === 0) return null
  const now = new Map(input.pages.map((page) => [page.id, page.initiatives.length]))
  const labels = new Map([
    ...input.pages.map((page) => [page.id, page.label] as const),
    ...input.issues.map((issue) => [issue.id, issue.label] as const),
    ...(input.previous?.labels ?? [])
  ])
  const ids = [...labels.keys()].filter((id) => input.narrowing.issue(id))
  const rows = ids.flatMap((issue): Array<HistoryRow> => {
    const row: HistoryRow = {
      issue,
      label: labels.get(issue) ?? issue,
      now: now.get(issue) ?? 0,
      releases: releases.map(({ counts }) => counts.get(issue) ?? 0),
      years: years.map(({ counts }) => counts.get(issue) ?? 0)
    }
    return [row.now, ...row.releases, ...row.years].some((count) => count > 0) ? [row] : []
  })
  return {
    releases: releases.map(({ period }) => period),
    years: years.map(({ period }) => period),
    rows
  }
}
