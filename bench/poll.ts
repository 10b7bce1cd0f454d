/**
 * Cost of a poll: an import of 1,000 feeds on 1,000 hosts, all unchanged (304), with everything that an
 * import does (robots.txt, state, visits recorded), beside a plain undici loop that makes the same requests
 * and keeps nothing. One process, one server, rounds that alternate.
 *
 * - `first`: what one import does. Each round opens its connections and asks each host for robots.txt.
 * - `again`: a second poll at once in the same process: connections stand, robots.txt is known.
 *
 * Modules and the taxonomy are loaded before the first round, and one round of each is not counted; what
 * loading costs stands apart. Prints one line of JSON: processor milliseconds a source (the server's thread
 * left out), requests a second, and the ratio of the two.
 *
 * Usage: node bench/poll.ts [number of sources, 1000 if not given]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Layer as Layers } from "effect"

const beforeStart = process.cpuUsage()
const { Context, Effect, Layer } = await import("effect")
const { Agent } = await import("undici")
const { HttpUrl, InitiativeId, SourceId } = await import("../src/domain/index.ts")
const { VisitConfig } = await import("../src/ingest/visit/config.ts")
const { Visitor } = await import("../src/ingest/visit/visitor.ts")
const { importRun } = await import("../src/jobs/polling.ts")
const { Normalizer } = await import("../src/normalize/normalizer.ts")
const { Initiatives, Runs, Sources, Store, Visits } = await import("../src/store/index.ts")
const { measure, median, plainLoop, startServer } = await import("./measure.ts")
type Sample = Awaited<ReturnType<typeof measure>>

const total = Number(process.argv[2] ?? 1000)
const rounds = 7
const concurrency = 128
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

/** One import. Items are new today: with "due" none of them is asked for again, only the feeds are. */
const poll = Effect.gen(function* () {
  const sources = yield* (yield* Sources).list()
  const report = yield* importRun({ sources, trigger: "schedule", recheck: "due" })
  const failed = report.sources.find(({ outcome }) => outcome !== "ok" && outcome !== "not-modified")
  if (failed !== undefined) throw new Error(failed.message)
})

/** Fails unless the last poll left a visit and a state of each source. */
const checkRecords = Effect.gen(function* () {
  const runs = yield* (yield* Runs).list(1)
  for (const { id } of runs) {
    const visits = (yield* (yield* Visits).byRun(id)).filter(({ purpose }) => purpose === "source")
    if (visits.length !== total || visits.some(({ outcome }) => outcome !== "not-modified"))
      throw new Error(`${visits.length} visits of ${total} sources were recorded`)
  }
  const states = yield* (yield* Sources).states
  if (states.length !== total) throw new Error(`${states.length} states of ${total} sources were kept`)
})

const server = await startServer()
const directory = mkdtempSync(join(tmpdir(), "tributary-poll-"))
const visitor = Visitor.layerNoDeps.pipe(
  Layer.provide(
    VisitConfig.layerWith({
      allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
      concurrency,
      connectTo: new Map(names.map((name) => [name, { address: "127.0.0.1", port: server.port }])),
      hostDelay: 0
    })
  )
)
const store = Layer.merge(Normalizer.layer, Store.layer({ directory }))

/** A new plain client, and what ends it. */
const plainClient = () =>
  new Agent({
    connect: { lookup: (_name, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
    connections: 1
  })

interface Pair {
  readonly tributary: Sample
  readonly undici: Sample
}

const program = Effect.gen(function* () {
  const context = yield* Effect.context<Layers.Success<typeof store>>()
  yield* register
  const first = () => Effect.runPromiseWith(context)(poll.pipe(Effect.provide(Layer.fresh(visitor))))
  const plainFirst = async () => {
    const agent = plainClient()
    await plainLoop(agent, server.port, names, concurrency, true)
    await agent.destroy()
  }
  yield* Effect.promise(first)
  yield* Effect.promise(plainFirst)
  const firsts: Array<Pair> = []
  for (let round = 0; round < rounds; round++) {
    firsts.push({
      tributary: yield* Effect.promise(() => measure(server, first)),
      undici: yield* Effect.promise(() => measure(server, plainFirst))
    })
  }
  yield* checkRecords

  const agent = yield* Effect.acquireRelease(Effect.sync(plainClient), (one) =>
    Effect.promise(() => one.destroy())
  )
  const standing = Context.merge(context, yield* Layer.build(visitor))
  const again = () => Effect.runPromiseWith(standing)(poll)
  const plainAgain = () => plainLoop(agent, server.port, names, concurrency)
  yield* Effect.promise(again)
  yield* Effect.promise(plainAgain)
  const agains: Array<Pair> = []
  for (let round = 0; round < rounds; round++) {
    agains.push({
      tributary: yield* Effect.promise(() => measure(server, again)),
      undici: yield* Effect.promise(() => measure(server, plainAgain))
    })
  }
  yield* checkRecords
  return { first: firsts, again: agains }
}).pipe(Effect.scoped)

const start = process.cpuUsage(beforeStart)
const samples = await Effect.runPromise(Effect.provide(program, store))
await server.worker.terminate()
rmSync(directory, { recursive: true, force: true })

const figures = (pairs: ReadonlyArray<Pair>) => {
  const of = (pick: (pair: Pair) => Sample) => ({
    cpuMillisPerSource: Number((median(pairs.map((pair) => pick(pair).cpu)) / total).toFixed(3)),
    requests: median(pairs.map((pair) => pick(pair).requests)),
    requestsPerSecond: Math.round(median(pairs.map((pair) => pick(pair).requests / pick(pair).seconds)))
  })
  const tributary = of((pair) => pair.tributary)
  const undici = of((pair) => pair.undici)
  const cpuRatio = Number((tributary.cpuMillisPerSource / undici.cpuMillisPerSource).toFixed(2))
  return { cpuRatio, tributary, undici }
}
console.log(
  JSON.stringify({
    bench: "poll",
    sources: total,
    rounds,
    first: figures(samples.first),
    again: figures(samples.again),
    startCpuMillis: Math.round((start.user + start.system) / 1000),
    residentMegabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024)
  })
)
