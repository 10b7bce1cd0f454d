import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option } from "effect"
import type { SqlError } from "effect/sql"
import { TestClock } from "effect/testing"
import {
  type Cluster,
  ClusterId,
  HttpUrl,
  IsoDate,
  IssueId,
  type Release,
  ReleaseNumber,
  MeetingId,
  type RunId,
  SourceId,
  Timestamp,
  type Visit
} from "../../src/domain/index.ts"
import {
  captureIdOf,
  Captures,
  Clusters,
  Database,
  Initiatives,
  Items,
  type ListedItem,
  Outputs,
  Releases,
  Reviews,
  Runs,
  Sources,
  Statements,
  Store,
  unvisited,
  Visits
} from "../../src/store/index.ts"
import { engines, type TestedEngine } from "./engines.ts"
import * as Example from "./example.ts"

const { messages2025, norvia, norviaFeed } = Example

/** A visit to Norvia's feed that brought nothing to keep. */
const visitOf = (runId: RunId): Omit<Visit, "id"> => ({
  runId,
  sourceId: norviaFeed.id,
  purpose: "source",
  url: norviaFeed.url,
  finalUrl: null,
  outcome: "ok",
  status: 200,
  mediaType: "application/rss+xml",
  charset: null,
  bytes: 0,
  captureId: null,
  etag: '"a"',
  lastModified: null,
  startedAt: Example.at,
  durationMs: 120,
  message: "Read."
})

const listed = (path: string, signature: string): ListedItem => ({
  url: HttpUrl.make(`https://igf.norvia.example/${path}`),
  fetchUrl: null,
  title: path,
  publishedAt: null,
  publishedFrom: null,
  summary: null,
  signature
})

/** What the database itself says when it refuses. */
const refusalOf = ({ reason }: SqlError.SqlError): string => String(reason.cause)

/** The feed under another name, with something changed. */
const variant = (name: string, change: object) => ({
  ...norviaFeed,
  ...change,
  id: SourceId.make(`norvia-igf/${name}`)
})

