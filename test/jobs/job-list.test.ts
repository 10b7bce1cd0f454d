import { readdirSync } from "node:fs"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Option } from "effect"
import { IssueId, type JobTrigger } from "../../src/domain/index.ts"
import { beginRun } from "../../src/jobs/durable/start.ts"
import { jobNamed, jobs } from "../../src/jobs/job/list.ts"
import { addFile } from "../../src/jobs/index.ts"
import { decide } from "../../src/jobs/reviewing/index.ts"
import { Normalizer } from "../../src/normalize/normalizer.ts"
import { Initiatives, Releases, Statements, timestampOf } from "../../src/store/index.ts"
import { norvia, temporaryDirectory } from "../store/example.ts"
import { jobServices } from "./stored-jobs.ts"

const day = 24 * 60 * 60 * 1000

/** Runs a job of the list to its end, for a time that no other run has; gives its summary. */
const done = Effect.fnUntraced(function* (name: string, offset = 0, trigger: JobTrigger = "manual") {
  const job = jobNamed(name)
  if (job === undefined) return yield* Effect.die(`no job ${name}`)
  const at = timestampOf((yield* Clock.currentTimeMillis) + offset)
  const run = Option.getOrThrow(yield* beginRun(job, trigger, at, "cancelled"))
  assert.strictEqual(run.state, "completed", run.failure ?? "")
  return run.summary ?? (yield* Effect.die("no summary"))
})

const learning = IssueId.make("online-education")

const messages: Omit<Parameters<typeof addFile>[0], "initiativeId"> = {
  fileName: "messages.md",
  bytes: new TextEncoder().encode(`# Messages of the forum 2025

## Key messages

1. Judges need training before they order the encryption of messages to be broken.

2. Banks and the police should share the numbers that swindlers used.
`),
  title: null,
  publishedAt: null,
  kind: "messages",
  by: "A. Clerk"
}

const renamed = (id: IssueId) => (id === "encryption" ? IssueId.make("encryption-and-anonymity") : id)

/** A taxonomy of a later version, in which encryption has another name. */
const otherTaxonomy = Effect.gen(function* () {
  const { reader, taxonomy } = yield* Normalizer
  const issues = taxonomy.issues.map((issue) => ({ ...issue, id: renamed(issue.id) }))
  return Normalizer.of({
    taxonomy: { ...taxonomy, version: "2099.1.0", issues },
    reader: Effect.map(reader, (known) => ({
      ...known,
      classify: (input) => {
        const { issues, ...rest } = known.classify(input)
        return { ...rest, issues: issues.map((one) => ({ ...one, id: renamed(one.id) })) }
      }
    }))
  })
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

  it.live(
    "derive everything again by schedule when the taxonomy is another one, and keep what people decided",
    () =>
      Effect.gen(function* () {
        yield* Effect.gen(function* () {
          const statements = Effect.flatMap(Statements, (all) => all.list())
          const labels = Effect.map(statements, (all) => all.map(({ issues }) => String(issues[0]?.id)))
          yield* (yield* Initiatives).upsert([norvia])
          yield* addFile({ ...messages, initiativeId: norvia.id })
          yield* done("renormalize", 0, "schedule")
          const [first, second] = yield* statements
          if (first === undefined || second === undefined) return yield* Effect.die("two statements")
          const person = { by: { id: null, name: "A. Clerk" }, reason: "As read" }
          yield* decide(person, [{ _tag: "relabel", statementId: second.id, issues: [learning] }])
          assert.deepStrictEqual(yield* labels, ["encryption", learning])

          const changed = yield* otherTaxonomy
          const again = done("renormalize", 1000, "schedule").pipe(Effect.provideService(Normalizer, changed))
          assert.match((yield* again).sentence, /^1 output was read again: 2 statements/)
          assert.deepStrictEqual(yield* labels, ["encryption-and-anonymity", learning])
          assert.deepStrictEqual(
            (yield* statements).map(({ id }) => id),
            [first.id, second.id]
          )
          const oncemore = done("renormalize", 2000, "schedule").pipe(
            Effect.provideService(Normalizer, changed)
          )
          assert.match((yield* oncemore).sentence, /^The taxonomy has not changed/)
          // Whoever goes back to the version before gets its labels back.
          yield* done("renormalize", 3000, "schedule")
          assert.deepStrictEqual(yield* labels, ["encryption", learning])
        }).pipe(Effect.provide(jobServices(yield* temporaryDirectory)))
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
