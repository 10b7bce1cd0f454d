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
import { Effect, Layer } from "effect"
import { Agent } from "undici"
import { VisitConfig } from "../src/ingest/visit/config.ts"
import { Visitor } from "../src/ingest/visit/visitor.ts"
import { measure, median, plainLoop, type Sample, startServer } from "./measure.ts"

const hosts = 100
const perHost = 10
const rounds = 7
const concurrency = 32
const etag = '"v1"'

const names = Array.from({ length: hosts }, (_, index) => `h${index}.example`)

const queue = Array.from({ length: perHost }, () => names).flat()

const run = async (): Promise<void> => {
  const server = await startServer()
  const { port } = server
  const agent = new Agent({
    connect: { lookup: (_name, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
    connections: 1
  })
  const plain = () => plainLoop(agent, port, queue, concurrency)
  const visitAll = Effect.gen(function* () {
    const visitor = yield* Visitor
    const results = yield* Effect.forEach(
      queue,
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
          yield* Effect.promise(() => measure(server, visits)),
          yield* Effect.promise(() => measure(server, plain))
        ])
      }
      return pairs
    }).pipe(Effect.provide(Visitor.layerNoDeps.pipe(Layer.provide(settings))))
  )
  await agent.destroy()
  await server.worker.terminate()
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

await run()
