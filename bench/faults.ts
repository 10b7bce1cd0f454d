/**
 * Whether bad servers hold up good ones: a poll of 850 unchanged feeds alone, and the same poll together with
 * 50 hosts that answer after 30 seconds, 50 that fail (500) and 50 whose answer never ends.
 *
 * Prints one line of JSON: seconds until the last healthy source is done, alone and among the others, and the
 * ratio (medians of rounds that alternate). Each round is a new process's: connections and robots.txt anew.
 * A round ends when the healthy ones are done. All hosts have been met once before, in a poll that is not
 * counted and lasts half a minute. Goal: within 10 per cent.
 *
 * Usage: node bench/faults.ts [number of sources, 1000 if not given]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Deferred, Effect, Layer } from "effect"
import { HttpUrl, InitiativeId, SourceId } from "../src/domain/index.ts"
import { VisitConfig } from "../src/ingest/visit/config.ts"
import { Visitor } from "../src/ingest/visit/visitor.ts"
import { importRun, RunEvents } from "../src/jobs/polling.ts"
import { Normalizer } from "../src/normalize/normalizer.ts"
import { Initiatives, Sources, Store } from "../src/store/index.ts"
import { median, startServer } from "./measure.ts"

const total = Number(process.argv[2] ?? 1000)
const rounds = 7
const kinds = ["slow", "failing", "endless"]

/** Of each twenty hosts one is slow, one fails, one never ends. */
const names = Array.from({ length: total }, (_, index) => {
  const kind = kinds[index % 20]
  return kind === undefined ? `h${index}.example` : `${kind}-${index}.example`
})
const isHealthy = (name: string): boolean => name.startsWith("h")
const idOf = (name: string) => InitiativeId.make(name.replace(".example", ""))

const register = Effect.gen(function* () {
  yield* (yield* Initiatives).upsert(
    names.map((name) => ({
      id: idOf(name),
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
    names.map((name) => ({
      id: SourceId.make(`${idOf(name)}/feed`),
      initiativeId: idOf(name),
      kind: "feed",
      url: HttpUrl.make(`http://${name}/feed?items=1`),
      status: "approved",
      verified: true,
      validFrom: null,
      validUntil: null,
      options: {}
    }))
  )
})

const server = await startServer()
const directory = mkdtempSync(join(tmpdir(), "tributary-faults-"))
const visitor = Visitor.layerNoDeps.pipe(
  Layer.provide(
    VisitConfig.layerWith({
      allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
      connectTo: new Map(names.map((name) => [name, { address: "127.0.0.1", port: server.port }])),
      hostDelay: 0,
      visitTimeout: 31_000
    })
  )
)

/** Seconds until the last healthy source is done. */
const poll = Effect.fnUntraced(function* (withFaults: boolean, toTheEnd = false) {
  const all = yield* (yield* Sources).list()
  const healthy = all.filter(({ id }) => isHealthy(id))
  const allDone = yield* Deferred.make<number>()
  const start = performance.now()
  let left = healthy.length
  const events = RunEvents.of({
    publish: (event) =>
      event._tag === "SourceFinished" && isHealthy(event.report.sourceId) && --left === 0
        ? Effect.asVoid(Deferred.succeed(allDone, (performance.now() - start) / 1000))
        : Effect.void
  })
  const sources = withFaults ? all : healthy
  const run = importRun({ sources, trigger: "schedule", recheck: "due" }).pipe(
    Effect.provideService(RunEvents, events),
    Effect.provide(Layer.fresh(visitor))
  )
  yield* toTheEnd ? run : Effect.raceFirst(run, Deferred.await(allDone))
  return yield* Deferred.await(allDone)
})

const program = Effect.gen(function* () {
  yield* register
  yield* poll(true, true)
  yield* poll(false)
  const alone: Array<number> = []
  const among: Array<number> = []
  for (let round = 0; round < rounds; round++) {
    alone.push(yield* poll(false))
    among.push(yield* poll(true))
  }
  return { alone: median(alone), among: median(among) }
})

const { alone, among } = await Effect.runPromise(
  Effect.provide(program, Layer.merge(Normalizer.layer, Store.layer({ directory })))
)
await server.worker.terminate()
rmSync(directory, { recursive: true, force: true })
console.log(
  JSON.stringify({
    bench: "faults",
    sources: total,
    rounds,
    healthySeconds: { alone: Number(alone.toFixed(3)), among: Number(among.toFixed(3)) },
    ratio: Number((among / alone).toFixed(2))
  })
)
