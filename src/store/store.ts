/**
 * Store: opens or creates the database in a directory and gives all repositories over it.
 *
 * The file is safe against a killed process: what was committed is there at the next start, and what
 * was not is gone as a whole.
 */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { Context, Effect, Layer } from "effect"
import { Migrator, SqlClient, SqlError } from "effect/sql"
import { Captures } from "./captures.ts"
import { Clusters } from "./clusters.ts"
import { Database } from "./database.ts"
import { reasonOfSql, storeError, StoreError } from "./error.ts"
import { Initiatives } from "./initiatives.ts"
import { Items } from "./items.ts"
import { JobMemory } from "./job-memory.ts"
import { JobRuns } from "./job-runs.ts"
import { Leases } from "./leases.ts"
import { latestMigration, migrations } from "./migrations/index.ts"
import { Outputs } from "./outputs.ts"
import { Releases } from "./releases.ts"
import { Reviews } from "./reviews.ts"
import { Runs } from "./runs.ts"
import { Sources } from "./sources.ts"
import * as Sqlite from "./sqlite.ts"
import { Statements } from "./statements.ts"
import { Visits } from "./visits.ts"

/** Marks the file as a store of Tributary (https://www.sqlite.org/pragma.html#pragma_application_id): "TRIB". */
const applicationId = 0x54524942

const migrationTable = "migrations"

/** Milliseconds to wait for a lock. */
const busyTimeoutMs = 5000

/** Name of the database file in the store's directory. */
export const storeFileName = "tributary.sqlite"

export interface StoreOptions {
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

const repositories = Layer.mergeAll(
  Initiatives.layer,
  Sources.layer,
  Runs.layer,
  Visits.layer,
  Captures.layer,
  Items.layer,
  Outputs.layer,
  Statements.layer,
  Clusters.layer,
  Reviews.layer,
  Releases.layer,
  JobRuns.layer,
  JobMemory.layer,
  Leases.layer
)

export type Repositories =
  | Initiatives
  | Sources
  | Runs
  | Visits
  | Captures
  | Items
  | Outputs
  | Statements
  | Clusters
  | Reviews
  | Releases
  | JobRuns
  | JobMemory
  | Leases

export class Store extends Context.Service<
  Store,
  {
    /** Path of the database file. */
    readonly file: string
    /** Runs the effect in one transaction: all of it is kept, or nothing. May be nested. */
    readonly transaction: Database["Service"]["transaction"]
  }
>()("tributary/store/Store") {
  /** Opens `DIR/tributary.sqlite`, creating directory, file and tables where they are missing. */
  static layer(options: StoreOptions): Layer.Layer<Store | Database | Repositories, StoreError> {
    const file = join(options.directory, storeFileName)
    const makeDirectory = Effect.try({
      try: () => mkdirSync(options.directory, { recursive: true }),
      catch: (cause) => storeError("read-only", file, cause)
    })
    const client = Sqlite.layer({
      file,
      busyTimeoutMs: options.busyTimeoutMs ?? busyTimeoutMs,
      prepare: inspect(file)
    })
    const database = Layer.effectDiscard(migrate).pipe(
      Layer.provideMerge(client),
      Layer.catch((error) => Layer.effect(SqlClient.SqlClient, openingError(file)(error))),
      (migrated) => Layer.provide(Database.layer(file), migrated)
    )
    const self = Layer.effect(
      Store,
      Effect.map(Database, ({ file, transaction }) => Store.of({ file, transaction }))
    )
    return Layer.unwrap(
      Effect.as(makeDirectory, Layer.merge(self, repositories).pipe(Layer.provideMerge(database)))
    )
  }
}

/** Runs the effect in one transaction of the store: all of it is kept, or nothing. */
export const transaction = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.flatMap(Store, (store) => store.transaction(effect))
