/** A process that has a store consolidated: it goes on answering, and stops the work when it is told to. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Option } from "effect"
import { fillDenseStore } from "../../bench/dense-statements.ts"
import { JobRunId, Timestamp } from "../../src/domain/index.ts"
import { beginRun } from "../../src/jobs/durable/start.ts"
import { renormalizeJob } from "../../src/jobs/job/renormalize.ts"
import { listenable } from "../../src/jobs/workers/address.ts"
import { observeServer } from "../../src/observe/server.ts"
import { Clusters, JobRuns } from "../../src/store/index.ts"
import { temporaryDirectory } from "../store/example.ts"
import { jobServices } from "./stored-jobs.ts"

const at = Timestamp.make("2026-02-05T03:40:00.000Z")
const id = JobRunId.make("renormalize@2026-02-05T03:40:00Z")

/** So many that there is work for many turns. */
const statements = 1500

/** Milliseconds for a test on a busy machine. */
const limit = 120_000

/** What the run is at. */
const now = Effect.gen(function* () {
  const run = Option.getOrUndefined(yield* (yield* JobRuns).get(id))
  return { state: run?.state, at: run?.now ?? "" }
})
const isConsolidating = (text: string): boolean => text.startsWith("setting everything beside the rest")

/** Begins the run over a filled store, and does something meanwhile. */
const meanwhile = <A, E, R>(use: (run: Fiber.Fiber<unknown, unknown>) => Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    yield* fillDenseStore(statements)
    return yield* use(yield* Effect.forkChild(beginRun(renormalizeJob, "schedule", at, "cancelled")))
  })

describe("A process that has everything set beside the rest", () => {
  it.live(
    "answers for its health all the time, and tells how far it has come",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const port = yield* listenable("127.0.0.1", 0)
        const heard = yield* meanwhile((run) =>
          Effect.gen(function* () {
            const heard: Array<string> = []
            for (;;) {
              const { status } = yield* Effect.promise(() =>
                fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(5000) })
              )
              assert.strictEqual(status, 200)
              const { at, state } = yield* now
              if (isConsolidating(at) && state === "running") heard.push(at)
              if (state === "completed") break
            }
            yield* Fiber.join(run)
            assert.isAbove(yield* (yield* Clusters).count, 0)
            return heard
          })
        ).pipe(
          Effect.provide(observeServer({ port, directory }).pipe(Layer.provideMerge(jobServices(directory))))
        )
        assert.isAbove(heard.length, 2)
        assert.isAbove(new Set(heard).size, 1)
      }),
    limit
  )

  it.live(
    "stops the work with the run",
    () =>
      Effect.gen(function* () {
        yield* meanwhile((run) =>
          Effect.gen(function* () {
            yield* Effect.repeat(now, { until: ({ at }) => isConsolidating(at) })
            yield* Fiber.interrupt(run)
            assert.strictEqual((yield* now).state, "cancelled")
            assert.strictEqual(yield* (yield* Clusters).count, 0)
          })
        ).pipe(Effect.provide(jobServices(yield* temporaryDirectory)))
      }),
    limit
  )
})
