/**
 * Telling: compares what is alarming with what has been told, and queues a report for all who are to be told.
 *
 * Alarms and messages are kept in one transaction: what was told is remembered exactly when the message is
 * queued, so that a killed process neither forgets an alarm nor tells it twice. The outbox does the rest.
 */
import { Clock, Effect } from "effect"
import type { Alarm, Timestamp } from "../../domain/index.ts"
import { deliver, Mail, newMessageId, usualPatience } from "../../mail/index.ts"
import type { HealthCheck } from "../../observe/check.ts"
import { Alarms, Outbox, timestampOf, transaction } from "../../store/index.ts"
import { type AlarmChanges, changesOf, isNews } from "./alarms.ts"
import { conditionsOf, nothingReached } from "./conditions.ts"
import { TellingConfig } from "./config.ts"
import { type TellingFacts, tellingFacts } from "./facts.ts"
import { type Report, reportText, runReport, weekReport } from "./report.ts"
import { receiverOf, sendToWebhook } from "./webhook.ts"

const week = 7 * 24 * 3_600_000

/** What would be, or was, told. */
export interface Telling {
  readonly report: Report
  readonly changes: AlarmChanges
  /** False for a run that changed nothing that a person must know. */
  readonly isNews: boolean
}

/** The week of an instant by ISO 8601, e.g. `2026-W48`. */
export const weekOf = (at: Timestamp): string => {
  const date = new Date(`${at.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7))
  const first = Date.UTC(date.getUTCFullYear(), 0, 1)
  const number = Math.ceil(((date.getTime() - first) / 86_400_000 + 1) / 7)
  return `${date.getUTCFullYear()}-W${String(number).padStart(2, "0")}`
}

/** Composes a report out of facts and the alarms that are open: pure. */
export const compose = (kind: Report["kind"], facts: TellingFacts, open: ReadonlyArray<Alarm>): Telling => {
  const changes = changesOf(open, conditionsOf(facts), facts.at, nothingReached(facts))
  const report = kind === "week" ? weekReport(facts, changes) : runReport(facts, changes)
  return { report, changes, isNews: kind === "week" || isNews(changes) }
}

const factsFor = Effect.fnUntraced(function* (kind: Report["kind"], checks: ReadonlyArray<HealthCheck>) {
  const since = timestampOf((yield* Clock.currentTimeMillis) - week)
  return yield* tellingFacts(checks, kind === "week" ? since : undefined)
})

/** What would be told now; nothing is remembered. */
export const preview = Effect.fn("preview")(function* (
  kind: Report["kind"],
  checks: ReadonlyArray<HealthCheck> = []
) {
  const facts = yield* factsFor(kind, checks)
  return compose(kind, facts, yield* (yield* Alarms).open)
})

const shown = (alarms: ReadonlyArray<Alarm>) =>
  alarms.map(({ about, beganAt, endedAt, key, sentence, since }) => ({
    key,
    about,
    sentence,
    since,
    beganAt,
    endedAt
  }))

/** What the webhook gets. */
const webhookBody = (at: Timestamp, { changes, report }: Telling): string => {
  return JSON.stringify({
    type: `tributary.report.${report.kind}`,
    timestamp: at,
    data: {
      subject: report.subject,
      needsAction: report.needsAction,
      sections: report.sections,
      alarms: { begun: shown(changes.begun), reminded: shown(changes.reminded), ended: shown(changes.ended) },
      text: reportText(report)
    }
  })
}

/**
 * Tells what is to be told after a run, or of a week: remembers the alarms and queues the messages. A run that
 * changed nothing is not told of; a week is told of once, however often it is asked for.
 *
 * @param checks what the health checks say now
 */
export const tell = Effect.fn("tell")(function* (
  kind: Report["kind"],
  checks: ReadonlyArray<HealthCheck> = []
) {
  const { recipients, webhook } = yield* TellingConfig
  const mail = yield* Mail
  const outbox = yield* Outbox
  const alarms = yield* Alarms
  const facts = yield* factsFor(kind, checks)
  return yield* transaction(
    Effect.gen(function* () {
      const told = compose(kind, facts, yield* alarms.open)
      const { begun, ended, lasting, reminded } = told.changes
      const save = alarms.save([...begun, ...reminded, ...ended, ...lasting])
      if (!told.isNews) return yield* Effect.as(save, told)
      const name = kind === "week" ? `week:${weekOf(facts.at)}` : null
      const text = reportText(told.report)
      const queued = yield* Effect.forEach(recipients, (to) =>
        mail
          .queue({ to, subject: told.report.subject, text }, name === null ? {} : { dedupe: `${name}:${to}` })
          .pipe(Effect.map((id) => id !== null))
      )
      if (webhook !== null) {
        const isNew = yield* outbox.put({
          id: yield* newMessageId,
          channel: "webhook",
          dedupe: name === null ? null : `webhook:${name}`,
          recipient: receiverOf(webhook),
          subject: told.report.subject,
          payload: webhookBody(facts.at, told),
          giveUpAt: timestampOf((yield* Clock.currentTimeMillis) + usualPatience)
        })
        queued.push(isNew)
      }
      // A week that was told before is not told again, so neither is what it holds: the next report tells that.
      if (queued.length === 0 || queued.includes(true)) yield* save
      return told
    })
  )
})

/** Tries to deliver the webhook's messages that are due, now; nothing without a webhook. */
export const deliverWebhook = Effect.gen(function* () {
  const { webhook } = yield* TellingConfig
  if (webhook === null) return null
  return yield* deliver("webhook", yield* sendToWebhook(webhook))
}).pipe(Effect.scoped, Effect.withSpan("deliverWebhook"))

/** Longest pause between two looks for messages that are due. */
const lookAgain = "20 seconds"

/** Delivers mail and webhook as long as it runs: for the scheduler and the portal. */
export const delivering = Effect.gen(function* () {
  const mail = yield* Mail
  const webhook = deliverWebhook.pipe(
    Effect.catch((error) => Effect.logWarning(`The outbox could not be looked at: ${error.message}`)),
    Effect.andThen(Effect.sleep(lookAgain)),
    Effect.forever
  )
  return yield* Effect.all([mail.delivering, webhook], { concurrency: 2, discard: true })
})
