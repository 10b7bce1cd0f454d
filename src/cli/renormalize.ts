/** `tributary renormalize`: derives documents, statements and clusters again from the captures. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { counted, print, printJson, progress } from "./print.ts"
import { json } from "./root.ts"
import { existingStore } from "./store.ts"

export const renormalize = Command.make(
  "renormalize",
  { json },
  Effect.fn(function* (flags) {
    const jobs = yield* Effect.promise(() => import("../jobs/index.ts"))
    const { Outputs } = yield* Effect.promise(() => import("../store/index.ts"))
    const counts = yield* Effect.scoped(
      Effect.gen(function* () {
        const total = (yield* (yield* Outputs).list()).length
        const bar = yield* progress(total)
        return yield* jobs.renormalize((_done, _total, title) => bar.step(title))
      })
    ).pipe(Effect.provide(Layer.provideMerge(jobs.layer, existingStore)))
    if (flags.json) return yield* printJson(counts)
    yield* print(
      `${counted(counts.outputs, "output")} read again from the captures: ` +
        `${counted(counts.statements, "statement")}, ${counted(counts.clusters, "cluster")}.`
    )
  })
).pipe(
  Command.withDescription(
    "Derive documents, statements and clusters again from captures, taxonomy and reviews"
  )
)
