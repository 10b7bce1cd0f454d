/**
 * Who is told, read from the environment. Variables (all optional; without the first two nobody is told):
 * - `TRIBUTARY_REPORT_TO`: comma-separated mail addresses
 * - `TRIBUTARY_WEBHOOK_URL`: address that gets the reports as JSON
 * - `TRIBUTARY_WEBHOOK_SECRET`: at least 16 characters, known to the receiver, by which reports are signed
 * - `TRIBUTARY_WEBHOOK_ALLOW_NETS`: comma-separated CIDR list of private ranges that the webhook may be in;
 *   only then may it be without TLS
 */
import { Config, Context, Effect, Layer, Option, Redacted, Schema } from "effect"
import { type Net, parseNet } from "../../ingest/visit/address.ts"
import { MailAddress } from "../../mail/index.ts"

/** A variable whose value cannot be used. The value of a secret is never part of the message. */
export class TellingConfigError extends Schema.TaggedError<TellingConfigError>()("TellingConfigError", {
  variable: Schema.String,
  message: Schema.String
}) {}

export interface WebhookSettings {
  readonly url: Redacted.Redacted<URL>
  readonly secret: Redacted.Redacted
  readonly allowNets: ReadonlyArray<Net>
}

export interface TellingSettings {
  readonly recipients: ReadonlyArray<MailAddress>
  readonly webhook: WebhookSettings | null
}

const shortestSecret = 16

const refuse = (variable: string, expected: string) =>
  new TellingConfigError({ variable, message: `${variable} cannot be used: ${expected}.` })

const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")

const isAddress = Schema.is(MailAddress)

const environment = Config.all({
  to: Config.String("TRIBUTARY_REPORT_TO").pipe(Config.withDefault("")),
  url: Config.option(Config.Redacted("TRIBUTARY_WEBHOOK_URL")),
  secret: Config.option(Config.Redacted("TRIBUTARY_WEBHOOK_SECRET")),
  allowNets: Config.String("TRIBUTARY_WEBHOOK_ALLOW_NETS").pipe(Config.withDefault(""))
})

const readWebhook = Effect.fnUntraced(function* (
  text: Redacted.Redacted,
  secret: Option.Option<Redacted.Redacted>,
  allowNets: ReadonlyArray<Net>
) {
  const url = URL.parse(Redacted.value(text))
  const isWeb = url !== null && (url.protocol === "https:" || url.protocol === "http:")
  if (url === null || !isWeb || url.username !== "" || url.password !== "") {
    return yield* refuse("TRIBUTARY_WEBHOOK_URL", "write it as in https://hooks.example.org/tributary")
  }
  if (url.protocol === "http:" && allowNets.length === 0) {
    return yield* refuse(
      "TRIBUTARY_WEBHOOK_URL",
      "use https, or name your own network in TRIBUTARY_WEBHOOK_ALLOW_NETS"
    )
  }
  if (Option.isNone(secret) || Redacted.value(secret.value).length < shortestSecret) {
    return yield* refuse(
      "TRIBUTARY_WEBHOOK_SECRET",
      `give at least ${shortestSecret} characters that only you and the receiver know, as "openssl rand -hex 32" makes them`
    )
  }
  return { url: Redacted.make(url), secret: secret.value, allowNets } satisfies WebhookSettings
})

/** Reads the settings; fails with a sentence that names the variable. */
export const readTellingSettings = Effect.gen(function* () {
  const read = yield* environment
  const recipients = list(read.to)
  const wrong = recipients.find((one) => !isAddress(one))
  if (wrong !== undefined) {
    return yield* refuse(
      "TRIBUTARY_REPORT_TO",
      `"${wrong}" is no mail address; write them as in a@example.org,b@example.org`
    )
  }
  const allowNets = yield* Effect.forEach(list(read.allowNets), (part) => {
    const net = parseNet(part)
    return net === null
      ? Effect.fail(refuse("TRIBUTARY_WEBHOOK_ALLOW_NETS", "write ranges as in 127.0.0.0/8,10.1.0.0/16"))
      : Effect.succeed(net)
  })
  const webhook = Option.isNone(read.url) ? null : yield* readWebhook(read.url.value, read.secret, allowNets)
  return { recipients: recipients.filter(isAddress), webhook } satisfies TellingSettings
})

/** The settings of this process. */
export class TellingConfig extends Context.Service<TellingConfig, TellingSettings>()(
  "tributary/jobs/telling/TellingConfig"
) {
  static readonly layer = Layer.effect(TellingConfig, readTellingSettings)
}
