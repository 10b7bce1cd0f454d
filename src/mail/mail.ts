/**
 * Mail: what the program writes to people. A message is queued in the store, in the caller's transaction, and
 * goes out when somebody delivers: the scheduler and the portal do all the time (`Mail.delivering`).
 */
import { Clock, Context, Duration, Effect, Latch, Layer, Random, Schema } from "effect"
import { MessageId, type OutboxMessage } from "../domain/index.ts"
import { Outbox, type StoreError, timestampOf } from "../store/index.ts"
import { MailConfig, type MailSettings } from "./config.ts"
import { deliver, type Delivered, NotDelivered, type Send, usualPatience } from "./delivery.ts"
import { MailMessage, MailPayload } from "./message.ts"
import { sendBySmtp } from "./smtp.ts"

/** A message that cannot be sent as it is. */
export class UnusableMail extends Schema.TaggedError<UnusableMail>()("UnusableMail", {
  message: Schema.String
}) {}

/** Longest pause between two looks into the outbox: for messages that another process queued, and retries. */
const lookAgain = "20 seconds"

const noServer = "No mail server is named, so messages wait: set TRIBUTARY_SMTP_URL and TRIBUTARY_MAIL_FROM."

export interface QueueOptions {
  /** Names the message: a second one of the same name is not queued. */
  readonly dedupe?: string
  /** How long it makes sense to try; three days when not given. */
  readonly patience?: Duration.Input
}

const encodePayload = Schema.encodeSync(MailPayload)
const decodePayload = Schema.decodeUnknownEffect(MailPayload)
const decodeMessage = Schema.decodeUnknownEffect(MailMessage)

const hex = Effect.map(Random.nextIntBetween(0, 0xffff_ffff), (part) => part.toString(16).padStart(8, "0"))

/** A name for a message that nobody guesses and that two processes do not choose twice. */
export const newMessageId = Effect.gen(function* () {
  const parts = yield* Effect.all([hex, hex, hex, hex])
  return MessageId.make(`m-${(yield* Clock.currentTimeMillis).toString(36)}-${parts.join("")}`)
})

/** Hands messages of the outbox to the server of the settings. */
const sendWith =
  ({ from, replyTo, server }: MailSettings): Send =>
  (message: OutboxMessage) =>
    Effect.gen(function* () {
      if (server === null || from === null) {
        return yield* new NotDelivered({ fault: "way", message: noServer })
      }
      const { html, text } = yield* decodePayload(message.payload).pipe(
        Effect.mapError(
          () => new NotDelivered({ fault: "refused", message: "The message in the outbox cannot be read." })
        )
      )
      const domain = from.address.slice(from.address.lastIndexOf("@") + 1)
      yield* sendBySmtp(server, {
        messageId: `<${message.id}@${domain}>`,
        from,
        replyTo,
        to: message.recipient,
        subject: message.subject,
        text,
        html,
        date: new Date(message.queuedAt)
      })
    })

export class Mail extends Context.Service<
  Mail,
  {
    /** False while no mail server is named: messages are queued and wait. */
    readonly isOn: boolean
    /**
     * Queues a message; it goes out only if the surrounding transaction holds. Gives its id, or null when one
     * of the same `dedupe` was queued before.
     */
    readonly queue: (
      message: { readonly [K in keyof MailMessage]: string },
      options?: QueueOptions
    ) => Effect.Effect<MessageId | null, UnusableMail | StoreError>
    /** Tries all that is due, now. */
    readonly deliver: Effect.Effect<Delivered, StoreError>
    /** Delivers as long as it runs: at once what this process queues, and every 20 seconds what else is due. */
    readonly delivering: Effect.Effect<never>
  }
>()("tributary/mail/Mail") {
  /** Over any way of sending. */
  static make(send: Send, isOn: boolean) {
    return Effect.gen(function* () {
      const outbox = yield* Outbox
      const wake = yield* Latch.make(false)

      const queue = Effect.fn("Mail.queue")(function* (
        given: { readonly [K in keyof MailMessage]: string },
        options: QueueOptions = {}
      ) {
        const message = yield* decodeMessage(given).pipe(
          Effect.mapError(
            (error) =>
              new UnusableMail({
                message: `The mail cannot be sent: ${error.message.split("\n").join(" ").slice(0, 300)}.`
              })
          )
        )
        const id = yield* newMessageId
        const patience =
          options.patience === undefined
            ? usualPatience
            : Duration.toMillis(Duration.fromInputUnsafe(options.patience))
        const isNew = yield* outbox.put({
          id,
          channel: "mail",
          dedupe: options.dedupe === undefined ? null : `mail:${options.dedupe}`,
          recipient: message.to,
          subject: message.subject,
          payload: encodePayload({
            text: message.text,
            ...(message.html === undefined ? {} : { html: message.html })
          }),
          giveUpAt: timestampOf((yield* Clock.currentTimeMillis) + patience)
        })
        yield* wake.open
        return isNew ? id : null
      })

      // Without a server nothing is tried, so that no attempt is counted.
      const deliverAll: Effect.Effect<Delivered, StoreError> = isOn
        ? deliver("mail", send).pipe(Effect.provideService(Outbox, outbox))
        : Effect.map(outbox.counts, (counts) => {
            const waits = counts.some(({ channel, waiting }) => channel === "mail" && waiting > 0)
            return { sent: 0, postponed: 0, givenUp: [], obstacle: waits ? noServer : null }
          })
      const round = Effect.gen(function* () {
        yield* Effect.timeoutOption(wake.await, lookAgain)
        yield* wake.close
        yield* deliverAll
      }).pipe(
        // The next round may find the store free again.
        Effect.catch((error) => Effect.logWarning(`The outbox could not be looked at: ${error.message}`))
      )
      const delivering = isOn ? Effect.forever(round) : Effect.never
      return Mail.of({ isOn, queue, deliver: deliverAll, delivering })
    })
  }

  /** As the environment says; fails with a sentence that names the variable. */
  static readonly layer = Layer.effect(
    Mail,
    Effect.gen(function* () {
      const settings = yield* MailConfig
      return yield* Mail.make(sendWith(settings), settings.server !== null)
    })
  ).pipe(Layer.provide(MailConfig.layer))

  /** Messages are put into the given list instead of being sent; for tests. */
  static memory(
    sent: Array<OutboxMessage>,
    refuse: (message: OutboxMessage) => NotDelivered | null = () => null
  ) {
    return Layer.effect(
      Mail,
      Mail.make(
        (message) =>
          Effect.suspend(() => {
            const refusal = refuse(message)
            if (refusal !== null) return Effect.fail(refusal)
            sent.push(message)
            return Effect.void
          }),
        true
      )
    )
  }
}
