/**
 * How mail goes out, read from the environment.
 *
 * Variables (mail is off while TRIBUTARY_SMTP_URL is not set: messages then wait in the outbox):
 * - `TRIBUTARY_SMTP_URL`: `smtps://user:password@host` (TLS from the first byte, port 465), or
 *   `smtp://user:password@host` (port 587, TLS by STARTTLS); user and password percent-encoded
 * - `TRIBUTARY_SMTP_TLS`: `required` (default) or `optional`, for `smtp:`; a server on this machine need not
 *   have TLS unless it says `required`
 * - `TRIBUTARY_SMTP_CA`: file with certificates (PEM) that are trusted besides the usual ones
 * - `TRIBUTARY_MAIL_FROM`: the sender, `name@domain` or `A name <name@domain>`
 * - `TRIBUTARY_MAIL_REPLY_TO`: where answers go, when not to the sender
 */
import { readFileSync } from "node:fs"
import { Config, Context, Effect, Layer, Option, Redacted, Schema } from "effect"
import { type Mailbox, parseMailbox } from "./address.ts"

/** A variable whose value cannot be used. The value of a secret is never part of the message. */
export class MailConfigError extends Schema.TaggedError<MailConfigError>()("MailConfigError", {
  variable: Schema.String,
  message: Schema.String
}) {}

/** The server to which mail is handed. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (RFC 8314, section 3.3). */
  readonly secure: boolean
  /** Without TLS nothing is sent, not even the password. */
  readonly requireTls: boolean
  readonly user: string | null
  readonly password: Redacted.Redacted | null
  /** Certificates (PEM) that are trusted besides the usual ones. */
  readonly certificates: string | null
}

export interface MailSettings {
  /** Null: mail is off. */
  readonly server: SmtpServer | null
  readonly from: Mailbox | null
  readonly replyTo: Mailbox | null
}

const refuse = (variable: string, expected: string) =>
  new MailConfigError({ variable, message: `${variable} cannot be used: ${expected}.` })

const isLoopback = (host: string) => host === "localhost" || host === "[::1]" || host.startsWith("127.")

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const example = "write it as in smtps://user:password@mail.example.org, with %40 for @ in the user's name"

/** Reads the server out of its URL. */
export const parseServer = Effect.fnUntraced(function* (
  text: Redacted.Redacted,
  tls: "required" | "optional" | null,
  certificates: string | null
) {
  const url = URL.parse(Redacted.value(text))
  const refused = refuse("TRIBUTARY_SMTP_URL", example)
  if (url === null || (url.protocol !== "smtp:" && url.protocol !== "smtps:") || url.hostname === "") {
    return yield* refused
  }
  if (!/^\/?$/u.test(url.pathname) || url.search !== "" || url.hash !== "") return yield* refused
  const user = decoded(url.username)
  const password = decoded(url.password)
  if (user === null || password === null) return yield* refused
  const secure = url.protocol === "smtps:"
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && (tls === null ? !isLoopback(url.hostname) : tls === "required"),
    user: user === "" ? null : user,
    password: user === "" ? null : Redacted.make(password),
    certificates
  } satisfies SmtpServer
})

const environment = Config.all({
  url: Config.option(Config.Redacted("TRIBUTARY_SMTP_URL")),
  tls: Config.option(Config.String("TRIBUTARY_SMTP_TLS")),
  authority: Config.option(Config.String("TRIBUTARY_SMTP_CA")),
  from: Config.option(Config.String("TRIBUTARY_MAIL_FROM")),
  replyTo: Config.option(Config.String("TRIBUTARY_MAIL_REPLY_TO"))
})

const mailbox = (variable: string, text: Option.Option<string>) =>
  Option.match(text, {
    onNone: () => Effect.succeed(null),
    onSome: (text) => {
      const parsed = parseMailbox(text)
      return parsed === null
        ? Effect.fail(refuse(variable, `write it as in "IGF Secretariat <digest@example.org>"`))
        : Effect.succeed(parsed)
    }
  })

const isTls = (text: string | null): text is "required" | "optional" | null =>
  text === null || text === "required" || text === "optional"

/** Reads the settings; fails with a sentence that names the variable. */
export const readMailSettings = Effect.gen(function* () {
  const read = yield* environment
  const tls = Option.getOrNull(read.tls)
  if (!isTls(tls)) return yield* refuse("TRIBUTARY_SMTP_TLS", 'write "required" or "optional"')
  const file = Option.getOrNull(read.authority)
  const certificates =
    file === null
      ? null
      : yield* Effect.try({
          try: () => readFileSync(file, "utf8"),
          catch: () => refuse("TRIBUTARY_SMTP_CA", `name a file of certificates (PEM) that can be read`)
        })
  const from = yield* mailbox("TRIBUTARY_MAIL_FROM", read.from)
  const replyTo = yield* mailbox("TRIBUTARY_MAIL_REPLY_TO", read.replyTo)
  if (Option.isNone(read.url)) return { server: null, from, replyTo } satisfies MailSettings
  if (from === null) {
    return yield* refuse(
      "TRIBUTARY_MAIL_FROM",
      `it is missing; with TRIBUTARY_SMTP_URL a sender must be named, as in "IGF Secretariat <digest@example.org>"`
    )
  }
  const server = yield* parseServer(read.url.value, tls, certificates)
  return { server, from, replyTo } satisfies MailSettings
})

/** The settings of this process. */
export class MailConfig extends Context.Service<MailConfig, MailSettings>()("tributary/mail/MailConfig") {
  static readonly layer = Layer.effect(MailConfig, readMailSettings)
}
