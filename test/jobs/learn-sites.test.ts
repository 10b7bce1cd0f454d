/** A site whose theme puts the same boxes into every article, under names that tell nothing. */
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option, Schema } from "effect"
import { RegistryEntry } from "../../src/domain/index.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { VisitConfig, Visitor } from "../../src/ingest/visit/index.ts"
import { checkSource } from "../../src/jobs/check-source.ts"
import { importRun, renormalize } from "../../src/jobs/index.ts"
import { Normalizer } from "../../src/normalize/normalizer.ts"
import { Outputs, Sources, Statements, Store } from "../../src/store/index.ts"

const host = "harbour-igf.example"

const boxes = (index: number): string => `
<div class="k1"><p>Would you like to hear from the Harbour IGF once a month? Leave your address and we will write to you.</p></div>
<div class="k2"><p>The Harbour IGF is carried by the Port Authority, the Lamplight Foundation and the University of Saltmarsh.</p></div>
<div class="k3"><p>This article has been read ${120 + index * 7} times since it was published on this site.</p></div>`

const topics = [
  "tide gauges",
  "ferry tickets",
  "school routers",
  "repair shops",
  "undersea cables",
  "lighthouse data"
]

const article = (index: number): string => {
  const topic = topics[index] ?? ""
  return `<!doctype html><html lang="en"><head><title>Messages on ${topic}</title></head><body><main>
<h1>Messages on ${topic}</h1><h2>Key messages</h2>
<p>The forum met in the customs house on ${index + 2} June 2025 and spoke about ${topic} for a whole afternoon.</p><ol>
<li>Governments should publish what they spend on ${topic}, so that every district can compare it.</li>
<li>Schools and libraries need people who are trained in ${topic} before they are given more devices.</li></ol>
<p>Participants from the outer islands asked that ${topic} be discussed in their own languages next year.</p>
${boxes(index)}</main></body></html>`
}

const feed = (count: number): string => {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `<item><title>Messages on ${topics[index]}</title><link>http://${host}/${index}</link><pubDate>Mon, ${10 + index} Jun 2025 09:00:00 GMT</pubDate></item>`
  )
  return `<rss version="2.0"><channel><title>Harbour IGF</title><link>http://${host}/</link>${items.join("")}</channel></rss>`
}

const entry = Schema.decodeSync(RegistryEntry)({
  initiative: {
    id: "harbour-igf",
    name: "Harbour IGF",
    type: "national",
    country: "XA",
    unGroups: ["African Group"],
    languages: ["en"],
    website: null,
    evidenceUrl: null
  },
  sources: [
    {
      id: "harbour-igf/feed",
      initiativeId: "harbour-igf",
      kind: "feed",
      url: `http://${host}/feed`,
      status: "approved",
      verified: true,
      validFrom: null,
      validUntil: null,
      options: {}
    }
  ]
})

/** A fresh store over the site, which lists as many articles as `list` was told last. */
const site = Effect.gen(function* () {
  let listed = 0
  const server = createServer((request, response) => {
    const path = request.url ?? "/"
    if (path === "/feed") response.setHeader("content-type", "application/rss+xml").end(feed(listed))
    else if (/^\/\d$/.test(path))
      response.setHeader("content-type", "text/html").end(article(Number(path.slice(1))))
    else response.writeHead(404).end()
  })
  const port = yield* Effect.acquireRelease(
    Effect.callback<number>((resume) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        resume(Effect.succeed(address === null || typeof address === "string" ? 0 : address.port))
      })
    }),
    () =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
  )
  const directory = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-site-"))),
    (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
  )
  const settings = VisitConfig.layerWith({
    allowNets: [{ address: "127.0.0.0", family: "ipv4", prefix: 8 }],
    connectTo: new Map([[host, { address: "127.0.0.1", port }]])
  })
  const services = yield* Layer.build(
    Layer.mergeAll(
      Registry.layer,
      Normalizer.layer,
      Visitor.layerNoDeps.pipe(Layer.provideMerge(settings))
    ).pipe(Layer.provideMerge(Store.layer({ directory })))
  )
  yield* Effect.flatMap(Registry, (registry) => registry.add(entry)).pipe(Effect.provide(services))
  const list = (count: number) =>
    Effect.gen(function* () {
      listed = count
      const sources = yield* (yield* Sources).list()
      yield* importRun({ sources, trigger: "manual", recheck: "listed" })
    }).pipe(Effect.provide(services))
  return { list, services }
})

