/**
 * The store that a command works on.
 */
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { Effect, Layer } from "effect"
import { Store, storeFileName } from "../store/index.ts"
import { CommandFailed } from "./failure.ts"
import { root } from "./root.ts"

/** The folder named by the flags, absolute. */
export const dataDirectory = Effect.map(root, ({ data }) => resolve(data))

/** Opens the store of the named folder; it must have been made by `init`. */
export const existingStore = Layer.unwrap(
  Effect.gen(function* () {
    const directory = yield* dataDirectory
    if (!existsSync(join(directory, storeFileName))) {
      return yield* new CommandFailed({
        message: `There is no store in ${directory}: make one with "tributary init --data ${directory}", or name another folder with --data or TRIBUTARY_DATA.`
      })
    }
    return Store.layer({ directory })
  })
)
