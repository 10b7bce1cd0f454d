/**
 * The reporting form of an initiative: its definition and words, and the reader of what was filled in. Its
 * renderings stand in `src/export/template`.
 */
export { formFormat, markerOf, sections, type ColumnId, type Section } from "./definition.ts"
export { mayBeForm } from "./recognise.ts"
export { formDocument, type FormPassage } from "./passages.ts"
export { readForm, type ReadDays, type ReadForm } from "./read.ts"
export { acknowledgement, columnLabel, formWords, partLabel, type FormWords } from "./words.ts"
