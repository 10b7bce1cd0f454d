/**
 * The reporting form, defined once: its sections in order, what each asks, and its hidden marker. The three
 * formats and the reader are made from this and from the words of a language.
 */
import {
  ContactField,
  EventField,
  Figure,
  type DigestLanguage,
  type FormField,
  type FormPart
} from "../domain/index.ts"

/** A section with its way of asking: single questions, a list of lines, or rows of several columns. */
export type Section =
  | { readonly id: FieldSectionId; readonly asks: "fields"; readonly fields: ReadonlyArray<FormField> }
  | { readonly id: ListSectionId; readonly asks: "list"; readonly rows: number }
  | {
      readonly id: RecordSectionId
      readonly asks: "records"
      readonly columns: ReadonlyArray<ColumnId>
      readonly rows: number
    }

export type FieldSectionId = "event" | "participation" | "contact"
export type ListSectionId = "highlights" | "asks"
export type RecordSectionId = "messages" | "cases" | "views"
export type SectionId = FieldSectionId | ListSectionId | RecordSectionId

/** Columns of the sections with rows; `issue` and `text` serve two of them. */
export type ColumnId = "issue" | "text" | "name" | "what" | "result"

export const sections: ReadonlyArray<Section> = [
  { id: "event", asks: "fields", fields: EventField.literals },
  { id: "participation", asks: "fields", fields: Figure.literals },
  { id: "highlights", asks: "list", rows: 5 },
  { id: "messages", asks: "records", columns: ["issue", "text"], rows: 8 },
  { id: "cases", asks: "records", columns: ["name", "what", "result"], rows: 3 },
  { id: "views", asks: "records", columns: ["issue", "text"], rows: 3 },
  { id: "asks", asks: "list", rows: 3 },
  { id: "contact", asks: "fields", fields: ContactField.literals }
]

/** What an initiative is reminded of when it is empty; whatever else is empty was simply not needed. */
export const wanted: ReadonlyArray<FormPart> = [
  "name",
  "edition",
  "firstDay",
  "reportDate",
  "total",
  "remote",
  "youth",
  "women",
  "highlights",
  "messages"
]

export const formFormat = "tributary-report-form/1"

/** The hidden marker of a form in a language. */
export const markerOf = (language: DigestLanguage): string => `${formFormat};lang=${language}`

/** Finds a marker; the version is not looked at here, so that a newer form can be named as such. */
export const markerPattern = /tributary-report-form\/(\d{1,4});lang=([a-z]{2})(?![a-z])/u
