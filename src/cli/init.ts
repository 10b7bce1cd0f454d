/** `tributary init`: makes a store and registers the known initiatives. */
import { Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { counted, print } from "./print.ts"
import { storeOptions } from "./store.ts"

const empty = Flag.Boolean("empty").pipe(
  Flag.withDescription(
    "Register nothing; by default the known initiatives of the project's registry are entered"
  ),
  Flag.withDefault(false)
)

export const init = Command.make(
  "init",
  { empty },
  Effect.fn(function* (flags) {
    const { knownRegistry, Registry } = yield* Effect.promise(() => import("../ingest/registry/index.ts"))
    const { Initiatives, Sources, Store } = yield* Effect.promise(() => import("../store/index.ts"))
    const options = yield* storeOptions
    yield* Effect.gen(function* () {
      const { file } = yield* Store
      if (!flags.empty) {
        const registry = yield* Registry
        const before = yield* registry.list()
        // What the Secretariat has changed since stays as it is.
        if (before.length === 0) yield* registry.importFiles(yield* knownRegistry)
      }
      const initiatives = yield* (yield* Initiatives).list
      const sources = yield* (yield* Sources).list()
      const approved = sources.filter(({ status }) => status === "approved")
      yield* print(`The store is ${file}.`)
      yield* print(
        `${counted(initiatives.length, "initiative")} registered, ${counted(sources.length, "source")} known, ` +
          `${approved.length} of them approved for unattended visits.`
      )
      yield* print(
        'Next: "tributary import" visits the approved sources, "tributary status" shows how they are.'
      )
    }).pipe(Effect.provide(Layer.provideMerge(Registry.layer, Store.layer(options))))
  })
).pipe(
  Command.withDescription("Make a store and enter the known initiatives; harmless when there is one already")
)
