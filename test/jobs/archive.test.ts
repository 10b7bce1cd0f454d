import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { serveFixtures } from "../../fixtures/server.ts"
import { InitiativeId, IsoDate, VisitId } from "../../src/domain/index.ts"
import { exportArchive, importArchive, verifyStore } from "../../src/ingest/archive/index.ts"
import { addFile, renormalize } from "../../src/jobs/index.ts"
import { Captures, Outputs, Reviews, Statements, Visits } from "../../src/store/index.ts"
import { readStrictly } from "../ingest/archive/strict-reader.ts"
import { temporaryDirectory } from "../store/example.ts"
import { contentsOf, damageOneCapture, importAll, register, services } from "./fixture-store.ts"

const everything = { initiativeIds: [], from: null, to: null }
const beispielstadt = InitiativeId.make("beispielstadt-igf")

/** A store with two runs of three initiatives, an upload whose name is no URI, and reviews. */
const filled = Effect.fnUntraced(function* (directory: string) {
  const fixtures = yield* serveFixtures
  yield* Effect.gen(function* () {
    yield* register(["beispielstadt-igf", "old-port-youth", "igf-yunhai"])
    yield* importAll
    fixtures.setRevision(2)
    yield* importAll
    const added = yield* addFile({
      initiativeId: beispielstadt,
      fileName: "Botschaften 2024 (endgültig) 100%.md",
      bytes: new TextEncoder().encode(
        "# Botschaften 2024\n\n1. Wir empfehlen, dass alle Schulen einen Anschluss ans Netz bekommen.\n2. Der Schutz der Kinder im Netz muss Vorrang haben.\n"
      ),
      title: null,
      publishedAt: IsoDate.make("2024-10-01"),
      kind: "messages",
      by: "Secretariat"
    })
    const [statement] = yield* (yield* Statements).list({ outputId: added.output.id })
    if (statement !== undefined) {
      const decision = { _tag: "exclude", statementId: statement.id } as const
      yield* (yield* Reviews).append({ by: "A reviewer", reason: "Said in jest.", decision })
    }
    yield* renormalize()
  }).pipe(Effect.provide(services(directory, fixtures)))
  return fixtures
})

/** Ids and blocks of all records but the first. */
const bodies = (path: string) =>
  readStrictly(readFileSync(path))
    .filter(({ type }) => type !== "warcinfo")
    .map(({ block, fields }) => [fields.get("warc-record-id"), block.toString("latin1")])

