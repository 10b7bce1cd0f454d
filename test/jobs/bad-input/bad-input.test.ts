/**
 * Bad input at the level of an import. Each row is a source that was well, turns hostile and recovers; the
 * table says what the visit is called, what a person is told, and what remains in the store.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, layer } from "@effect/vitest"
import { Context, Effect, Layer, Option, Schema } from "effect"
import { RegistryEntry, type Output, type SourceId } from "../../../src/domain/index.ts"
import { verifyStore } from "../../../src/ingest/archive/index.ts"
import { Registry } from "../../../src/ingest/registry/index.ts"
import { HostLookup } from "../../../src/ingest/visit/connector.ts"
import { VisitConfig, Visitor } from "../../../src/ingest/visit/index.ts"
import { importRun, reached, type SourceReport } from "../../../src/jobs/index.ts"
import { Normalizer } from "../../../src/normalize/normalizer.ts"
import { Items, Outputs, Sources, Statements, Store } from "../../../src/store/index.ts"
import { leads } from "./documents.ts"
import { lists } from "./lists.ts"
import type { Row } from "./row.ts"
import { doorOf, hostOf, serveRows } from "./server.ts"
import { transport } from "./transport.ts"

const rows: ReadonlyArray<Row> = [...transport, ...lists, ...leads]

const sourceId = (index: number): string => `table-bay-igf/row-${index}`

const entryOf = Schema.decodeUnknownSync(RegistryEntry)({
  initiative: {
    id: "table-bay-igf",
    name: "Table Bay IGF",
    type: "national",
    country: "XA",
    unGroups: ["African Group"],
    languages: ["en"],
    website: null,
    evidenceUrl: null
  },
  sources: rows.map((row, index) => ({
    id: sourceId(index),
    initiativeId: "table-bay-igf",
    kind: row.kind ?? "feed",
    url: `http://${hostOf(index)}${doorOf(row)}`,
    status: "approved",
    verified: true,
    validFrom: null,
    validUntil: null,
    options: row.kind === "listing" ? { selectors: { item: "article.entry" } } : {}
  }))
})

const loopback = { address: "127.0.0.0", family: "ipv4", prefix: 8 } as const

/** What remains of one source after a run. */
const remains = Effect.fnUntraced(function* (id: SourceId) {
  const outputs = yield* Outputs
  const statements = yield* Statements
  const own = (yield* outputs.list({ initiativeId: entryOf.initiative.id })).filter(
    (output) => output.sourceId === id
  )
  const read = (output: Output) =>
    Effect.map(outputs.latestVersion(output.id), (version) => Option.getOrUndefined(version)?.document)
  return {
    state: yield* (yield* Sources).state(id),
    items: yield* (yield* Items).list(id),
    outputs: yield* Effect.forEach(own, (output) =>
      Effect.map(read(output), (document) => ({ output, document }))
    ),
    first: yield* Effect.forEach(
      own.filter(({ url }) => url.endsWith("/first")),
      ({ id: outputId }) => Effect.map(statements.list({ outputId }), (all) => all.map(({ text }) => text))
    )
  }
})
type Remains = Effect.Success<ReturnType<typeof remains>>

interface Told {
  readonly report: SourceReport | undefined
  readonly left: Remains
}

/** All three runs over all rows, made once. */
class Runs extends Context.Service<
  Runs,
  {
    readonly well: ReadonlyArray<Told>
    readonly hostile: ReadonlyArray<Told>
    readonly recovered: ReadonlyArray<Told>
    readonly damaged: ReadonlyArray<string>
  }
