/** `tributary review settle`: carries through what was decided in the portal. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

export const settle = Command.make(
  "settle",
  { json },
  Effect.fn(function* (flags) {
    const jobs = yield* Effect.promise(() => import("../../jobs/index.ts"))
    const done = yield* jobs.settle().pipe(Effect.provide(Layer.provideMerge(jobs.layer, existingStore)))
    if (flags.json) return yield* printJson(done)
    yield* print(
      done.consolidated
        ? `${counted(done.derived, "output")} derived again; everything was set beside the rest.`
        : "Nothing waits: every decision is carried through."
    )
  })
).pipe(Command.withDescription("Carry through what was decided in the portal; the portal does so by itself"))
