/**
 * Many rows in one statement. PostgreSQL gets them as one array for each column, so that the statement is the
 * same, and stays prepared, however many rows there are; SQLite gets lists of values.
 */
import { Array, Effect } from "effect"
import type { SqlClient, SqlError, Statement } from "effect/sql"

export type ColumnValue = string | number | null | Uint8Array

/** Columns by name; all rows of a batch have the same. */
export type ColumnRow = Readonly<Record<string, ColumnValue>>

/** Values bound in one statement at most; SQLite allows 32,766. */
const boundValuesLimit = 8000

/** One column of all rows as PostgreSQL takes it, with its type; undefined when there is nothing in it. */
const asArray = (values: ReadonlyArray<ColumnValue>): readonly [value: unknown, type: string] | undefined => {
  let isWhole = true
  let sample: ColumnValue = null
  for (const value of values) {
    if (value !== null) sample = value
    if (typeof value === "number" && !Number.isSafeInteger(value)) isWhole = false
  }
  if (sample === null) return undefined
  if (sample instanceof Uint8Array) return [values, "bytea[]"]
  if (typeof sample === "string") return [values, "text[]"]
  // The driver would bind whole numbers of different size as different types.
  const text = `{${values.map((value) => (value === null ? "NULL" : String(value))).join(",")}}`
  return [text, isWhole ? "bigint[]" : "double precision[]"]
}

/** Rows, at least one and all with the same columns, as a part of a statement that gives them as a table. */
export const rowsOf = (sql: SqlClient.SqlClient, rows: ReadonlyArray<ColumnRow>): Statement.Fragment => {
  const columns = Object.keys(rows[0] ?? {})
  return sql.onDialectOrElse({
    pg: () => {
      const arrays: Array<Statement.Fragment> = []
      // A bare NULL takes the type of the column that it goes into.
      const places = columns.map((column) => {
        const array = asArray(rows.map((row) => row[column] ?? null))
        if (array === undefined) return "NULL"
        const [value, type] = array
        return `part.c${arrays.push(sql`${value}::${sql.literal(type)}`)}`
      })
      const names = arrays.map((_, index) => `c${index + 1}`)
      return sql`SELECT ${sql.literal(places.join(", "))} FROM UNNEST(${sql.csv(arrays)})
        AS part (${sql.literal(names.join(", "))})`
    },
    orElse: () =>
      sql`VALUES ${sql.csv(rows.map((row) => sql`(${sql.csv(columns.map((column) => sql`${row[column]}`))})`))}`
  })
}

/**
 * Inserts rows in batches, in their order.
 *
 * @param resolution what follows in the statement: ON CONFLICT …, or nothing
 */
export const insertRows = (
  sql: SqlClient.SqlClient,
  table: string,
  rows: ReadonlyArray<ColumnRow>,
  resolution = ""
): Effect.Effect<void, SqlError.SqlError> => {
  const columns = Object.keys(rows[0] ?? {})
  const size = Math.max(1, Math.floor(boundValuesLimit / Math.max(1, columns.length)))
  return Effect.forEach(
    Array.chunksOf(rows, size),
    (batch) =>
      sql`INSERT INTO ${sql(table)} ${sql.onDialectOrElse({
        pg: () =>
          sql`(${sql.literal(columns.map((column) => `"${column}"`).join(", "))}) ${rowsOf(sql, batch)}`,
        orElse: () => sql.insert(batch)
      })} ${sql.literal(resolution)}`,
    { discard: true }
  )
}

/** A condition on a column of text: one of the values, however many. */
export const among = (
  sql: SqlClient.SqlClient,
  column: string,
  values: ReadonlyArray<string>
): Statement.Fragment =>
  sql.onDialectOrElse({
    pg: () => sql`${sql(column)} = ANY(${values})`,
    orElse: () => sql`${sql.in(column, values)}`
  })
