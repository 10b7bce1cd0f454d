/**
 * Tables: the cell of a row that holds a message, or the row as it stands.
 */
import { fold } from "../phrases/fold.ts"
import { compile } from "../phrases/phrases.ts"
import { countWords } from "../phrases/words.ts"

/** A passage of a table: verbatim, within the table's text. */
export interface TablePassage {
  readonly text: string
  readonly number: string | null
  /** Null for a message, otherwise why it is none. */
  readonly reason: string | null
}

const clock = /(?:^|\s)\d{1,2}\s?[:.h]\s?\d{2}(?!\p{Nd})/u
const number = /^(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,2})?|[ivx]{1,5}|\p{L})[.)]?$/iu
const sentenceEnd = /[.!?。！？؟;؛；]["'”’»)]*$/u
const messageColumn = compile([
  "recommendation*",
  "message*",
  "conclusion*",
  "action*",
  "proposal*",
  "commitment*",
  "recommandation*",
  "proposition*",
  "recomendacion*",
  "mensaje*",
  "propuesta*",
  "acuerdo*",
  "recomendac*",
  "mensag*",
  "proposta*",
  "рекомендаци*",
  "предложени*",
  "сообщени*",
  "вывод*",
  "توصيه",
  "التوصيات",
  "الرسائل",
  "مقترح*",
  "建议",
  "信息",
  "结论",
  "empfehlung*",
  "raccomandazion*"
])

/** Passages of a table whose rows are lines and whose cells are parted by tabs. */
export const tablePassages = (text: string): ReadonlyArray<TablePassage> => {
  const rows = text.split("\n").filter((row) => row.trim() !== "")
  const timed = rows.filter((row) => clock.test(fold(row.slice(0, 40)))).length
  if (rows.length > 1 && timed >= rows.length * 0.4) {
    return [{ text: text.trim(), number: null, reason: "is the table of an agenda" }]
  }
  const header = (rows[0] ?? "").split("\t")
  const column = header.findIndex((cell) => countWords(cell) <= 6 && messageColumn.test(fold(cell)))
  const passages = rows.map((row): TablePassage => {
    const cells = row.split("\t").map((cell) => cell.trim())
    const longest = cells.toSorted((a, b) => b.length - a.length)[0] ?? ""
    const chosen = column >= 0 && cells[column] !== undefined ? cells[column] : longest
    const words = countWords(chosen)
    const first = cells[0] ?? ""
    return words >= 8 || (words >= 5 && (column >= 0 || sentenceEnd.test(chosen)))
      ? { text: chosen, number: first !== chosen && number.test(first) ? first : null, reason: null }
      : { text: row.trim(), number: null, reason: "is a row of figures, names or headings" }
  })
  return passages.some((passage) => passage.reason === null)
    ? passages
    : [{ text: text.trim(), number: null, reason: "is a table of figures or names" }]
}
