/**
 * The job `retention`: takes out what its rules let go (retention-rules.ts), and what is over: sessions,
 * failed sign-ins, registrations that nobody confirmed, links of organisers, and what durable runs left behind. Never what a release cites, and no version of an output.
 */
import { Clock, Effect, Schema } from "effect"
import { JobName } from "../../domain/index.ts"
import {
  Alarms,
  Attempts,
  forgetHistory,
  JobRuns,
  Outbox,
  Retention,
  timestampOf
} from "../../store/index.ts"
import { type Job, JobSettings } from "./job.ts"

const day = 24 * 3_600_000

/** How long failed sign-ins are remembered; no wait that they cause is longer. */
const attemptsFor = 2 * day

const Gone = Schema.Record(Schema.String, Schema.Int)

/** The instant before which a rule lets things go; null where it is off. */
const limitOf = (days: number | null) =>
  Effect.map(Clock.currentTimeMillis, (at) => (days === null ? null : timestampOf(at - days * day)))

/** What was received: by the same rules as the command `retention`. */
const takeOut = Effect.gen(function* () {
  const { listings, visits } = (yield* JobSettings).retention
  if (listings === null && visits === null) return { visits: 0, listings: 0 }
  const gone = yield* (yield* Retention).carryOut({
    visitsBefore: yield* limitOf(visits),
    listingsBefore: yield* limitOf(listings)
  })
  return { visits: gone.visits, listings: gone.captures.length }
})

/** What the program keeps about its own work. */
const forgetOwn = Effect.gen(function* () {
  const rules = (yield* JobSettings).retention
  const outbox = yield* Outbox
  const alarms = yield* Alarms
  const messagesBefore = yield* limitOf(rules.messages)
  const alarmsBefore = yield* limitOf(rules.alarms)
  const historyBefore = yield* limitOf(rules.history)
  const history = historyBefore === null ? { importRuns: 0, jobRuns: 0 } : yield* forgetHistory(historyBefore)
  return {
    messages: messagesBefore === null ? 0 : yield* outbox.forget(messagesBefore),
    alarms: alarmsBefore === null ? 0 : yield* alarms.forget(alarmsBefore),
    ...history
  }
})

/** Sessions and failed sign-ins that are over. */
const forgetSignIns = Effect.gen(function* () {
  const { forgetSessions } = yield* Effect.promise(() => import("../../accounts/sessions.ts"))
  const at = yield* Clock.currentTimeMillis
  return {
    sessions: yield* forgetSessions,
    attempts: yield* (yield* Attempts).forget(timestampOf(at - attemptsFor))
  }
})

/** What strangers began and did not end, and links of organisers that open nothing any more. */
const forgetRegistering = Effect.gen(function* () {
  const { forgetOver } = yield* Effect.promise(() => import("../registering/register.ts"))
  const { forgetSpentLinks } = yield* Effect.promise(() => import("../organisers/links.ts"))
  return { registrations: yield* forgetOver, links: yield* forgetSpentLinks }
})

/** What runs that are over left in the engine of durable runs. */
const forgetRuns = Effect.gen(function* () {
  const { forgetLeftovers } = yield* Effect.promise(() => import("../durable/leftovers.ts"))
  const runs = yield* JobRuns
  const unfinished = [
    ...(yield* runs.list({ state: "running", limit: 10_000 })),
    ...(yield* runs.list({ state: "suspended", limit: 10_000 }))
  ]
  return { leftovers: yield* forgetLeftovers(unfinished.map(({ id }) => id)) }
})

/** How the figures are called in the sentence, by name. */
const words: Readonly<Record<string, string>> = {
  visits: "visits without a body",
  listings: "bodies of listings",
  messages: "messages",
  alarms: "alarms",
  jobRuns: "runs of jobs",
  importRuns: "runs of imports",
  sessions: "sessions",
  attempts: "failed sign-ins",
  registrations: "registrations and previews that were not carried on",
  links: "links of organisers",
  leftovers: "leftovers of runs"
}

export const retentionJob: Job = {
  name: JobName.make("retention"),
  description: "takes out what the rules of jobs.yaml let go, never what a release cites",
  expression: "50 4 * * *",
  changesStore: true,
  run: ({ step }) =>
    Effect.gen(function* () {
      const counts = {
        ...(yield* step("take-out", Gone, takeOut)),
        ...(yield* step("forget", Gone, forgetOwn)),
        ...(yield* step("sign-ins", Gone, forgetSignIns)),
        ...(yield* step("registering", Gone, forgetRegistering)),
        ...(yield* step("runs", Gone, forgetRuns))
      }
      const parts = Object.entries(counts).flatMap(([name, count]) =>
        count === 0 ? [] : [`${words[name] ?? name} (${count.toLocaleString("en")})`]
      )
      return {
        sentence: parts.length === 0 ? "Nothing is old enough to go." : `Gone: ${parts.join(", ")}.`,
        counts,
        problems: []
      }
    })
}
