/** Opens the store in a directory: refuses what is not for it, and brings its schema up to date. */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { Effect, Layer } from "effect"
import { Migrator, SqlClient, SqlError } from "effect/sql"
import type { Engine } from "./database.ts"
import { reasonOfSql, storeError, StoreError } from "./error.ts"
import { latestMigration, migrations, migrationTable } from "./migrations/index.ts"
import * as Sqlite from "./sqlite.ts"

/** Marks the file as a store of Tributary (https://www.sqlite.org/pragma.html#pragma_application_id): "TRIB". */
const applicationId = 0x54524942

/** Milliseconds to wait for a lock. */
const busyTimeoutMs = 5000

/** Name of the database file in the store's directory. */
export const storeFileName = "tributary.sqlite"

export interface SqliteStoreOptions {
  readonly directory: string
  /** Milliseconds to wait for another program's lock; 5000 when not given. */
  readonly busyTimeoutMs?: number
}

const numberIn = (database: DatabaseSync, query: string): number => {
  const [value] = Object.values(database.prepare(query).get() ?? {})
  return typeof value === "number" ? value : 0
}

/** Refuses files of others and of newer programs before anything is written to them. */
const inspect = (file: string) => (database: DatabaseSync) => {
  // Tables before the mark: another process that creates the store at this moment sets the mark first.
  const tables = numberIn(database, "SELECT COUNT(*) FROM sqlite_schema")
  const id = numberIn(database, "PRAGMA application_id")
  if (id !== applicationId && (id !== 0 || tables > 0)) throw storeError("not-a-tributary-store", file)
  if (numberIn(database, `SELECT COUNT(*) FROM sqlite_schema WHERE name = '${migrationTable}'`) > 0) {
    const newest = numberIn(database, `SELECT MAX(migration_id) FROM ${migrationTable}`)
    if (newest > latestMigration) throw storeError("newer-schema", file)
  }
  if (id === 0) database.exec(`PRAGMA application_id = ${applicationId}`)
}

const migrate = Migrator.make({})({ loader: Migrator.fromRecord(migrations), table: migrationTable })

/** What kept the store from opening; anything else is a fault of the program. */
const openingError = (file: string) => (error: SqlError.SqlError | Migrator.MigrationError) => {
  const inner = error._tag === "MigrationError" ? error.cause : error
  if (!SqlError.isSqlError(inner)) return Effect.die(error)
  if (inner.reason.cause instanceof StoreError) return Effect.fail(inner.reason.cause)
  const reason = reasonOfSql(inner)
  return reason === undefined ? Effect.die(error) : Effect.fail(storeError(reason, file, inner))
}

const engineOf = (file: string): Engine => ({
  name: "sqlite",
  place: file,
  errorOf: (error) => {
    const reason = reasonOfSql(error)
    return reason === undefined ? undefined : storeError(reason, file, error)
  },
  unreadable: (table, message) =>
    new StoreError({
      reason: "corrupt",
      file,
      message: `The store ${file} holds an entry of ${table} that cannot be read (${message}): put back the last good copy of the file.`
    }),
  transaction: (sql) => sql.withTransaction
})

/** The engine and its client, with the schema up to date. */
export const open = (
  options: SqliteStoreOptions
): Effect.Effect<{ engine: Engine; client: Layer.Layer<SqlClient.SqlClient, StoreError> }, StoreError> => {
  const file = join(options.directory, storeFileName)
  const client = Sqlite.layer({
    file,
    busyTimeoutMs: options.busyTimeoutMs ?? busyTimeoutMs,
    prepare: inspect(file)
  })
  const migrated = Layer.effectDiscard(migrate).pipe(
    Layer.provideMerge(client),
    Layer.catch((error) => Layer.effect(SqlClient.SqlClient, openingError(file)(error)))
  )
  return Effect.try({
    try: () => mkdirSync(options.directory, { recursive: true }),
    catch: (cause) => storeError("read-only", file, cause)
  }).pipe(Effect.as({ engine: engineOf(file), client: migrated }))
}
