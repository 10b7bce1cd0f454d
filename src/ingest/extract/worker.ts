/**
 * The thread that reads PDF and DOCX files: libraries that a hostile file can hold up or exhaust run here, where
 * they can be stopped. It gets one file in `workerData` and posts one `WorkerAnswer`.
 *
 * A thread begins empty for every file, so it loads only what reads this one, compiled before where possible.
 */
import { enableCompileCache } from "node:module"
import { parentPort, workerData } from "node:worker_threads"
import type { WorkerAnswer, WorkerTask } from "./worker-protocol.ts"

enableCompileCache()

const isTask = (data: unknown): data is WorkerTask =>
  typeof data === "object" &&
  data !== null &&
  "format" in data &&
  (data.format === "pdf" || data.format === "docx") &&
  "bytes" in data &&
  data.bytes instanceof Uint8Array

const read = async (task: unknown): Promise<WorkerAnswer> => {
  if (!isTask(task)) throw new TypeError("The thread was given no PDF and no Word file.")
  if (task.format === "pdf") return (await import("./pdf/read.ts")).readPdf(task.bytes)
  return (await import("./docx/read.ts")).readDocxHtml(task.bytes)
}

const answer = await read(workerData)

// The port of a thread has no origin; the rule means windows.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(answer)
