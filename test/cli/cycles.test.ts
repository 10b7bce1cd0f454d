/** What the Secretariat enters of a cycle in the portal counts for every command that goes by cycles. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { IsoDate, IssueId, MeetingId } from "../../src/domain/index.ts"
import { CycleEdits, Store } from "../../src/store/index.ts"
import { command } from "./command.ts"

const day = (text: string) => IsoDate.make(text)

/** A store in which somebody entered the year 2091. */
const editedStore = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-cycles-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
).pipe(
  Effect.tap((directory) =>
    Effect.gen(function* () {
      yield* (yield* CycleEdits).add({
        by: "Ada",
        year: 2091,
        what: "first meeting",
        cycle: {
          year: 2091,
          theme: null,
          subThemes: [{ title: "Keys for everybody", issues: [IssueId.make("encryption")] }],
          meetings: [
            {
              id: MeetingId.make("2091-first-consultations"),
              name: "First Open Consultations 2091",
              place: null,
              start: day("2091-02-01"),
              end: day("2091-02-02"),
              window: { from: day("2090-07-01"), to: day("2091-01-10") }
            }
          ]
        }
      })
    }).pipe(Effect.provide(Store.layer({ directory })))
  )
)

describe("A cycle that was entered in the portal", () => {
  it.live(
    "counts for the doctor, the taxonomy and the digest, and its file where no store is",
    () =>
      Effect.gen(function* () {
        const directory = yield* editedStore
        const [doctor, show, digest, none] = yield* Effect.all(
          [
            command(["doctor", "--json", "--data", directory]),
            command(["taxonomy", "show", "encryption", "--data", directory]),
            command(["digest", "--meeting", "nowhere", "--data", directory]),
            command(["doctor", "--json", "--data", join(directory, "none")])
          ],
          { concurrency: 2 }
        )
        assert.match(doctor.stdout, /The next meeting is /)
        assert.notInclude(doctor.stdout, "No meeting lies ahead")
        assert.match(show.stdout, /igf-2091 +related +Keys for everybody/u)
        assert.match(digest.stderr, /nowhere.*2091-first-consultations/)
        assert.strictEqual(none.stdout.match(/"name": ?"cycles"/g)?.length, 1)
      }).pipe(Effect.scoped),
    60_000
  )
})
