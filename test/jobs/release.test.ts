/** Releases over the real store: frozen, verified after the world has changed, compared, refused when tampered with. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { zstdCompressSync, zstdDecompressSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option } from "effect"
import { serveFixtures } from "../../fixtures/server.ts"
import { ReleaseNumber, StatementId } from "../../src/domain/index.ts"
import { compareDigests, renderJson } from "../../src/export/index.ts"
import {
  findMeeting,
  freezeDigest,
  keptRelease,
  loadCycles,
  makeDigest,
  renormalize,
  verifyRelease,
  writeDigest
} from "../../src/jobs/index.ts"
import { Outputs, Releases, Reviews, storeFileName } from "../../src/store/index.ts"
import { importAll, register, services } from "./fixture-store.ts"

/** Two initiatives in whose pages something changes silently, and one that is heard later. */
const early = ["norvia-igf", "harrow-islands-igf"]
const late = ["fgi-tessaly"]

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-release-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
)

const number = (text: string) => ReleaseNumber.make(text)

/** The request to freeze the meeting for which the fixtures are dated. */
const requestIn = Effect.fnUntraced(function* (directory: string) {
  const cycles = yield* loadCycles(directory)
  const found = yield* findMeeting(cycles, "2026-first-consultations")
  return { ...found, number: null, by: "A. Clerk" }
})

/** Writes to the file behind the back of the program, the triggers taken off as a tamperer would. */
const tamper = (directory: string, change: (database: DatabaseSync) => void) => {
  const database = new DatabaseSync(join(directory, storeFileName))
  try {
    for (const trigger of ["releases_no_update", "release_contents_no_update", "captures_no_update"]) {
      database.exec(`DROP TRIGGER IF EXISTS ${trigger}`)
    }
    change(database)
  } finally {
    database.close()
  }
}

/** Replaces words in a kept text of a release. */
const rewrite = (database: DatabaseSync, column: "inputs" | "digest", from: string, to: string) => {
  const row = database.prepare(`SELECT ${column} AS body FROM release_contents WHERE number = '2026-1'`).get()
  const body = row?.["body"]
  if (!(body instanceof Uint8Array)) throw new Error("There is no release.")
  const text = zstdDecompressSync(body).toString("utf8")
  assert.include(text, from)
  const changed = Buffer.from(text.replace(from, to), "utf8")
  database
    .prepare(`UPDATE release_contents SET ${column} = ?, ${column}_bytes = ? WHERE number = '2026-1'`)
    .run(zstdCompressSync(changed), changed.length)
}

