import { existsSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import {
  Captures,
  copyStore,
  Database,
  Items,
  Reviews,
  Runs,
  Statements,
  Store,
  storeFileName,
  storeInfo,
  type StoreOptions,
  Visits
} from "../../src/store/index.ts"
import { HttpUrl } from "../../src/domain/index.ts"
import { administer, freshDatabase } from "../postgres/database.ts"
import * as Example from "./example.ts"

const inStore = (options: StoreOptions) => Effect.provide(Layer.fresh(Store.layer(options)))

/** A new database as options, with its name. */
const newDatabase = Effect.map(freshDatabase, ({ name, url }) => ({
  name,
  options: { databaseUrl: Redacted.make(url) }
}))

const about = { mediaType: "text/plain", charset: null, url: "https://a.example/", retrievedAt: Example.at }

/** Something in most tables, with text and bytes that are easily spoilt. */
const fill = Effect.gen(function* () {
  yield* Example.register
  yield* Example.commitMessages
  const run = yield* (yield* Runs).start("manual")
  yield* (yield* Visits).record({
    runId: run.id,
    sourceId: null,
    purpose: "robots",
    url: "https://a.example/robots.txt",
    finalUrl: null,
    outcome: "not-found",
    status: 404,
    mediaType: null,
    charset: null,
    bytes: 3_000_000_000,
    captureId: null,
    etag: null,
    lastModified: null,
    startedAt: Example.at,
    durationMs: 7,
    message: 'Not there: été, 夏, \u{1f30a}, "quoted", {braces}, back\\slash, NULL.'
  })
  yield* (yield* Reviews).append({
    by: "A. Clerk",
    reason: "",
    decision: { _tag: "exclude", statementId: Example.statement(Example.messages2025.id, 0, "access").id }
  })
  const captures = yield* Captures
  for (const size of [0, 1, 300_000]) {
    yield* captures.put(
      Uint8Array.from({ length: size }, (_, index) => (index * index) % 251),
      about
    )
  }
  const items = Array.from({ length: 2500 }, (_, index) => ({
    url: HttpUrl.make(`https://a.example/${index}`),
    fetchUrl: null,
    title: index % 2 === 0 ? null : `Zähler ${index}`,
    publishedAt: null,
    publishedFrom: null,
    summary: null,
    signature: String(index)
  }))
  yield* (yield* Items).record(Example.norviaFeed, items)
})

describe("Copying a store", () => {
  it.effect("brings everything to PostgreSQL and back, with the same rows and fingerprints", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const database = yield* newDatabase
      const back = join(directory, "back")
      yield* fill.pipe(inStore({ directory }))
      const stages: Array<string> = []
      const there = yield* copyStore({
        from: { directory },
        to: database.options,
        onProgress: ({ done, stage, total }) => Effect.sync(() => stages.push(`${stage} ${done === total}`))
      })
      const again = yield* copyStore({ from: database.options, to: { directory: back } })
      assert.deepStrictEqual(
        again.tables,
        there.tables.toSorted(
          (a, b) =>
            again.tables.findIndex((one) => one.name === a.name) -
            again.tables.findIndex((one) => one.name === b.name)
        )
      )
      assert.include(stages, "copied true")
      assert.strictEqual(stages.at(-1), "checked true")
      const rows = Object.fromEntries(there.tables.map((table) => [table.name, table.rows]))
      assert.deepInclude(rows, { items: 2500, statements: 2, captures: 4, reviews: 1, visits: 1 })
      yield* Effect.gen(function* () {
        assert.deepStrictEqual(yield* (yield* Captures).verifyAll, { checked: 4, damaged: [] })
        assert.strictEqual(yield* (yield* Statements).count(), 2)
        // Numbers go on after those that came along.
        const [visits, runs] = [yield* Visits, yield* Runs]
        const [run] = yield* runs.list()
        const [first] = run === undefined ? [] : yield* visits.byRun(run.id)
        const next = first === undefined ? first : yield* visits.record(first)
        assert.strictEqual(next?.id, 2)
        assert.strictEqual(first?.bytes, 3_000_000_000)
        const info = yield* storeInfo
        assert.deepInclude(info, { engine: "postgres" })
        assert.deepInclude(info.rows, { items: 2500, captures: 4 })
        assert.match(info.version, /^\d\d\./)
        assert.isAbove(info.bytes, 100_000)
      }).pipe(inStore(database.options))
      const info = yield* storeInfo.pipe(inStore({ directory: back }))
      assert.deepInclude(info, { engine: "sqlite", place: join(back, storeFileName) })
      assert.deepInclude(info.rows, { items: 2500, captures: 4 })
    })
  )

  it.effect("refuses a target that holds anything, and the source itself", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const other = yield* Example.temporaryDirectory
      yield* Example.register.pipe(inStore({ directory }))
      yield* Example.register.pipe(inStore({ directory: other }))
      const full = yield* Effect.flip(copyStore({ from: { directory }, to: { directory: other } }))
      assert.match(full.message, /is not empty \(initiatives\): name a new folder/)
      const same = yield* Effect.flip(copyStore({ from: { directory }, to: { directory } }))
      assert.match(same.message, /both source and target/)
    })
  )

  it.effect("leaves nothing in the target when it fails half-way, and says so", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const { name, options } = yield* newDatabase
      yield* fill.pipe(inStore({ directory }))
      const failure = yield* Effect.flip(
        copyStore({
          from: { directory },
          to: options,
          onProgress: ({ table }) =>
            table === "captures"
              ? administer([
                  `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`
                ])
              : Effect.void
        })
      )
      assert.match(failure.message, /does not answer.* The copy was undone: .* holds nothing of it\.$/)
      const { rows } = yield* storeInfo.pipe(inStore(options))
      assert.deepStrictEqual(new Set(Object.values(rows)), new Set([0]))
    })
  )

  it.effect("carries a damaged capture as it is and names it", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const { options } = yield* newDatabase
      const capture = yield* Effect.flatMap(Captures, (captures) =>
        captures.put(new TextEncoder().encode("original"), about)
      ).pipe(inStore({ directory }))
      const file = new DatabaseSync(join(directory, storeFileName))
      file.exec("DROP TRIGGER captures_no_update; UPDATE captures SET body = x'00'")
      file.close()
      const report = yield* copyStore({ from: { directory }, to: options })
      assert.deepStrictEqual(report.damagedCaptures, [capture.id])
    })
  )

  it.effect("holds no more than a portion of the rows at one time", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const back = join(directory, "back")
      const size = 3_000_000
      yield* Effect.gen(function* () {
        const captures = yield* Captures
        for (const seed of [1, 2, 3, 4]) {
          let state = seed
          const noise = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24
          const bytes = Uint8Array.from({ length: size }, noise)
          yield* captures.put(bytes, about)
        }
      }).pipe(inStore({ directory }))
      let largest = 0
      let before = 0
      yield* copyStore({
        from: { directory },
        to: { directory: back },
        onProgress: ({ done, stage }) =>
          Effect.sync(() => {
            if (stage === "copied") largest = Math.max(largest, done - before)
            before = done
          })
      })
      assert.strictEqual(largest, 1)
      assert.isTrue(existsSync(join(back, storeFileName)))
      yield* Effect.gen(function* () {
        assert.strictEqual((yield* (yield* Captures).verifyAll).checked, 4)
        assert.strictEqual((yield* Database).engine, "sqlite")
      }).pipe(inStore({ directory: back }))
    })
  )
})