const repositoriesOn = (engine: TestedEngine) => {
  /** Each test has a store of its own. */
  const fresh = Layer.unwrap(Effect.map(engine.fresh, (options) => Store.layer(options)))

  describe("Initiatives and Sources", () => {
    it.effect("give back what was registered and overwrite by id", () =>
      Effect.gen(function* () {
        yield* Example.register
        const initiatives = yield* Initiatives
        assert.deepStrictEqual(yield* initiatives.list, [norvia])
        yield* initiatives.upsert([{ ...norvia, name: "Internet Forum of Norvia" }])
        const renamed = yield* initiatives.get(norvia.id)
        assert.strictEqual(Option.getOrThrow(renamed).name, "Internet Forum of Norvia")
        const sources = yield* Sources
        assert.deepStrictEqual(yield* sources.list({ initiativeId: norvia.id, status: "approved" }), [
          norviaFeed
        ])
        assert.deepStrictEqual(yield* sources.list({ status: "retired" }), [])
      }).pipe(Effect.provide(fresh))
    )

    it.effect("change the status of a source, and say when there is none", () =>
      Effect.gen(function* () {
        yield* Example.register
        const sources = yield* Sources
        assert.isTrue(yield* sources.setStatus(norviaFeed.id, "paused"))
        assert.isFalse(yield* sources.setStatus(SourceId.make("norvia-igf/nowhere"), "paused"))
        assert.strictEqual(Option.getOrThrow(yield* sources.get(norviaFeed.id)).status, "paused")
      }).pipe(Effect.provide(fresh))
    )

    it.effect(
      "list as due what is approved, valid that day, not an upload, and has no later next visit",
      () =>
        Effect.gen(function* () {
          yield* Example.register
          const sources = yield* Sources
          yield* sources.upsert([
            variant("proposed", { status: "proposed" }),
            variant("old", { validUntil: IsoDate.make("2026-01-19") }),
            variant("last-day", { validUntil: IsoDate.make("2026-01-20") }),
            variant("future", { validFrom: IsoDate.make("2026-01-21") }),
            variant("upload", { kind: "upload" }),
            variant("overdue", {}),
            variant("later", {})
          ])
          const next = (name: string, nextVisitAt: string) =>
            sources.saveState({
              ...unvisited(SourceId.make(`norvia-igf/${name}`)),
              nextVisitAt: Timestamp.make(nextVisitAt)
            })
          yield* next("overdue", "2026-01-20T07:59:59.999Z")
          yield* next("later", "2026-01-20T08:00:00.001Z")
          const due = yield* sources.listDue(Example.at)
          assert.deepStrictEqual(
            due.map((source) => source.id),
            ["norvia-igf/feed", "norvia-igf/last-day", "norvia-igf/overdue"]
          )
        }).pipe(Effect.provide(fresh))
    )

    it.effect("know nothing of a source that was never visited, and keep its state afterwards", () =>
      Effect.gen(function* () {
        yield* Example.register
        const sources = yield* Sources
        assert.deepStrictEqual(yield* sources.state(norviaFeed.id), unvisited(norviaFeed.id))
        const state = { ...unvisited(norviaFeed.id), failures: 2, lastOutcome: "dns-error" as const }
        yield* sources.saveState(state)
        yield* sources.saveState({ ...state, failures: 3 })
        assert.deepStrictEqual(yield* sources.state(norviaFeed.id), { ...state, failures: 3 })
        assert.lengthOf(yield* sources.states, 1)
      }).pipe(Effect.provide(fresh))
    )
  })

  describe("Runs and Visits", () => {
    it.effect("a run is named after its start and ends once", () =>
      Effect.gen(function* () {
        yield* TestClock.setTime(Date.parse("2026-02-05T06:00:00Z"))
        const runs = yield* Runs
        const run = yield* runs.start("schedule")
        assert.match(run.id, /^run-20260205T060000Z-[0-9a-f]{4}$/)
        yield* TestClock.adjust("5 minutes")
        yield* runs.finish(run.id, "completed")
        yield* runs.finish(run.id, "interrupted")
        assert.deepStrictEqual(Option.getOrThrow(yield* runs.latest), {
          ...run,
          state: "completed",
          finishedAt: Timestamp.make("2026-02-05T06:05:00.000Z")
        })
      }).pipe(Effect.provide(fresh))
    )

    it.effect(
      "a run of this living process is not taken for interrupted, unless it lasts longer than a day",
      () =>
        Effect.gen(function* () {
          const runs = yield* Runs
          const first = yield* runs.start("manual")
          yield* runs.start("manual")
          assert.strictEqual(Option.getOrThrow(yield* runs.get(first.id)).state, "running")
          yield* TestClock.adjust("25 hours")
          assert.lengthOf(yield* runs.recogniseInterrupted, 2)
        }).pipe(Effect.provide(fresh))
    )

    it.effect("visits are numbered, found by run and source, and counted by outcome", () =>
      Effect.gen(function* () {
        yield* Example.register
        const visits = yield* Visits
        const run = yield* (yield* Runs).start("manual")
        const visit = visitOf(run.id)
        const first = yield* visits.record(visit)
        const second = yield* visits.record({ ...visit, outcome: "not-modified", status: 304 })
        yield* visits.record({ ...visit, purpose: "item" })
        assert.isBelow(first.id, second.id)
        assert.deepStrictEqual(yield* visits.lastOf(norviaFeed.id), Option.some(second))
        assert.lengthOf(yield* visits.byRun(run.id), 3)
        assert.deepStrictEqual(yield* visits.countByOutcome(run.id), [
          { outcome: "ok", count: 2 },
          { outcome: "not-modified", count: 1 }
        ])
      }).pipe(Effect.provide(fresh))
    )
  })

  describe("Captures", () => {
    const about = {
      mediaType: "text/html",
      charset: null,
      url: "https://a.example/",
      retrievedAt: Example.at
    }

    it.effect("keep bytes under their hash, once, with what was recorded first", () =>
      Effect.gen(function* () {
        const captures = yield* Captures
        const bytes = new TextEncoder().encode("<p>Access</p>".repeat(1000))
        const first = yield* captures.put(bytes, about)
        const again = yield* captures.put(bytes, { ...about, url: "https://b.example/" })
        assert.deepStrictEqual(again, first)
        assert.strictEqual(first.id, captureIdOf(bytes))
        assert.deepStrictEqual(Option.getOrThrow(yield* captures.bytes(first.id)), bytes)
        assert.strictEqual(yield* captures.verify(first.id), "intact")
        const { sql } = yield* Database
        const [row] = yield* sql<{ readonly size: number }>`SELECT length(body) AS size FROM captures`
        assert.isBelow(row?.size ?? Infinity, 200)
      }).pipe(Effect.provide(fresh))
    )

    it.effect("keep nothing at all, and what does not compress", () =>
      Effect.gen(function* () {
        const captures = yield* Captures
        for (const bytes of [
          new Uint8Array(0),
          Uint8Array.of(7),
          Uint8Array.from({ length: 64 }, (_, i) => i * 37)
        ]) {
          const { id } = yield* captures.put(bytes, about)
          assert.deepStrictEqual([...Option.getOrThrow(yield* captures.bytes(id))], [...bytes])
          assert.strictEqual(yield* captures.verify(id), "intact")
        }
        assert.deepStrictEqual(yield* captures.bytes(Example.unknownCapture), Option.none())
        assert.strictEqual(yield* captures.verify(Example.unknownCapture), "missing")
      }).pipe(Effect.provide(fresh))
    )

    it.effect("show damage when recomputed, and refuse to be changed by a statement", () =>
      Effect.gen(function* () {
        const captures = yield* Captures
        const { sql } = yield* Database
        const { id } = yield* captures.put(new TextEncoder().encode("original"), about)
        const change = sql`UPDATE captures SET body = ${Uint8Array.of(1, 2, 3)}`
        assert.match(refusalOf(yield* Effect.flip(change)), /never changes/)
        yield* sql.onDialectOrElse({
          pg: () => sql`DROP TRIGGER captures_no_update ON captures`,
          orElse: () => sql`DROP TRIGGER captures_no_update`
        })
        yield* change
        assert.deepStrictEqual(yield* captures.verifyAll, { checked: 1, damaged: [id] })
        assert.isTrue(yield* captures.repair(new TextEncoder().encode("original")))
        assert.deepStrictEqual(yield* captures.verifyAll, { checked: 1, damaged: [] })
      }).pipe(Effect.provide(fresh))
    )
  })

  describe("Visits of one URL", () => {
    it.effect("give the newest one that brought a body, whatever came after", () =>
      Effect.gen(function* () {
        yield* Example.register
        const visits = yield* Visits
        const run = yield* (yield* Runs).start("manual")
        const capture = yield* Example.commitMessages
        const visit = (outcome: Visit["outcome"], etag: string | null) =>
          visits.record({
            ...visitOf(run.id),
            outcome,
            etag,
            captureId: outcome === "ok" ? capture.id : null
          })
        yield* visit("ok", '"1"')
        const newest = yield* visit("ok", '"2"')
        yield* visit("not-modified", '"2"')
        yield* visit("server-error", null)
        const found = Option.getOrThrow(yield* visits.lastSuccessOf(newest.url))
        assert.deepStrictEqual([found.id, found.etag], [newest.id, '"2"'])
        assert.isTrue(Option.isNone(yield* visits.lastSuccessOf("https://never.example/")))
      }).pipe(Effect.provide(fresh))
    )
  })

  describe("Items", () => {
    it.effect("are new, then unchanged, and wait again when their signature changes", () =>
      Effect.gen(function* () {
        yield* Example.register
        const items = yield* Items
        const changes = (entries: ReadonlyArray<ListedItem>) =>
          Effect.map(items.record(norviaFeed, entries), (recorded) => recorded.map(({ change }) => change))
        const [a, b] = [listed("a", "1"), listed("b", "1")]
        assert.deepStrictEqual(yield* changes([a, b, a]), ["new", "new"])
        yield* items.markVisited(norviaFeed.id, a.url, {
          visitedAt: Example.at,
          outputId: null
        })
        assert.deepStrictEqual(yield* changes([a, b]), ["unchanged", "unchanged"])
        assert.deepStrictEqual(
          (yield* items.waiting(norviaFeed.id)).map((item) => item.url),
          [b.url]
        )
        assert.deepStrictEqual(yield* changes([{ ...a, signature: "2", title: "A, revised" }]), ["changed"])
        const again = Option.getOrThrow(yield* items.find(norviaFeed.id, a.url))
        assert.deepInclude(again, { visitedAt: null, title: "A, revised" })
        assert.lengthOf(yield* items.waiting(norviaFeed.id), 2)
        assert.lengthOf(yield* items.waiting(norviaFeed.id, 1), 1)
      }).pipe(Effect.provide(fresh))
    )

    it.effect("are recorded by the thousand", () =>
      Effect.gen(function* () {
        yield* Example.register
        const items = yield* Items
        const many = Array.from({ length: 2500 }, (_, index) => listed(`post-${index}`, "1"))
        yield* items.record(norviaFeed, many)
        const again = yield* items.record(norviaFeed, many)
        assert.isTrue(again.every(({ change }) => change === "unchanged"))
        assert.lengthOf(yield* items.list(norviaFeed.id), 2500)
      }).pipe(Effect.provide(fresh))
    )
  })

  describe("Outputs", () => {
    it.effect("keep when they were first seen, and are found by URL and alias", () =>
      Effect.gen(function* () {
        yield* Example.register
        const outputs = yield* Outputs
        yield* outputs.upsert(messages2025)
        yield* outputs.upsert({
          ...messages2025,
          title: "Messages",
          firstSeenAt: Timestamp.make("2026-03-01T00:00:00.000Z")
        })
        const stored = Option.some({ ...messages2025, title: "Messages" })
        assert.deepStrictEqual(yield* outputs.get(messages2025.id), stored)
        assert.deepStrictEqual(yield* outputs.byUrl(norvia.id, messages2025.url), stored)
        const alias = "https://media.norvia.example/2025/messages"
        assert.deepStrictEqual(yield* outputs.byUrl(norvia.id, alias), Option.none())
        yield* outputs.addAlias(messages2025, alias)
        yield* outputs.addAlias(messages2025, alias)
        assert.deepStrictEqual(yield* outputs.byUrl(norvia.id, alias), stored)
        assert.deepStrictEqual(yield* outputs.aliases(messages2025.id), [alias])
      }).pipe(Effect.provide(fresh))
    )

    it.effect("are listed by initiative, kind and days of publication, both included", () =>
      Effect.gen(function* () {
        yield* Example.register
        const outputs = yield* Outputs
        yield* outputs.upsert(messages2025)
        const count = (filter: Parameters<typeof outputs.list>[0]) =>
          Effect.map(outputs.list(filter), (found) => found.length)
        const [day, next] = [IsoDate.make("2025-11-04"), IsoDate.make("2025-11-05")]
        assert.strictEqual(
          yield* count({ initiativeId: norvia.id, kinds: ["messages"], from: day, to: day }),
          1
        )
        assert.strictEqual(yield* count({ from: next }), 0)
        assert.strictEqual(yield* count({ kinds: ["report"] }), 0)
        assert.strictEqual(yield* count({ kinds: [] }), 0)
        assert.strictEqual(yield* count({ undated: true }), 0)
        yield* outputs.upsert({ ...messages2025, publishedAt: null })
        assert.strictEqual(yield* count({ undated: true }), 1)
        assert.strictEqual(yield* count({ from: day }), 0)
      }).pipe(Effect.provide(fresh))
    )

    it.effect("count their versions; the same capture read again is no new version", () =>
      Effect.gen(function* () {
        yield* Example.register
        const outputs = yield* Outputs
        const first = yield* Example.commitMessages
        const { id: captureId } = yield* (yield* Captures).put(new TextEncoder().encode("other"), first)
        const reading = (text: string, capture = captureId) =>
          outputs.addVersion({
            outputId: messages2025.id,
            captureId: capture,
            retrievedAt: Example.at,
            reading: Example.reading,
            document: Example.document(text)
          })
        const second = yield* reading("Age checks, revised")
        assert.deepStrictEqual([second.added, second.version.sequence], [true, 2])
        const again = yield* reading("Age checks, read better")
        assert.deepStrictEqual([again.added, again.version.sequence], [false, 2])
        const back = yield* reading("Age checks", first.id)
        assert.deepStrictEqual([back.added, back.version.sequence], [true, 3])
        assert.deepStrictEqual(
          (yield* outputs.versions(messages2025.id)).map((version) => version.document.blocks[0]?.text),
          ["Age checks", "Age checks, read better", "Age checks"]
        )
        assert.deepStrictEqual(yield* outputs.latestVersion(messages2025.id), Option.some(back.version))
      }).pipe(Effect.provide(fresh))
    )
  })

  describe("Statements and Clusters", () => {
    it.effect("statements are replaced as a whole and found by issue", () =>
      Effect.gen(function* () {
        yield* Example.register
        yield* Example.commitMessages
        const statements = yield* Statements
        assert.strictEqual(yield* statements.count({ issue: IssueId.make("digital-identity") }), 1)
        const only = Example.statement(messages2025.id, 0, "child-online-safety")
        yield* statements.replaceForOutput(messages2025.id, [only])
        assert.deepStrictEqual(yield* statements.list({ outputId: messages2025.id }), [only])
        assert.deepStrictEqual(yield* statements.list({ issue: IssueId.make("child-online-safety") }), [only])
        assert.strictEqual(yield* statements.count({ issue: IssueId.make("digital-identity") }), 0)
        assert.strictEqual(yield* statements.count({ kinds: ["challenge"] }), 0)
        assert.strictEqual(yield* statements.count({ ids: [only.id], initiativeId: norvia.id }), 1)
        const mark = { id: only.id, isFurniture: false, duplicateOf: only.id, clusterId: null }
        yield* statements.mark([mark])
        assert.deepStrictEqual(yield* statements.list(), [{ ...only, duplicateOf: only.id }])
        yield* statements.mark([{ ...mark, isFurniture: true, duplicateOf: null }])
        assert.deepStrictEqual(yield* statements.list(), [{ ...only, kind: "boilerplate", issues: [] }])
        assert.strictEqual(yield* statements.count({ issue: IssueId.make("child-online-safety") }), 0)
        yield* statements.replaceForOutput(messages2025.id, [])
        assert.strictEqual(yield* statements.count(), 0)
      }).pipe(Effect.provide(fresh))
    )

    it.effect("statements are found by any number of ids, in order of their place", () =>
      Effect.gen(function* () {
        yield* Example.register
        yield* Example.commitMessages
        const statements = yield* Statements
        const stored = Array.from({ length: 12_000 }, (_, n) =>
          Example.statement(messages2025.id, n, "access")
        )
        yield* statements.replaceForOutput(messages2025.id, stored)
        const ids = stored.map(({ id }) => id).toReversed()
        assert.deepStrictEqual(yield* statements.list({ ids: [...ids, ...ids, ...ids] }), stored)
        assert.strictEqual(yield* statements.count({ ids: [...ids, ...ids, ...ids] }), stored.length)
      }).pipe(Effect.provide(fresh))
    )

    it.effect("clusters are replaced as a whole and name themselves in their statements", () =>
      Effect.gen(function* () {
        yield* Example.register
        yield* Example.commitMessages
        const [clusters, statements] = [yield* Clusters, yield* Statements]
        const members = (yield* statements.list()).map((statement) => statement.id)
        const representative = members[0] ?? assert.fail("no statement")
        const cluster: Cluster = { id: ClusterId.make("c-00000000000000a1"), representative, members }
        yield* clusters.replaceAll([cluster])
        assert.deepStrictEqual(yield* clusters.list, [cluster])
        assert.strictEqual(yield* statements.count({ clusterId: cluster.id }), 2)
        yield* clusters.replaceAll([])
        assert.deepStrictEqual(
          (yield* statements.list()).map((statement) => statement.clusterId),
          [null, null]
        )
      }).pipe(Effect.provide(fresh))
    )
  })

  describe("Reviews and Releases", () => {
    it.effect("a review is dated and numbered, and can be neither changed nor removed nor replaced", () =>
      Effect.gen(function* () {
        const reviews = yield* Reviews
        const { sql } = yield* Database
        const { id: statementId } = Example.statement(messages2025.id, 0, "access")
        const decision = { _tag: "exclude" as const, statementId }
        const first = yield* reviews.append({ by: "A. Clerk", reason: "A greeting.", decision })
        const second = yield* reviews.append({
          by: "A. Clerk",
          reason: "",
          decision: { _tag: "restore", statementId }
        })
        assert.deepStrictEqual(yield* reviews.list(), [first, second])
        assert.deepStrictEqual(yield* reviews.list(first.id), [second])
        for (const attempt of [
          sql`UPDATE reviews SET reason = ''`,
          sql`DELETE FROM reviews`,
          sql.onDialectOrElse({
            pg: () => sql`INSERT INTO reviews SELECT id, "at", 'B. Other', reason, decision FROM reviews
              ON CONFLICT (id) DO UPDATE SET "by" = excluded."by"`,
            orElse: () =>
              sql`INSERT OR REPLACE INTO reviews SELECT id, at, 'B. Other', reason, decision FROM reviews`
          })
        ]) {
          assert.match(refusalOf(yield* Effect.flip(attempt)), /append-only/)
        }
        assert.lengthOf(yield* reviews.list(), 2)
      }).pipe(Effect.provide(fresh))
    )

    it.effect("a release is put once; another one under its number is refused with the remedy", () =>
      Effect.gen(function* () {
        const releases = yield* Releases
        const { sql } = yield* Database
        const release: Release = {
          number: ReleaseNumber.make("2026-1"),
          meetingId: MeetingId.make("2026-first-consultations"),
          frozenAt: Example.at,
          window: { from: IsoDate.make("2025-07-01"), to: IsoDate.make("2026-01-20") },
          contentHash: Example.unknownCapture,
          taxonomyVersion: "1"
        }
        const contents = { by: "A. Clerk", inputs: "{}\n", digest: '{"title":"été 夏"}\n' }
        yield* releases.put(release, contents)
        yield* releases.put({ ...release }, contents)
        const refused = yield* Effect.flip(releases.put({ ...release, taxonomyVersion: "2" }, contents))
        assert.match(refused.message, /2026-1 was frozen on 2026-01-20 .*next number/)
        assert.match(
          refusalOf(yield* Effect.flip(sql`UPDATE releases SET taxonomy_version = '2'`)),
          /never changes/
        )
        for (const attempt of [
          sql`UPDATE release_contents SET frozen_by = 'B. Other'`,
          ...sql.onDialectOrElse({
            pg: () => [
              sql`INSERT INTO releases SELECT number, meeting_id, frozen_at, "window", content_hash, '2' FROM releases
              ON CONFLICT (number) DO UPDATE SET taxonomy_version = '2'`
            ],
            orElse: () => [
              sql`INSERT OR REPLACE INTO release_contents SELECT number, 'B. Other', 2, inputs, 2, digest FROM release_contents`,
              sql`INSERT OR REPLACE INTO releases SELECT number, meeting_id, frozen_at, "window", content_hash, '2' FROM releases`
            ]
          })
        ]) {
          assert.match(refusalOf(yield* Effect.flip(attempt)), /never changes/)
        }
        for (const attempt of [sql`DELETE FROM releases`, sql`DELETE FROM release_contents`]) {
          assert.match(refusalOf(yield* Effect.flip(attempt)), /never removed/)
        }
        assert.deepStrictEqual(yield* releases.contents(release.number), Option.some(contents))
        assert.deepStrictEqual([...(yield* releases.authors)], [[release.number, "A. Clerk"]])
        assert.deepStrictEqual(yield* releases.get(release.number), Option.some(release))
        assert.deepStrictEqual(yield* releases.list, [release])
      }).pipe(Effect.provide(fresh))
    )
  })
}

describe.each(engines)("on $name", repositoriesOn)