describe("archive export", () => {
  it.live(
    "writes WARC 1.1 that a strict reader accepts: each body once, each visit, uploads, revisits",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const fixtures = yield* filled(directory)
        const file = join(directory, "all.warc.gz")
        yield* Effect.gen(function* () {
          const report = yield* exportArchive(file, everything, "0.0.0")
          const again = join(directory, "again.warc.gz")
          yield* exportArchive(again, everything, "0.0.0")
          assert.deepStrictEqual(report.damaged, [])

          const records = readStrictly(readFileSync(file))
          const of = (type: string) => records.filter((record) => record.type === type)
          const captures = yield* Captures
          const { checked } = yield* captures.verifyAll
          assert.strictEqual(of("response").length + of("resource").length, checked)
          assert.strictEqual(report.captures, checked)
          for (const { fields, payload } of [...of("response"), ...of("resource")]) {
            const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(fields.get("warc-payload-digest") ?? "") ?? []
            assert.isDefined(hex)
            assert.isAbove(payload.length, 0)
          }
          for (const { block, fields } of of("response")) {
            assert.match(fields.get("tributary-http-headers") ?? "", /^synthesised/)
            assert.match(block.toString("latin1", 0, 17), /^HTTP\/1\.1 200 OK\r\n$/)
          }
          const notModified = of("revisit").filter(({ fields }) =>
            fields.get("warc-profile")?.endsWith("server-not-modified")
          )
          assert.isAbove(notModified.length, 5)
          const ids = new Set(records.map(({ fields }) => fields.get("warc-record-id")))
          for (const { fields } of of("revisit")) assert.isTrue(ids.has(fields.get("warc-refers-to")))
          assert.deepStrictEqual(
            of("resource").map(({ fields }) => fields.get("warc-target-uri")),
            ["upload:Botschaften%202024%20(endg%C3%BCltig)%20100%25.md"]
          )
          // The same store gives the same records; only the first and the day of writing differ.
          assert.deepStrictEqual(bodies(again), bodies(file))
          assert.deepStrictEqual(
            readdirSync(directory).filter((name) => name.endsWith(".part")),
            []
          )
        }).pipe(Effect.provide(services(directory, fixtures)))
      }),
    60_000
  )

  it.live(
    "gives back the same outputs and statements when it is imported into an empty store and renormalised",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const rebuilt = yield* temporaryDirectory
        const fixtures = yield* filled(directory)
        const file = join(directory, "all.warc.gz")
        yield* exportArchive(file, everything, "0.0.0").pipe(Effect.provide(services(directory, fixtures)))
        yield* Effect.gen(function* () {
          const report = yield* importArchive([file])
          assert.deepStrictEqual(report.problems, [])
          yield* renormalize()
          const before = contentsOf(rebuilt)
          const again = yield* importArchive([file])
          const { captures, initiatives, items, outputs, reviews, runs, sources, versions, visits } = again
          assert.deepStrictEqual(
            { captures, initiatives, items, outputs, reviews, runs, sources, versions, visits },
            {
              captures: 0,
              initiatives: 0,
              items: 0,
              outputs: 0,
              reviews: 0,
              runs: 0,
              sources: 0,
              versions: 0,
              visits: 0
            }
          )
          assert.deepStrictEqual(contentsOf(rebuilt), before)
        }).pipe(Effect.provide(services(rebuilt, fixtures)))
        const original = contentsOf(directory)
        assert.isAbove(original["statements"]?.length ?? 0, 50)
        assert.deepStrictEqual(contentsOf(rebuilt), original)

        // The rebuilt store goes on as the old one would: it asks with validators and finds nothing new.
        fixtures.clearLog()
        yield* Effect.provide(importAll, services(rebuilt, fixtures))
        const asked = fixtures.log().filter(({ url }) => !url.endsWith("/robots.txt"))
        assert.isAbove(asked.length, 5)
        assert.deepStrictEqual(
          asked.filter(({ conditional }) => !conditional).map(({ url }) => url),
          []
        )
        assert.deepStrictEqual(contentsOf(rebuilt), original)
      }),
    60_000
  )

  it.live(
    "leaves out what the selection leaves out, and its parts add up to the whole",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const rebuilt = yield* temporaryDirectory
        const fixtures = yield* filled(directory)
        const others = ["old-port-youth", "igf-yunhai"].map((id) => InitiativeId.make(id))
        const [one = "", two = "", none = ""] = ["one", "two", "none"].map((name) =>
          join(directory, `${name}.warc.gz`)
        )
        yield* Effect.gen(function* () {
          yield* exportArchive(one, { ...everything, initiativeIds: [beispielstadt] }, "0.0.0")
          yield* exportArchive(two, { ...everything, initiativeIds: others }, "0.0.0")
          const past = { ...everything, to: IsoDate.make("2001-01-01") }
          const report = yield* exportArchive(none, past, "0.0.0")
          assert.deepInclude(report, { captures: 0, visits: 0, outputs: 0 })
        }).pipe(Effect.provide(services(directory, fixtures)))
        assert.isFalse(
          readStrictly(readFileSync(one)).some(
            ({ fields }) => fields.get("warc-target-uri")?.includes("yunhai") === true
          )
        )
        yield* Effect.gen(function* () {
          yield* importArchive([one])
          const outputs = yield* (yield* Outputs).list()
          assert.isAbove(outputs.length, 3)
          assert.isTrue(outputs.every(({ initiativeId }) => initiativeId === beispielstadt))
          const { problems } = yield* importArchive([two])
          assert.deepStrictEqual(problems, [])
          yield* renormalize()
          assert.isAbove((yield* (yield* Visits).page(VisitId.make(0), 1000)).length, 10)
        }).pipe(Effect.provide(services(rebuilt, fixtures)))
        assert.deepStrictEqual(contentsOf(rebuilt), contentsOf(directory))
      }),
    60_000
  )
})

describe("archive verify", () => {
  it.live("names a damaged capture, and an import from an archive puts it back", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const fixtures = yield* serveFixtures
      const file = join(directory, "all.warc.gz")
      yield* Effect.gen(function* () {
        yield* register(["beispielstadt-igf"])
        yield* importAll
        yield* exportArchive(file, everything, "0.0.0")
        assert.deepStrictEqual((yield* verifyStore).damaged, [])
      }).pipe(Effect.provide(services(directory, fixtures)))

      const intact = contentsOf(directory)
      yield* Effect.gen(function* () {
        const id = damageOneCapture(directory)
        const { damaged } = yield* verifyStore
        assert.lengthOf(damaged, 1)
        assert.match(
          damaged[0] ?? "",
          new RegExp(`^The capture ${id} of http://www\\.igf-beispielstadt\\.example/`)
        )
        const exported = yield* exportArchive(join(directory, "rest.warc.gz"), everything, "0.0.0")
        assert.lengthOf(exported.damaged, 1)
        const report = yield* importArchive([file])
        assert.strictEqual(report.repaired, 1)
        assert.deepStrictEqual((yield* verifyStore).damaged, [])
      }).pipe(Effect.provide(services(directory, fixtures)))
      assert.deepStrictEqual(contentsOf(directory), intact)
    })
  )
})