/** Everything derived: versions with their readings, and statements. */
const derived = Effect.gen(function* () {
  const outputs = yield* Outputs
  const versions = yield* Effect.forEach(yield* outputs.list(), ({ id }) =>
    Effect.map(outputs.latestVersion(id), (version) => {
      const { document, reading, sequence } = Option.getOrThrow(version)
      return { document, reading, sequence }
    })
  )
  return { statements: yield* (yield* Statements).list(), versions }
})

/** What the import made of each page, in the words of a preview. */
const told = Effect.gen(function* () {
  const statements = yield* Statements
  return yield* Effect.forEach(yield* (yield* Outputs).list(), ({ id, inDoubt, kind, title }) =>
    Effect.map(statements.count({ outputId: id }), (count) => ({ inDoubt, kind, statements: count, title }))
  )
})

const boxWords = /hear from the Harbour|Lamplight Foundation|has been read/

describe("The boxes that a site puts into every article", () => {
  it.live(
    "are left out once four articles show that they are the site's, and are so after any order of runs",
    () =>
      Effect.gen(function* () {
        const { list, services } = yield* site
        yield* list(3)
        const early = yield* derived.pipe(Effect.provide(services))
        assert.isTrue(early.versions.every(({ document }) => boxWords.test(JSON.stringify(document.blocks))))

        yield* list(6)
        const grown = yield* derived.pipe(Effect.provide(services))
        assert.lengthOf(grown.versions, 6)
        for (const { document, reading, sequence } of grown.versions) {
          assert.notMatch(JSON.stringify(document.blocks), boxWords)
          assert.lengthOf(reading.furniture ?? [], 3)
          assert.include(document.warnings.join(), "3 passage(s) that stand on most pages")
          assert.lengthOf(document.blocks, 5)
          assert.strictEqual(sequence, 1)
        }
        assert.notMatch(JSON.stringify(grown.statements), boxWords)

        // Nothing new: nothing changes. Derived again: the same to the byte.
        yield* list(6)
        assert.deepStrictEqual(yield* derived.pipe(Effect.provide(services)), grown)
        yield* renormalize().pipe(Effect.provide(services))
        assert.strictEqual(
          JSON.stringify(yield* derived.pipe(Effect.provide(services))),
          JSON.stringify(grown)
        )

        // A look beforehand reads as the import does, although it visits only a few pages.
        const { items, visits } = yield* checkSource(`http://${host}/feed`).pipe(Effect.provide(services))
        assert.isAtMost(visits, 6)
        const imported = new Map((yield* told.pipe(Effect.provide(services))).map((own) => [own.title, own]))
        const looked = items.flatMap(({ reading, title }) => (reading === null ? [] : [{ reading, title }]))
        assert.lengthOf(looked, 3)
        for (const { reading, title } of looked) {
          const { inDoubt, kind, statements } = reading
          assert.deepStrictEqual({ inDoubt, kind, statements, title: title ?? "" }, imported.get(title ?? ""))
          assert.notMatch(JSON.stringify(reading.examples), boxWords)
        }

        // All at once gives the same as one after the other.
        const other = yield* site
        yield* other.list(6)
        assert.deepStrictEqual(yield* derived.pipe(Effect.provide(other.services)), grown)
      }).pipe(Effect.scoped),
    60_000
  )
})
