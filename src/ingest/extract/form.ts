/**
 * A reporting form as an extracted document: what was filled in, without the form's own words.
 */
import { Schema } from "effect"
import type { DateOrigin, ExtractedDocument } from "../../domain/document.ts"
import { LanguageTag } from "../../domain/ids.ts"
import { acknowledgement, formDocument, readForm, type ReadDays } from "../../form/index.ts"
import { findDates, readMachineDate } from "../../date/index.ts"
import { settleLanguage } from "./language.ts"

const readDays: ReadDays = (text, language) => {
  const machine = readMachineDate(text.trim())
  if (machine?.date !== undefined && machine.date !== null) return { start: machine.date, end: machine.date }
  const found = findDates(text, { language }).mentions[0]
  return found === undefined ? null : { start: found.start, end: found.end }
}

const isUrl = (text: string): boolean => /^https?:$/u.test(URL.parse(text)?.protocol ?? "")

const formLanguage = Schema.decodeUnknownSync(LanguageTag)

/**
 * The document of a filled-in form; null when the HTML holds no form.
 *
 * @param marker text in which the form's hidden marker stands, where that is not the HTML itself
 */
export const formAsDocument = (
  html: string,
  mediaType: string,
  marker: string = html
): ExtractedDocument | null => {
  const read = readForm(html, readDays, marker)
  if (read === null) return null
  const { blocks, passages, title } = formDocument(read.form)
  const link = read.form.answers.fields.find(({ field }) => field === "link")?.text
  const written = passages.map(({ text }) => text).join("\n")
  return {
    title,
    // In no other language than its answers are; the form's own words would hide that.
    language: settleLanguage(null, written).language ?? formLanguage(read.form.language),
    publishedAt: read.reportDate,
    publishedFrom: read.reportDate === null ? null : ("text" satisfies DateOrigin),
    canonicalUrl: null,
    mediaType,
    blocks,
    links: link !== undefined && isUrl(link) ? [{ url: link, text: link }] : [],
    warnings: passages.length === 0 ? [] : [acknowledgement("en", read.form.missing)],
    form: read.form
  }
}
