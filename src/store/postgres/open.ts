/**
 * Opens the store in a PostgreSQL database: refuses what is not for it, and brings its schema up to date.
 *
 * The database is Tributary's alone. Its tables stand in the schema `tributary`; the first row of the table of
 * migrations is the mark by which the program knows its own.
 */
import { Effect, Layer, type Redacted, Schedule } from "effect"
import { Migrator, SqlClient, SqlError } from "effect/sql"
import type { Engine } from "../database.ts"
import { StoreError } from "../error.ts"
import { latestMigration, migrations, migrationTable } from "../migrations/index.ts"
import { Patience, patienceStepMs } from "../patience.ts"
import { type Address, addressOf } from "./address.ts"
import { layer as clientLayer, schemaName } from "./client.ts"
import { reasonOfServer, serverError } from "./error.ts"
import { serialized } from "./transaction.ts"

export interface PostgresOptions {
  readonly databaseUrl: Redacted.Redacted
  /** Milliseconds to wait for a lock of other work; a minute when not given. */
  readonly busyTimeoutMs?: number
  /** Connections at one time at most; 10 when not given. */
  readonly connections?: number
  /** Refuse a database without a store instead of making one there. */
  readonly mustExist?: boolean
  /** First major version that will do; 15 when not given, the oldest that its makers still mend. */
  readonly oldestServer?: number
}

const defaults = { busyTimeoutMs: 60_000, connections: 10, mustExist: false, oldestServer: 15 }

/** Processes that migrate at one time wait for each other under this number: "TRIB". */
const advisoryLock = 0x54524942

/** The text columns of the schema that do not sort by their bytes yet. */
const wrongCollations = `SELECT format('ALTER TABLE %I.%I ALTER COLUMN %I TYPE text COLLATE "C"',
    n.nspname, c.relname, a.attname) AS statement
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = '${schemaName}' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND c.relname <> '${migrationTable}' AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation`

interface Found {
  readonly version: number
  readonly encoding: string
  readonly read_only: boolean
  readonly marked: boolean
  readonly relations: number
}

/** Refuses databases of others, of newer programs and on unfit servers; gives the newest step, 0 for none. */
const inspect = (sql: SqlClient.SqlClient, { shown }: Address, oldestServer: number) =>
  Effect.gen(function* () {
    const [found] = yield* sql<Found>`SELECT current_setting('server_version_num')::int AS version,
        current_setting('server_encoding') AS encoding,
        current_setting('transaction_read_only') = 'on' OR pg_is_in_recovery() AS read_only,
        EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = ${schemaName} AND tablename = ${migrationTable}) AS marked,
        (SELECT COUNT(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            AND NOT EXISTS (SELECT 1 FROM pg_depend d
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')) AS relations`
    if (found === undefined) return yield* Effect.die("a SELECT of constants gave no row")
    if (found.version < oldestServer * 10_000) return yield* serverError("old-server", shown)
    if (found.encoding !== "UTF8") return yield* serverError("wrong-encoding", shown)
    if (!found.marked && found.relations > 0) return yield* serverError("not-a-tributary-store", shown)
    const steps = found.marked
      ? yield* sql<{ readonly migration_id: number; readonly name: string }>`
          SELECT migration_id, name FROM ${sql(schemaName)}.${sql(migrationTable)} ORDER BY migration_id`
      : []
    const [first] = steps
    if (first !== undefined && `${first.migration_id} ${first.name}` !== "1 first_schema")
      return yield* serverError("not-a-tributary-store", shown)
    const newest = steps.at(-1)?.migration_id ?? 0
    if (newest > latestMigration) return yield* serverError("newer-schema", shown)
    if (found.read_only) return yield* serverError("read-only", shown)
    return newest
  })

const migrate = (
  sql: SqlClient.SqlClient,
  address: Address,
  { mustExist, oldestServer }: { readonly mustExist: boolean; readonly oldestServer: number }
) =>
  Effect.gen(function* () {
    const newest = yield* inspect(sql, address, oldestServer)
    if (newest === latestMigration) return
    if (newest === 0 && mustExist) return yield* serverError("no-store", address.shown)
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`SET LOCAL statement_timeout = 0`
        yield* sql`SET LOCAL lock_timeout = 0`
        yield* sql`SELECT pg_advisory_xact_lock(${advisoryLock})`
        // Another process may have done it while this one waited.
        if ((yield* inspect(sql, address, oldestServer)) === latestMigration) return
        yield* sql`CREATE SCHEMA IF NOT EXISTS ${sql(schemaName)}`
        yield* Migrator.make({})({ loader: Migrator.fromRecord(migrations), table: migrationTable })
        const columns = yield* sql.unsafe<{ readonly statement: string }>(wrongCollations)
        for (const { statement } of columns) yield* sql.unsafe(statement)
      })
    )
  })

/** What kept the store from opening; anything else is a fault of the program. */
const openingError =
  ({ shown }: Address) =>
  (error: StoreError | SqlError.SqlError | Migrator.MigrationError) => {
    if (error instanceof StoreError) return Effect.fail(error)
    const inner = error._tag === "MigrationError" ? error.cause : error
    if (inner instanceof StoreError) return Effect.fail(inner)
    if (!SqlError.isSqlError(inner)) return Effect.die(error)
    const reason = reasonOfServer(inner)
    return reason === undefined ? Effect.die(error) : Effect.fail(serverError(reason, shown, inner))
  }

const engineOf = ({ shown }: Address): Engine => ({
  name: "postgres",
  place: shown,
  errorOf: (error) => {
    const reason = reasonOfServer(error)
    return reason === undefined ? undefined : serverError(reason, shown, error)
  },
  unreadable: (table, message) =>
    new StoreError({
      reason: "corrupt",
      file: shown,
      message: `The database ${shown} holds an entry of ${table} that cannot be read (${message}): put back the last good backup.`
    }),
  transaction: serialized
})

const isSilent = ({ reason }: StoreError): boolean => reason === "unreachable"

/** Tries whether the database opens, again and again for as long as whoever asks is patient. */
const awaited = <A>(opening: Layer.Layer<A, StoreError>, { shown }: Address) =>
  Effect.gen(function* () {
    const patience = yield* Patience
    if (patience === 0) return
    const once = Effect.asVoid(Effect.scoped(Layer.build(opening)))
    yield* once.pipe(
      Effect.catchIf(isSilent, () =>
        Effect.andThen(
          Effect.logWarning(
            `The server of the database ${shown} does not answer yet: asking again for up to ${patience / 1000} seconds.`
          ),
          Effect.retry(once, {
            while: isSilent,
            schedule: Schedule.spaced(patienceStepMs),
            times: Math.ceil(patience / patienceStepMs)
          })
        )
      )
    )
  })

/** The engine and its client, with the schema up to date. */
export const open = (
  options: PostgresOptions
): Effect.Effect<{ engine: Engine; client: Layer.Layer<SqlClient.SqlClient, StoreError> }, StoreError> =>
  Effect.gen(function* () {
    const address = yield* Effect.fromResult(addressOf(options.databaseUrl))
    const settings = { ...defaults, ...options }
    const client = clientLayer(address, {
      connections: settings.connections,
      lockTimeoutMs: settings.busyTimeoutMs
    })
    const migrated = Layer.effectDiscard(
      Effect.flatMap(SqlClient.SqlClient, (sql) => migrate(sql, address, settings))
    ).pipe(
      Layer.provideMerge(client),
      Layer.catch((error) => Layer.effect(SqlClient.SqlClient, openingError(address)(error)))
    )
    yield* awaited(migrated, address)
    return { engine: engineOf(address), client: migrated }
  })
