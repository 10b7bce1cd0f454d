/**
 * What the three formats of the reporting form share: its language, the names of the issues, and answers that
 * are filled in already.
 */
import type { DigestLanguage, FormAnswers, FormField } from "../../domain/index.ts"
import type { ColumnId, Section } from "../../form/index.ts"

/** Issues of one area, by the names of the form's language. */
export interface NamedArea {
  readonly area: string
  readonly issues: ReadonlyArray<string>
}

/** A form to be written. */
export interface TemplateContent {
  readonly language: DigestLanguage
  readonly areas: ReadonlyArray<NamedArea>
  /** Filled in beforehand; an empty form without it. */
  readonly answers?: FormAnswers
}

/** Nothing filled in. */
export const noAnswers: FormAnswers = {
  fields: [],
  highlights: [],
  messages: [],
  cases: [],
  views: [],
  asks: [],
  notes: []
}

/** The answer to a question; empty when there is none. */
export const answerTo = ({ answers = noAnswers }: TemplateContent, field: FormField): string =>
  answers.fields.find((own) => own.field === field)?.text ?? ""

/** Rows of a section, one at least more than is filled in, as many as the form has otherwise. */
const padded = <T>(rows: ReadonlyArray<T>, least: number, empty: T): ReadonlyArray<T> =>
  rows.length >= least
    ? [...rows, empty]
    : [...rows, ...Array.from({ length: least - rows.length }, () => empty)]

/** Lines of a section that asks for a list. */
export const linesOf = (
  { answers = noAnswers }: TemplateContent,
  section: Extract<Section, { readonly asks: "list" }>
): ReadonlyArray<string> => padded(answers[section.id], section.rows, "")

/** Rows of a section that asks for several columns: their cells in the order of the columns. */
export const rowsOf = (
  { answers = noAnswers }: TemplateContent,
  section: Extract<Section, { readonly asks: "records" }>
): ReadonlyArray<ReadonlyArray<{ readonly column: ColumnId; readonly text: string }>> => {
  const rows: ReadonlyArray<Readonly<Record<string, string | null>>> = answers[section.id]
  return padded(rows, section.rows, {}).map((row) =>
    section.columns.map((column) => ({ column, text: row[column] ?? "" }))
  )
}
