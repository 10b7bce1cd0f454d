/**
 * The store of a process that the portal starts: in the database that TRIBUTARY_DATABASE_URL names, else in
 * the folder, as for the portal itself.
 */
import { Config, Effect, Layer, Option, Redacted } from "effect"
import { Store } from "../store/index.ts"

const databaseUrl = Config.option(Config.Redacted("TRIBUTARY_DATABASE_URL"))

export const ownStore = (directory: string) =>
  Layer.unwrap(
    Effect.map(databaseUrl, (given) =>
      Option.match(
        Option.filter(given, (url) => Redacted.value(url).trim() !== ""),
        {
          onNone: () => Store.layer({ directory }),
          onSome: (url) => Store.layer({ databaseUrl: url, mustExist: true })
        }
      )
    )
  )
