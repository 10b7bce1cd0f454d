/**
 * Rows of a table in portions of bounded size, and a fingerprint of them that is the same on every engine and
 * in every order.
 */
import { createHash } from "node:crypto"
import { Effect, Option, Stream } from "effect"
import type { SqlClient, SqlError, Statement } from "effect/sql"
import type { ColumnRow, ColumnValue } from "./bulk.ts"
import type { StoredTable } from "./catalogue.ts"

/** Rows looked at to cut a portion. */
const rowsLookedAt = 1000

/** Characters and bytes of one portion, as far as rows can be parted. */
const portionSize = 4 * 1024 * 1024

type Key = ReadonlyArray<string | number>

/** A value as both engines can hold it: PostgreSQL's text has no U+0000. */
const portable = (value: unknown): ColumnValue => {
  if (typeof value === "string")
    return value.includes("\u0000") ? value.replaceAll("\u0000", "\uFFFD") : value
  if (value === null || typeof value === "number" || value instanceof Uint8Array) return value
  if (typeof value === "bigint") return Number(value)
  throw new TypeError(`A row holds a value of type ${typeof value}`)
}

const named = (table: StoredTable, columns: ReadonlyArray<string>) =>
  columns.map((column) => `${table.name}."${column}"`).join(", ")

/** The row as its key (in the order of the key) is compared: greater than `after`, at most `until`. */
const between = (sql: SqlClient.SqlClient, table: StoredTable, after: Key | undefined, until?: Key) => {
  const key = sql.literal(`(${named(table, table.key)})`)
  const value = (of: Key): Statement.Fragment => sql`(${sql.csv(of.map((part) => sql`${part}`))})`
  return sql.and([
    ...(after === undefined ? [] : [sql`${key} > ${value(after)}`]),
    ...(until === undefined ? [] : [sql`${key} <= ${value(until)}`])
  ])
}

/** The key of the last row of the portion after a key; none when there are no more rows. */
const portionEnd = (sql: SqlClient.SqlClient, table: StoredTable, after: Key | undefined) => {
  // Neither function reads what it measures.
  const measure = sql.onDialectOrElse({ pg: () => "pg_column_size", orElse: () => "octet_length" })
  const size = table.columns.map((column) => `COALESCE(${measure}("${column}"), 0)`)
  return Effect.map(
    sql<Readonly<Record<string, unknown>>>`SELECT ${sql.literal(named(table, table.key))},
      ${sql.literal(size.join(" + "))} AS "row size" FROM ${sql(table.name)}
      WHERE ${between(sql, table, after)} ORDER BY ${sql.literal(named(table, table.key))} LIMIT ${rowsLookedAt}`,
    (rows) => {
      let sum = 0
      let last: Key | undefined
      for (const row of rows) {
        sum += Number(row["row size"])
        if (last !== undefined && sum > portionSize) break
        last = table.key.map((column) => {
          const value = row[column]
          return typeof value === "number" ? value : String(value)
        })
      }
      return last
    }
  )
}

/** All rows of a table by its primary key, in portions. */
export const portionsOf = (
  sql: SqlClient.SqlClient,
  table: StoredTable
): Stream.Stream<ReadonlyArray<ColumnRow>, SqlError.SqlError> =>
  Stream.paginate<Key | undefined, ReadonlyArray<ColumnRow>, SqlError.SqlError>(
    undefined,
    Effect.fnUntraced(function* (after) {
      const until = yield* portionEnd(sql, table, after)
      if (until === undefined) return [[], Option.none()] as const
      const rows = yield* sql<Readonly<Record<string, unknown>>>`
        SELECT ${sql.literal(named(table, table.columns))} FROM ${sql(table.name)}
        WHERE ${between(sql, table, after, until)} ORDER BY ${sql.literal(named(table, table.key))}`
      const portion = rows.map((row): ColumnRow =>
        Object.fromEntries(table.columns.map((column) => [column, portable(row[column])]))
      )
      return [[portion], Option.some(until)] as const
    })
  )

const lanes = 4

/** Counts rows and adds up their SHA-256, each of 256 bits as four sums of 64. */
export class Fingerprint {
  readonly #sums = new BigUint64Array(lanes)
  #rows = 0

  get rows(): number {
    return this.#rows
  }

  add(table: StoredTable, row: ColumnRow): void {
    const hash = createHash("sha256")
    for (const column of table.columns.toSorted()) {
      const value = row[column] ?? null
      const isBytes = value instanceof Uint8Array
      const size = isBytes ? `bytes ${value.length}` : ""
      hash.update(`${JSON.stringify([column, isBytes ? size : value])}\n`)
      if (isBytes) hash.update(value)
    }
    const digest = hash.digest()
    for (let lane = 0; lane < lanes; lane++) {
      this.#sums[lane] = (this.#sums[lane] ?? 0n) + digest.readBigUInt64BE(lane * 8)
    }
    this.#rows++
  }

  /** Hexadecimal; equal for equal sets of rows. */
  get text(): string {
    return [...this.#sums].map((sum) => sum.toString(16).padStart(16, "0")).join("")
  }
}
