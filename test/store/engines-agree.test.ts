import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { type Fixtures, serveFixtures } from "../../fixtures/server.ts"
import { Timestamp } from "../../src/domain/index.ts"
import { renderJson } from "../../src/export/index.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { findMeeting, layer, loadCycles, makeDigest } from "../../src/jobs/index.ts"
import {
  Captures,
  Clusters,
  copyStore,
  Initiatives,
  Items,
  Outputs,
  Sources,
  Statements,
  Store,
  type StoreOptions
} from "../../src/store/index.ts"
import { environment, importAll, register } from "../jobs/fixture-store.ts"
import { freshDatabase } from "../postgres/database.ts"
import { temporaryDirectory } from "./example.ts"

/** A German, an Arabic and a Chinese site. */
const sites = ["beispielstadt-igf", "igf-zumurrada", "igf-yunhai"]

const inStore = (options: StoreOptions, fixtures: Fixtures) =>
  Effect.provide(
    Layer.fresh(
      layer.pipe(
        Layer.merge(Registry.layer),
        Layer.provideMerge(Store.layer(options)),
        Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(environment(fixtures))))
      )
    )
  )

const digest = (directory: string) =>
  Effect.gen(function* () {
    const { cycle, meeting } = yield* findMeeting(yield* loadCycles(directory), "2026-first-consultations")
    const base = { asOf: Timestamp.make("2026-01-20T08:00:00.000Z"), previous: null }
    return renderJson(yield* makeDigest({ cycle, meeting, window: meeting.window }, base))
  })

/** All that the repositories know of what was read. */
const contents = Effect.gen(function* () {
  const sources = yield* (yield* Sources).list()
  const outputs = yield* (yield* Outputs).list()
  const [items, versions] = [yield* Items, yield* Outputs]
  return {
    initiatives: yield* (yield* Initiatives).list,
    sources,
    outputs,
    events: yield* versions.events,
    versions: yield* Effect.forEach(outputs, ({ id }) => versions.versions(id)),
    aliases: yield* Effect.forEach(outputs, ({ id }) => versions.aliases(id)),
    // Which of two sources brought a capture first is told by the instant alone, which is left out.
    captures: (yield* (yield* Captures).unvisited).toSorted(),
    items: yield* Effect.forEach(sources, ({ id }) => items.list(id)),
    statements: yield* (yield* Statements).list(),
    compared: yield* (yield* Statements).toCompare,
    clusters: yield* (yield* Clusters).list
  }
})

/** The same for two imports one after the other: without their instants. */
const timeless = (value: unknown): string =>
  JSON.stringify(value, null, 1).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "instant")

/** Fails with the first line that differs, not with both texts. */
const assertSame = (one: string, other: string) => {
  const [lines, others] = [one.split("\n"), other.split("\n")]
  const line = lines.findIndex((text, index) => text !== others[index])
  assert.strictEqual(others[line]?.slice(0, 200), lines[line]?.slice(0, 200))
  assert.isTrue(one === other)
}

describe("Both engines", () => {
  it.live(
    "know the same after an import, and give the same digest, byte for byte",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const [database, copied] = [yield* freshDatabase, yield* freshDatabase]
        const fixtures = yield* serveFixtures
        const found = yield* Effect.forEach(
          [{ directory }, { databaseUrl: Redacted.make(database.url) }],
          (options) =>
            Effect.gen(function* () {
              yield* register(sites)
              yield* importAll
              return { contents: yield* contents, digest: yield* digest(directory) }
            }).pipe(Effect.scoped, inStore(options, fixtures))
        )
        const [file, server] = found
        assert.isAbove(file?.contents.statements.length ?? 0, 20)
        assertSame(timeless(file?.contents), timeless(server?.contents))
        assertSame(timeless(file?.digest.split("\n")), timeless(server?.digest.split("\n")))

        // A copy has the same instants too.
        const copy = { databaseUrl: Redacted.make(copied.url) }
        yield* copyStore({ from: { directory }, to: copy })
        const there = yield* Effect.all({ contents, digest: digest(directory) }).pipe(inStore(copy, fixtures))
        assertSame(JSON.stringify(file?.contents, null, 1), JSON.stringify(there.contents, null, 1))
        assert.isTrue(file?.digest === there.digest)
      }).pipe(Effect.scoped),
    60_000
  )
})
