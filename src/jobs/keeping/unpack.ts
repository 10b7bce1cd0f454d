/**
 * Unpacks a backup into a store and verifies what came out: the file's checksum, the database's structure and
 * references, the number of rows, and the hash of every capture.
 */
import { createReadStream, createWriteStream } from "node:fs"
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { pipeline } from "node:stream/promises"
import { createZstdDecompress } from "node:zlib"
import { Effect } from "effect"
import { Captures, Store, storeFileName } from "../../store/index.ts"
import { backupError, BackupError } from "./error.ts"
import { type BackupManifest, countRows, manifestOf, manifestTable } from "./manifest.ts"

const damaged = (file: string, what: string): BackupError =>
  new BackupError({ message: `The backup ${file} is damaged (${what}): take another one.` })

/** Looks through the database, takes the manifest out and gives it. */
const openSeal = (database: DatabaseSync, file: string): BackupManifest => {
  const manifest = manifestOf(database)
  if (manifest === undefined) {
    throw new BackupError({ message: `The file ${file} is no backup of Tributary: check the name.` })
  }
  const [faults] = database.prepare("PRAGMA integrity_check(1)").all()
  if (faults?.["integrity_check"] !== "ok") throw damaged(file, String(faults?.["integrity_check"]))
  if (database.prepare("PRAGMA foreign_key_check").get() !== undefined) {
    throw damaged(file, "an entry refers to one that is not there")
  }
  const rows = countRows(database)
  for (const table of new Set([...Object.keys(manifest.rows), ...Object.keys(rows)])) {
    if (rows[table] !== manifest.rows[table]) {
      throw damaged(
        file,
        `${table} should have ${manifest.rows[table] ?? 0} rows and has ${rows[table] ?? 0}`
      )
    }
  }
  database.exec(`DROP TABLE ${manifestTable}`)
  return manifest
}

/**
 * Makes a store in `directory` from a backup, verified; gives what the backup said of itself.
 *
 * @param directory a folder without a store, made where it is missing
 */
export const unpackBackup = Effect.fn("unpackBackup")(function* (file: string, directory: string) {
  const store = join(directory, storeFileName)
  yield* Effect.tryPromise({
    try: async (signal) => {
      await mkdir(directory, { recursive: true })
      await pipeline(
        createReadStream(file),
        createZstdDecompress(),
        createWriteStream(store, { flags: "wx" }),
        {
          signal
        }
      )
    },
    catch: backupError(`The backup ${file} could not be unpacked`)
  })
  const manifest = yield* Effect.try({
    try: () => {
      const database = new DatabaseSync(store)
      try {
        return openSeal(database, file)
      } finally {
        database.close()
      }
    },
    catch: backupError(`The backup ${file} could not be read`)
  })
  const { damaged: wrong } = yield* Effect.flatMap(Captures, (captures) => captures.verifyAll).pipe(
    Effect.provide(Store.layer({ directory })),
    Effect.scoped
  )
  if (wrong.length > 0) {
    return yield* damaged(file, `${wrong.length} captures are not what their hash says`)
  }
  return manifest
})
