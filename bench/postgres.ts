/**
 * The store on PostgreSQL beside the store on SQLite: the same work in the same run, and the ratio.
 *
 * Prints one line of JSON: milliseconds on each engine (the best of three rounds, in turns) and PostgreSQL's
 * share of SQLite's. The work: outputs with 50 statements each, one transaction an output, eight at a time;
 * all statements listed; those of one issue counted; marks on all statements and clusters replaced; small
 * captures kept one by one; visits recorded in hundreds; a URL's last good visit looked up.
 *
 * Usage: node bench/postgres.ts postgres://user@host/EMPTY-DATABASE [statements, 10000 if not given]
 * The database's schema `tributary` is removed before and after each round.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql"
import { IssueId, OutputId, type Statement, Timestamp, type Visit, ClusterId } from "../src/domain/index.ts"
import {
  Captures,
  Clusters,
  Outputs,
  Runs,
  Statements,
  Store,
  type StoreOptions,
  transaction,
  Visits
} from "../src/store/index.ts"
import * as Example from "../test/store/example.ts"

const [url, size] = process.argv.slice(2)
if (url === undefined)
  throw new Error("Usage: node bench/postgres.ts postgres://user@host/EMPTY-DATABASE [statements]")
const databaseUrl = Redacted.make(url)
const perOutput = 50
const outputCount = Math.ceil(Number(size ?? 10_000) / perOutput)
const lookups = 2000

const corpus = Array.from({ length: outputCount }, (_, index) => {
  const id = OutputId.make(`o-${index.toString(16).padStart(16, "0")}`)
  const output = { ...Example.messages2025, id, url: `https://igf.norvia.example/${index}` }
  const statements: ReadonlyArray<Statement> = Array.from({ length: perOutput }, (_, ordinal) =>
    Example.statement(id, ordinal, ordinal % 2 === 0 ? "access" : "digital-identity")
  )
  return { output, statements }
})
const all = corpus.flatMap(({ statements }) => statements)
const about = { mediaType: "text/html", charset: "utf-8", url: "https://a.example/", retrievedAt: Example.at }

const times = new Map<string, number>()
const timed =
  (name: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.suspend(() => {
      const start = performance.now()
      return Effect.tap(effect, () => Effect.sync(() => times.set(name, performance.now() - start)))
    })

const clusterId = (index: number) => ClusterId.make(`c-${index.toString(16).padStart(16, "0")}`)

const work = Effect.gen(function* () {
  const [outputs, statements, captures] = [yield* Outputs, yield* Statements, yield* Captures]
  const [clusters, visits, runs] = [yield* Clusters, yield* Visits, yield* Runs]
  yield* Example.register
  yield* Effect.forEach(
    corpus,
    ({ output, statements: list }) =>
      transaction(Effect.andThen(outputs.upsert(output), statements.replaceForOutput(output.id, list))),
    { concurrency: 8, discard: true }
  ).pipe(timed("outputs"))
  yield* statements.list().pipe(timed("list"))
  yield* statements.count({ issue: IssueId.make("access") }).pipe(timed("count"))
  yield* Effect.gen(function* () {
    yield* statements.mark(
      all.map(({ id }) => ({ id, isFurniture: false, duplicateOf: null, clusterId: null }))
    )
    const found = corpus.map(({ statements: [first, second] }, index) => ({
      id: clusterId(index),
      representative: first?.id ?? Example.statement(Example.messages2025.id, 0, "access").id,
      members: [first, second].flatMap((one) => (one === undefined ? [] : [one.id]))
    }))
    yield* clusters.replaceAll(found)
  }).pipe(transaction, timed("consolidate"))
  yield* Effect.forEach(
    corpus,
    ({ output }) => captures.put(new TextEncoder().encode(`<p>${output.url}</p>`.repeat(100)), about),
    { discard: true }
  ).pipe(timed("captures"))
  const run = yield* runs.start("manual")
  const visit = (index: number): Omit<Visit, "id"> => ({
    runId: run.id,
    sourceId: Example.norviaFeed.id,
    purpose: "item",
    url: `https://igf.norvia.example/${index}`,
    finalUrl: null,
    outcome: "not-modified",
    status: 304,
    mediaType: null,
    charset: null,
    bytes: 0,
    captureId: null,
    etag: null,
    lastModified: null,
    startedAt: Timestamp.make("2026-01-20T08:00:00.000Z"),
    durationMs: 5,
    message: "Nothing new."
  })
  const hundreds = Array.from({ length: 100 }, (_, index) => index)
  yield* Effect.forEach(
    hundreds,
    (hundred) => visits.recordAll(hundreds.map((index) => visit(hundred * 100 + index))),
    { discard: true }
  ).pipe(timed("visits"))
  yield* Effect.forEach(
    Array.from({ length: lookups }, (_, index) => index),
    (index) => visits.lastSuccessOf(`https://igf.norvia.example/${index}`),
    { concurrency: 8, discard: true }
  ).pipe(timed("lookups"))
})

const emptied = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) => sql`DROP SCHEMA IF EXISTS tributary CASCADE`
).pipe(Effect.provide(PgClient.layer({ url: databaseUrl })))

const round = (options: StoreOptions) =>
  Effect.map(work.pipe(Effect.provide(Layer.fresh(Store.layer(options)))), () => new Map(times))

const best = (rounds: ReadonlyArray<ReadonlyMap<string, number>>, name: string) =>
  Math.min(...rounds.map((one) => one.get(name) ?? Infinity))

const program = Effect.gen(function* () {
  const [files, servers]: [Array<Map<string, number>>, Array<Map<string, number>>] = [[], []]
  for (let rounds = 0; rounds < 3; rounds++) {
    const directory = mkdtempSync(join(tmpdir(), "tributary-bench-"))
    files.push(yield* round({ directory }))
    rmSync(directory, { recursive: true, force: true })
    yield* emptied
    servers.push(yield* round({ databaseUrl }))
    yield* emptied
  }
  const figures = [...(files[0]?.keys() ?? [])].map((name) => {
    const [sqlite, postgres] = [best(files, name), best(servers, name)]
    return [
      name,
      {
        sqliteMs: Math.round(sqlite),
        postgresMs: Math.round(postgres),
        ratio: Number((postgres / sqlite).toFixed(2))
      }
    ] as const
  })
  console.log(JSON.stringify({ bench: "postgres", statements: all.length, ...Object.fromEntries(figures) }))
})

await Effect.runPromise(program)
