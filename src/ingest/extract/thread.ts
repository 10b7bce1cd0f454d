/**
 * Runs one PDF or DOCX in a thread of its own, with limits on time and memory, and always ends it.
 */
import { Worker } from "node:worker_threads"
import { Effect, Schema, Semaphore } from "effect"
import { ExtractError } from "./error.ts"
import { WorkerAnswer, type WorkerTask } from "./worker-protocol.ts"

/** Threads at one time: each may take some hundred megabytes. */
const threads = Semaphore.makeUnsafe(2)

const timeLimit = "60 seconds"

/** Compiled files end in .js, sources in .ts; the thread's file stands beside this one. */
const workerFile = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url)

const start = (task: WorkerTask): Worker =>
  new Worker(workerFile, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 600 },
    // Libraries print warnings about fonts; they are not for the user.
    stdout: true,
    stderr: true
  })

const broken = (task: WorkerTask): ExtractError =>
  new ExtractError({
    reason: "broken",
    message: `The ${task.format === "pdf" ? "PDF" : "Word file"} cannot be read: it is damaged or made to exhaust the reader; ask for another copy.`
  })

const decodeAnswer = Schema.decodeUnknownEffect(WorkerAnswer)

type Content = Exclude<WorkerAnswer, { readonly kind: "failure" }>

/** Content of the file, or the failure that the reader names; `too-slow` after a minute. */
export const readInThread = Effect.fn("extract.readInThread")(function* (
  task: WorkerTask
): Effect.fn.Return<Content, ExtractError> {
  const received = yield* Effect.acquireUseRelease(
    Effect.sync(() => start(task)),
    (worker) =>
      Effect.callback<unknown, ExtractError>((resume) => {
        worker.once("message", (message: unknown) => resume(Effect.succeed(message)))
        worker.once("error", () => resume(Effect.fail(broken(task))))
        worker.once("exit", () => resume(Effect.fail(broken(task))))
      }),
    (worker) => Effect.promise(() => worker.terminate())
  ).pipe(
    Effect.timeoutOrElse({
      duration: timeLimit,
      orElse: () =>
        Effect.fail(
          new ExtractError({
            reason: "too-slow",
            message: "Reading the file took more than a minute and was stopped; ask for a simpler copy."
          })
        )
    })
  )
  const answer = yield* decodeAnswer(received).pipe(Effect.mapError(() => broken(task)))
  if (answer.kind === "failure")
    return yield* new ExtractError({ reason: answer.reason, message: answer.message })
  return answer
}, threads.withPermits(1))
