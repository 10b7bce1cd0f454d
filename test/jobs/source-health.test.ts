import { assert, describe, it, layer } from "@effect/vitest"
import { Effect, Layer, Option, Random, Schema } from "effect"
import { fixtureRegistry } from "../../fixtures/registry.ts"
import { HttpUrl, type SourceState, Timestamp } from "../../src/domain/index.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { acceptMove } from "../../src/jobs/accept-move.ts"
import { importRun } from "../../src/jobs/import-run.ts"
import { movedTo } from "../../src/jobs/source-state.ts"
import { verdictOf } from "../../src/jobs/status.ts"
import { Runs, Sources, unvisited, Visits } from "../../src/store/index.ts"
import { servedLayer, storedLayer } from "./served.ts"

const url = Schema.decodeSync(HttpUrl)
const known = fixtureRegistry.flatMap(({ sources }) => sources)
const source = (id: string) => {
  const found = known.find((one) => one.id === id)
  assert.isDefined(found, id)
  return found
}

const now = Timestamp.make("2026-01-20T06:00:00.000Z")

describe("The verdict on a source", () => {
  const feed = source("norvia-igf/feed")
  const verdict = (change: Partial<SourceState>, of = feed) =>
    verdictOf(of, { ...unvisited(of.id), lastOutcome: "ok", itemsListed: 4, ...change }, now)
  const past = Timestamp.make("2026-01-19T00:00:00.000Z")

  for (const [expected, change] of [
    ["healthy", {}],
    ["healthy", { permanentUrl: url("http://x.example/"), permanentSeen: 1 }],
    ["healthy", { silentFrom: Timestamp.make("2026-01-21T00:00:00.000Z") }],
    ["silent", { silentFrom: past }],
    ["moved", { permanentUrl: url("http://x.example/"), permanentSeen: 2, silentFrom: past }],
    ["layout changed", { alarm: "lists-nothing-any-more", silentFrom: past }],
    ["failing", { lastOutcome: "server-error" }],
    ["blocked by robots", { lastOutcome: "blocked-by-robots" }],
    ["gone", { lastOutcome: "gone", goneSeen: 1 }],
    ["empty", { itemsListed: 0 }],
    ["waiting", { lastOutcome: null }]
  ] as const) {
    it(`is ${expected} for ${JSON.stringify(change)}`, () => assert.strictEqual(verdict(change), expected))
  }

  it("is never silent for a single document, and stays gone when it was retired for that", () => {
    assert.strictEqual(verdict({ silentFrom: past }, source("harrow-islands-igf/herald")), "healthy")
    assert.strictEqual(verdict({ goneSeen: 2 }, { ...feed, status: "retired" }), "gone")
    assert.strictEqual(verdict({}, { ...feed, status: "retired" }), "retired")
  })
})

const at = (address: string, asked: string, to: string | null) => movedTo({ url: url(address) }, asked, to)

describe("Where a permanent redirect says that a source is", () => {
  it("is the address itself, when the source's own was asked", () =>
    assert.strictEqual(
      at("http://a.example/feed", "http://a.example/feed", "https://b.example/rss"),
      "https://b.example/rss"
    ))

  it("is the source's path on the new host, when its API was asked", () =>
    assert.strictEqual(
      at(
        "http://a.example/",
        "http://a.example/wp-json/wp/v2/posts?page=1",
        "https://b.example/wp-json/wp/v2/posts?page=1"
      ),
      "https://b.example/"
    ))

  it("is not known when the API alone moved elsewhere, or nothing did", () => {
    assert.isNull(at("http://a.example/", "http://a.example/wp-json/", "http://a.example/login"))
    assert.isNull(at("http://a.example/", "http://a.example/", null))
  })
})

const stored = Layer.provideMerge(storedLayer, servedLayer)

layer(stored, { timeout: "60 seconds", excludeTestServices: true })("Two visits", (it) => {
  const moving = "beispielstadt-igf/old-list"
  const withdrawn = "gremlin-bay-igf/withdrawn"

  /** A run over two sources: the notices that it gives. */
  const run = Effect.gen(function* () {
    const sources = yield* (yield* Sources).list({ status: "approved" })
    const chosen = sources.filter(({ id }) => id === moving || id === withdrawn)
    const report = yield* importRun({ sources: chosen, trigger: "manual", recheck: "listed" })
    return report.sources.flatMap(({ notices }) => notices)
  })

  const robotsOfLastRun = Effect.gen(function* () {
    const latest = Option.getOrThrow(yield* (yield* Runs).latest)
    const visits = yield* (yield* Visits).byRun(latest.id)
    return visits.filter(({ purpose }) => purpose === "robots")
  })

  it.effect("that see the same permanent redirect show a move; two that find it gone retire a source", () =>
    Effect.gen(function* () {
      const registry = yield* Registry
      for (const entry of fixtureRegistry) yield* registry.add(entry)
      const sources = yield* Sources

      assert.deepStrictEqual(yield* run, [])
      // robots.txt is recorded once for each host, of no source, and again only when it has to be read again.
      const asked = yield* robotsOfLastRun
      assert.isAbove(asked.length, 1)
      assert.strictEqual(new Set(asked.map(({ url }) => url)).size, asked.length)
      assert.isTrue(asked.every(({ sourceId, url }) => sourceId === null && url.endsWith("/robots.txt")))
      const once = yield* sources.state(source(moving).id)
      assert.deepStrictEqual(
        [once.permanentUrl, once.permanentSeen],
        [url("http://www.igf-beispielstadt.example/index.html"), 1]
      )
      const early = yield* Effect.flip(acceptMove(source(moving).id))
      assert.match(early.message, /has not moved/)

      const notices = yield* run
      assert.deepStrictEqual(yield* robotsOfLastRun, [])
      assert.lengthOf(notices, 2)
      assert.match(notices.join(), /old-list has moved for good/)
      assert.match(notices.join(), /withdrawn was gone \(410\) at two visits and is retired/)
      const gone = Option.getOrThrow(yield* sources.get(source(withdrawn).id))
      assert.strictEqual(gone.status, "retired")

      const { retired, source: next } = yield* acceptMove(source(moving).id)
      assert.strictEqual(retired.status, "retired")
      assert.isNotNull(retired.validUntil)
      assert.deepStrictEqual(
        [String(next.id), String(next.url), next.status, next.kind],
        [
          "beispielstadt-igf/old-list-2",
          "http://www.igf-beispielstadt.example/index.html",
          "approved",
          "listing"
        ]
      )
      assert.deepStrictEqual(yield* run, [])
    }).pipe(Random.withSeed("two visits"))
  )
})
