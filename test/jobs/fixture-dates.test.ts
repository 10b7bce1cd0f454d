import { readdirSync, readFileSync } from "node:fs"
import { assert, layer } from "@effect/vitest"
import { Effect, Layer, Option, Schema } from "effect"
import { fixtureRegistry } from "../../fixtures/registry.ts"
import { InitiativeId } from "../../src/domain/index.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { canonicalUrl } from "../../src/ingest/url/index.ts"
import { importRun } from "../../src/jobs/import-run.ts"
import { Outputs, Sources } from "../../src/store/index.ts"
import { servedLayer, storedLayer } from "./served.ts"

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

const folder = new URL("../../fixtures/expected/", import.meta.url)
const expected = readdirSync(folder).map((name) =>
  Schema.decodeSync(Expected)(readFileSync(new URL(name, folder), "utf8"))
)

/** Dates that are right now; pages without any statement of their date are counted when none is given them. */
const rightDates = 88
const datedPages = 89

layer(Layer.provideMerge(storedLayer, servedLayer), { timeout: "90 seconds", excludeTestServices: true })(
  "The dates of all fixtures",
  (it) => {
    it.effect(
      `are right for ${rightDates} of ${datedPages} pages, and wherever a source states one`,
      () =>
        Effect.gen(function* () {
          const registry = yield* Registry
          for (const entry of fixtureRegistry) {
            if (entry.initiative.id !== "gremlin-bay-igf") yield* registry.add(entry)
          }
          const sources = yield* (yield* Sources).list({ status: "approved" })
          yield* importRun({ sources, trigger: "manual", recheck: "listed" })

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
        }),
      90_000
    )
  }
)
