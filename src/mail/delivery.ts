/**
 * Delivery: takes what is due out of the outbox, one message after the other, and tries it.
 *
 * A message that could not be handed over is tried again after a growing pause, and given up when its time is
 * over or the other side refuses it for good. Once the other side has taken it, it is never tried again. Only
 * when this process dies (or the line is cut) after the other side has taken the message and before it could
 * be noted, it is sent a second time; it then bears the same Message-ID, or delivery name, as the first time.
 */
import { Clock, Effect, Option, Random, Schema } from "effect"
import type { Channel, OutboxMessage } from "../domain/index.ts"
import { Outbox, timestampOf } from "../store/index.ts"

/** A message could not be handed over. */
export class NotDelivered extends Schema.TaggedError<NotDelivered>()("NotDelivered", {
  /** What kept it, and what to do, in a sentence. */
  message: Schema.String,
  /**
   * message: only this one failed, and may be tried again; refused: this one will never be taken; way: none
   * gets through at present, and the others need not be tried now.
   */
  fault: Schema.Literals(["message", "refused", "way"])
}) {}

/** Hands a message over. */
export type Send = (message: OutboxMessage) => Effect.Effect<void, NotDelivered>

const minute = 60_000
const hour = 60 * minute

/** Pauses after the first, second, … failed attempt; the last one repeats. */
const pauses = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour]

/** How long a message is tried when nobody says otherwise (RFC 5321, section 4.5.4.1, asks for days). */
export const usualPatience = 72 * hour

/** How long an attempt may last, with room to spare: then another process may try. */
const claimedFor = 10 * minute

/** Messages that are tried in one round at most, so that a round ends. */
const roundSize = 1000

/** The pause after so many failed attempts, in milliseconds. */
export const pauseAfter = (attempts: number): number =>
  pauses[Math.min(attempts, pauses.length) - 1] ?? minute

/** What came of a round. */
export interface Delivered {
  readonly sent: number
  /** To be tried again later. */
  readonly postponed: number
  readonly givenUp: ReadonlyArray<OutboxMessage>
  /** Why nothing gets through at present; null when it does. */
  readonly obstacle: string | null
}

/** Tries all messages of a channel that are due. Fails only when the store fails. */
export const deliver = Effect.fn("deliver")(function* (channel: Channel, send: Send) {
  const outbox = yield* Outbox
  let sent = 0
  let postponed = 0
  const givenUp: Array<OutboxMessage> = []
  for (let round = 0; round < roundSize; round++) {
    const start = yield* Clock.currentTimeMillis
    const claim = `${start}-${yield* Random.nextInt}`
    const claimed = yield* outbox.claim(channel, claim, timestampOf(start + claimedFor))
    if (Option.isNone(claimed)) break
    const message = claimed.value
    if (message.giveUpAt <= timestampOf(start)) {
      const problem = message.problem ?? "Its time was over before it could be tried."
      yield* outbox.giveUp(message.id, claim, problem)
      givenUp.push({ ...message, state: "given-up", problem })
      continue
    }
    // Whoever stops us here has stopped an attempt whose end is not known: the claim stays until it runs out.
    const failure = yield* send(message).pipe(
      Effect.as(null),
      Effect.catch((error) => Effect.succeed(error)),
      Effect.annotateLogs({ channel, message: message.id })
    )
    if (failure === null) {
      yield* outbox.sent(message.id, claim)
      sent++
      continue
    }
    const next = (yield* Clock.currentTimeMillis) + pauseAfter(message.attempts + 1)
    yield* Effect.logWarning(`"${message.subject}" did not go out: ${failure.message}`)
    if (failure.fault === "refused" || timestampOf(next) > message.giveUpAt) {
      yield* outbox.giveUp(message.id, claim, failure.message)
      givenUp.push({ ...message, state: "given-up", problem: failure.message })
    } else {
      yield* outbox.retry(message.id, claim, failure.message, timestampOf(next))
      postponed++
    }
    if (failure.fault === "way") return { sent, postponed, givenUp, obstacle: failure.message }
  }
  return { sent, postponed, givenUp, obstacle: null } satisfies Delivered
})
