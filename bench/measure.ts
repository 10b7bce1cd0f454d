/**
 * Measuring against a server in a thread of this process: wall time, and processor time without the server's.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
import { once } from "node:events"
import { Worker } from "node:worker_threads"
import { Schema } from "effect"
import type { Agent } from "undici"

export interface Sample {
  readonly seconds: number
  /** Milliseconds of user and system time. */
  readonly cpu: number
  /** Requests that reached the server. */
  readonly requests: number
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

const Used = Schema.Struct({ cpu: Schema.Finite, requests: Schema.Int })
const decodeUsed = Schema.decodeUnknownSync(Used)

/** Round trip to the server's thread, which answers with its own processor time in milliseconds. */
const serverUse = async (worker: Worker): Promise<typeof Used.Type> => {
  worker.postMessage("use")
  const [used]: ReadonlyArray<unknown> = await once(worker, "message")
  return decodeUsed(used)
}

/** What the work costs, the server's thread left out. */
export const measure = async ({ worker }: Server, work: () => Promise<void>): Promise<Sample> => {
  const serverBefore = await serverUse(worker)
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const serverAfter = await serverUse(worker)
  return {
    cpu: (user + system) / 1000 - (serverAfter.cpu - serverBefore.cpu),
    requests: serverAfter.requests - serverBefore.requests,
    seconds
  }
}

export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Conditional requests for `/feed` of each name, each name with a connection of its own, and nothing more.
 *
 * @param robots ask for each name's robots.txt first, as whoever meets a host for the first time must
 */
export const plainLoop = async (
  agent: Agent,
  port: number,
  names: ReadonlyArray<string>,
  concurrency: number,
  robots = false
): Promise<void> => {
  const queue = [...names]
  const get = async (name: string, path: string) => {
    const { body } = await agent.request({
      headers: { "if-none-match": '"v1"', "user-agent": "plain" },
      method: "GET",
      origin: `http://${name}:${port}`,
      path
    })
    await body.dump()
  }
  const loop = async () => {
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (robots) await get(name, "/robots.txt")
      await get(name, "/feed")
    }
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
}
