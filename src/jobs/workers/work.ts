/** A worker: takes groups of sources from the queue, and has its turn at the duties of the cluster. */
import { Effect } from "effect"
import { Singleton } from "effect/cluster"
import { clusterLayer, type WorkerAddress } from "./cluster.ts"
import { consumeGroups } from "./consume.ts"
import { IsWorker } from "./share.ts"

/** Before a duty that failed is taken up again. */
const afterFailure = "5 seconds"

/**
 * Works until it is stopped.
 *
 * @param triggers runs the jobs at their times; one worker at a time does it. Null: this one never does.
 */
export const work = <E extends { readonly message: string }, R>(
  address: WorkerAddress,
  triggers: Effect.Effect<unknown, E, R> | null
) =>
  Effect.gen(function* () {
    if (triggers === null) return yield* consumeGroups
    const outside = yield* Effect.context<R>()
    const duty = triggers.pipe(
      Effect.provideService(IsWorker, true),
      // Each run has an engine of its own, which must find nothing of the cluster around it.
      Effect.setContext(outside),
      Effect.catch((error) => Effect.logWarning(error.message)),
      Effect.catchDefect((defect) => Effect.logError(`The program has a fault: ${String(defect)}`)),
      Effect.andThen(Effect.sleep(afterFailure)),
      Effect.forever
    )
    const cluster = Singleton.make("triggers", duty).pipe(
      (singleton) => Effect.scoped(Effect.provide(Effect.never, singleton)),
      Effect.provide(clusterLayer(address))
    )
    return yield* Effect.raceFirst(consumeGroups, cluster)
  })
