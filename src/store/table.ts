/**
 * Tables: how a term of the domain stands in columns, and how a row becomes that term again.
 *
 * Column names are the keys in snake_case; nested values are JSON text, booleans 0 and 1, so that the
 * same statements serve SQLite and PostgreSQL. Rows are decoded by the term's schema on the way out.
 */
import { Effect, Schema } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { type ColumnRow, type ColumnValue, insertRows } from "./bulk.ts"

/** How a value stands in its column. */
export type ColumnKind = "plain" | "json" | "boolean"

/** A row that does not hold what its table promises: the file was changed by another hand. */
export class UnreadableRow extends Schema.TaggedError<UnreadableRow>()("UnreadableRow", {
  table: Schema.String,
  message: Schema.String
}) {}

/** A term of the domain: a plain object. */
type Fields = { readonly [key: string]: unknown }

/** A row as the driver gives it. */
type Row = { readonly [column: string]: unknown }

export interface Table<A extends Fields> {
  readonly name: string
  /** The select list, each column under its key: `initiative_id AS "initiativeId"`. */
  readonly selectList: string
  /** A term as columns. */
  readonly toRow: (value: A) => Record<string, ColumnValue>
  /** Rows, selected by `selectList`, as terms. */
  readonly decode: (rows: ReadonlyArray<Row>) => Effect.Effect<ReadonlyArray<A>, UnreadableRow>
  /** Inserts in batches. */
  readonly insert: (
    sql: SqlClient.SqlClient,
    values: ReadonlyArray<A>
  ) => Effect.Effect<void, SqlError.SqlError>
  /** Inserts in batches; where a row of the same `key` stands, its columns other than `keep` are overwritten. */
  readonly upsert: (
    sql: SqlClient.SqlClient,
    values: ReadonlyArray<A>,
    key: ReadonlyArray<keyof A & string>,
    keep?: ReadonlyArray<keyof A & string>
  ) => Effect.Effect<void, SqlError.SqlError>
}

/** `initiativeId` as `initiative_id`. */
export const columnName = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const toColumn = (kind: ColumnKind, value: unknown): ColumnValue => {
  if (kind === "json") return JSON.stringify(value)
  if (kind === "boolean") return value === true ? 1 : 0
  if (value === null || typeof value === "string" || typeof value === "number") return value
  throw new TypeError(`A plain column cannot hold a value of type ${typeof value}`)
}

const toValue = (kind: ColumnKind, value: unknown): unknown => {
  if (kind === "json" && typeof value === "string") return JSON.parse(value)
  if (kind === "boolean") return value === 1 ? true : value === 0 ? false : value
  return value
}

/** Of rows with the same key the last; one statement of PostgreSQL may not write a row twice. */
const lastOfEach = (
  rows: ReadonlyArray<ColumnRow>,
  key: ReadonlyArray<string>,
  keep: ReadonlyArray<string>
): ReadonlyArray<ColumnRow> => {
  const found = new Map<string, ColumnRow>()
  for (const row of rows) {
    const id = JSON.stringify(key.map((column) => row[column]))
    const earlier = found.get(id)
    const kept = earlier === undefined ? [] : keep.map((column) => [column, earlier[column] ?? null] as const)
    found.set(id, kept.length === 0 ? row : Object.assign({ ...row }, Object.fromEntries(kept)))
  }
  return found.size === rows.length ? rows : [...found.values()]
}

/**
 * Describes the table of a term: every key of the term with the kind of its column.
 *
 * @param schema how rows are decoded
 */
export const defineTable = <A extends Fields, I>(
  name: string,
  schema: Schema.Codec<A, I>,
  columns: { readonly [K in keyof A & string]: ColumnKind }
): Table<A> => {
  const entries = Object.entries<ColumnKind>(columns)
  const named = entries.map(([key, kind]) => ({ key, kind, column: columnName(key) }))
  const decodeRows = Schema.decodeUnknownEffect(Schema.Array(schema))

  const toRow = (value: A): Record<string, ColumnValue> => {
    const row: Record<string, ColumnValue> = {}
    for (const { column, key, kind } of named) row[column] = toColumn(kind, value[key])
    return row
  }

  const toPlain = (row: Row): Record<string, unknown> => {
    const plain: Record<string, unknown> = {}
    for (const [key, kind] of entries) plain[key] = kind === "plain" ? row[key] : toValue(kind, row[key])
    return plain
  }

  // Terms look the same in the store and outside, so a check is enough and spares the copies that
  // decoding makes; decoding follows only to say what is wrong.
  const isTerm = Schema.is(schema)
  const allTerms = (rows: ReadonlyArray<unknown>): rows is ReadonlyArray<A> =>
    rows.every((row) => isTerm(row))

  return {
    name,
    selectList: named.map(({ column, key }) => `${name}."${column}" AS "${key}"`).join(", "),
    toRow,
    decode: (rows) =>
      Effect.try({
        try: (): ReadonlyArray<unknown> => rows.map(toPlain),
        catch: (cause) => new UnreadableRow({ table: name, message: String(cause) })
      }).pipe(
        Effect.filterOrElse(allTerms, (plain) => decodeRows(plain)),
        Effect.catchTag("SchemaError", (error) => new UnreadableRow({ table: name, message: error.message }))
      ),
    insert: (sql, values) => insertRows(sql, name, values.map(toRow)),
    upsert: (sql, values, key, keep = []) => {
      const fixed = new Set<string>([...key, ...keep])
      const others = entries.map(([name]) => name).filter((name) => !fixed.has(name))
      const keyColumns = key.map(columnName)
      const conflict = keyColumns.map((column) => `"${column}"`).join(", ")
      const changes = others
        .map((name) => `"${columnName(name)}" = excluded."${columnName(name)}"`)
        .join(", ")
      const resolution = others.length === 0 ? "NOTHING" : `UPDATE SET ${changes}`
      const rows = values.map(toRow)
      return insertRows(
        sql,
        name,
        sql.onDialectOrElse({
          pg: () => lastOfEach(rows, keyColumns, keep.map(columnName)),
          orElse: () => rows
        }),
        `ON CONFLICT (${conflict}) DO ${resolution}`
      )
    }
  }
}
