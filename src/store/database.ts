/**
 * Database: the SQL client that all repositories share, and the way from SQL failures to StoreError.
 *
 * Repositories ask for this service and never for a driver, so that another database is another layer.
 */
import { Context, Effect, Layer, Option, Schedule } from "effect"
import type { Statement } from "effect/sql"
import { SqlClient, SqlError } from "effect/sql"
import { StoreError } from "./error.ts"
import { Patience, patienceStepMs } from "./patience.ts"
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

/** What differs between the engines, as far as repositories are spared it. */
export interface Engine {
  readonly name: "sqlite" | "postgres"
  /** Path of the store's file or URL of the database without its password, for messages. */
  readonly place: string
  /** What of the surroundings made SQL fail; undefined when it is a fault of the program. */
  readonly errorOf: (error: SqlError.SqlError) => StoreError | undefined
  /** A row that cannot be read. */
  readonly unreadable: (table: string, message: string) => StoreError
  /** Runs the effect in a transaction, or in a part of the one that is open. */
  readonly transaction: (
    sql: SqlClient.SqlClient
  ) => <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | SqlError.SqlError, R>
}

export class Database extends Context.Service<
  Database,
  {
    readonly sql: SqlClient.SqlClient
    readonly engine: Engine["name"]
    /** Path of the store's file or URL of the database without its password, for messages. */
    readonly file: string
    /**
     * Turns the failures of the surroundings (a lock, a full disk, a damaged file) into StoreError;
     * any other SQL failure is a fault of the program and becomes a defect.
     */
    readonly guard: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, Guarded<E>, R>
    /**
     * Runs the effect in one transaction: all of it is kept, or nothing. May be nested. Where other processes
     * work on the same store it may be run again, so it must do nothing but use the store.
     */
    readonly transaction: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, Guarded<E>, R>
  }
>()("tributary/store/Database") {
  /** Over the SqlClient in the context. */
  static layer(engine: Engine): Layer.Layer<Database, never, SqlClient.SqlClient> {
    return Layer.effect(
      Database,
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient

        const translate = (error: Inner): Effect.Effect<never, StoreError> => {
          const known =
            error instanceof UnreadableRow
              ? engine.unreadable(error.table, error.message)
              : engine.errorOf(error)
          return known === undefined ? Effect.die(error) : Effect.fail(known)
        }

        /** Does the effect again while the database does not answer, for as long as whoever asks is patient. */
        const patiently = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
          Effect.flatMap(Patience, (patience) =>
            patience === 0
              ? effect
              : Effect.flatMap(Effect.serviceOption(sql.transactionService), (open) =>
                  // A part of a transaction cannot be done again without the rest.
                  Option.isSome(open)
                    ? effect
                    : Effect.retry(effect, {
                        while: (error) => error instanceof StoreError && error.reason === "unreachable",
                        schedule: Schedule.spaced(patienceStepMs),
                        times: Math.ceil(patience / patienceStepMs)
                      })
                )
          )

        const guardOnce = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, Guarded<E>, R> =>
          effect.pipe(
            // A transaction whose connection is gone cannot be taken back by a statement either: to the client all
            // of its failures are defects then, and they are the surroundings' fault all the same.
            Effect.catchDefect((defect): Effect.Effect<never, StoreError> => {
              const known =
                defect instanceof StoreError
                  ? defect
                  : SqlError.isSqlError(defect)
                    ? engine.errorOf(defect)
                    : undefined
              return known === undefined ? Effect.die(defect) : Effect.fail(known)
            }),
            Effect.catch((error): Effect.Effect<never, Guarded<E>> => {
              if (isForeign(error)) return Effect.fail(error)
              return isInner(error) ? translate(error) : Effect.die(error)
            })
          )

        const guard = <A, E, R>(effect: Effect.Effect<A, E, R>) => patiently(guardOnce(effect))

        const inTransaction = engine.transaction(sql)
        const transaction = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, Guarded<E>, R> =>
          guard(inTransaction(guardOnce(effect)))

        return Database.of({
          sql,
          engine: engine.name,
          file: engine.place,
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

/**
 * Whether a row comes after another in a list with the newest first and, of one instant, by id; none for the
 * first page.
 *
 * @param column name of the instant's column, quoted where it has to be
 */
export const isAfter = (
  sql: SqlClient.SqlClient,
  column: "created_at" | "asked_at" | '"at"',
  after: readonly [at: string, id: string] | undefined
): Statement.Fragment | undefined => {
  if (after === undefined) return undefined
  const [at, id] = after
  const instant = sql.literal(column)
  return sql`(${instant} < ${at} OR (${instant} = ${at} AND id > ${id}))`
}
