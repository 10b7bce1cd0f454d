/**
 * Copies a whole store into an empty one, of the same engine or the other, and proves that both hold the same.
 *
 * All of it happens in one transaction of the target, which is kept only when every table has the same number
 * of rows and the same fingerprint there, and every capture the bytes that its id promises. Memory does not grow
 * with the store.
 */
import { Context, Effect, Layer, Schema, Stream } from "effect"
import { SqlClient } from "effect/sql"
import { insertRows, type ColumnRow } from "./bulk.ts"
import { isIntact } from "./captures.ts"
import { rowsIn, type StoredTable, tablesOf } from "./catalogue.ts"
import { Fingerprint, portionsOf } from "./copy-rows.ts"
import { Database } from "./database.ts"
import { fillSearch } from "./search/fill.ts"
import { Store, type StoreOptions } from "./store.ts"

/** The copy was not made; the target holds what it held before. */
export class CopyRefused extends Schema.TaggedError<CopyRefused>()("CopyRefused", {
  message: Schema.String
}) {}

export interface CopyProgress {
  readonly table: string
  readonly stage: "copied" | "checked"
  /** Rows of all tables done in this stage, and all there are. */
  readonly done: number
  readonly total: number
}

export interface CopiedTable {
  readonly name: string
  readonly rows: number
  /** Equal on both sides, whatever the engine. */
  readonly fingerprint: string
}

export interface CopyReport {
  readonly from: string
  readonly to: string
  readonly tables: ReadonlyArray<CopiedTable>
  /** Captures whose bytes are not those of their id, in the source and therefore in the copy. */
  readonly damagedCaptures: ReadonlyArray<string>
}

interface CopyOptions {
  /** Where the source is, or the source itself when it is open. */
  readonly from: StoreOptions | Database["Service"]
  readonly to: StoreOptions
  readonly onProgress?: (progress: CopyProgress) => Effect.Effect<void>
}

/** What is made from other tables, in each engine's own way, and is made again in the target. */
const derived: ReadonlySet<string> = new Set(["search_entries", "output_issues"])

/** Numbers that the target gives from now on come after those that were copied. */
const continueNumbers = (sql: SqlClient.SqlClient) =>
  sql.onDialectOrElse({
    pg: () =>
      Effect.gen(function* () {
        const columns = yield* sql<{ readonly table: string; readonly column: string }>`
          SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
          WHERE table_schema = 'tributary' AND is_identity = 'YES'`
        for (const { column, table } of columns) {
          yield* sql`SELECT setval(pg_get_serial_sequence(${`tributary.${table}`}, ${column}),
            COALESCE(MAX(${sql(column)}), 1), MAX(${sql(column)}) IS NOT NULL) FROM ${sql(table)}`
        }
      }),
    orElse: () => Effect.void
  })

const fingerprintOf = <E>(
  sql: SqlClient.SqlClient,
  table: StoredTable,
  onPortion: (rows: ReadonlyArray<ColumnRow>) => Effect.Effect<void, E>
) =>
  Effect.gen(function* () {
    const fingerprint = new Fingerprint()
    yield* Stream.runForEach(portionsOf(sql, table), (rows) => {
      for (const row of rows) fingerprint.add(table, row)
      return onPortion(rows)
    })
    return fingerprint
  })

/** Ids of captures in a portion whose bytes are not theirs. */
const damagedIn = (table: StoredTable, rows: ReadonlyArray<ColumnRow>) =>
  table.name === "captures"
    ? Effect.filter(rows, (row) => Effect.map(isIntact(row), (intact) => !intact)).pipe(
        Effect.map((damaged) => damaged.map((row) => String(row["id"])))
      )
    : Effect.succeed([])

