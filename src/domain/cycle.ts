/**
 * Cycles of the IGF: theme, sub-themes and meetings. Dates are parameters, never constants of the
 * program, because they shift by months from year to year (BRIEF.md, section 4).
 */
import { Schema } from "effect"
import { CaptureId, IsoDate, IssueId, MeetingId, ReleaseNumber, Timestamp } from "./ids.ts"

/** Sub-theme of a cycle and the issues that fall under it. */
export const SubTheme = Schema.Struct({
  title: Schema.NonEmptyString,
  issues: Schema.Array(IssueId),
  /** What the IGF itself says it serves: GDC objectives, WSIS action lines, SDGs. Absent where not published. */
  gdc: Schema.optionalKey(Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })))),
  wsis: Schema.optionalKey(Schema.Array(Schema.String.check(Schema.isPattern(/^C([1-9]|1[01])$/)))),
  sdg: Schema.optionalKey(Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 17 }))))
})
export type SubTheme = typeof SubTheme.Type

/** A preparatory meeting and the window of publication dates that its digest covers (both days included). */
export const Meeting = Schema.Struct({
  id: MeetingId,
  name: Schema.NonEmptyString,
  place: Schema.NullOr(Schema.NonEmptyString),
  start: IsoDate,
  end: IsoDate,
  window: Schema.Struct({ from: IsoDate, to: IsoDate })
})
export type Meeting = typeof Meeting.Type

/** One IGF year. */
export const Cycle = Schema.Struct({
  year: Schema.Int,
  theme: Schema.NullOr(Schema.NonEmptyString),
  subThemes: Schema.Array(SubTheme),
  meetings: Schema.Array(Meeting)
})
export type Cycle = typeof Cycle.Type

/** An edit of a cycle by a person: it stands in place of what the file of cycles says of the year. */
export const CycleEdit = Schema.Struct({
  id: Schema.Int,
  at: Timestamp,
  /** Who edited it. */
  by: Schema.NonEmptyString,
  year: Schema.Int,
  /** In a few words: what was changed. */
  what: Schema.NonEmptyString,
  /** The whole cycle as it is since; null where the file counts again. */
  cycle: Schema.NullOr(Cycle)
})
export type CycleEdit = typeof CycleEdit.Type

/** A digest frozen before Day 1 of a meeting. */
export const Release = Schema.Struct({
  number: ReleaseNumber,
  meetingId: MeetingId,
  frozenAt: Timestamp,
  window: Schema.Struct({ from: IsoDate, to: IsoDate }),
  /** SHA-256 of the digest's JSON form. */
  contentHash: CaptureId,
  /** Version of the taxonomy it was made with. */
  taxonomyVersion: Schema.NonEmptyString
})
export type Release = typeof Release.Type
