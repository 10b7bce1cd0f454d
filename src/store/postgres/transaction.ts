/**
 * Transactions that look as if each ran alone, as they do in SQLite, and yet run side by side.
 *
 * They are serializable (section 13.2.3 of the PostgreSQL manual), or repeatable reads (13.2.2) where `Isolation`
 * says so; the server ends one that could not have run so. Such a transaction is run again, now truly alone: the lock it takes waits for those under way and
 * holds up those that come after. LOCK TABLE comes before the transaction's first look at the data.
 */
import { Effect, Option } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { Isolation } from "../isolation.ts"
import { isConflict } from "./error.ts"

/** How often a transaction is run at most. */
const attempts = 5

const levels = { serializable: "SERIALIZABLE", snapshot: "REPEATABLE READ" } as const

/** Runs the effect in a transaction; it may be run several times, so it must do nothing but use the store. */
export const serialized =
  (sql: SqlClient.SqlClient) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E | SqlError.SqlError, R> => {
    const attempt = (level: string, alone: boolean): Effect.Effect<A, E | SqlError.SqlError, R> =>
      sql`LOCK TABLE migrations IN ${sql.literal(alone ? "EXCLUSIVE" : "ROW SHARE")} MODE`.pipe(
        Effect.andThen(Effect.provideService(effect, SqlClient.BeginTransaction, undefined)),
        sql.withTransaction,
        Effect.provideService(SqlClient.BeginTransaction, `BEGIN ISOLATION LEVEL ${level}`)
      )
    const retried = (level: string, left: number): Effect.Effect<A, E | SqlError.SqlError, R> =>
      Effect.catchCause(attempt(level, left < attempts), (cause) =>
        left > 1 && isConflict(cause) ? retried(level, left - 1) : Effect.failCause(cause)
      )
    return Effect.flatMap(Effect.serviceOption(sql.transactionService), (open) =>
      Option.isSome(open)
        ? sql.withTransaction(effect)
        : Effect.flatMap(Isolation, (isolation) => retried(levels[isolation], attempts))
    )
  }
