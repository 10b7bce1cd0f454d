/**
 * Memory of a large import: one feed of 10,000 items on loopback, each a page of its own, taken in whole.
 *
 * Prints one line of JSON: items a second, and the largest resident memory of the process (megabytes; the
 * server's thread included). Limit: 400.
 *
 * Usage: node bench/items.ts [number of items, 10000 if not given]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer } from "effect"
import { HttpUrl, InitiativeId, SourceId } from "../src/domain/index.ts"
import { VisitConfig } from "../src/ingest/visit/config.ts"
import { Visitor } from "../src/ingest/visit/visitor.ts"
import { importRun } from "../src/jobs/index.ts"
import { Normalizer } from "../src/normalize/normalizer.ts"
import { Initiatives, Sources, Store } from "../src/store/index.ts"
import { startServer } from "./measure.ts"

const items = Number(process.argv[2] ?? 10_000)
const id = InitiativeId.make("norvia-igf")
const server = await startServer()
const directory = mkdtempSync(join(tmpdir(), "tributary-items-"))
const settings = VisitConfig.layerWith({
  allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
  connectTo: new Map([["h0.example", { address: "127.0.0.1", port: server.port }]]),
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

let largest = 0
const watch = setInterval(() => (largest = Math.max(largest, process.memoryUsage.rss())), 100)
const start = performance.now()
const report = await Effect.runPromise(
  program.pipe(
    Effect.provide(
      Layer.merge(
        Layer.merge(Visitor.layerNoDeps.pipe(Layer.provide(settings)), Normalizer.layer),
        Store.layer({ directory })
      )
    )
  )
)
const seconds = (performance.now() - start) / 1000
clearInterval(watch)
await server.worker.terminate()
rmSync(directory, { recursive: true, force: true })
console.log(
  JSON.stringify({
    bench: "items",
    items,
    outputs: report.sources[0]?.newOutputs,
    statements: report.statements,
    itemsPerSecond: Math.round(items / seconds),
    largestResidentMegabytes: Math.round(largest / 1024 / 1024)
  })
)
