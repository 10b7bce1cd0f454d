/** Restore: puts a backup back as a store, where there is none: in a folder, or in an empty database. */
import { existsSync } from "node:fs"
import { link } from "node:fs/promises"
import { join } from "node:path"
import { Effect } from "effect"
import { copyStore, storeFileName, type StoreOptions } from "../../store/index.ts"
import { workFolder } from "./backup.ts"
import { backupError, BackupError } from "./error.ts"
import { unpackBackup } from "./unpack.ts"

/**
 * Makes the store of `directory` from a backup. Nothing stands there before all of it has been verified.
 */
export const restoreBackup = Effect.fn("restoreBackup")(function* (file: string, directory: string) {
  const store = join(directory, storeFileName)
  if (existsSync(store)) {
    return yield* new BackupError({
      message: `There is a store in ${directory} already, which stays as it is: name an empty folder with --data.`
    })
  }
  const folder = yield* workFolder(store)
  const manifest = yield* unpackBackup(file, join(folder, "store"))
  yield* Effect.tryPromise({
    try: () => link(join(folder, "store", storeFileName), store),
    catch: backupError(`The store ${store} could not be put in place`)
  })
  return { store, manifest }
}, Effect.scoped)

/**
 * Makes the store of an empty PostgreSQL database from a backup, verified before and after.
 *
 * @param folder a folder with room for the unpacked store, in which nothing stays
 */
export const restoreIntoDatabase = Effect.fn("restoreIntoDatabase")(function* (
  file: string,
  to: StoreOptions,
  folder: string
) {
  const work = yield* workFolder(join(folder, storeFileName))
  const unpacked = join(work, "store")
  const manifest = yield* unpackBackup(file, unpacked)
  const { to: store } = yield* copyStore({ from: { directory: unpacked }, to })
  return { store, manifest }
}, Effect.scoped)
