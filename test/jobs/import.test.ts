import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, layer } from "@effect/vitest"
import { ConfigProvider, Context, Effect, Layer, Option, Schema } from "effect"
import { fixtureRegistry } from "../../fixtures/registry.ts"
import { serveFixtures } from "../../fixtures/server.ts"
import { InitiativeId } from "../../src/domain/index.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { canonicalUrl } from "../../src/ingest/url/index.ts"
import * as jobs from "../../src/jobs/index.ts"
import { findMeeting, importRun, loadCycles, makeDigest, renormalize } from "../../src/jobs/index.ts"
import { renderHtml, renderJson } from "../../src/export/index.ts"
import { Clusters, Outputs, Sources, Statements, Store, Visits } from "../../src/store/index.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-import-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
)

/** The fixtures served, and all services over a fresh store in which they are registered. */
const prepared = Effect.gen(function* () {
  const directory = yield* folder
  const fixtures = yield* serveFixtures
  const services = yield* Layer.build(
    jobs.layer.pipe(
      Layer.merge(Registry.layer),
      Layer.provideMerge(Store.layer({ directory })),
      Layer.provide(
        ConfigProvider.layer(
          ConfigProvider.fromUnknown({
            TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
            TRIBUTARY_CONNECT_TO: fixtures.connectTo,
            TRIBUTARY_MAX_BYTES: String(4 * 1024 * 1024),
            TRIBUTARY_VISIT_TIMEOUT: "5 seconds"
          })
        )
      )
    )
  )
  return { fixtures, services, directory }
})

const run = Effect.gen(function* () {
  const sources = yield* (yield* Sources).list({ status: "approved" })
  return yield* importRun({ sources, trigger: "manual", recheck: "listed" })
})

/** All that is derived, as text that can be compared. */
const derived = Effect.gen(function* () {
  return JSON.stringify({
    outputs: yield* (yield* Outputs).list(),
    statements: yield* (yield* Statements).list(),
    clusters: yield* (yield* Clusters).list
  })
})

const Expected = Schema.fromJsonString(
  Schema.Struct({
    initiative: InitiativeId,
    pages: Schema.Array(
      Schema.Struct({
        url: Schema.String,
        mirrors: Schema.Array(Schema.String),
        publishedAt: Schema.NullOr(Schema.String)
      })
    )
  })
)

const expectedFolder = new URL("../../fixtures/expected/", import.meta.url)
const expected = readdirSync(expectedFolder).map((name) =>
  Schema.decodeSync(Expected)(readFileSync(new URL(name, expectedFolder), "utf8"))
)

/** Dates that are right now; pages without any statement of their date are counted when none is given them. */
const rightDates = 88
const datedPages = 89

/** The fixtures after their first import, made once. */
class Imported extends Context.Service<
  Imported,
  Effect.Success<typeof prepared> & { readonly first: Effect.Success<typeof run> }
>()("test/jobs/Imported") {
  static readonly layer = Layer.effect(
    Imported,
    Effect.gen(function* () {
      const own = yield* prepared
      const first = yield* Effect.gen(function* () {
        const registry = yield* Registry
        for (const entry of fixtureRegistry) yield* registry.add(entry)
        return yield* run
      }).pipe(Effect.provide(own.services))
      return Imported.of({ ...own, first })
    })
  )
}

