/** What a store is made of: engine, versions, size, rows. */
import { Effect } from "effect"
import { rowsIn, tablesOf } from "./catalogue.ts"
import { Database } from "./database.ts"
import { migrationTable } from "./migrations/index.ts"

export interface StoreInfo {
  readonly engine: "sqlite" | "postgres"
  /** Path of the file, or URL of the database without its password. */
  readonly place: string
  /** Version of SQLite, or of the server. */
  readonly version: string
  /** Number of the newest step of the schema. */
  readonly schema: number
  /** Bytes on disk. */
  readonly bytes: number
  /** Rows by table, in the order in which the tables were made. */
  readonly rows: Readonly<Record<string, number>>
}

/** Looks at the open store. */
export const storeInfo = Effect.gen(function* () {
  const { engine, file, guard, sql } = yield* Database
  return yield* guard(
    Effect.gen(function* () {
      const [facts] = yield* sql.unsafe<{ readonly version: string; readonly bytes: number }>(
        sql.onDialectOrElse({
          pg: () =>
            "SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes",
          orElse: () => `SELECT sqlite_version() AS version, page_count * page_size AS bytes
            FROM pragma_page_count, pragma_page_size`
        })
      )
      const [step] = yield* sql<{ readonly newest: number }>`
        SELECT MAX(migration_id) AS newest FROM ${sql(migrationTable)}`
      const tables = yield* tablesOf(sql)
      const rows = yield* Effect.forEach(tables, ({ name }) =>
        Effect.map(rowsIn(sql, name), (count) => [name, count] as const)
      )
      return {
        engine,
        place: file,
        version: facts?.version ?? "",
        schema: step?.newest ?? 0,
        bytes: facts?.bytes ?? 0,
        rows: Object.fromEntries(rows)
      } satisfies StoreInfo
    })
  )
}).pipe(Effect.withSpan("storeInfo"))
