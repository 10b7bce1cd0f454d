/**
 * Messages that wait to go out. What is queued in a transaction goes out exactly when the transaction holds.
 *
 * Whoever tries a message claims it first for a bounded time, with one statement, so that two processes never
 * try the same message at once; the claim of a process that was killed runs out by itself.
 */
import { Array, Context, Effect, Layer, Option } from "effect"
import { type Channel, type MessageId, OutboxMessage, type Timestamp } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { now, timestampOf } from "./now.ts"
import { defineTable } from "./table.ts"

const table = defineTable("outbox", OutboxMessage, {
  id: "plain",
  channel: "plain",
  dedupe: "plain",
  recipient: "plain",
  subject: "plain",
  payload: "plain",
  state: "plain",
  attempts: "plain",
  queuedAt: "plain",
  nextAttemptAt: "plain",
  giveUpAt: "plain",
  finishedAt: "plain",
  problem: "plain"
})

/** Milliseconds: no pause between two attempts, and no claim, is longer. */
const longestPause = 12 * 3_600_000

/** What is queued: the rest of an OutboxMessage follows from it. */
export type NewMessage = Pick<
  OutboxMessage,
  "id" | "channel" | "dedupe" | "recipient" | "subject" | "payload" | "giveUpAt"
>

/** How many messages of a channel are in a state. */
export interface OutboxCount {
  readonly channel: Channel
  readonly waiting: number
  /** When the one that waits longest was queued. */
  readonly waitingSince: Timestamp | null
  /** Given up and not yet forgotten. */
  readonly givenUp: number
}

