/**
 * Memory of a large import: one feed of 10,000 items on loopback, each a page of its own, taken in whole.
 *
 * Prints one line of JSON: processor time, and the largest resident memory of the process in megabytes, while
 * items are read and afterwards, when sites are learnt and all is consolidated. The server is a process of its
 * own. Limit: 400, with the flags with which the command line starts (package.json).
 *
 * Usage: node --max-semi-space-size=8 --heap-growing-percent=40 bench/items.ts [number of items, 10000 if not given]
 */
import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer } from "effect"
import { HttpUrl, InitiativeId, SourceId } from "../src/domain/index.ts"
import { VisitConfig } from "../src/ingest/visit/config.ts"
import { Visitor } from "../src/ingest/visit/visitor.ts"
import { importRun, RunEvents } from "../src/jobs/polling.ts"
import { Normalizer } from "../src/normalize/normalizer.ts"
import { Initiatives, Sources, Store } from "../src/store/index.ts"

const items = Number(process.argv[2] ?? 10_000)
const id = InitiativeId.make("norvia-igf")
const server = fork(new URL("unchanged-server.ts", import.meta.url), { execArgv: [] })
const [port]: ReadonlyArray<unknown> = await once(server, "message")
const directory = mkdtempSync(join(tmpdir(), "tributary-items-"))
const settings = VisitConfig.layerWith({
  allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
  connectTo: new Map([["h0.example", { address: "127.0.0.1", port: Number(port) }]]),
  hostDelay: 0
})

const program = Effect.gen(function* () {
  yield* (yield* Initiatives).upsert([
    {
      id,
      name: "Norvia IGF",
      type: "national",
      country: null,
      unGroups: ["WEOG"],
      languages: [],
      website: null,
      evidenceUrl: null
    }
  ])
  const sources = yield* Sources
  yield* sources.upsert([
    {
      id: SourceId.make("norvia-igf/feed"),
      initiativeId: id,
      kind: "feed",
      url: HttpUrl.make(`http://h0.example/feed?items=${items}`),
      status: "approved",
      verified: true,
      validFrom: null,
      validUntil: null,
      options: {}
    }
  ])
  return yield* importRun({ sources: yield* sources.list(), trigger: "manual", recheck: "due" })
})

let phase: "reading" | "consolidating" = "reading"
const largest = { reading: 0, consolidating: 0 }
const look = () => (largest[phase] = Math.max(largest[phase], process.memoryUsage.rss()))
const watch = setInterval(look, 100)
const events = RunEvents.of({
  publish: (event) =>
    Effect.sync(() => {
      look()
      if (event._tag === "Consolidating") phase = "consolidating"
    })
})
const before = process.cpuUsage()
const start = performance.now()
const report = await Effect.runPromise(
  program.pipe(
    Effect.provideService(RunEvents, events),
    Effect.provide(
      Layer.merge(
        Layer.merge(Visitor.layerNoDeps.pipe(Layer.provide(settings)), Normalizer.layer),
        Store.layer({ directory })
      )
    )
  )
)
look()
const { user, system } = process.cpuUsage(before)
const cpu = (user + system) / 1000
const seconds = (performance.now() - start) / 1000
clearInterval(watch)
server.disconnect()
rmSync(directory, { recursive: true, force: true })
console.log(
  JSON.stringify({
    bench: "items",
    items,
    outputs: report.sources[0]?.newOutputs,
    statements: report.statements,
    cpuMillisPerItem: Number((cpu / items).toFixed(1)),
    itemsPerSecond: Math.round(items / seconds),
    largestResidentMegabytes: {
      reading: Math.round(largest.reading / 1024 / 1024),
      consolidating: Math.round(largest.consolidating / 1024 / 1024)
    }
  })
)
