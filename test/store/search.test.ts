/** Full-text search: every script, accents, phrases, facets, and an index that follows the statements. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import fc from "fast-check"
import { Initiative, Output, Statement } from "../../src/domain/index.ts"
import {
  Initiatives,
  matchedSpans,
  Outputs,
  type PlacedMatch,
  Readings,
  Search,
  Statements,
  Store,
  storeFileName
} from "../../src/store/index.ts"
import { beforeTestsOf, engines, type TestedEngine } from "./engines.ts"
import { searchWords } from "../../src/store/search/text.ts"

/** The same rows in a store as the program of step 3 made it, without the steps that came later. */
const asStep3 = (file: string, older: string): void => {
  const database = new DatabaseSync(older, { enableForeignKeyConstraints: false })
  const released = readFileSync(new URL("released/0003.sql", import.meta.url), "utf8")
  database.exec(`PRAGMA application_id = 1414678850;\n${released}`)
  database.prepare("ATTACH ? AS newer").run(file)
  const tables = database.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").all()
  for (const { name } of tables) {
    if (typeof name !== "string" || name.startsWith("sqlite_") || name === "migrations") continue
    const columns = database
      .prepare(`SELECT name FROM pragma_table_info('${name}')`)
      .all()
      .map((column) => `"${String(column["name"])}"`)
      .join(", ")
    database.exec(`INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM newer.${name}`)
  }
  database.exec("INSERT INTO main.migrations SELECT * FROM newer.migrations WHERE migration_id <= 3")
  database.close()
}

const initiative = Schema.decodeUnknownSync(Initiative)({
  id: "old-port-igf",
  name: "Old Port IGF",
  type: "national",
  country: "XN",
  unGroups: ["WEOG"],
  languages: ["en"],
  website: null,
  evidenceUrl: null
})

const outputOf = (id: string, publishedAt: string | null) =>
  Schema.decodeUnknownSync(Output)({
    id,
    initiativeId: initiative.id,
    sourceId: null,
    url: `https://old-port.example/${id}`,
    title: "Messages",
    kind: "messages",
    kindReasons: [],
    inDoubt: false,
    language: "en",
    publishedAt,
    publishedFrom: publishedAt === null ? null : "meta",
    edition: null,
    eventStart: null,
    eventEnd: null,
    sameAs: null,
    supersededBy: null,
    firstSeenAt: "2026-01-01T00:00:00.000Z"
  })

const older = outputOf("o-0000000000000001", "2024-11-04")
const newer = outputOf("o-0000000000000002", "2025-11-04")

const texts: ReadonlyArray<readonly [language: string, text: string]> = [
  ["en", "Community networks should be licensed with little paperwork."],
  ["fr", "L’accès des communautés rurales à l’Internet reste un défi."],
  ["zh", "应当保护儿童在网络上的安全和隐私。"],
  ["ar", "يجب حماية الأطفال على الإنترنت وضمان الخصوصيّة."],
  ["th", "ควรคุ้มครองความเป็นส่วนตัวของผู้ใช้อินเทอร์เน็ต"],
  ["ru", "Всё население должно получить доступ к сети."],
  ["de", "Die Straße zum Netz führt über die Gemeinden."]
]

const statementsOf = (output: Output, prefix: string) =>
  texts.map(([language, text], ordinal) =>
    Schema.decodeUnknownSync(Statement)({
      id: `s-${prefix}${ordinal.toString(16).padStart(15, "0")}`,
      outputId: output.id,
      initiativeId: initiative.id,
      ordinal,
      text,
      language,
      kind: ordinal === 0 ? "recommendation" : "key-message",
      place: { block: ordinal, headings: [], number: null, page: null, anchor: null },
      issues: ordinal < 2 ? [{ id: "access-and-digital-divide", score: 0.9, evidence: [] }] : [],
      caseName: null,
      attribution: null,
      leadIn: null,
      duplicateOf: null,
      clusterId: null
    })
  )

const withStoreOf =
  ({ fresh }: TestedEngine) =>
  <A, E>(effect: Effect.Effect<A, E, Store | Initiatives | Outputs | Statements | Search | Readings>) =>
    Effect.scoped(Effect.flatMap(fresh, (options) => Effect.provide(effect, Store.layer(options))))

const fill = Effect.gen(function* () {
  yield* (yield* Initiatives).upsert([initiative])
  for (const [output, prefix] of [
    [older, "a"],
    [newer, "b"]
  ] as const) {
    yield* (yield* Outputs).upsert(output)
    yield* (yield* Statements).replaceForOutput(output.id, statementsOf(output, prefix))
  }
})

