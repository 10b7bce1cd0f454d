/** The job of retention: its rules, on both engines, and what it never touches. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Option } from "effect"
import { JobRunId } from "../../src/domain/index.ts"
import { beginRun, runIdOf } from "../../src/jobs/durable/start.ts"
import { JobSettings } from "../../src/jobs/job/job.ts"
import { jobNamed } from "../../src/jobs/job/list.ts"
import { defaultRetention, type RetentionDays } from "../../src/jobs/job/retention-rules.ts"
import { Database, JobRuns, timestampOf } from "../../src/store/index.ts"
import { engines } from "../store/engines.ts"
import { jobOf, jobServices } from "./stored-jobs.ts"

const day = 24 * 3_600_000

/** Runs the job under rules; gives its counts. */
const retain = Effect.fnUntraced(function* (rules: Partial<RetentionDays>) {
  const job = jobNamed("retention") ?? (yield* Effect.die("no such job"))
  const settings = { ...(yield* JobSettings), retention: { ...defaultRetention, ...rules } }
  const at = timestampOf(yield* Clock.currentTimeMillis)
  const run = Option.getOrThrow(
    yield* beginRun(job, "manual", at, "cancelled").pipe(Effect.provideService(JobSettings, settings))
  )
  assert.strictEqual(run.state, "completed", run.failure ?? "")
  return run.summary ?? (yield* Effect.die("no summary"))
})

/** Rows that are older than the rules, and some that are not. */
const fill = Effect.gen(function* () {
  const { sql } = yield* Database
  const now = yield* Clock.currentTimeMillis
  const ago = (days: number) => timestampOf(now - days * day)
  for (const [id, days] of [
    ["old", 500],
    ["new", 10]
  ] as const) {
    const message = {
      channel: "mail",
      recipient: "nri@igf.example",
      subject: "Report",
      payload: "",
      attempts: 1,
      queued_at: ago(days),
      next_attempt_at: ago(days),
      give_up_at: ago(days)
    }
    yield* sql`INSERT INTO outbox ${sql.insert({ ...message, id: `m-${id}`, state: "sent", finished_at: ago(days) })}`
    yield* sql`INSERT INTO outbox ${sql.insert({ ...message, id: `w-${id}`, state: "waiting", finished_at: null })}`
    const alarm = {
      about: "a source",
      sentence: "It is gone.",
      since: ago(days * 3),
      began_at: ago(days * 3)
    }
    yield* sql`INSERT INTO alarms ${sql.insert({ ...alarm, id: `a-${id}`, key: id, ended_at: ago(days * 3) })}`
    yield* sql`INSERT INTO alarms ${sql.insert({ ...alarm, id: `o-${id}`, key: `open ${id}`, ended_at: null })}`
    yield* sql`INSERT INTO failed_attempts ${sql.insert({ key: id, failures: 3, last_at: ago(days - 10), blocked_until: ago(days - 10) })}`
    yield* sql`INSERT INTO account_sessions ${sql.insert({
      id,
      stage: "visitor",
      person_id: null,
      created_at: ago(days),
      seen_at: ago(0),
      ends_at: ago(days - 11),
      address: "192.0.2.1",
      agent: "a browser",
      data: null
    })}`
    yield* sql`INSERT INTO runs ${sql.insert({
      id: `run-${id}`,
      trigger: "schedule",
      state: "completed",
      started_at: ago(days * 3),
      finished_at: ago(days * 3),
      process: ""
    })}`
  }
  for (const [id, hours] of [
    ["old", 3],
    ["new", 1]
  ] as const) {
    const made_at = timestampOf(now - (hours / 24) * day)
    yield* sql`INSERT INTO registration_previews ${sql.insert({ hash: id, form: "{}", diagnosis: "{}", made_at })}`
  }
  for (const [id, state, days] of [
    ["reg-1", "expired", 31],
    ["reg-2", "awaiting-confirmation", 3],
    ["reg-3", "awaiting-approval", 400]
  ] as const) {
    yield* sql`INSERT INTO registrations ${sql.insert({
      id,
      state,
      initiative_id: null,
      new_initiative: "null",
      url: "https://igf.example/",
      source: "null",
      diagnosis: "{}",
      email: "nri@igf.example",
      remark: "",
      language: "en",
      created_at: ago(days),
      confirm_by: ago(days - 2),
      proof_word: "word",
      proof: "null"
    })}`
  }
  const initiative = {
    id: "norvia-igf",
    name: "Norvia IGF",
    type: "national",
    un_groups: "[]",
    languages: "[]"
  }
  yield* sql`INSERT INTO initiatives ${sql.insert(initiative)}`
  for (const [id, days, revoked] of [
    ["old", 100, 31],
    ["new", 360, null]
  ] as const) {
    yield* sql`INSERT INTO organiser_links ${sql.insert({
      id,
      initiative_id: initiative.id,
      email: "nri@igf.example",
      language: "en",
      made_at: ago(days),
      last_used_at: null,
      revoked_at: revoked === null ? null : ago(revoked),
      hash: id
    })}`
  }
  return ago
})