export class Outbox extends Context.Service<
  Outbox,
  {
    /** Queues a message, to be tried at once; false when its `dedupe` was queued before. */
    readonly put: (message: NewMessage) => Effect.Effect<boolean, StoreError>
    /** Claims the message that is due longest, until the instant; none when none is due. */
    readonly claim: (
      channel: Channel,
      claim: string,
      until: Timestamp
    ) => Effect.Effect<Option.Option<OutboxMessage>, StoreError>
    /** The other side has taken the message: its payload is emptied. */
    readonly sent: (id: MessageId, claim: string) => Effect.Effect<void, StoreError>
    /** The attempt failed, and the next one comes at the instant. */
    readonly retry: (
      id: MessageId,
      claim: string,
      problem: string,
      nextAttemptAt: Timestamp
    ) => Effect.Effect<void, StoreError>
    /** The message is not tried any more. */
    readonly giveUp: (id: MessageId, claim: string, problem: string) => Effect.Effect<void, StoreError>
    /** Gives the message back as it was: nothing was tried. */
    readonly release: (id: MessageId, claim: string) => Effect.Effect<void, StoreError>
    /** Tries a message again that waits or was given up: at once, until the instant. False when there is none. */
    readonly again: (id: MessageId, giveUpAt: Timestamp) => Effect.Effect<boolean, StoreError>
    /** Newest first; those in one state only when it is named. */
    readonly list: (options?: {
      readonly state?: OutboxMessage["state"]
      readonly limit?: number
    }) => Effect.Effect<ReadonlyArray<OutboxMessage>, StoreError>
    readonly counts: Effect.Effect<ReadonlyArray<OutboxCount>, StoreError>
    /** Removes messages that were sent or given up before the instant; gives their number. */
    readonly forget: (before: Timestamp) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/Outbox") {
  static readonly layer = Layer.effect(
    Outbox,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)

      const put = Effect.fn("Outbox.put")(function* (message: NewMessage) {
        const at = yield* now
        const row = table.toRow({
          ...message,
          state: "waiting",
          attempts: 0,
          queuedAt: at,
          nextAttemptAt: at,
          finishedAt: null,
          problem: null
        })
        const rows = yield* guard(
          sql`INSERT INTO outbox ${sql.insert(row)} ON CONFLICT (dedupe) DO NOTHING RETURNING id`
        )
        return rows.length === 1
      })

      const claim = Effect.fn("Outbox.claim")(function* (channel: Channel, claim: string, until: Timestamp) {
        const at = yield* now
        // What lies further ahead than any pause was set by a clock that has been set back since.
        const farOff = timestampOf(Date.parse(at) + longestPause)
        const isFree = sql`channel = ${channel} AND state = 'waiting'
          AND (next_attempt_at <= ${at} OR next_attempt_at > ${farOff})
          AND (claimed_until IS NULL OR claimed_until <= ${at} OR claimed_until > ${farOff})`
        return yield* transaction(
          Effect.gen(function* () {
            // The condition stands in both: another process may claim the row between the two.
            const claimed = yield* sql`
              UPDATE outbox SET claim = ${claim}, claimed_until = ${until}
              WHERE id = (SELECT id FROM outbox WHERE ${isFree} ORDER BY next_attempt_at, id LIMIT 1)
                AND ${isFree} RETURNING id`
            const [first] = claimed
            if (first === undefined) return Option.none()
            const found =
              yield* sql`SELECT ${columns} FROM outbox WHERE claim = ${claim} AND state = 'waiting'`
            return Array.head(yield* table.decode(found))
          })
        )
      })

      const sent = Effect.fn("Outbox.sent")(function* (id: MessageId, claim: string) {
        yield* guard(sql`UPDATE outbox SET state = 'sent', payload = '', problem = NULL, finished_at = ${yield* now},
          attempts = attempts + 1, claim = NULL, claimed_until = NULL WHERE id = ${id} AND claim = ${claim}`)
      })

      const retry = Effect.fn("Outbox.retry")(function* (
        id: MessageId,
        claim: string,
        problem: string,
        nextAttemptAt: Timestamp
      ) {
        yield* guard(sql`UPDATE outbox SET problem = ${problem}, next_attempt_at = ${nextAttemptAt},
          attempts = attempts + 1, claim = NULL, claimed_until = NULL WHERE id = ${id} AND claim = ${claim}`)
      })

      const giveUp = Effect.fn("Outbox.giveUp")(function* (id: MessageId, claim: string, problem: string) {
        yield* guard(sql`UPDATE outbox SET state = 'given-up', problem = ${problem}, finished_at = ${yield* now},
          attempts = attempts + 1, claim = NULL, claimed_until = NULL WHERE id = ${id} AND claim = ${claim}`)
      })

      const release = Effect.fn("Outbox.release")(function* (id: MessageId, claim: string) {
        yield* guard(
          sql`UPDATE outbox SET claim = NULL, claimed_until = NULL WHERE id = ${id} AND claim = ${claim}`
        )
      })

      const again = Effect.fn("Outbox.again")(function* (id: MessageId, giveUpAt: Timestamp) {
        const rows = yield* guard(sql`UPDATE outbox SET state = 'waiting', next_attempt_at = ${yield* now},
          give_up_at = ${giveUpAt}, finished_at = NULL WHERE id = ${id} AND state <> 'sent' RETURNING id`)
        return rows.length === 1
      })

      const list = Effect.fn("Outbox.list")(
        ({ limit = 100, state }: { state?: OutboxMessage["state"]; limit?: number } = {}) =>
          sql`SELECT ${columns} FROM outbox WHERE ${state === undefined ? sql`1 = 1` : sql`state = ${state}`}
            ORDER BY queued_at DESC, id LIMIT ${limit}`.pipe(Effect.flatMap(table.decode), guard)
      )

      const counts = guard(sql<OutboxCount>`
        SELECT channel,
          CAST(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS INTEGER) AS "waiting",
          MIN(CASE WHEN state = 'waiting' THEN queued_at END) AS "waitingSince",
          CAST(SUM(CASE WHEN state = 'given-up' THEN 1 ELSE 0 END) AS INTEGER) AS "givenUp"
        FROM outbox GROUP BY channel ORDER BY channel`)

      const forget = Effect.fn("Outbox.forget")((before: Timestamp) =>
        sql`DELETE FROM outbox WHERE state <> 'waiting' AND finished_at < ${before} RETURNING id`.pipe(
          Effect.map((rows) => rows.length),
          guard
        )
      )

      return Outbox.of({ put, claim, sent, retry, giveUp, release, again, list, counts, forget })
    })
  )
}