>()("test/jobs/bad-input/Runs") {
  static readonly layer = Layer.effect(
    Runs,
    Effect.gen(function* () {
      const server = yield* serveRows(rows)
      const directory = yield* Effect.acquireRelease(
        Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-bad-"))),
        (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
      )
      const settings = VisitConfig.layerWith({
        allowNets: [loopback],
        bodyTimeout: 3_000,
        connectTimeout: 3_000,
        connectTo: server.connectTo,
        headersTimeout: 12_000,
        maxBytes: 16 * 1024 * 1024,
        // All rows are read by one process: while a bomb unpacks, the others wait.
        visitTimeout: 20_000
      })
      const stored = yield* Layer.build(
        Layer.mergeAll(Registry.layer, Normalizer.layer).pipe(Layer.provideMerge(Store.layer({ directory })))
      )
      const run = Effect.gen(function* () {
        const sources = yield* (yield* Sources).list({ status: "approved" })
        const { sources: reports } = yield* importRun({ sources, trigger: "manual", recheck: "due" })
        return yield* Effect.forEach(entryOf.sources, ({ id }) =>
          Effect.map(remains(id), (left) => ({ left, report: reports.find((one) => one.sourceId === id) }))
        )
      }).pipe(
        // A visitor of its own for each run: what it remembers of hosts would excuse the next one from asking.
        Effect.provide(Layer.fresh(Visitor.layerNoDeps).pipe(Layer.provide(settings))),
        Effect.provideService(HostLookup, server.lookup),
        Effect.provide(stored)
      )
      yield* Effect.flatMap(Registry, (registry) => registry.add(entryOf)).pipe(Effect.provide(stored))
      const well = yield* run
      server.setHostile(true)
      const hostile = yield* run
      server.setHostile(false)
      const recovered = yield* run
      const { damaged } = yield* verifyStore.pipe(Effect.provide(stored))
      return Runs.of({ damaged, hostile, recovered, well })
    })
  )
}

const isSentence = /^\S[\s\S]*\S[.]$/

const toldOf = (all: ReadonlyArray<Told>, index: number): { report: SourceReport; left: Remains } => {
  const told = all[index]
  assert.isDefined(told?.report, "the run reports on the source")
  return { left: told.left, report: told.report }
}

layer(Runs.layer, { timeout: "180 seconds", excludeTestServices: true })("A source", (it) => {
  for (const [index, row] of rows.entries()) {
    it.effect(`${row.source}: ${row.alarm ?? row.outcome}`, () =>
      Effect.gen(function* () {
        const runs = yield* Runs
        const before = toldOf(runs.well, index)
        assert.deepStrictEqual([before.report.outcome, before.left.items.length], ["ok", 1], "well at first")
        assert.lengthOf(before.left.first[0] ?? [], 4)

        const { left, report } = toldOf(runs.hostile, index)
        const { state } = left
        assert.strictEqual(report.outcome, row.outcome, report.message)
        assert.strictEqual(report.alarm, row.alarm ?? null, report.message)
        assert.strictEqual(state.lastOutcome, row.outcome)
        assert.strictEqual(state.alarm, row.alarm ?? null)
        assert.include(state.lastMessage, row.says)
        for (const sentence of [
          state.lastMessage ?? "",
          ...report.warnings,
          ...report.failures.map(({ message }) => message)
        ])
          assert.match(sentence, isSentence)
        if (row.warns !== undefined) assert.include(report.warnings.join("\n"), row.warns)
        const failures = row.failures ?? []
        assert.deepStrictEqual(
          [...new Set(report.failures.map(({ outcome }) => outcome))],
          failures.map(([outcome]) => outcome),
          report.failures[0]?.message
        )
        for (const [at, [, words]] of failures.entries()) assert.include(report.failures[at]?.message, words)

        // What was there is there still, and nothing that was promised is forgotten.
        assert.deepStrictEqual(left.first, before.left.first)
        assert.lengthOf(left.items, row.items ?? 1)
        assert.lengthOf(left.outputs, row.outputs ?? 1)
        const read = JSON.stringify(left.outputs.map(({ document }) => document))
        if (row.reads !== undefined) assert.include(read, row.reads)
        if (row.never !== undefined) assert.notInclude(read, row.never)

        // It will be asked again, a failing source later each time, and never before its server wants it.
        assert.strictEqual(state.failures, reached(row.outcome) ? 0 : 1)
        assert.isAbove(Date.parse(state.nextVisitAt ?? ""), Date.parse(state.lastVisitAt ?? "") + 3_500_000)
        assert.include(state.nextVisitReason, row.next ?? (reached(row.outcome) ? "" : "It failed once"))

        const after = toldOf(runs.recovered, index)
        assert.isTrue(reached(after.report.outcome), after.report.message)
        assert.deepStrictEqual([after.left.state.alarm, after.left.state.failures], [null, 0])
        assert.deepStrictEqual(after.left.first, before.left.first)
        assert.isAtLeast(after.left.outputs.length, left.outputs.length)
      })
    )
  }

  it.effect("leaves no capture damaged, whatever it was", () =>
    Effect.map(Runs, ({ damaged }) => assert.deepStrictEqual(damaged, []))
  )
})