/** What is left in a table, by the first column that is named. */
const left = (table: string, column: string) =>
  Effect.gen(function* () {
    const { sql } = yield* Database
    const rows = yield* sql<{ readonly name: string }>`
      SELECT ${sql(column)} AS name FROM ${sql(table)} ORDER BY ${sql(column)}`
    return rows.map(({ name }) => name)
  })

describe.each(engines)("the job retention on $name", ({ fresh }) => {
  it.live("forgets what is older than its rules, and nothing that is open, waiting or the newest", () =>
    Effect.gen(function* () {
      const options = yield* fresh
      yield* Effect.gen(function* () {
        const ago = yield* fill
        const tidy = jobOf("tidy", { a: Effect.void })
        yield* beginRun(tidy, "schedule", ago(2000), "cancelled")
        yield* beginRun(tidy, "schedule", ago(1900), "cancelled")
        const { sql } = yield* Database
        yield* sql`UPDATE job_runs SET started_at = scheduled_at, finished_at = scheduled_at`
        const summary = yield* retain({})
        const { counts, sentence } = summary
        assert.deepStrictEqual(
          { ...counts },
          {
            visits: 0,
            listings: 0,
            messages: 1,
            alarms: 1,
            jobRuns: 1,
            importRuns: 1,
            sessions: 1,
            attempts: 1,
            registrations: 2,
            links: 1,
            leftovers: 0
          }
        )
        assert.match(
          sentence,
          /^Gone: messages \(1\), alarms \(1\), .*failed sign-ins \(1\), .*links of organisers \(1\)\.$/
        )
        assert.deepStrictEqual(yield* left("outbox", "id"), ["m-new", "w-new", "w-old"])
        assert.deepStrictEqual(yield* left("alarms", "id"), ["a-new", "o-new", "o-old"])
        assert.deepStrictEqual(yield* left("runs", "id"), ["run-new"])
        assert.deepStrictEqual(yield* left("failed_attempts", "key"), ["new"])
        assert.deepStrictEqual(yield* left("account_sessions", "id"), ["new"])
        assert.deepStrictEqual(yield* left("registration_previews", "hash"), ["new"])
        assert.deepStrictEqual(yield* left("registrations", "state"), ["awaiting-approval", "expired"])
        assert.deepStrictEqual(yield* left("organiser_links", "id"), ["new"])
        // The newest run of each job stays, however old.
        assert.deepStrictEqual(
          (yield* left("job_runs", "id")).filter((id) => id.startsWith("tidy")),
          [runIdOf(tidy.name, ago(1900))]
        )
        assert.strictEqual((yield* retain({})).sentence, "Nothing is old enough to go.")
        const off = { messages: null, alarms: null, history: null }
        yield* sql`UPDATE outbox SET finished_at = ${ago(9000)} WHERE id = 'm-new'`
        assert.strictEqual((yield* retain(off)).sentence, "Nothing is old enough to go.")
      }).pipe(Effect.provide(jobServices(options)))
    }).pipe(Effect.scoped)
  )

  it.live("removes what runs left in the engine, but nothing of a run that can go on", () =>
    Effect.gen(function* () {
      const options = yield* fresh
      yield* Effect.gen(function* () {
        const { sql } = yield* Database
        const { JobWorkflow } = yield* Effect.promise(() => import("../../src/jobs/durable/workflow.ts"))
        const runs = yield* JobRuns
        const waiting = JobRunId.make("import@2026-02-05T06:17:00Z")
        yield* retain({})
        yield* runs.begin({
          id: waiting,
          job: jobOf("import", {}).name,
          trigger: "schedule",
          scheduledAt: timestampOf(Date.parse("2026-02-05T06:17:00Z")),
          durable: true
        })
        yield* runs.end(waiting, { state: "suspended" })
        const now = yield* Clock.currentTimeMillis
        const entries = [
          ["over", JobRunId.make("import@2025-12-05T06:17:00Z"), now - 30 * day],
          ["waiting", waiting, now - 30 * day],
          ["young", JobRunId.make("import@2026-02-04T06:17:00Z"), now]
        ] as const
        for (const [index, [name, run, at]] of entries.entries()) {
          const id = (BigInt(at - Date.UTC(2025, 0, 1)) << 22n) + BigInt(index)
          yield* sql`INSERT INTO workflow_messages ${sql.insert({
            id,
            message_id: name,
            shard_id: "run:1",
            entity_type: "Workflow/Job",
            entity_id: yield* JobWorkflow.executionId({ run }),
            kind: 0,
            request_id: id
          })}`
          yield* sql`INSERT INTO workflow_replies ${sql.insert({ id, request_id: id, payload: "{}" })}`
        }
        assert.strictEqual((yield* retain({})).counts["leftovers"], 1)
        assert.includeMembers([...(yield* left("workflow_messages", "message_id"))], ["waiting", "young"])
        assert.notInclude([...(yield* left("workflow_messages", "message_id"))], "over")
        const [replies] = yield* sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count
          FROM workflow_replies WHERE payload = '{}'`
        assert.strictEqual(replies?.count, 2)
      }).pipe(Effect.provide(jobServices(options)))
    }).pipe(Effect.scoped)
  )
})
