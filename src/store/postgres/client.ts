/**
 * SQL client of a PostgreSQL server, for `effect/sql`: a bounded pool of named connections with time limits.
 *
 * 64-bit integers come as numbers, as from SQLite, or as bigint where a number could not hold them.
 */
import { PgClient, PgTypes } from "@effect/sql-pg"
import { Clock, Layer, Result } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import type { Address } from "./address.ts"

/** The schema that holds all of Tributary's tables. */
export const schemaName = "tributary"

export interface ClientOptions {
  /** Connections at one time at most. */
  readonly connections: number
  /** Milliseconds to wait for a lock of other work. */
  readonly lockTimeoutMs: number
}

/** Milliseconds that one statement may take. */
const statementTimeoutMs = 5 * 60_000

/** Milliseconds after which the server ends a transaction in which nothing happens. */
const idleTransactionMs = 10 * 60_000

/** Bytes of one message at most: a row with a capture. A value of PostgreSQL has 1 GiB at most. */
const messageLimit = 1024 * 1024 * 1024

const types = PgTypes.makeRegistry()
types.register<number | bigint>(
  PgTypes.OID.int8,
  {
    encode: (value) => {
      const bytes = new Uint8Array(8)
      new DataView(bytes.buffer).setBigInt64(0, BigInt(value))
      return Result.succeed(bytes)
    },
    decode: (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const [high, low] = [view.getInt32(0), view.getUint32(4)]
      const value = high * 0x1_0000_0000 + low
      return Result.succeed(Number.isSafeInteger(value) ? value : view.getBigInt64(0))
    }
  },
  { arrayOid: PgTypes.OID.int8Array }
)

/** The client over a pool. Nothing is connected until the first statement. */
export const layer = (
  address: Address,
  options: ClientOptions
): Layer.Layer<SqlClient.SqlClient, SqlError.SqlError> =>
  PgClient.layer({
    url: address.url,
    applicationName: "tributary",
    maxConnections: options.connections,
    idleTimeout: "1 minute",
    connectTimeout: "10 seconds",
    keepAlive: "30 seconds",
    maxMessageSize: messageLimit,
    types,
    startupParameters: {
      search_path: `${schemaName},public`,
      lock_timeout: String(options.lockTimeoutMs),
      statement_timeout: String(statementTimeoutMs),
      idle_in_transaction_session_timeout: String(idleTransactionMs),
      // Statements are short and many: compiling them takes longer than running them.
      jit: "off"
    }
    // Connections age and waits end in real time, whatever clock the rules of a run go by.
  }).pipe(Layer.provide(Layer.succeed(Clock.Clock, Clock.Clock.defaultValue())))
