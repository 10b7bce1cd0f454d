import { assert, layer } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { Diagnosis } from "../../src/ingest/check/index.ts"
import { checkSource } from "../../src/jobs/check-source.ts"
import { Served, servedLayer } from "./served.ts"

const encode = Schema.encodeEffect(Schema.fromJsonString(Diagnosis))

const verdicts = (found: typeof Diagnosis.Type) =>
  Object.fromEntries(found.checks.map(({ name, verdict }) => [name, verdict]))

const kindOf = (url: string) => Effect.map(checkSource(url), ({ source }) => source?.kind)

layer(servedLayer, { timeout: "30 seconds", excludeTestServices: true })(
  "The diagnosis of an address",
  (it) => {
    it.effect("shows the source, its entries as they would be imported, and what to mend", () =>
      Effect.gen(function* () {
        const found = yield* checkSource("http://igf.norvia.example/")
        assert.strictEqual(found.source?.kind, "wordpress")
        assert.strictEqual(found.source?.items, 6)
        const messages = found.items.find(({ title }) => title === "Messages from Halvarsted 2025")
        assert.deepStrictEqual(
          [messages?.publishedAt, messages?.reading?.kind, messages?.reading?.language],
          ["2025-11-18", "messages", "en"]
        )
        assert.isAbove(messages?.reading?.issues.length ?? 0, 2)
        assert.strictEqual(found.verdict, "warn")
        assert.strictEqual(verdicts(found)["outputs-among-items"], "pass")
        assert.match(yield* encode(found), /"listing-structure"/)
      })
    )

    it.effect("asks little: each address once, and a handful in all", () =>
      Effect.gen(function* () {
        const { clearLog, log } = yield* Served
        clearLog()
        const found = yield* checkSource("http://forum.zarechye.example/")
        const asked = log().map(({ url }) => url)
        assert.lengthOf(asked, new Set(asked).size)
        assert.isAtMost(found.visits, 9)
      })
    )

    it.effect("reads an address that is a feed, and names what its feed lacks", () =>
      Effect.gen(function* () {
        const found = yield* checkSource("http://www.igf-beispielstadt.example/rss.xml")
        assert.strictEqual(found.source?.kind, "feed")
        assert.deepInclude(verdicts(found), { dates: "warn", truncation: "warn", "language-known": "pass" })
      })
    )

    it.effect("names a site's encoding when it is not the one that the header states", () =>
      Effect.gen(function* () {
        const found = yield* checkSource("http://www.igf-beispielstadt.example/")
        assert.strictEqual(found.source?.kind, "listing")
        assert.strictEqual(verdicts(found)["encoding"], "warn")
      })
    )

    it.effect("says of an address that fails what failed, and judges nothing that it did not see", () =>
      Effect.gen(function* () {
        const found = yield* checkSource("http://igf.gremlin-bay.example/gone.html")
        assert.strictEqual(found.verdict, "fail")
        assert.isNull(found.source)
        assert.match(found.summary, /removed for good/)
        assert.deepInclude(verdicts(found), { reachable: "fail", dates: "not-applicable" })
      })
    )

    it.effect("ends in time at a server that sends a byte a second", () =>
      Effect.gen(function* () {
        const found = yield* checkSource("http://igf.gremlin-bay.example/slow.html")
        assert.strictEqual(verdicts(found)["reachable"], "fail")
        assert.isBelow(found.durationMs, 9_000)
      })
    )

    // One test each: a check reads PDF and Word files in threads of their own, and has eight seconds for it.
    for (const [url, kind] of [
      ["http://hi-igf.example/sitemap.xml", "sitemap"],
      ["http://media.hi-igf.example/files/hi_igf_report_2025_web.pdf", "document"],
      ["http://fui2024.zarechye.example/itogi.htm", "document"],
      ["http://lkigf.example/publications.html", "shelf"],
      ["http://igf.zumurrada.example/news", "drupal"],
      ["http://fgi.costalba.example/wp-json/wp/v2/posts", "wordpress"]
    ] as const) {
      it.effect(`takes an address below the home page for what it is: ${kind} at ${url}`, () =>
        Effect.gen(function* () {
          assert.strictEqual(yield* kindOf(url), kind)
        })
      )
    }
  }
)
