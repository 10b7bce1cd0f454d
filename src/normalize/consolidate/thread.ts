/**
 * Consolidation beside the process: in a thread of its own, so that the process goes on answering. What is compared
 * comes in parts, and the thread ends with the scope, when the work is cancelled too.
 */
import { Worker } from "node:worker_threads"
import { Array, Cause, Effect, Queue, Schema, Stream } from "effect"
import type { Cluster, Output, StatementMark, StatementToCompare } from "../../domain/index.ts"
import type { StandingDecisions } from "../reviews.ts"
import { type ConsolidatedStore, consolidateAll } from "./all.ts"
import type { Stage } from "./progress.ts"
import { Answer, type Told } from "./worker-protocol.ts"

/** The thread that sets statements beside each other has failed. */
export class ConsolidationError extends Schema.TaggedError<ConsolidationError>()("ConsolidationError", {
  message: Schema.String
}) {}

/** So few statements are set beside each other within two tenths of a second, before a thread would have started. */
const few = 500

/** Outputs told at one time. */
const outputsAtOnce = 500

/** Longest time without any word from the thread. */
const longestSilence = "10 minutes"

/** Compiled files end in .js, sources in .ts; the thread's file stands beside this one. */
const workerFile = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url)

const failed = (cause: unknown): ConsolidationError => {
  const isMemory =
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    cause.code === "ERR_WORKER_OUT_OF_MEMORY"
  return new ConsolidationError({
    message: isMemory
      ? "There is too little memory to set all statements beside each other: give the program more (100,000 statements take about 1 GB)."
      : `Setting all statements beside each other has failed: ${cause instanceof Error ? cause.message : String(cause)}.`
  })
}

const decodeAnswer = Schema.decodeUnknownEffect(Answer)

/** A thread, for the life of the scope. */
const startThread = Effect.gen(function* () {
  const answers = yield* Queue.unbounded<unknown, ConsolidationError>()
  const fail = (cause: unknown) => Queue.failCauseUnsafe(answers, Cause.fail(failed(cause)))
  const worker = yield* Effect.acquireRelease(
    Effect.sync(() => {
      const started = new Worker(workerFile)
      started.on("message", (message: unknown) => Queue.offerUnsafe(answers, message))
      started.once("error", fail)
      started.once("exit", () => fail("the thread ended before its work"))
      return started
    }),
    (started) => Effect.promise(() => started.terminate())
  )
  const next = Queue.take(answers).pipe(
    Effect.timeoutOrElse({
      duration: longestSilence,
      orElse: () => Effect.fail(failed("nothing was heard of the thread for ten minutes"))
    }),
    Effect.flatMap(decodeAnswer),
    Effect.catchTag("SchemaError", (error) => Effect.fail(failed(error)))
  )
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  const tell = (told: Told) => Effect.sync(() => worker.postMessage(told))
  return { next, tell, give: (told: Told) => Effect.andThen(tell(told), next) }
})

/** Takes what the thread finds until it is done. */
const takeFindings = Effect.fnUntraced(function* <E>(
  next: Effect.Effect<Answer, E>,
  onProgress: (stage: Stage, percent: number) => Effect.Effect<void>
) {
  const changedOutputs: Array<Output> = []
  const marks: Array<StatementMark> = []
  const clusters: Array<Cluster> = []
  for (;;) {
    const answer = yield* next
    switch (answer._tag) {
      case "Progress":
        yield* onProgress(answer.stage, answer.percent)
        break
      case "ChangedOutputs":
        changedOutputs.push(...answer.outputs)
        break
      case "Marks":
        marks.push(...answer.marks)
        break
      case "Clusters":
        clusters.push(...answer.clusters)
        break
      case "Done":
        return { changedOutputs, marks, clusters, statements: answer.statements } satisfies ConsolidatedStore
      case "Taken":
        break
    }
    // Answers that wait already are not taken at one go.
    yield* Effect.yieldNow
  }
})

/** What `consolidateAll` gives, found in a thread unless there are few statements. */
export const consolidateBeside = Effect.fn("consolidateBeside")(function* <E, R>(
  outputs: ReadonlyArray<Output>,
  statements: Stream.Stream<ReadonlyArray<StatementToCompare>, E, R>,
  standing: StandingDecisions,
  onProgress: (stage: Stage, percent: number) => Effect.Effect<void> = () => Effect.void
) {
  const held: Array<StatementToCompare> = []
  let thread: Effect.Success<typeof startThread> | undefined
  yield* Stream.runForEach(
    statements,
    Effect.fnUntraced(function* (some) {
      held.push(...some)
      if (thread === undefined && held.length <= few) return
      thread ??= yield* startThread
      yield* thread.give({ _tag: "Statements", statements: held })
      held.length = 0
    })
  )
  if (thread === undefined) return consolidateAll(outputs, held, standing)
  const { give, next, tell } = thread
  yield* Effect.forEach(
    Array.chunksOf(outputs, outputsAtOnce),
    (some) => give({ _tag: "Outputs", outputs: some }),
    { discard: true }
  )
  yield* tell({ _tag: "Begin", standing })
  return yield* takeFindings(next, onProgress)
}, Effect.scoped)
