/**
 * The digest's tables as CSV (RFC 4180): one file a table, and a text that says what they cover.
 *
 * UTF-8 with a byte order mark, without which Excel reads another encoding; line ends are CR LF. A cell that
 * a spreadsheet would take for a formula begins with an apostrophe. Codes stay codes in every language;
 * headings are the stable names of the columns in English, and words in the other languages.
 */
import { stringify } from "csv-stringify/sync"
import type { Digest } from "../../domain/index.ts"
import { contentHash } from "../json.ts"
import { xmlText } from "../open-package.ts"
import { aboutLines } from "../table/about.ts"
import { coverageTable, dictionaryTable, matrixTable, sourcesTable } from "../table/annex.ts"
import { columnWords } from "../table/column.ts"
import type { Table } from "../table/column.ts"
import { statementsTable } from "../table/statements.ts"
import { viewOf } from "../view.ts"
import type { View, ViewOptions } from "../view.ts"

/** What a rendering may be given. */
export interface CsvOptions extends ViewOptions {
  /** The digest's content hash where it is known already; computed when absent. */
  readonly contentHash?: string
}

const csv = (view: View, { columns, rows }: Table): string =>
  stringify(
    rows.map((row) => row.map((value) => (typeof value === "string" ? xmlText(value) : value))),
    {
      bom: true,
      header: true,
      columns: columns.map((own) => ({
        key: own.name,
        header: view.m.lang === "en" ? own.name : columnWords(view, own)[0]
      })),
      record_delimiter: "windows",
      escape_formulas: true,
      cast: { boolean: String }
    }
  )

const about = (view: View, hash: string): string =>
  `\ufeff${aboutLines(view, hash)
    .map((line) => `${xmlText(line).replace(/\s+/g, " ")}\r\n`)
    .join("")}`

/** The tables by the names of their files. The same digest and options give the same text. */
export const renderCsv = (digest: Digest, options: CsvOptions = {}): ReadonlyMap<string, () => string> => {
  const view = viewOf(digest, options)
  const tables = [
    statementsTable(view, "codes"),
    matrixTable(view, "codes"),
    coverageTable(view, "codes"),
    sourcesTable(view, "codes")
  ]
  return new Map([
    ...tables.map((own) => [`${own.name}.csv`, () => csv(view, own)] as const),
    ["data-dictionary.csv", () => csv(view, dictionaryTable(view, tables, "codes"))] as const,
    ["about.txt", () => about(view, options.contentHash ?? contentHash(digest))] as const
  ])
}
