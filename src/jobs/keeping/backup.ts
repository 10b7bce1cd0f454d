/**
 * Backup: a copy of a store in one compressed file, made while others work on the store, and verified by
 * putting it back into a temporary place before it gets its name.
 *
 * The file is an SQLite database (with a table that says what is in it), compressed by Zstandard with a checksum
 * (RFC 8878), also of a store on PostgreSQL: it is put back into either, by this program alone. It never takes the
 * place of another file.
 */
import { randomUUID } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { link, mkdir, mkdtemp, open, readdir, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { pipeline } from "node:stream/promises"
import { Worker } from "node:worker_threads"
import { constants, createZstdCompress } from "node:zlib"
import { Effect } from "effect"
import type { Scope } from "effect"
import type { Timestamp } from "../../domain/index.ts"
import { copyStore, type Database, storeFileName } from "../../store/index.ts"
import { backupError, BackupError } from "./error.ts"
import { type BackupManifest, seal } from "./manifest.ts"
import { unpackBackup } from "./unpack.ts"

/** Longest time that copying the database may take. */
const copyLimit = "2 hours"

/** End of the names of backups. */
export const backupEnding = ".tributary-backup"

/** Name of a backup in a folder of backups: its time in UTC, so that names sort by age. */
export const backupName = (at: Timestamp): string =>
  `tributary-${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z${backupEnding}`

/** A folder beside `file` that is gone with the scope: on the same disk, so that what is made there can get its name in one step. */
export const workFolder = (file: string): Effect.Effect<string, BackupError, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        await mkdir(dirname(file), { recursive: true })
        return mkdtemp(join(dirname(file), ".tributary-"))
      },
      catch: backupError(`The folder ${dirname(file)} cannot be used`)
    }),
    (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true }))
  )

const copyDatabase = (from: string, to: string): Effect.Effect<string, BackupError> =>
  Effect.callback<void, unknown>((resume) => {
    const worker = new Worker(new URL("./copy-worker.ts", import.meta.url), { workerData: { from, to } })
    worker.once("error", (error) => resume(Effect.fail(error)))
    worker.once("exit", (code) => {
      if (code === 0) resume(Effect.void)
    })
    return Effect.promise(() => worker.terminate())
  }).pipe(
    Effect.timeout(copyLimit),
    Effect.mapError(backupError(`The store ${from} could not be copied`)),
    Effect.as(to)
  )

/** Copies a store of PostgreSQL, as it is at one instant, into a new SQLite file; gives the file. */
const copyServer = (from: Database["Service"], folder: string) =>
  copyStore({ from, to: { directory: folder } }).pipe(
    Effect.catch(
      ({ message }) => new BackupError({ message: `The store ${from.file} could not be copied. ${message}` })
    ),
    Effect.as(join(folder, storeFileName))
  )

const sealCopy = (copy: string, at: Timestamp): Effect.Effect<BackupManifest, BackupError> =>
  Effect.try({
    try: () => {
      const database = new DatabaseSync(copy)
      try {
        return seal(database, at)
      } finally {
        database.close()
      }
    },
    catch: backupError(`The copy of the store could not be counted`)
  })

/** Compresses a file into a new one and waits until the disk has it. */
const compressFile = (from: string, to: string): Effect.Effect<void, BackupError> =>
  Effect.tryPromise({
    try: async (signal) => {
      await pipeline(
        createReadStream(from),
        createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
        createWriteStream(to, { flags: "wx" }),
        { signal }
      )
      const file = await open(to, "r+")
      await file.sync().finally(() => file.close())
    },
    catch: backupError(`The backup ${to} could not be written`)
  })

/** Gives a file its name, which must be free: `link` fails where `rename` would overwrite. */
const nameIt = (from: string, to: string): Effect.Effect<void, BackupError> =>
  Effect.tryPromise({ try: () => link(from, to), catch: backupError(`The backup ${to} could not be kept`) })

export interface Backup {
  readonly file: string
  /** Size of the file in bytes. */
  readonly bytes: number
  readonly manifest: BackupManifest
}

/**
 * Makes a backup of the store's file and verifies it.
 *
 * @param store the open store, or the database file of one on SQLite
 * @param file the backup's file, which must not exist
 */
export const makeBackup = Effect.fn("makeBackup")(function* (
  store: string | Database["Service"],
  file: string,
  at: Timestamp
) {
  const folder = yield* workFolder(file)
  const packed = join(folder, randomUUID())
  const copy =
    typeof store === "string" || store.engine === "sqlite"
      ? yield* copyDatabase(typeof store === "string" ? store : store.file, join(folder, "copy.sqlite"))
      : yield* copyServer(store, join(folder, "copied"))
  const manifest = yield* sealCopy(copy, at)
  yield* compressFile(copy, packed)
  yield* Effect.promise(() => rm(copy))
  yield* unpackBackup(packed, join(folder, "verified"))
  yield* nameIt(packed, file)
  const { size } = yield* Effect.promise(() => stat(file))
  return { file, bytes: size, manifest } satisfies Backup
}, Effect.scoped)

/** Removes the oldest backups of a folder until `keep` are left; gives the names of those that went. */
export const thinOut = Effect.fn("thinOut")(function* (folder: string, keep: number) {
  const names = yield* Effect.tryPromise({
    try: () => readdir(folder),
    catch: backupError(`The folder ${folder} could not be read`)
  })
  const own = names.filter((name) => /^tributary-\d{8}T\d{6}Z\.tributary-backup$/.test(name)).sort()
  const old = own.slice(0, Math.max(0, own.length - keep))
  yield* Effect.forEach(
    old,
    (name) =>
      Effect.tryPromise({
        try: () => rm(join(folder, name)),
        catch: backupError(`The old backup ${name} could not be removed`)
      }),
    { discard: true }
  )
  return old
})
