/**
 * Reads a filled-in reporting form. A pure function of the document's HTML; dates are read by the function
 * that is given, so that the form does not depend on how dates are found.
 */
import { Attendance, type IsoDate, type ReportForm } from "../domain/index.ts"
import { answersOf } from "./answers.ts"
import { formFormat, wanted } from "./definition.ts"
import { participationOf } from "./figures.ts"
import { partsOf } from "./parts.ts"
import { keyOf, mayBeForm, recognise } from "./recognise.ts"
import { formWords } from "./words.ts"

/** First and last day of a date that a person wrote; null when it is none. */
export type ReadDays = (
  text: string,
  language: string
) => { readonly start: IsoDate; readonly end: IsoDate } | null

/** A form, and the day that it states as its own date. */
export interface ReadForm {
  readonly form: ReportForm
  readonly reportDate: IsoDate | null
}

/**
 * The form that stands in a document, or null when it is another document.
 *
 * @param html the document, as HTML
 * @param marker text in which the hidden marker would stand; the document itself by default
 */
export const readForm = (html: string, readDays: ReadDays, marker: string = html): ReadForm | null => {
  if (!mayBeForm(marker) && !mayBeForm(html)) return null
  const parts = partsOf(html)
  if (parts === null) return null
  const recognised = recognise(marker, parts)
  if (recognised === null) return null
  const { by, language } = recognised
  const answers = answersOf(parts, language)
  const text = (name: string) => answers.fields.find(({ field }) => field === name)?.text ?? null
  const days = (name: string) => {
    const written = text(name)
    return written === null ? null : readDays(written, language)
  }
  const first = days("firstDay")
  const last = days("lastDay")
  const attendance = keyOf(text("attendance") ?? "")
  const end = last?.end ?? first?.end ?? null
  const empty = (part: (typeof wanted)[number]) =>
    part === "highlights" || part === "messages" ? answers[part].length === 0 : text(part) === null
  return {
    form: {
      format: formFormat,
      language,
      recognisedBy: by,
      answers,
      eventStart: first?.start ?? null,
      // A last day before the first one is a slip; it stays in the answers, as written.
      eventEnd: first !== null && end !== null && end < first.start ? first.end : end,
      attendance:
        Attendance.literals.find((one) => keyOf(formWords(language).attendance[one]) === attendance) ?? null,
      participation: participationOf(answers),
      missing: wanted.filter(empty)
    },
    reportDate: days("reportDate")?.start ?? null
  }
}