describe("a release", () => {
  it.live(
    "stays what it was while pages change and outputs arrive, and the next one names both",
    () =>
      Effect.gen(function* () {
        const directory = yield* folder
        const fixtures = yield* serveFixtures
        const context = yield* Layer.build(services(directory, fixtures))
        yield* Effect.gen(function* () {
          yield* register(early)
          yield* importAll
          const request = yield* requestIn(directory)

          const first = yield* freezeDigest(request)
          assert.strictEqual(first.release.number, "2026-1")
          assert.isTrue(first.asPublished)
          assert.isTrue(first.digest.frozen)
          assert.strictEqual((yield* verifyRelease(number("2026-1"))).difference, null)

          // The world goes on: a page is changed, another initiative is heard, a person corrects.
          fixtures.setRevision(2)
          yield* register(late)
          yield* importAll
          const [quoted] = first.digest.statements
          if (quoted === undefined) throw new Error("The release quotes nothing.")
          yield* (yield* Reviews).append({
            by: "A. Clerk",
            reason: "A greeting.",
            decision: { _tag: "exclude", statementId: quoted.id }
          })
          yield* renormalize()

          const verified = yield* verifyRelease(number("2026-1"))
          assert.deepInclude(verified, { equal: true, difference: null, program: [] })
          assert.strictEqual(verified.recomputedHash, first.release.contentHash)

          const draft = yield* makeDigest({ ...request, window: request.meeting.window })
          assert.strictEqual(draft.change?.previous.number, number("2026-1"))
          assert.deepStrictEqual(draft.change?.joined.map(String), late)

          const second = yield* freezeDigest(request)
          assert.strictEqual(second.release.number, "2026-2")
          assert.isAbove(second.digest.change?.arrived.length ?? 0, 0)
          assert.isTrue(
            second.digest.change?.arrived.every(({ initiativeId }) => late.includes(initiativeId))
          )
          const comparison = compareDigests(first.digest, second.digest)
          assert.deepStrictEqual(
            comparison.initiatives.joined.map(({ id }) => String(id)),
            late
          )
          assert.strictEqual(comparison.outputs.arrived.length, comparison.outputs.new.length)
          assert.isTrue(comparison.statements.gone.some(({ id }) => id === quoted.id))
          assert.isAbove(comparison.outputs.changed.length, 0)
          for (const changed of comparison.outputs.changed) {
            const versions = yield* (yield* Outputs).versions(changed.id)
            assert.isAbove(versions.length, 1)
          }
          assert.isAbove(comparison.statements.reworded.length, 0)
          assert.isTrue((yield* verifyRelease(number("2026-2"))).equal)

          // What is kept is what was frozen, to the byte, and the pages as they were are written with it.
          const kept = yield* keptRelease(number("2026-1"))
          assert.strictEqual(renderJson(kept.digest), renderJson(first.digest))
          const written = yield* writeDigest(kept.digest, {
            directory: join(directory, "again"),
            formats: ["json"],
            passages: true
          })
          assert.strictEqual(
            written.passages,
            new Set(kept.digest.outputs.map(({ captureId }) => captureId)).size
          )
        }).pipe(Effect.provide(context))
      }).pipe(Effect.scoped),
    120_000
  )

  it.live(
    "is refused when anything of it was tampered with, and names an input that was lost",
    () =>
      Effect.gen(function* () {
        const directory = yield* folder
        const fixtures = yield* serveFixtures
        const context = yield* Layer.build(services(directory, fixtures))
        yield* Effect.gen(function* () {
          yield* register(["norvia-igf"])
          yield* importAll
          const request = yield* requestIn(directory)
          const unknown = yield* Effect.flip(verifyRelease(number("2026-1")))
          assert.match(unknown.message, /no release 2026-1\. None was frozen yet/)
          const otherYear = yield* Effect.flip(freezeDigest({ ...request, number: number("2025-1") }))
          assert.match(otherYear.message, /cycle of 2026/)

          const { digest } = yield* freezeDigest(request)
          const again = yield* Effect.flip(freezeDigest({ ...request, number: number("2026-1") }))
          assert.match(again.message, /never changes: .* becomes 2026-2/)
          const statement = digest.statements[0]
          const capture = digest.outputs[0]?.captureId
          if (statement === undefined) throw new Error("The release quotes nothing.")
          const kept = Option.getOrThrow(yield* (yield* Releases).contents(number("2026-1")))
          assert.strictEqual(kept.by, "A. Clerk")

          tamper(directory, (database) =>
            rewrite(database, "digest", statement.text.slice(0, 20), "Something else")
          )
          const refusals = [
            (yield* Effect.flip(verifyRelease(number("2026-1")))).message,
            (yield* Effect.flip(makeDigest({ ...request, window: request.meeting.window }))).message
          ]
          for (const message of refusals) {
            assert.match(message, /2026-1 is not what was frozen: its digest has the hash/)
          }
          tamper(directory, (database) =>
            rewrite(database, "digest", "Something else", statement.text.slice(0, 20))
          )
          assert.isTrue((yield* verifyRelease(number("2026-1"))).equal)

          tamper(directory, (database) =>
            rewrite(database, "inputs", '"type":"national"', '"type":"regional"')
          )
          assert.match(
            (yield* Effect.flip(verifyRelease(number("2026-1")))).message,
            /recorded inputs have the hash/
          )
          tamper(directory, (database) =>
            rewrite(database, "inputs", '"type":"regional"', '"type":"national"')
          )

          tamper(directory, (database) =>
            database.exec("UPDATE releases SET meeting_id = '2025-first-consultations'")
          )
          assert.match((yield* Effect.flip(verifyRelease(number("2026-1")))).message, /contradict each other/)
          tamper(directory, (database) =>
            database.exec("UPDATE releases SET meeting_id = '2026-first-consultations'")
          )

          // A later review does not touch a release; a review that came between others does.
          yield* (yield* Reviews).append({
            by: "A. Clerk",
            reason: "",
            decision: { _tag: "exclude", statementId: StatementId.make(`s-${"0".repeat(16)}`) }
          })
          assert.isTrue((yield* verifyRelease(number("2026-1"))).equal)

          tamper(directory, (database) =>
            database
              .prepare("UPDATE captures SET body = ?, encoding = 'identity' WHERE id = ?")
              .run(Buffer.from("<p>Other</p>"), capture ?? "")
          )
          const lost = yield* verifyRelease(number("2026-1"))
          assert.isFalse(lost.equal)
          assert.match(lost.difference ?? "", /The capture [0-9a-f]{12} of http.* is damaged: put it back/)
        }).pipe(Effect.provide(context))
      }).pipe(Effect.scoped),
    120_000
  )
})
