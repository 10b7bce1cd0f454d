/**
 * Cost of a visit: 1,000 conditional requests to hosts that have not changed, through the Visitor and in a
 * plain undici loop, in one process and against the same server (which runs in a thread of its own).
 *
 * Prints one line of JSON: requests per second, CPU milliseconds for each request (user and system of this
 * process less the server's thread) and their ratio; the median of several rounds that alternate. Both sides
 * have visited each host once before, so connections stand and robots.txt is known.
 *
 * Usage: node bench/visit.ts
 */
// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin
import { once } from "node:events"
import { createServer } from "node:http"
import { isMainThread, parentPort, Worker } from "node:worker_threads"
import { Effect, Layer } from "effect"
import { Agent } from "undici"
import { VisitConfig } from "../src/ingest/visit/config.ts"
import { Visitor } from "../src/ingest/visit/visitor.ts"

const hosts = 100
const perHost = 10
const rounds = 7
const concurrency = 32
const etag = '"v1"'

/** Round trip to the server's thread, which answers with its own CPU time in milliseconds. */
const serverCpu = async (worker: Worker): Promise<number> => {
  worker.postMessage("cpu")
  const [millis]: ReadonlyArray<unknown> = await once(worker, "message")
  return Number(millis)
}

interface Sample {
  readonly seconds: number
  readonly cpu: number
}

const measure = async (worker: Worker, work: () => Promise<void>): Promise<Sample> => {
  const serverBefore = await serverCpu(worker)
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000 - ((await serverCpu(worker)) - serverBefore), seconds }
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const names = Array.from({ length: hosts }, (_, index) => `h${index}.example`)

/** The same requests to the same names, each name with a connection of its own. */
const plainLoop = async (agent: Agent, port: number): Promise<void> => {
  const queue = Array.from({ length: perHost }, () => names).flat()
  const loop = async () => {
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const { body } = await agent.request({
        headers: { "if-none-match": etag, "user-agent": "plain" },
        method: "GET",
        origin: `http://${name}:${port}`,
        path: "/feed"
      })
      await body.dump()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
}

const run = async (): Promise<void> => {
  const worker = new Worker(new URL(import.meta.url))
  const [first]: ReadonlyArray<unknown> = await once(worker, "message")
  const port = Number(first)
  const agent = new Agent({
    connect: { lookup: (_name, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
    connections: 1
  })
  const plain = () => plainLoop(agent, port)
  const visitAll = Effect.gen(function* () {
    const visitor = yield* Visitor
    const urls = Array.from({ length: perHost }, () => names).flat()
    const results = yield* Effect.forEach(
      urls,
      (name) => visitor.visit({ etag, purpose: "source", url: `http://${name}/feed` }),
      { concurrency }
    )
    const failed = results.find(({ outcome }) => outcome !== "not-modified")
    if (failed !== undefined) throw new Error(failed.message)
  })
  const settings = VisitConfig.layerWith({
    allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
    concurrency,
    connectTo: new Map(names.map((name) => [name, { address: "127.0.0.1", port }])),
    hostDelay: 0
  })
  const samples = await Effect.runPromise(
    Effect.gen(function* () {
      const services = yield* Effect.context<Visitor>()
      const visits = () => Effect.runPromiseWith(services)(visitAll)
      yield* Effect.promise(visits)
      yield* Effect.promise(plain)
      const pairs: Array<readonly [Sample, Sample]> = []
      for (let round = 0; round < rounds; round++) {
        pairs.push([
          yield* Effect.promise(() => measure(worker, visits)),
          yield* Effect.promise(() => measure(worker, plain))
        ])
      }
      return pairs
    }).pipe(Effect.provide(Visitor.layerNoDeps.pipe(Layer.provide(settings))))
  )
  await agent.destroy()
  await worker.terminate()
  const requests = hosts * perHost
  const figures = (pick: (pair: readonly [Sample, Sample]) => Sample) => ({
    cpuMillisPerRequest: Number((median(samples.map((pair) => pick(pair).cpu)) / requests).toFixed(3)),
    requestsPerSecond: Math.round(requests / median(samples.map((pair) => pick(pair).seconds)))
  })
  const visitor = figures(([sample]) => sample)
  const undici = figures(([, sample]) => sample)
  const cpuRatio = Number((visitor.cpuMillisPerRequest / undici.cpuMillisPerRequest).toFixed(2))
  console.log(JSON.stringify({ bench: "visit", cpuRatio, hosts, requests, rounds, undici, visitor }))
}

if (isMainThread) {
  await run()
} else {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/robots.txt" ? 404 : 304, { etag }).end()
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    parentPort?.postMessage(typeof address === "object" ? address?.port : 0)
  })
  parentPort?.on("message", () => {
    const { user, system } = process.threadCpuUsage()
    parentPort?.postMessage((user + system) / 1000)
  })
}