/** One transaction that sees the source as it is now. */
const snapshot = <A, E, R>(sql: SqlClient.SqlClient, effect: Effect.Effect<A, E, R>) =>
  sql.withTransaction(effect).pipe(
    sql.onDialectOrElse({
      pg: () =>
        Effect.provideService(SqlClient.BeginTransaction, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
      orElse:
        () =>
        <B, F, S>(same: Effect.Effect<B, F, S>) =>
          same
    })
  )

/** A transaction of the target, begun in its engine's own way and not in that of the snapshot around it. */
const ordinary = <A, E, R>(sql: SqlClient.SqlClient, effect: Effect.Effect<A, E, R>) =>
  Effect.provideService(sql.withTransaction(effect), SqlClient.BeginTransaction, undefined)

const copyTables = Effect.fnUntraced(function* (
  from: Database["Service"],
  to: Database["Service"],
  tell: (progress: CopyProgress) => Effect.Effect<void>
) {
  const tables = yield* from.guard(tablesOf(from.sql))
  const theirs = new Map((yield* to.guard(tablesOf(to.sql))).map((table) => [table.name, table]))
  const common = tables.filter(({ name }) => theirs.has(name) && !derived.has(name))
  for (const { name } of common) {
    if ((yield* to.guard(rowsIn(to.sql, name))) > 0) {
      return yield* new CopyRefused({
        message: `The store ${to.file} is not empty (${name}): name a new folder or an empty database. Nothing was copied.`
      })
    }
  }
  const counts = yield* Effect.forEach(common, ({ name }) => from.guard(rowsIn(from.sql, name)))
  const total = counts.reduce((sum, count) => sum + count, 0)

  const fingerprints = new Map<string, Fingerprint>()
  let copied = 0
  for (const table of common) {
    const fingerprint = yield* from.guard(
      fingerprintOf(from.sql, table, (rows) =>
        Effect.gen(function* () {
          yield* to.guard(insertRows(to.sql, table.name, rows))
          copied += rows.length
          yield* tell({ table: table.name, stage: "copied", done: copied, total })
        })
      )
    )
    fingerprints.set(table.name, fingerprint)
  }
  yield* to.guard(continueNumbers(to.sql))
  yield* to.guard(fillSearch(to.sql))

  const damagedCaptures: Array<string> = []
  const report: Array<CopiedTable> = []
  let checked = 0
  for (const table of common) {
    const source = fingerprints.get(table.name)
    const target = yield* to.guard(
      fingerprintOf(to.sql, table, (rows) =>
        Effect.gen(function* () {
          damagedCaptures.push(...(yield* damagedIn(table, rows)))
          checked += rows.length
          yield* tell({ table: table.name, stage: "checked", done: checked, total })
        })
      )
    )
    if (source?.text !== target.text || source.rows !== target.rows) {
      return yield* new CopyRefused({
        message: `The copy of ${table.name} in ${to.file} differs from ${from.file} (${source?.rows ?? 0} and ${target.rows} rows): nothing was kept; check both disks and try again.`
      })
    }
    report.push({ name: table.name, rows: target.rows, fingerprint: target.text })
  }
  return { from: from.file, to: to.file, tables: report, damagedCaptures } satisfies CopyReport
})

/**
 * Copies the store. A failure on the way, of either side, leaves the target as it was.
 *
 * While it runs, others may read both stores; a source that is a file cannot be written.
 */
export const copyStore = Effect.fn("copyStore")(function* (options: CopyOptions) {
  const tell = options.onProgress ?? (() => Effect.void)
  const source =
    "sql" in options.from
      ? options.from
      : Context.get(yield* Layer.build(Layer.fresh(Store.layer(options.from))), Database)
  const target = Context.get(yield* Layer.build(Layer.fresh(Store.layer(options.to))), Database)
  if (source.file === target.file) {
    return yield* new CopyRefused({
      message: `${source.file} is both source and target: name another target.`
    })
  }
  return yield* source
    .guard(snapshot(source.sql, target.guard(ordinary(target.sql, copyTables(source, target, tell)))))
    .pipe(
      Effect.catchTag(
        "StoreError",
        ({ message }) =>
          new CopyRefused({ message: `${message} The copy was undone: ${target.file} holds nothing of it.` })
      )
    )
}, Effect.scoped)
