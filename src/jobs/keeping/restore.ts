/** Restore: puts a backup back as a store, where there is none. */
import { existsSync } from "node:fs"
import { link } from "node:fs/promises"
import { join } from "node:path"
import { Effect } from "effect"
import { storeFileName } from "../../store/index.ts"
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
