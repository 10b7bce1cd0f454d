/**
 * Database: the SQL client that all repositories share, and the way from SQL failures to StoreError.
 *
 * Repositories ask for this service and never for a driver, so that another database is another layer.
 */
import { Context, Effect, Layer } from "effect"
import type { Statement } from "effect/sql"
import { SqlClient, SqlError } from "effect/sql"
import { reasonOfSql, storeError, StoreError } from "./error.ts"
import { UnreadableRow } from "./table.ts"

/** Failures that only the store itself sees. */
type Inner = SqlError.SqlError | UnreadableRow

/** Errors of other origin. */
type Foreign<E> = Exclude<E, Inner>

/** The errors of an effect, with StoreError in place of the inner ones. */
type Guarded<E> = Foreign<E> | StoreError

const isInner = (error: unknown): error is Inner =>
  error instanceof UnreadableRow || SqlError.isSqlError(error)

const isForeign = <E>(error: E): error is Foreign<E> => !isInner(error)

export class Database extends Context.Service<
  Database,
  {
    readonly sql: SqlClient.SqlClient
    /** Path of the store's file, for messages. */
    readonly file: string
    /**
     * Turns the failures of the surroundings (a lock, a full disk, a damaged file) into StoreError;
     * any other SQL failure is a fault of the program and becomes a defect.
     */
    readonly guard: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, Guarded<E>, R>
    /** Runs the effect in one transaction: all of it is kept, or nothing. May be nested. */
    readonly transaction: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, Guarded<E>, R>
  }
>()("tributary/store/Database") {
  /** Over the SqlClient in the context; `file` only serves messages. */
  static layer(file: string): Layer.Layer<Database, never, SqlClient.SqlClient> {
    return Layer.effect(
      Database,
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient

        const translate = (error: Inner): Effect.Effect<never, StoreError> => {
          if (error instanceof UnreadableRow) {
            return Effect.fail(
              new StoreError({
                reason: "corrupt",
                file,
                message: `The store ${file} holds an entry of ${error.table} that cannot be read (${error.message}): put back the last good copy of the file.`
              })
            )
          }
          const reason = reasonOfSql(error)
          return reason === undefined ? Effect.die(error) : Effect.fail(storeError(reason, file, error))
        }

        const guard = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, Guarded<E>, R> =>
          effect.pipe(
            Effect.catch((error): Effect.Effect<never, Guarded<E>> => {
              if (isForeign(error)) return Effect.fail(error)
              return isInner(error) ? translate(error) : Effect.die(error)
            })
          )

        const transaction = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, Guarded<E>, R> =>
          guard(sql.withTransaction(guard(effect)))

        return Database.of({
          sql,
          file,
          guard,
          transaction
        })
      })
    )
  }
}

/** Joins conditions with AND; all rows when there is none. */
export const where = (
  sql: SqlClient.SqlClient,
  conditions: ReadonlyArray<Statement.Fragment | undefined>
): Statement.Fragment => sql.and(conditions.filter((condition) => condition !== undefined))
