/**
 * The thread that reads PDF and DOCX files: libraries that a hostile file can hold up or exhaust run here, where
 * they can be stopped. It gets one file in `workerData` and posts one `WorkerAnswer`.
 */
import { parentPort, workerData } from "node:worker_threads"
import { Schema } from "effect"
import { readDocxHtml } from "./docx/read.ts"
import { readPdf } from "./pdf/read.ts"
import { WorkerTask, type WorkerAnswer } from "./worker-protocol.ts"

const task = Schema.decodeUnknownSync(WorkerTask)(workerData)

const answer: WorkerAnswer =
  task.format === "pdf" ? await readPdf(task.bytes) : await readDocxHtml(task.bytes)

// The port of a thread has no origin; the rule means windows.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(answer)
