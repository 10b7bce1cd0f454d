import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { fixtureRegistry } from "../../fixtures/registry.ts"
import type { HttpUrl, Source } from "../../src/domain/index.ts"
import { readerOf } from "../../src/ingest/source/index.ts"
import { canonicalUrl } from "../../src/ingest/url/index.ts"
import { Visitor } from "../../src/ingest/visit/index.ts"
import { proposeSource } from "../../src/jobs/propose-source.ts"
import { servedLayer } from "./served.ts"

/** Addresses that a source lists. */
const entriesOf = Effect.fnUntraced(function* (source: Pick<Source, "kind" | "url" | "options">) {
  const visitor = yield* Visitor
  const known = fixtureRegistry.flatMap(({ sources }) => sources)[0]
  if (known === undefined) return new Set<string>()
  const { items } = yield* readerOf(source.kind).read({ ...known, ...source }, visitor.visit)
  return new Set(items.map(({ url }) => canonicalUrl(url) ?? url))
})

/** What a person would register for each home page: one kind for all sites but one that lists as much. */
const expected: Readonly<Record<string, string>> = {
  "norvia-igf": "wordpress",
  "eurovale-dialogue": "mediawiki",
  "beispielstadt-igf": "listing",
  "old-port-youth": "drupal",
  "harrow-islands-igf": "feed",
  "lakeland-igf": "feed",
  "fgi-tessaly": "listing",
  "foro-costalba": "wordpress",
  "igf-beiran": "drupal",
  "igf-zumurrada": "drupal",
  "forum-zarechye": "mediawiki",
  "igf-yunhai": "feed",
  "youth-southern-isles": "wordpress"
}

const sites = fixtureRegistry.flatMap(({ initiative, sources }) => {
  const kind = expected[initiative.id]
  return kind === undefined || initiative.website === null
    ? []
    : [{ id: initiative.id, kind, sources, website: initiative.website satisfies HttpUrl }]
})

layer(servedLayer, { timeout: "30 seconds", excludeTestServices: true })(
  "The source proposed for a home page",
  (it) => {
    it.effect("is sought on all thirteen sites", () => Effect.sync(() => assert.lengthOf(sites, 13)))

    for (const { id, kind, sources, website } of sites) {
      it.effect(`is a ${kind} for ${id}, of a kind registered there or listing all that is registered`, () =>
        Effect.gen(function* () {
          const proposal = yield* proposeSource(website, null, null)
          assert.strictEqual(proposal.kind, kind)
          assert.isTrue(proposal.verified)
          if (sources.some((source) => source.kind === proposal.kind)) return
          const [main] = sources
          if (main === undefined) return
          const listed = yield* entriesOf(proposal)
          for (const url of yield* entriesOf(main)) assert.isTrue(listed.has(url), url)
        })
      )
    }
  }
)
