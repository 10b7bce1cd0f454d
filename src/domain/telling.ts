/**
 * What is told to people: messages that wait to go out, and alarms that somebody must look at.
 */
import { Schema } from "effect"
import { Timestamp } from "./ids.ts"

/** A message on its way out, by the way it goes: a random name that is also its Message-ID. */
export const MessageId = Schema.NonEmptyString.pipe(Schema.brand("MessageId"))
export type MessageId = typeof MessageId.Type

/** How a message goes out. */
export const Channel = Schema.Literals(["mail", "webhook"])
export type Channel = typeof Channel.Type

/** waiting: to be tried (again); sent: the other side has taken it; given-up: its time was over, or it was refused for good. */
export const MessageState = Schema.Literals(["waiting", "sent", "given-up"])
export type MessageState = typeof MessageState.Type

/** A message in the outbox. */
export const OutboxMessage = Schema.Struct({
  id: MessageId,
  channel: Channel,
  /** Who queued it says what it is, so that the same thing is never queued twice; null when that cannot happen. */
  dedupe: Schema.NullOr(Schema.String),
  /** Mail address or URL. */
  recipient: Schema.String,
  /** Subject of a mail, name of a webhook's event: to be shown to a person. */
  subject: Schema.String,
  /** What is sent, as the channel understands it (JSON text); emptied when the message was sent. */
  payload: Schema.String,
  state: MessageState,
  /** Attempts that have ended. */
  attempts: Schema.Int,
  queuedAt: Timestamp,
  nextAttemptAt: Timestamp,
  /** From here on it is not tried any more. */
  giveUpAt: Timestamp,
  finishedAt: Schema.NullOr(Timestamp),
  /** What kept it from going out at the last attempt, in a sentence. */
  problem: Schema.NullOr(Schema.String)
})
export type OutboxMessage = typeof OutboxMessage.Type

/** Something that somebody must look at, from its beginning to its end. */
export const Alarm = Schema.Struct({
  /** Begin and key, joined: the same thing may be alarming again later. */
  id: Schema.NonEmptyString,
  /** What is alarming, e.g. `source:norvia-igf/feed:failing`; at most one alarm of a key is open at a time. */
  key: Schema.NonEmptyString,
  /** What it is about, for a person. */
  about: Schema.String,
  /** What is wrong and what to do, in a sentence, as of the last look. */
  sentence: Schema.String,
  /** Since when, as far as known: may lie before it was noticed. */
  since: Timestamp,
  beganAt: Timestamp,
  /** When it was told a second time because nobody had mended it. */
  remindedAt: Schema.NullOr(Timestamp),
  endedAt: Schema.NullOr(Timestamp)
})
export type Alarm = typeof Alarm.Type
