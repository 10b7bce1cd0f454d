/**
 * The job `renormalize`: reads all outputs again when the taxonomy or the classifier's model is another one
 * than that with which everything was derived last.
 */
import { Array, Effect, Option, Schema } from "effect"
import { JobName, OutputId } from "../../domain/index.ts"
import { Initiatives, Outputs } from "../../store/index.ts"
import { derivedWith, lastDerivedWith, rememberDerivedWith } from "../derived-with.ts"
import type { Job, JobContext } from "./job.ts"

/** Outputs that are read again in one step. */
const outputsInStep = 100

const Plan = Schema.Struct({ version: Schema.String, outputs: Schema.NullOr(Schema.Array(OutputId)) })
const Counts = Schema.Struct({ statements: Schema.Int, clusters: Schema.Int })

/** Which outputs are to be read again; null when nothing has changed since they were. */
const plan = Effect.gen(function* () {
  const version = yield* derivedWith
  if ((yield* lastDerivedWith) === version) return { version, outputs: null }
  return { version, outputs: (yield* (yield* Outputs).list()).map(({ id }) => id) }
})

const readSome = Effect.fnUntraced(function* (ids: ReadonlyArray<OutputId>, advance: JobContext["advance"]) {
  const { readAgain } = yield* Effect.promise(() => import("../renormalize.ts"))
  const outputs = yield* Outputs
  for (const id of ids) {
    const output = Option.getOrUndefined(yield* outputs.get(id))
    if (output === undefined) continue
    yield* readAgain(output)
    yield* advance({ done: 1, now: output.title.slice(0, 60) })
  }
})

const conclude = Effect.fnUntraced(function* (version: string, advance: JobContext["advance"]) {
  const { learnSites } = yield* Effect.promise(() => import("../learn-sites.ts"))
  const { consolidate } = yield* Effect.promise(() => import("../consolidate.ts"))
  yield* learnSites(yield* (yield* Initiatives).list)
  const counts = yield* consolidate((now) => Effect.ignore(advance({ now })))
  yield* rememberDerivedWith(version)
  return counts
})

export const renormalizeJob: Job = {
  name: JobName.make("renormalize"),
  description: "derives all statements again after the taxonomy has changed",
  expression: "40 3 * * *",
  changesStore: true,
  run: ({ advance, run, step }) =>
    Effect.gen(function* () {
      const { outputs, version } = yield* step("plan", Plan, plan)
      if (outputs === null) {
        return {
          sentence: "The taxonomy has not changed: nothing to do.",
          counts: { outputs: 0 },
          problems: []
        }
      }
      if (run.attempts === 1) yield* advance({ total: outputs.length })
      for (const [index, ids] of Array.chunksOf(outputs, outputsInStep).entries()) {
        yield* step(`outputs/${index}`, Schema.Void, readSome(ids, advance))
      }
      const { clusters, statements } = yield* step("conclude", Counts, conclude(version, advance))
      return {
        sentence: `${outputs.length} outputs were read again: ${statements} statements, ${clusters} clusters.`,
        counts: { outputs: outputs.length, statements, clusters },
        problems: []
      }
    })
}