const ids = Effect.fnUntraced(function* (text: string, facets = {}) {
  const found = yield* (yield* Search).find({ text, facets, limit: 50, offset: 0 })
  assert.strictEqual(found.count, found.ids.length)
  return found.ids.map((id) => `${id.slice(2, 3)}${Number.parseInt(id.slice(3), 16)}`)
})

describe.each(engines)("Search in $name", (engine) => {
  beforeTestsOf(engine)
  const withStore = withStoreOf(engine)
  it.effect("finds words of every script, whatever their accents, case and endings", () =>
    withStore(
      Effect.gen(function* () {
        yield* fill
        for (const [query, place] of [
          ["NETWORK", 0],
          ["communaute acces", 1],
          ["défi", 1],
          ["儿童", 2],
          ["网络安全", 2],
          ["الاطفال", 3],
          ["خصوصية", 3],
          ["إنترنت", 3],
          ["อินเทอร์เน็ต", 4],
          ["все", 5],
          ["strasse", 6]
        ] as const) {
          assert.deepStrictEqual(yield* ids(query), [`b${place}`, `a${place}`], query)
        }
      })
    )
  )

  it.effect("takes words in quotation marks as a phrase, and all others in any order", () =>
    withStore(
      Effect.gen(function* () {
        yield* fill
        assert.deepStrictEqual(yield* ids('"community networks"'), ["b0", "a0"])
        assert.deepStrictEqual(yield* ids('"networks community"'), [])
        assert.deepStrictEqual(yield* ids("networks community"), ["b0", "a0"])
        assert.deepStrictEqual(yield* ids("networks unknownword"), [])
      })
    )
  )

  it.effect("shows the newest output first, and narrows by issue, kind, language, year and initiative", () =>
    withStore(
      Effect.gen(function* () {
        yield* fill
        assert.deepStrictEqual(yield* ids("", { issue: "access-and-digital-divide" }), [
          "b0",
          "b1",
          "a0",
          "a1"
        ])
        assert.deepStrictEqual(yield* ids("", { kind: "recommendation", year: "2024" }), ["a0"])
        assert.deepStrictEqual(yield* ids("", { language: "zh", initiatives: ["old-port-igf"] }), [
          "b2",
          "a2"
        ])
        assert.deepStrictEqual(yield* ids("network", { type: "national", group: "WEOG" }), ["b0", "a0"])
        assert.deepStrictEqual(yield* ids("network", { type: "youth" }), [])
        assert.deepStrictEqual(yield* ids("network", { group: "GRULAC", year: "2024" }), [])
        assert.deepStrictEqual(yield* ids("", { year: "1970" }), [], "nothing without a date is of a year")
        assert.deepStrictEqual(yield* ids("", { year: "20" }), [])
        assert.deepStrictEqual(yield* ids("", { initiatives: [] }), [])
        assert.deepStrictEqual(yield* ids("", { initiatives: ["another-igf"] }), [])
        assert.strictEqual((yield* ids("")).length, 14)
        assert.deepStrictEqual(yield* ids("?!"), [])
      })
    )
  )

  it.effect("follows initiatives: one that becomes another type or joins a group is found by it", () =>
    withStore(
      Effect.gen(function* () {
        yield* fill
        const initiatives = yield* Initiatives
        yield* initiatives.upsert([{ ...initiative, name: "Old Port Forum" }])
        assert.deepStrictEqual(yield* ids("network", { type: "national" }), ["b0", "a0"])
        yield* initiatives.upsert([{ ...initiative, type: "youth", unGroups: ["WEOG", "African Group"] }])
        assert.deepStrictEqual(yield* ids("network", { type: "national" }), [])
        assert.deepStrictEqual(yield* ids("network", { type: "youth", group: "African Group" }), ["b0", "a0"])
        const [issue] = [...(yield* (yield* Readings).issueTotals()).values()]
        assert.strictEqual(issue?.statements, 4)
      })
    )
  )

  it.effect("gives the next matches after a place, the same as one page of all", () =>
    withStore(
      Effect.gen(function* () {
        yield* fill
        const search = yield* Search
        for (const facets of [{}, { year: "2024" }, { group: "WEOG" }]) {
          const all = yield* search.part({ text: "", facets, after: null, limit: 50 })
          const found: Array<string> = []
          for (let after: number | null = null; found.length <= all.length;) {
            const part: ReadonlyArray<PlacedMatch> = yield* search.part({ text: "", facets, after, limit: 3 })
            const last = part.at(-1)
            if (last === undefined) break
            found.push(...part.map(({ id }) => id))
            after = last.place
          }
          assert.deepStrictEqual(
            found,
            all.map(({ id }) => id)
          )
          assert.isAbove(found.length, 6)
        }
      })
    )
  )

  it.effect(
    "follows the statements: what is replaced is found no more, what became boilerplate neither",
    () =>
      withStore(
        Effect.gen(function* () {
          yield* fill
          const [first] = statementsOf(newer, "b")
          if (first === undefined) throw new Error("there are statements")
          yield* (yield* Outputs).upsert({ ...newer, publishedAt: older.publishedAt })
          yield* (yield* Statements).replaceForOutput(newer.id, [
            { ...first, text: "Shared spectrum helps villages." }
          ])
          assert.deepStrictEqual(yield* ids("networks"), ["a0"])
          assert.deepStrictEqual(yield* ids("spectrum", { year: "2024" }), ["b0"])
          const [last] = statementsOf(older, "a")
          if (last === undefined) throw new Error("there are statements")
          yield* (yield* Statements).mark([
            { id: last.id, isFurniture: true, duplicateOf: null, clusterId: null }
          ])
          assert.deepStrictEqual(yield* ids("networks"), [])
        })
      )
  )

  it.effect("counts issues and years, and knows when anything changed", () =>
    withStore(
      Effect.gen(function* () {
        const readings = yield* Readings
        // A server that other tests write to may change it too; it then is the same at one of the next looks.
        const isStill = Effect.zipWith(readings.revision, readings.revision, (one, other) => one === other)
        assert.isTrue(yield* Effect.repeat(isStill, { until: (still) => still, times: 50 }))
        const before = yield* readings.revision
        yield* fill
        assert.notStrictEqual(yield* readings.revision, before)
        const [issue] = [...(yield* readings.issueTotals()).values()]
        if (issue === undefined) throw new Error("there is an issue")
        assert.deepStrictEqual({ ...issue }, { issue: issue.issue, initiatives: 1, statements: 4 })
        assert.deepStrictEqual(yield* readings.yearsOfIssue(issue.issue), [
          { year: "2024", initiatives: 1, statements: 2 },
          { year: "2025", initiatives: 1, statements: 2 }
        ])
        assert.deepStrictEqual(yield* readings.yearsOfInitiative(initiative.id), [
          { year: "2024", outputs: 1, statements: 7 },
          { year: "2025", outputs: 1, statements: 7 }
        ])
      })
    )
  )

  it.effect("takes any text that a reader may type, signs of query languages too", () =>
    withStore(
      Effect.gen(function* () {
        yield* fill
        const search = yield* Search
        const typed = fc.sample(fc.oneof(fc.string({ unit: "binary" }), fc.string()), 100)
        for (const text of [
          ...typed,
          '"',
          "a AND OR",
          "NEAR(",
          "words : x",
          "-a",
          "(",
          "*",
          "'",
          "\\",
          "i:x"
        ]) {
          yield* search.find({ text, facets: { issue: text, year: text, kind: text }, limit: 5, offset: 0 })
          yield* search.find({ text, facets: {}, limit: 5, offset: 0 })
        }
      })
    )
  )
})

