/**
 * The reporting form of an initiative, filled in: its answers as they were written, and what they mean.
 *
 * The form itself (its words in seven languages, its renderings and its reader) stands in `src/form`.
 */
import { Schema } from "effect"
import { IsoDate } from "./ids.ts"
import { DigestLanguage } from "./languages.ts"

/** Questions about the initiative and its event. */
export const EventField = Schema.Literals([
  "name",
  "edition",
  "firstDay",
  "lastDay",
  "place",
  "attendance",
  "link",
  "reportDate"
])
export type EventField = typeof EventField.Type

/** What may be said in numbers of those who took part. */
export const Figure = Schema.Literals([
  "total",
  "remote",
  "youth",
  "women",
  "men",
  "otherGender",
  "firstTime",
  "disabilities",
  "government",
  "business",
  "civilSociety",
  "technical",
  "academia",
  "intergovernmental",
  "otherGroups"
])
export type Figure = typeof Figure.Type

/** Whom to ask; kept with the document and never published. */
export const ContactField = Schema.Literals(["contactName", "contactAddress"])
export type ContactField = typeof ContactField.Type

export const FormField = Schema.Literals([
  ...EventField.literals,
  ...Figure.literals,
  ...ContactField.literals
])
export type FormField = typeof FormField.Type

const Written = Schema.NonEmptyString

/** What was written into the form, with single spaces, in the order of the form. Empty rows are not there. */
export const FormAnswers = Schema.Struct({
  fields: Schema.Array(Schema.Struct({ field: FormField, text: Written })),
  highlights: Schema.Array(Written),
  messages: Schema.Array(Schema.Struct({ issue: Schema.NullOr(Written), text: Written })),
  cases: Schema.Array(
    Schema.Struct({
      name: Schema.NullOr(Written),
      what: Schema.NullOr(Written),
      result: Schema.NullOr(Written)
    })
  ),
  views: Schema.Array(Schema.Struct({ issue: Schema.NullOr(Written), text: Written })),
  asks: Schema.Array(Written),
  /** What was written beside the questions. */
  notes: Schema.Array(Written)
})
export type FormAnswers = typeof FormAnswers.Type

/** A figure as the initiative states it; count and percentage only where the words are plain. */
export const StatedFigure = Schema.Struct({
  figure: Figure,
  /** Verbatim: `about 120`, `35 %`. */
  stated: Written,
  count: Schema.NullOr(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))),
  /** From 0 to 100, of all who took part. */
  percent: Schema.NullOr(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 100 })))
})
export type StatedFigure = typeof StatedFigure.Type

/** Who took part, as stated: each figure at most once, in the order of the form. */
export const Participation = Schema.Array(StatedFigure)
export type Participation = typeof Participation.Type

/** How an event could be attended. */
export const Attendance = Schema.Literals(["on-site", "hybrid", "online"])
export type Attendance = typeof Attendance.Type

/** Parts of the form that can be wanting. */
export const FormPart = Schema.Literals([
  ...FormField.literals,
  "highlights",
  "messages",
  "cases",
  "views",
  "asks"
])
export type FormPart = typeof FormPart.Type

/** A form as it was read. */
export const ReportForm = Schema.Struct({
  format: Schema.Literal("tributary-report-form/1"),
  /** Language of the form's own words; the answers may be in another one. */
  language: DigestLanguage,
  /** headings: the hidden marker was lost on the way, and the form was known by its headings. */
  recognisedBy: Schema.Literals(["marker", "headings"]),
  answers: FormAnswers,
  eventStart: Schema.NullOr(IsoDate),
  eventEnd: Schema.NullOr(IsoDate),
  attendance: Schema.NullOr(Attendance),
  participation: Participation,
  /** What readers of a digest would miss most and was left empty, in the order of the form. */
  missing: Schema.Array(FormPart)
})
export type ReportForm = typeof ReportForm.Type
