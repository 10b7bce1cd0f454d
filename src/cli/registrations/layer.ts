/** What deciding on registrations needs: the registry, mail, and whoever uses the command line. */
import { Effect, Layer } from "effect"
import { existingStore } from "../store.ts"

/** Registry and mail over the store of the command. */
export const registrationsLayer = Layer.unwrap(
  Effect.gen(function* () {
    const { Registry } = yield* Effect.promise(() => import("../../ingest/registry/index.ts"))
    const { Mail } = yield* Effect.promise(() => import("../../mail/index.ts"))
    return Layer.merge(Registry.layer, Mail.layer).pipe(Layer.provideMerge(existingStore))
  })
)

/** Loads what decides only when a command needs it. */
export const loadRegistering = Effect.promise(() => import("../../jobs/registering/index.ts"))