describe("An older store", () => {
  it.effect("is entered when it is opened", () =>
    Effect.acquireUseRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-search-"))),
      (directory) =>
        Effect.gen(function* () {
          yield* Effect.provide(fill, Store.layer({ directory }))
          const older = join(directory, "older")
          mkdirSync(older)
          asStep3(join(directory, storeFileName), join(older, storeFileName))
          yield* Effect.gen(function* () {
            assert.deepStrictEqual(yield* ids("儿童"), ["b2", "a2"])
          }).pipe(Effect.provide(Store.layer({ directory: older })))
        }),
      (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
    )
  )
})

describe("Words for search", () => {
  it("know their places, so that what was found can be marked", () => {
    const text = "L’accès des communautés à l’Internet"
    const marked = matchedSpans(text, "acces communaute").map(({ end, start }) => text.slice(start, end))
    assert.deepStrictEqual(marked, ["accès", "communautés"])
    assert.deepStrictEqual(
      matchedSpans("应当保护儿童在网络上的安全", "儿童 安全").map(({ start }) => start),
      [4, 11]
    )
  })

  it("stay inside the text and in order, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        let at = 0
        for (const { end, start, text: word } of searchWords(text)) {
          assert.isAtLeast(end, start)
          assert.isAtLeast(start, at)
          assert.isAtMost(end, text.length)
          assert.notMatch(word, /[\s:"']/)
          at = start
        }
      })
    )
  })
})
