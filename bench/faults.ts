/**
 * Whether bad servers hold up good ones: when 850 healthy, unchanged feeds are done in a poll together with 50
 * hosts that answer after 30 seconds, 50 that fail (500) and 50 whose answer never ends.
 *
 * Any 150 hosts more are more work. So the measure is the same 850 among 150 ordinary hosts; what they take
 * alone stands beside it.
 *
 * Prints one line of JSON: seconds until the last of the healthy sources is done, alone, among ordinary and among
 * faulty hosts, and the ratios (medians of rounds that alternate). Each round is a new process's: connections
 * and robots.txt anew. A round ends when the healthy ones are done. All hosts have been met once before, in a
 * poll that is not counted and lasts half a minute. Goal: faulty within 10 per cent of ordinary.
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

/** Of each twenty hosts one is slow, one fails, one never ends; in place of each an ordinary one may stand. */
const names = Array.from({ length: total }, (_, index) => {
  const kind = kinds[index % 20]
  return kind === undefined
    ? [`h${index}.example`]
    : [`${kind}-${index}.example`, `ordinary-${index}.example`]
}).flat()
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

type Company = "alone" | "ordinary" | "faulty"

/** Whether a source takes part in a poll of the healthy ones in such company. */
const takesPart = (id: string, company: Company): boolean => {
  if (isHealthy(id)) return true
  return id.startsWith("ordinary-") ? company === "ordinary" : company === "faulty"
}

/** Seconds until the last healthy source is done. */
const poll = Effect.fnUntraced(function* (company: Company, toTheEnd = false) {
  const sources = (yield* (yield* Sources).list()).filter(({ id }) => takesPart(id, company))
  const allDone = yield* Deferred.make<number>()
  const start = performance.now()
  let left = sources.filter(({ id }) => isHealthy(id)).length
  const events = RunEvents.of({
    publish: (event) =>
      event._tag === "SourceFinished" && isHealthy(event.report.sourceId) && --left === 0
        ? Effect.asVoid(Deferred.succeed(allDone, (performance.now() - start) / 1000))
        : Effect.void
  })
  const run = importRun({ sources, trigger: "schedule", recheck: "due" }).pipe(
    Effect.provideService(RunEvents, events),
    Effect.provide(Layer.fresh(visitor))
  )
  yield* toTheEnd ? run : Effect.raceFirst(run, Deferred.await(allDone))
  return yield* Deferred.await(allDone)
})

const program = Effect.gen(function* () {
  yield* register
  yield* poll("faulty", true)
  yield* poll("ordinary", true)
  yield* poll("alone")
  const seconds: Record<Company, Array<number>> = { alone: [], ordinary: [], faulty: [] }
  for (let round = 0; round < rounds; round++) {
    seconds.alone.push(yield* poll("alone"))
    seconds.ordinary.push(yield* poll("ordinary"))
    seconds.faulty.push(yield* poll("faulty"))
  }
  return { alone: median(seconds.alone), ordinary: median(seconds.ordinary), faulty: median(seconds.faulty) }
})

const { alone, faulty, ordinary } = await Effect.runPromise(
  Effect.provide(program, Layer.merge(Normalizer.layer, Store.layer({ directory })))
)
await server.worker.terminate()
rmSync(directory, { recursive: true, force: true })
console.log(
  JSON.stringify({
    bench: "faults",
    sources: total,
    rounds,
    healthySeconds: {
      alone: Number(alone.toFixed(3)),
      amongOrdinary: Number(ordinary.toFixed(3)),
      amongFaulty: Number(faulty.toFixed(3))
    },
    ratioToOrdinary: Number((faulty / ordinary).toFixed(2)),
    ratioToAlone: Number((faulty / alone).toFixed(2))
  })
)
