/**
 * The cycles that a command goes by: as they count in the store, with the Secretariat's edits; where no store
 * is, as the file says.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { storeFileName } from "../store/index.ts"
import { existingStore, storeOptions } from "./store.ts"

/**
 * The cycles that count, the earliest first.
 *
 * @param directory folder of the store and its configuration
 */
export const knownCycles = Effect.fn("knownCycles")(function* (directory: string) {
  const options = yield* storeOptions
  if (!("databaseUrl" in options) && !existsSync(join(options.directory, storeFileName))) {
    const { loadCycles } = yield* Effect.promise(() => import("../jobs/cycles.ts"))
    return yield* loadCycles(directory)
  }
  const { presentCycles } = yield* Effect.promise(() => import("../jobs/present-cycles.ts"))
  return yield* Effect.provide(presentCycles(directory), existingStore)
})
