/** Turns at hosts, for commands that look at an address: with all processes that work on a store in PostgreSQL. */
import { Effect, Layer } from "effect"
import { SharedTurns } from "../../ingest/visit/shared-turns.ts"
import { existingStore, storeOptions } from "../store.ts"

/** Where the store is a file, one process works on it, and the command needs none. */
export const turnsWithOthers = Layer.unwrap(
  Effect.gen(function* () {
    if (!("databaseUrl" in (yield* storeOptions))) return Layer.succeed(SharedTurns, null)
    const { sharedTurns } = yield* Effect.promise(() => import("../../jobs/shared-turns.ts"))
    return Layer.provide(sharedTurns, existingStore)
  })
)
