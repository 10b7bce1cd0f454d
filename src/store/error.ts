/**
 * StoreError: what can go wrong with the store because of its surroundings, each with its remedy.
 *
 * Everything else that fails in SQL is a fault of the program and stays a defect. Result codes:
 * https://www.sqlite.org/rescode.html
 */
import { Predicate, Schema } from "effect"
import type { SqlError } from "effect/sql"

/** What keeps a store in a file from working. */
const FileReason = Schema.Literals([
  "locked",
  "read-only",
  "disk-full",
  "newer-schema",
  "not-a-tributary-store",
  "corrupt",
  "io-error"
])
type FileReason = typeof FileReason.Type

/** The same for a store in a file, and what besides can be wrong with a server. */
export const StoreErrorReason = Schema.Literals([
  ...FileReason.literals,
  "bad-address",
  "no-store",
  "unreachable",
  "too-many-connections",
  "access-denied",
  "no-such-database",
  "no-permission",
  "old-server",
  "wrong-encoding",
  "unusable-text"
])
export type StoreErrorReason = typeof StoreErrorReason.Type

/** The store cannot do what was asked; `message` names the file, or the database, and the remedy. */
export class StoreError extends Schema.TaggedError<StoreError>()("StoreError", {
  reason: StoreErrorReason,
  file: Schema.String,
  message: Schema.String,
  cause: Schema.optionalKey(Schema.Defect())
}) {}

const sentences: Record<FileReason, (file: string) => string> = {
  locked: (file) =>
    `The store ${file} is locked by another program: wait until it ends, or stop it, and try again.`,
  "read-only": (file) =>
    `The store ${file} cannot be written: give this user the right to write the file and its directory, or name another directory.`,
  "disk-full": (file) =>
    `The disk that holds the store ${file} is full: make room and try again; nothing that was stored before is lost.`,
  "newer-schema": (file) =>
    `The store ${file} was written by a newer version of Tributary: update the program, or name another directory.`,
  "not-a-tributary-store": (file) =>
    `The file ${file} is not a store of Tributary: move it away, or name another directory.`,
  corrupt: (file) =>
    `The store ${file} is damaged: stop all programs that use it and put back the last good copy of the file.`,
  "io-error": (file) =>
    `The store ${file} could not be read or written by the system: check the disk that holds it and try again.`
}

/** A StoreError of a file with the usual sentence for its reason. */
export const storeError = (reason: FileReason, file: string, cause?: unknown): StoreError =>
  new StoreError({
    reason,
    file,
    message: sentences[reason](file),
    ...(cause === undefined ? {} : { cause })
  })

/** Reasons by SQLite's primary result code (the low byte of the extended one). */
const reasonsByCode: ReadonlyMap<number, FileReason> = new Map<number, FileReason>([
  [5, "locked"], // SQLITE_BUSY
  [6, "locked"], // SQLITE_LOCKED
  [8, "read-only"], // SQLITE_READONLY
  [10, "io-error"], // SQLITE_IOERR
  [11, "corrupt"], // SQLITE_CORRUPT
  [13, "disk-full"], // SQLITE_FULL
  [14, "read-only"], // SQLITE_CANTOPEN
  [26, "not-a-tributary-store"] // SQLITE_NOTADB
])

/** The reason behind an error of `node:sqlite`; undefined when the surroundings are not to blame. */
export const reasonOf = (cause: unknown): FileReason | undefined =>
  Predicate.hasProperty(cause, "errcode") && typeof cause.errcode === "number"
    ? reasonsByCode.get(cause.errcode & 0xff)
    : undefined

/** The reason behind an SqlError; undefined when the surroundings are not to blame. */
export const reasonOfSql = (error: SqlError.SqlError): FileReason | undefined => reasonOf(error.reason.cause)