layer(Imported.layer, { timeout: "90 seconds", excludeTestServices: true })(
  "An import of the fixtures",
  (it) => {
    it.effect(`dates ${rightDates} of ${datedPages} pages rightly, and each whose date a source states`, () =>
      Effect.gen(function* () {
        const { services } = yield* Imported
        yield* Effect.gen(function* () {
          const outputs = yield* Outputs
          const wrong: Array<string> = []
          let right = 0
          for (const { initiative, pages } of expected) {
            for (const page of pages) {
              const urls = [page.url, ...page.mirrors].map((url) => canonicalUrl(url) ?? url)
              const found = yield* Effect.forEach(urls, (url) => outputs.byUrl(initiative, url))
              const output = found.map(Option.getOrNull).find((one) => one !== null)
              if (output === undefined || output === null) continue
              if (output.publishedAt === page.publishedAt) right++
              else
                wrong.push(
                  `${page.url}: ${output.publishedAt} from ${output.publishedFrom}, not ${page.publishedAt}`
                )
              // A guess from the text may be wrong where nobody states a date, and only there.
              if (page.publishedAt !== null)
                assert.strictEqual(output.publishedAt, page.publishedAt, page.url)
            }
          }
          assert.isAtLeast(right, rightDates, wrong.join("\n"))
          assert.strictEqual(right + wrong.length, datedPages)
        }).pipe(Effect.provide(services))
      })
    )

    it.effect(
      "reads every site, names what fails, and asks only conditionally when nothing has changed",
      () =>
        Effect.gen(function* () {
          const { directory, first, fixtures, services } = yield* Imported
          yield* Effect.gen(function* () {
            const outputs = yield* (yield* Outputs).list()
            const counting = outputs.filter(({ kind }) => kind === "messages" || kind === "report")
            assert.isAbove(counting.length, 15)
            assert.isAbove(first.statements, 700)
            assert.isAbove(first.clusters, 20)

            // A failing source is data: it has its outcome and its sentence, and stops nobody.
            const outcomes = new Map(
              first.sources
                .filter(({ initiativeId }) => initiativeId === "gremlin-bay-igf")
                .map((one) => [one.sourceId.split("/")[1], one.alarm ?? one.outcome])
            )
            assert.deepInclude(Object.fromEntries(outcomes), {
              "missing-feed": "not-found",
              "failing-feed": "server-error",
              loop: "redirect-loop",
              "endless-feed": "too-large",
              withdrawn: "gone",
              "redesigned-list": "selector-matches-nothing"
            })
            const healthy = first.sources.filter(({ initiativeId }) => initiativeId !== "gremlin-bay-igf")
            assert.deepStrictEqual(
              healthy.filter(({ outcome }) => outcome !== "ok").map(({ sourceId }) => sourceId),
              []
            )

            const before = yield* derived
            fixtures.clearLog()
            const second = yield* run
            assert.strictEqual(
              second.sources.reduce((sum, one) => sum + one.newOutputs + one.newVersions, 0),
              0
            )
            assert.strictEqual(yield* derived, before)
            const known = fixtures
              .log()
              .filter(({ host, url }) => host !== "igf.gremlin-bay.example" && !url.endsWith("/robots.txt"))
            const unconditional = known.filter(({ conditional }) => !conditional)
            assert.deepStrictEqual(
              unconditional.map(({ status, url }) => `${status} ${url}`),
              []
            )
            assert.isAbove(known.length, 100)

            const visits = yield* (yield* Visits).byRun(second.runId)
            assert.isTrue(visits.every(({ message }) => message.endsWith(".")))

            // What is derived can be derived again from the captures, to the byte.
            yield* renormalize()
            assert.strictEqual(yield* derived, before)

            const cycles = yield* loadCycles(directory)
            const { cycle, meeting } = yield* findMeeting(cycles, "2026-first-consultations")
            const digest = yield* makeDigest({ cycle, meeting, window: meeting.window })
            assert.isAbove(digest.totals.published, 10)
            assert.include(renderHtml(digest), "not heard yet")
            assert.deepStrictEqual(JSON.parse(renderJson(digest)).window, meeting.window)

            // A page that was changed silently gives a new version, not a new output.
            fixtures.setRevision(2)
            const third = yield* run
            assert.strictEqual(
              third.sources.reduce((sum, one) => sum + one.newOutputs, 0),
              0
            )
            assert.strictEqual(
              third.sources.reduce((sum, one) => sum + one.newVersions, 0),
              1
            )
          }).pipe(Effect.provide(services))
        }),
      120_000
    )
  }
)
