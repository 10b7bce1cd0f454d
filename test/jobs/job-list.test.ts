import { readdirSync } from "node:fs"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Option } from "effect"
import { beginRun } from "../../src/jobs/durable/start.ts"
import { jobNamed, jobs } from "../../src/jobs/job/list.ts"
import { Releases, timestampOf } from "../../src/store/index.ts"
import { temporaryDirectory } from "../store/example.ts"
import { jobServices } from "./stored-jobs.ts"

const day = 24 * 60 * 60 * 1000

/** Runs a job of the list to its end, for a time that no other run has; gives its summary. */
const done = Effect.fnUntraced(function* (name: string, offset = 0) {
  const job = jobNamed(name)
  if (job === undefined) return yield* Effect.die(`no job ${name}`)
  const at = timestampOf((yield* Clock.currentTimeMillis) + offset)
  const run = Option.getOrThrow(yield* beginRun(job, "manual", at, "cancelled"))
  assert.strictEqual(run.state, "completed", run.failure ?? "")
  return run.summary ?? (yield* Effect.die("no summary"))
})

describe("The jobs", () => {
  it.live("say in a sentence what they did, also where there is nothing to do", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      yield* Effect.gen(function* () {
        assert.strictEqual((yield* done("import")).sentence, "No source is due.")
        assert.match((yield* done("renormalize")).sentence, /^0 outputs were read again/)
        assert.match((yield* done("renormalize", 1000)).sentence, /^The taxonomy has not changed/)
        assert.match((yield* done("archive-verify")).sentence, /^0 captures checked, every hash is right/)
        assert.match((yield* done("backup")).sentence, /0 captures, put back into a temporary place/)
        assert.strictEqual(readdirSync(join(directory, "backups")).length, 1)
        assert.match((yield* done("health-report")).sentence, /^0 sources are followed/)
      }).pipe(Effect.provide(jobServices(directory)))
    })
  )

  it.live("freeze a meeting's digest the day before it, once, and ask for one that was missed", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      const now = yield* Clock.currentTimeMillis
      const dateIn = (days: number) => timestampOf(now + days * day).slice(0, 10)
      const meeting = (id: string, start: string) =>
        `    - { id: ${id}, name: Meeting, place: null, start: "${start}", end: "${start}", window: { from: "2026-01-01", to: "${dateIn(-1)}" } }`
      const year = dateIn(0).slice(0, 4)
      writeFileSync(
        join(directory, "cycles.yaml"),
        [
          `- year: ${year}`,
          "  theme: null",
          "  subThemes: []",
          "  meetings:",
          meeting(`${year}-tomorrow`, dateIn(1)),
          meeting(`${year}-later`, dateIn(30)),
          meeting(`${year}-missed`, dateIn(-3))
        ].join("\n")
      )
      yield* Effect.gen(function* () {
        const first = yield* done("freeze")
        assert.strictEqual(first.sentence, `The digest of ${year}-tomorrow is frozen as ${year}-1.`)
        assert.match(
          first.problems.join("\n"),
          new RegExp(`${year}-missed began on \\S+ without a frozen digest`)
        )
        assert.strictEqual((yield* done("freeze", 1000)).sentence, "No digest is due to be frozen.")
        const releases = yield* (yield* Releases).list
        assert.deepStrictEqual(
          releases.map(({ meetingId }) => String(meetingId)),
          [`${year}-tomorrow`]
        )
      }).pipe(Effect.provide(jobServices(directory)))
    })
  )

  it("have names of their own, and times that are understood", () => {
    assert.strictEqual(new Set(jobs.map(({ name }) => name)).size, jobs.length)
    for (const { description } of jobs) assert.isAtMost(description.length, 80)
  })
})
