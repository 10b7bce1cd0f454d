/**
 * The store that a command works on: in the database that TRIBUTARY_DATABASE_URL names, else in the folder of
 * the flags.
 */
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { Config, Effect, Layer, Option, Redacted } from "effect"
import { Patience, startPatienceMs, Store, storeFileName, type StoreOptions } from "../store/index.ts"
import { CommandFailed } from "./failure.ts"
import { root } from "./root.ts"

/** The folder named by the flags, absolute. */
export const dataDirectory = Effect.map(root, ({ data }) => resolve(data))

const databaseUrl = Config.option(Config.Redacted("TRIBUTARY_DATABASE_URL"))

/** Where the store is. */
export const storeOptions = Effect.gen(function* () {
  const url = Option.filter(yield* databaseUrl, (given) => Redacted.value(given).trim() !== "")
  const options: StoreOptions = Option.isSome(url)
    ? { databaseUrl: url.value }
    : { directory: yield* dataDirectory }
  return options
})

/** Opens the named store; it must have been made by `init`. */
export const existingStore = Layer.unwrap(
  Effect.gen(function* () {
    const options = yield* storeOptions
    if ("databaseUrl" in options) return Store.layer({ ...options, mustExist: true })
    const { directory } = options
    if (!existsSync(join(directory, storeFileName))) {
      return yield* new CommandFailed({
        message: `There is no store in ${directory}: make one with "tributary init --data ${directory}", or name another folder with --data or TRIBUTARY_DATA.`
      })
    }
    return Store.layer(options)
  })
)

/** The same for programs that run unattended: a database that is being started is waited for. */
export const awaitedStore = Layer.provide(existingStore, Layer.succeed(Patience, startPatienceMs))
