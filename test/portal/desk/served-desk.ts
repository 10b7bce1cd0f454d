/** A portal over the filled store with three people, whose processes find the fixtures on loopback. */
import { Effect, Layer } from "effect"
import { Passwords } from "../../../src/accounts/index.ts"
import type { Database, Repositories } from "../../../src/store/index.ts"
import { Store } from "../../../src/store/index.ts"
import { person } from "../../accounts/accounts-store.ts"
import { names } from "../security/attacked.ts"
import { servePortal, type Served } from "../served.ts"
import { filledStore } from "../stored.ts"

export interface ServedDesk extends Served {
  /** Does something in the store beside the portal. */
  readonly inStore: <A, E>(effect: Effect.Effect<A, E, Repositories | Store | Database>) => Promise<A>
}

/** Serves it over a copy of the filled store. */
export const serveDesk = async (): Promise<ServedDesk> => {
  const { directory, remove } = await filledStore()
  const inStore: ServedDesk["inStore"] = (effect) =>
    Effect.runPromise(Effect.provide(effect, Store.layer({ directory })))
  await Effect.runPromise(
    Effect.gen(function* () {
      yield* person(names.reader, "reader")
      yield* person(names.editor, "editor")
      yield* person(names.admin, "admin")
    }).pipe(Effect.provide(Layer.merge(Passwords.layer, Store.layer({ directory }))))
  )
  const served = await servePortal(directory)
  return {
    ...served,
    inStore,
    stop: async () => {
      await served.stop()
      remove()
    }
  }
}
