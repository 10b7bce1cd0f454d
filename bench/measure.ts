/**
 * Measuring against a server in a thread of this process: wall time, and processor time without the server's.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
import { once } from "node:events"
import { Worker } from "node:worker_threads"
import type { Agent } from "undici"

export interface Sample {
  readonly seconds: number
  /** Milliseconds of user and system time. */
  readonly cpu: number
}

export interface Server {
  readonly worker: Worker
  readonly port: number
}

/** Starts `unchanged-server.ts`. */
export const startServer = async (): Promise<Server> => {
  const worker = new Worker(new URL("unchanged-server.ts", import.meta.url))
  const [port]: ReadonlyArray<unknown> = await once(worker, "message")
  return { worker, port: Number(port) }
}

/** Round trip to the server's thread, which answers with its own processor time in milliseconds. */
const serverCpu = async (worker: Worker): Promise<number> => {
  worker.postMessage("cpu")
  const [millis]: ReadonlyArray<unknown> = await once(worker, "message")
  return Number(millis)
}

/** What the work costs, the server's thread left out. */
export const measure = async ({ worker }: Server, work: () => Promise<void>): Promise<Sample> => {
  const serverBefore = await serverCpu(worker)
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000 - ((await serverCpu(worker)) - serverBefore), seconds }
}

export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Conditional requests for `/feed` of each name, each name with a connection of its own, and nothing more. */
export const plainLoop = async (
  agent: Agent,
  port: number,
  names: ReadonlyArray<string>,
  concurrency: number
): Promise<void> => {
  const queue = [...names]
  const loop = async () => {
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const { body } = await agent.request({
        headers: { "if-none-match": '"v1"', "user-agent": "plain" },
        method: "GET",
        origin: `http://${name}:${port}`,
        path: "/feed"
      })
      await body.dump()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
}
