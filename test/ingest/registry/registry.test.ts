import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option } from "effect"
import { HttpUrl, type Initiative, InitiativeId, type Source, SourceId } from "../../../src/domain/index.ts"
import { knownRegistry, Registry } from "../../../src/ingest/registry/index.ts"
import { Store } from "../../../src/store/index.ts"

const directory = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-registry-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
)

/** Each test has a registry over a store of its own. */
const fresh = Layer.unwrap(
  Effect.map(directory, (directory) => Registry.layer.pipe(Layer.provide(Store.layer({ directory }))))
)

const norvia: Initiative = {
  id: InitiativeId.make("norvia-igf"),
  name: "Nórvia IGF",
  type: "national",
  country: "XN",
  unGroups: ["WEOG"],
  languages: [],
  website: null,
  evidenceUrl: null
}

const feed: Source = {
  id: SourceId.make("norvia-igf/feed"),
  initiativeId: norvia.id,
  kind: "feed",
  url: HttpUrl.make("https://igf.norvia.example/feed/"),
  status: "proposed",
  verified: false,
  validFrom: null,
  validUntil: null,
  options: {}
}

describe("Registry", () => {
  it.effect("takes in the known initiatives once; the second time all is unchanged", () =>
    Effect.gen(function* () {
      const registry = yield* Registry
      const files = yield* knownRegistry
      const first = yield* registry.importFiles(files)
      assert.lengthOf(yield* registry.list(), 181)
      const second = yield* registry.importFiles(files)
      assert.deepStrictEqual([second.added, second.changed], [[], []])
      assert.deepStrictEqual(second.unchanged, first.added)
    }).pipe(Effect.provide(fresh))
  )

  it.effect("gives out files, of either format, that it takes in again as unchanged", () =>
    Effect.gen(function* () {
      const registry = yield* Registry
      yield* registry.importFiles(yield* knownRegistry)
      for (const format of ["csv", "opml"] as const) {
        const again = yield* registry.importFiles(yield* registry.exportFiles(format))
        assert.deepStrictEqual([again.added, again.changed, again.undecided], [[], [], []])
        assert.lengthOf(again.unchanged, 181 + 112)
      }
    }).pipe(Effect.provide(fresh))
  )

  it.effect("lists by type, group, country and text, whatever the case and the accents", () =>
    Effect.gen(function* () {
      const registry = yield* Registry
      yield* registry.importFiles(yield* knownRegistry)
      const ids = (filter: Parameters<typeof registry.list>[0]) =>
        Effect.map(registry.list(filter), (found) => found.map(({ initiative }): string => initiative.id))
      assert.deepStrictEqual(yield* ids({ country: "ke" }), ["kenya-igf", "kenya-youth-igf"])
      assert.deepStrictEqual(yield* ids({ country: "KE", type: "youth" }), ["kenya-youth-igf"])
      assert.deepStrictEqual(yield* ids({ type: "regional", group: "Eastern European Group" }), ["eurodig"])
      assert.deepStrictEqual(yield* ids({ text: "COTE D'IVOIRE" }), ["cote-divoire-igf"])
      assert.deepStrictEqual(yield* ids({ text: "no such forum" }), [])
    }).pipe(Effect.provide(fresh))
  )

  it.effect("adds an initiative and a source once, and refuses what would clash", () =>
    Effect.gen(function* () {
      const registry = yield* Registry
      yield* registry.add({ initiative: norvia, sources: [] })
      yield* registry.addSource(feed)
      assert.deepStrictEqual(
        yield* registry.show(norvia.id),
        Option.some({ initiative: norvia, sources: [feed] })
      )
      const again = yield* Effect.flip(registry.add({ initiative: norvia, sources: [] }))
      assert.match(again.message, /"norvia-igf" is registered already; choose another name/)
      const twin = { ...feed, id: SourceId.make("norvia-igf/other") }
      assert.match(
        (yield* Effect.flip(registry.addSource(twin))).message,
        /feed\/ is registered already as "norvia-igf\/feed"/
      )
      const orphan = {
        ...feed,
        initiativeId: InitiativeId.make("atlantis-igf"),
        url: HttpUrl.make("https://a.example/")
      }
      const message = (yield* Effect.flip(
        registry.addSource({ ...orphan, id: SourceId.make("norvia-igf/x") })
      )).message
      assert.match(message, /there is no initiative "atlantis-igf"; add it first/)
      assert.match(message, /must be named "atlantis-igf\/\.\.\."/)
    }).pipe(Effect.provide(fresh))
  )

  it.effect("imports all or nothing, and names every fault with its line", () =>
    Effect.gen(function* () {
      const registry = yield* Registry
      const text = [
        "id,name,type,unGroups",
        "norvia-igf,Norvia IGF,national,WEOG",
        "norvia-igf,Norvia Forum,national,WEOG",
        "atlantis-igf,Atlantis IGF,village,WEOG"
      ].join("\n")
      const error = yield* Effect.flip(registry.importFiles([{ name: "nris.csv", text }]))
      assert.match(error.message, /nris\.csv, line 3: "norvia-igf" stands already in nris\.csv, line 2/)
      assert.match(error.message, /nris\.csv, line 4: /)
      assert.deepStrictEqual(yield* registry.list(), [])
    }).pipe(Effect.provide(fresh))
  )

  it.effect("tells in a dry run what would change, and changes nothing", () =>
    Effect.gen(function* () {
      const registry = yield* Registry
      yield* registry.add({ initiative: norvia, sources: [feed] })
      const text =
        "id,initiativeId,kind,url,status\n" +
        `norvia-igf/feed,norvia-igf,feed,${feed.url},approved\n` +
        "norvia-igf/page,norvia-igf,listing,https://igf.norvia.example/,\n"
      const files = [{ name: "sources.csv", text }]
      const dry = yield* registry.importFiles(files, { dryRun: true })
      assert.deepStrictEqual([dry.added, dry.changed], [["norvia-igf/page"], ["norvia-igf/feed"]])
      assert.deepStrictEqual(Option.getOrThrow(yield* registry.show(norvia.id)).sources, [feed])
      assert.deepStrictEqual(yield* registry.importFiles(files), { ...dry, dryRun: false })
      const sources = Option.getOrThrow(yield* registry.show(norvia.id)).sources
      assert.deepStrictEqual(
        sources.map(({ status }) => status),
        ["approved", "proposed"]
      )
    }).pipe(Effect.provide(fresh))
  )
})
