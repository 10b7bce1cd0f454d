/**
 * The webhook: reports as JSON by POST, signed as Standard Webhooks ask
 * (https://github.com/standard-webhooks/standard-webhooks, version 1): the receiver computes HMAC-SHA-256 over
 * `webhook-id`, `webhook-timestamp` and body, joined by full stops, and compares it with `webhook-signature`.
 *
 * The socket goes through the guard of visits to strangers: a private address is reached only where the
 * operator has opened its range for the webhook. Redirects are not followed. Every wait has a limit.
 */
import { createHmac } from "node:crypto"
import { Clock, Effect, Predicate, Redacted } from "effect"
import type { OutboxMessage } from "../../domain/index.ts"
import { defaultSettings } from "../../ingest/visit/config.ts"
import { HostLookup, makeAgent } from "../../ingest/visit/connector.ts"
import { VisitFailure } from "../../ingest/visit/failure.ts"
import { NotDelivered, type Send } from "../../mail/index.ts"
import type { WebhookSettings } from "./config.ts"

/** Limits in milliseconds. */
const answerLimit = 20_000
const wholeLimit = "60 seconds"

/** Bytes of an answer that are read, to keep the connection tidy; they are not looked at. */
const answerBytes = 64 * 1024

/**
 * The value of `webhook-signature`.
 *
 * @param secret the key's characters; `whsec_` before the Base64 form of the key is understood
 * @param timestamp seconds since 1970
 */
export const signature = (secret: string, id: string, timestamp: number, body: string): string => {
  const key = secret.startsWith("whsec_")
    ? Buffer.from(secret.slice(6), "base64")
    : Buffer.from(secret, "utf8")
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`
}

/** The receiver as a person may see it: the path may hold a secret. */
export const receiverOf = ({ url }: WebhookSettings): string => Redacted.value(url).origin

const reasonOf = (error: unknown): string => {
  // The guard's refusals are sentences, which name the variable of visits to strangers.
  if (error instanceof VisitFailure) {
    return error.message.replace("TRIBUTARY_ALLOW_NETS", "TRIBUTARY_WEBHOOK_ALLOW_NETS")
  }
  const code =
    Predicate.hasProperty(error, "code") && typeof error.code === "string" ? ` (${error.code})` : ""
  return `It could not be reached or broke off${code}: look whether it runs.`
}

/** Hands messages of the outbox to the receiver. */
export const sendToWebhook = Effect.fnUntraced(function* (settings: WebhookSettings) {
  const lookup = yield* HostLookup
  const { request } = yield* Effect.promise(() => import("undici"))
  const url = Redacted.value(settings.url)
  const receiver = receiverOf(settings)
  const agent = yield* Effect.acquireRelease(
    Effect.sync(() => {
      const port = Number(url.port)
      const allowPorts = new Set(port === 0 ? [] : [port])
      const visit = { ...defaultSettings, allowNets: settings.allowNets, allowPorts }
      return makeAgent({ ...visit, headersTimeout: answerLimit, bodyTimeout: answerLimit }, lookup, () => {})
    }),
    (agent) => Effect.promise(() => agent.destroy())
  )
  const fail = (fault: NotDelivered["fault"], reason: string) =>
    new NotDelivered({ fault, message: `The webhook ${receiver} does not take the report. ${reason}` })

  const send: Send = (message: OutboxMessage) =>
    Effect.gen(function* () {
      const timestamp = Math.floor((yield* Clock.currentTimeMillis) / 1000)
      const status = yield* Effect.tryPromise({
        try: async (signal) => {
          const answer = await request(url, {
            method: "POST",
            dispatcher: agent,
            signal,
            headers: {
              "content-type": "application/json; charset=utf-8",
              "user-agent": defaultSettings.userAgent,
              "webhook-id": message.id,
              "webhook-timestamp": String(timestamp),
              "webhook-signature": signature(
                Redacted.value(settings.secret),
                message.id,
                timestamp,
                message.payload
              )
            },
            body: message.payload
          })
          await answer.body.dump({ limit: answerBytes, signal })
          return answer.statusCode
        },
        catch: (error) => fail("way", reasonOf(error))
      }).pipe(
        Effect.timeoutOrElse({
          duration: wholeLimit,
          orElse: () =>
            Effect.fail(fail("way", `It took longer than ${wholeLimit}: look whether it is overloaded.`))
        })
      )
      if (status >= 200 && status < 300) return
      if (status === 410) {
        return yield* fail("refused", "It says that it is gone (410): mend or unset TRIBUTARY_WEBHOOK_URL.")
      }
      const remedy =
        status >= 300 && status < 400
          ? "Redirects are not followed: name the final address in TRIBUTARY_WEBHOOK_URL."
          : status === 401 || status === 403
            ? "Look whether both sides have the same TRIBUTARY_WEBHOOK_SECRET."
            : "Look into its log."
      return yield* fail("message", `It answers with status ${status}. ${remedy}`)
    })
  return send
})
