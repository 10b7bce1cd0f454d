/**
 * SQL client over Node's own `node:sqlite`, for `effect/sql`.
 *
 * One connection, one writer at a time. `node:sqlite` is synchronous: a statement, and the wait for a
 * lock, holds up the whole process, so transactions stay short and the wait has a limit. A stream
 * keeps the connection until it ends: inside it, query only in the same transaction.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite"
import { Effect, Layer, Option, Semaphore, Stream } from "effect"
import type { Scope } from "effect"
import { Reactivity } from "effect/reactivity"
import { SqlClient, SqlError, Statement } from "effect/sql"
import type { SqlConnection } from "effect/sql"

export interface SqliteOptions {
  /** Path of the database file. */
  readonly file: string
  /** Milliseconds to wait for a lock of another process. */
  readonly busyTimeoutMs: number
  /** Run on the open database before the client exists; throws when the file is not to be used. */
  readonly prepare?: (database: DatabaseSync) => void
}

/** How many prepared statements stay ready. */
const statementCacheSize = 200

/** How many rows a stream reads at a time. */
const streamChunkSize = 256

const sqlError = (cause: unknown, operation: string): SqlError.SqlError => {
  // The classifier of effect/sql looks for the result code under `errno`; node:sqlite calls it `errcode`.
  if (cause instanceof Error && "errcode" in cause) Object.assign(cause, { errno: cause.errcode })
  const message = cause instanceof Error ? cause.message : String(cause)
  return new SqlError.SqlError({ reason: SqlError.classifySqliteError(cause, { message, operation }) })
}

/** A value as SQLite takes it: booleans as 0 and 1, dates as ISO 8601 text, undefined as NULL. */
const toInput = (value: unknown): SQLInputValue => {
  if (value === null || value === undefined) return null
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") return value
  if (typeof value === "boolean") return value ? 1 : 0
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}`)
}

/** Prepared statements by their text; the least recently used one is dropped first. */
const statementCache = (database: DatabaseSync) => {
  const cache = new Map<string, StatementSync>()
  return (text: string): StatementSync => {
    const known = cache.get(text)
    const statement = known ?? database.prepare(text)
    if (known !== undefined) cache.delete(text)
    cache.set(text, statement)
    if (cache.size > statementCacheSize) {
      for (const oldest of cache.keys()) {
        cache.delete(oldest)
        break
      }
    }
    return statement
  }
}

/** Whether a statement gives rows; to ask makes an object of every column, so it is asked once. */
const givesRows = new WeakMap<StatementSync, boolean>()
const hasRows = (statement: StatementSync): boolean => {
  const known = givesRows.get(statement) ?? statement.columns().length > 0
  givesRows.set(statement, known)
  return known
}

const rows = (statement: StatementSync, input: ReadonlyArray<SQLInputValue>): ReadonlyArray<object> => {
  if (hasRows(statement)) return statement.all(...input)
  statement.run(...input)
  return []
}

const values = (statement: StatementSync, input: ReadonlyArray<SQLInputValue>) => {
  statement.setReturnArrays(true)
  try {
    return rows(statement, input).map((row) => Object.values(row))
  } finally {
    statement.setReturnArrays(false)
  }
}

type Transform = (<A extends object>(rows: ReadonlyArray<A>) => ReadonlyArray<A>) | undefined
const transformed =
  (transform: Transform) => (statement: StatementSync, input: ReadonlyArray<SQLInputValue>) => {
    const result = rows(statement, input)
    return transform === undefined ? result : transform(result)
  }

const run = <A>(
  statementFor: (text: string) => StatementSync,
  text: string,
  params: ReadonlyArray<unknown>,
  use: (statement: StatementSync, input: ReadonlyArray<SQLInputValue>) => A
): Effect.Effect<A, SqlError.SqlError> =>
  Effect.withFiber((fiber) =>
    Effect.try({
      try: () => {
        const statement = statementFor(text)
        statement.setReadBigInts(fiber.getRef(SqlClient.SafeIntegers))
        return use(statement, params.map(toInput))
      },
      catch: (cause) => sqlError(cause, "execute")
    })
  )

const makeConnection = (database: DatabaseSync): SqlConnection.Connection => {
  const prepared = statementCache(database)

  const fresh = (text: string) => database.prepare(text)

  return {
    execute: (text, params, transform) => run(prepared, text, params, transformed(transform)),
    executeUnprepared: (text, params, transform) => run(fresh, text, params, transformed(transform)),
    executeRaw: (text, params) =>
      run(prepared, text, params, (statement, input) =>
        hasRows(statement) ? statement.all(...input) : statement.run(...input)
      ),
    executeValues: (text, params) => run(prepared, text, params, values),
    executeValuesUnprepared: (text, params) => run(fresh, text, params, values),
    executeStream: (text, params, transform) =>
      // A statement of its own: the cached one may be run again while the stream is still read.
      Stream.unwrap(
        Effect.map(
          run(fresh, text, params, (statement, input) => statement.iterate(...input)),
          (iterator) =>
            Stream.paginate(iterator, (iterator) =>
              Effect.try({
                try: () => {
                  const chunk: Array<object> = []
                  while (chunk.length < streamChunkSize) {
                    const next = iterator.next()
                    if (next.done === true) break
                    chunk.push(next.value)
                  }
                  const ended = chunk.length < streamChunkSize
                  return [
                    transform === undefined ? chunk : transform(chunk),
                    ended ? Option.none() : Option.some(iterator)
                  ] as const
                },
                catch: (cause) => sqlError(cause, "executeStream")
              })
            )
        )
      )
  }
}

/**
 * Opens (or creates) an SQLite file in write-ahead mode with foreign keys on. The file is closed with
 * the scope.
 *
 * `recursive_triggers` makes `INSERT OR REPLACE` fire delete triggers too, which guard what is never to
 * change.
 */
export const make = (
  options: SqliteOptions
): Effect.Effect<SqlClient.SqlClient, SqlError.SqlError, Scope.Scope | Reactivity.Reactivity> =>
  Effect.gen(function* () {
    const database = yield* Effect.acquireRelease(
      Effect.try({
        try: () => {
          const database = new DatabaseSync(options.file, {
            timeout: options.busyTimeoutMs,
            enableForeignKeyConstraints: true
          })
          try {
            options.prepare?.(database)
            database.exec(
              "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA recursive_triggers = ON"
            )
          } catch (cause) {
            database.close()
            throw cause
          }
          return database
        },
        catch: (cause) => sqlError(cause, "open")
      }),
      (database) => Effect.sync(() => database.close())
    )
    const connection = makeConnection(database)
    const acquirers = SqlClient.makeSqliteAcquirers({
      connection: Effect.succeed(connection),
      semaphore: yield* Semaphore.make(1),
      isTransaction: () => database.isTransaction
    })
    return yield* SqlClient.make({
      ...acquirers,
      compiler: Statement.makeCompilerSqlite(),
      driver: "sqlite-node",
      beginTransaction: "BEGIN IMMEDIATE",
      prepareTransactionControls: true,
      releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
      spanAttributes: [["db.system.name", "sqlite"]]
    })
  })

/** The client as a layer, without the reactivity service that it needs only inside. */
export const layer = (options: SqliteOptions): Layer.Layer<SqlClient.SqlClient, SqlError.SqlError> =>
  Layer.effect(SqlClient.SqlClient, make(options)).pipe(Layer.provide(Reactivity.layer))
