/**
 * Tables as data: columns with stable names, rows of plain values. CSV and spreadsheets only write them.
 */
import type { ColumnKey, TableName } from "../catalogue/columns/index.ts"
import { tableWords } from "../catalogue/columns/index.ts"
import type { View } from "../view.ts"

/** A value of a cell; null is empty. Dates are ISO 8601 text. */
export type CellValue = string | number | boolean | null

/** What a column holds. */
export type ColumnType = "text" | "integer" | "number" | "boolean" | "date" | "time" | "url"

/** A column of a table. */
export interface TableColumn<A> {
  /** Stable name: `issue_1_label`. */
  readonly name: string
  readonly key: ColumnKey
  /** Number of the issue, for columns that stand once for each. */
  readonly index: number | null
  readonly type: ColumnType
  /** Width in a spreadsheet, in characters. */
  readonly width: number
  readonly value: (row: A) => CellValue
}

/** A table with its rows as values. */
export interface Table {
  readonly name: TableName
  readonly columns: ReadonlyArray<Omit<TableColumn<never>, "value">>
  readonly rows: ReadonlyArray<ReadonlyArray<CellValue>>
}

/** Names that codes have in the digest's language, for people; or the codes themselves, for programs. */
export type Wording = "words" | "codes"

/** A column. */
export const column = <A>(
  key: ColumnKey,
  type: ColumnType,
  width: number,
  value: (row: A) => CellValue
): TableColumn<A> => ({ name: key, key, index: null, type, width, value })

/** A column that stands once for each of three issues. */
export const columnOf = <A>(
  key: ColumnKey,
  index: number,
  type: ColumnType,
  width: number,
  value: (row: A) => CellValue
): TableColumn<A> => ({ name: key.replace("issue", `issue_${index}`), key, index, type, width, value })

/** Puts rows under their columns. */
export const table = <A>(
  name: TableName,
  columns: ReadonlyArray<TableColumn<A>>,
  rows: ReadonlyArray<A>
): Table => ({ name, columns, rows: rows.map((row) => columns.map(({ value }) => value(row))) })

/** Heading and meaning of a column in the view's language. */
export const columnWords = (
  { m }: View,
  { key, index }: { readonly key: ColumnKey; readonly index: number | null }
): readonly [heading: string, meaning: string] => {
  const [heading, meaning] = tableWords[m.lang].columns[key]
  const number = String(index ?? "")
  return [heading.replaceAll("{n}", number), meaning.replaceAll("{n}", number)]
}

/** Name of a table in the view's language. */
export const tableTitle = ({ m }: View, name: TableName): string => tableWords[m.lang].sheets[name]

/** Values in one cell. */
export const several = (values: ReadonlyArray<string>): string | null =>
  values.length === 0 ? null : values.join("; ")
