/** The registry of the named store. */
import { Effect, Layer } from "effect"
import { existingStore } from "../store.ts"

export const registryLayer = Layer.unwrap(
  Effect.gen(function* () {
    const { Registry } = yield* Effect.promise(() => import("../../ingest/registry/index.ts"))
    return Layer.provideMerge(Registry.layer, existingStore)
  })
)

/** Loads the registry's module only when a command needs it. */
export const loadRegistry = Effect.promise(() => import("../../ingest/registry/index.ts"))
