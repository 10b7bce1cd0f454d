/**
 * Cost of a poll: an import of 1,000 feeds on 1,000 hosts, all unchanged (304), with everything that an
 * import does (state, visits recorded, items looked up, consolidation), beside a plain undici loop that
 * makes the same requests and keeps nothing. One process, the same server, alternating rounds.
 *
 * Prints one line of JSON: sources a second, CPU milliseconds a source, and the ratio of the two.
 *
 * Usage: node bench/poll.ts [number of sources, 1000 if not given]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer } from "effect"
import { Agent } from "undici"
import { HttpUrl, InitiativeId, SourceId } from "../src/domain/index.ts"
import { VisitConfig } from "../src/ingest/visit/config.ts"
import { Visitor } from "../src/ingest/visit/visitor.ts"
import { importRun } from "../src/jobs/index.ts"
import { Normalizer } from "../src/normalize/normalizer.ts"
import { Initiatives, Sources, Store } from "../src/store/index.ts"
import { measure, median, plainLoop, type Sample, startServer } from "./measure.ts"

const total = Number(process.argv[2] ?? 1000)
const rounds = 5
const names = Array.from({ length: total }, (_, index) => `h${index}.example`)

const register = Effect.gen(function* () {
  yield* (yield* Initiatives).upsert(
    names.map((name, index) => ({
      id: InitiativeId.make(`igf-${index}`),
      name: `IGF of ${name}`,
      type: "national",
      country: null,
      unGroups: ["WEOG"],
      languages: [],
      website: null,
      evidenceUrl: null
    }))
  )
  yield* (yield* Sources).upsert(
    names.map((name, index) => ({
      id: SourceId.make(`igf-${index}/feed`),
      initiativeId: InitiativeId.make(`igf-${index}`),
      kind: "feed",
      url: HttpUrl.make(`http://${name}/feed`),
      status: "approved",
      verified: true,
      validFrom: null,
      validUntil: null,
      options: {}
    }))
  )
})

const poll = Effect.gen(function* () {
  const sources = yield* (yield* Sources).list()
  // Items are new today: with "due" none of them is asked for again, only the feeds are.
  const report = yield* importRun({ sources, trigger: "schedule", recheck: "due" })
  const failed = report.sources.find(({ outcome }) => outcome !== "ok" && outcome !== "not-modified")
  if (failed !== undefined) throw new Error(failed.message)
})

const server = await startServer()
const agent = new Agent({
  connect: { lookup: (_name, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
  connections: 1
})
const directory = mkdtempSync(join(tmpdir(), "tributary-poll-"))
const settings = VisitConfig.layerWith({
  allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
  connectTo: new Map(names.map((name) => [name, { address: "127.0.0.1", port: server.port }])),
  hostDelay: 0
})
const services = Layer.merge(
  Layer.merge(Visitor.layerNoDeps.pipe(Layer.provide(settings)), Normalizer.layer),
  Store.layer({ directory })
)

const plain = () => plainLoop(agent, server.port, names, 32)

const samples = await Effect.runPromise(
  Effect.gen(function* () {
    const context = yield* Effect.context<Layer.Success<typeof services>>()
    const polled = () => Effect.runPromiseWith(context)(poll)
    yield* register
    yield* Effect.promise(polled)
    yield* Effect.promise(plain)
    const pairs: Array<readonly [Sample, Sample]> = []
    for (let round = 0; round < rounds; round++) {
      pairs.push([
        yield* Effect.promise(() => measure(server, polled)),
        yield* Effect.promise(() => measure(server, plain))
      ])
    }
    return pairs
  }).pipe(Effect.provide(services))
)
await agent.destroy()
await server.worker.terminate()
rmSync(directory, { recursive: true, force: true })

const figures = (pick: (pair: readonly [Sample, Sample]) => Sample) => ({
  cpuMillisPerSource: Number((median(samples.map((pair) => pick(pair).cpu)) / total).toFixed(3)),
  sourcesPerSecond: Math.round(total / median(samples.map((pair) => pick(pair).seconds)))
})
const tributary = figures(([sample]) => sample)
const undici = figures(([, sample]) => sample)
const cpuRatio = Number((tributary.cpuMillisPerSource / undici.cpuMillisPerSource).toFixed(2))
const residentMegabytes = Math.round(process.memoryUsage.rss() / 1024 / 1024)
console.log(
  JSON.stringify({ bench: "poll", sources: total, rounds, cpuRatio, tributary, undici, residentMegabytes })
)
