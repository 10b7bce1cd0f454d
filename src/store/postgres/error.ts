/**
 * What can go wrong with a store in PostgreSQL because of its surroundings, each with its remedy.
 *
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
import { Cause, Predicate } from "effect"
import { SqlError } from "effect/sql"
import { StoreError, type StoreErrorReason } from "../error.ts"

const sentences: Record<StoreErrorReason, (database: string) => string> = {
  locked: (database) =>
    `The database ${database} is locked by other work: wait until it ends, or stop it, and try again.`,
  "read-only": (database) =>
    `The database ${database} may only be read (a standby, or set so): name the server that takes changes.`,
  "disk-full": (database) =>
    `The disk of the database ${database} is full: make room and try again; nothing that was stored before is lost.`,
  "newer-schema": (database) =>
    `The database ${database} was written by a newer version of Tributary: update the program, or name another database.`,
  "not-a-tributary-store": (database) =>
    `The database ${database} belongs to another program: make an empty one for Tributary (CREATE DATABASE) and name it.`,
  corrupt: (database) =>
    `The database ${database} is damaged: stop all programs that use it and put back the last good backup.`,
  "io-error": (database) =>
    `The server of the database ${database} could not read, write or find memory: see its log, mend it and try again.`,
  "bad-address": (database) =>
    `${database} does not name a PostgreSQL database: write it as postgres://user:password@host:5432/database.`,
  "no-store": (database) =>
    `There is no store in the database ${database} yet: make one with "tributary init", or correct TRIBUTARY_DATABASE_URL.`,
  unreachable: (database) =>
    `The server of the database ${database} does not answer: check that it runs, and host, port and network.`,
  "too-many-connections": (database) =>
    `The server of the database ${database} has no connection free: stop other programs, or raise its max_connections.`,
  "access-denied": (database) =>
    `The server refuses this user or password for the database ${database}: correct them in TRIBUTARY_DATABASE_URL.`,
  "no-such-database": (database) =>
    `There is no database ${database}: make it (CREATE DATABASE), or correct TRIBUTARY_DATABASE_URL.`,
  "old-server": (database) =>
    `The server of the database ${database} is too old for Tributary: use PostgreSQL 15 or newer.`,
  "wrong-encoding": (database) =>
    `The database ${database} cannot hold every script: make one with CREATE DATABASE … ENCODING 'UTF8'.`,
  "no-permission": (database) =>
    `This user may not use the store in the database ${database}: make the user its owner (ALTER DATABASE … OWNER TO …).`,
  "unusable-text": (database) =>
    `The database ${database} cannot hold a text with the character U+0000: leave it out.`
}

/** A StoreError of a server with the usual sentence for its reason. */
export const serverError = (reason: StoreErrorReason, database: string, cause?: unknown): StoreError =>
  new StoreError({
    reason,
    file: database,
    message: sentences[reason](database),
    ...(cause === undefined ? {} : { cause })
  })

const reasonsByCode: ReadonlyMap<string, StoreErrorReason> = new Map<string, StoreErrorReason>([
  ["22021", "unusable-text"], // character_not_in_repertoire
  ["22P05", "unusable-text"], // untranslatable_character
  ["25006", "read-only"], // read_only_sql_transaction
  ["3D000", "no-such-database"], // invalid_catalog_name
  ["40001", "locked"], // serialization_failure
  ["40P01", "locked"], // deadlock_detected
  ["42501", "no-permission"], // insufficient_privilege
  ["53100", "disk-full"],
  ["53200", "io-error"], // out_of_memory
  ["53300", "too-many-connections"],
  ["55P03", "locked"], // lock_not_available
  ["57014", "locked"], // query_canceled: the time limit of a statement
  ["57P01", "unreachable"], // admin_shutdown
  ["57P02", "unreachable"], // crash_shutdown
  ["57P03", "unreachable"], // cannot_connect_now
  ["58030", "io-error"],
  ["XX001", "corrupt"], // data_corrupted
  ["XX002", "corrupt"] // index_corrupted
])

const codeOf = (error: SqlError.SqlError): string | undefined => {
  const { cause } = error.reason
  return Predicate.hasProperty(cause, "code") && typeof cause.code === "string" ? cause.code : undefined
}

/** The reason behind an SqlError; undefined when the surroundings are not to blame. */
export const reasonOfServer = (error: SqlError.SqlError): StoreErrorReason | undefined => {
  const code = codeOf(error)
  const known = code === undefined ? undefined : reasonsByCode.get(code)
  if (known !== undefined) return known
  if (error.reason._tag === "AuthenticationError") return "access-denied"
  return error.reason._tag === "ConnectionError" ? "unreachable" : undefined
}

/** Codes and kinds that two transactions at one time can cause, and that another attempt settles. */
const isConflictOf = (error: SqlError.SqlError): boolean => {
  const tag = error.reason._tag
  return (
    tag === "SerializationError" ||
    tag === "DeadlockError" ||
    tag === "UniqueViolation" ||
    // in_failed_sql_transaction: the conflict came earlier and was passed over.
    codeOf(error) === "25P02" ||
    error.message.includes("aborted transaction")
  )
}

/** Whether a transaction failed only because another ran beside it. */
export const isConflict = (cause: Cause.Cause<unknown>): boolean =>
  cause.reasons.some((reason) => {
    const error = Cause.isFailReason(reason)
      ? reason.error
      : Cause.isDieReason(reason)
        ? reason.defect
        : undefined
    const inner = error instanceof StoreError ? error.cause : error
    return SqlError.isSqlError(inner) && isConflictOf(inner)
  })
