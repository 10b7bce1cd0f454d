/**
 * The way to the mail server: SMTP by nodemailer, loaded with the first message.
 *
 * Every wait has a limit. Nothing is read from files or addresses that a message names.
 */
import { rootCertificates } from "node:tls"
import { Effect, Predicate, Redacted } from "effect"
import type { SmtpServer } from "./config.ts"
import { NotDelivered } from "./delivery.ts"
import type { Mailbox } from "./address.ts"

const second = 1000

/** Limits in milliseconds; the claim of a message (delivery.ts) lasts longer than all of them together. */
const limits = {
  dnsTimeout: 10 * second,
  connectionTimeout: 15 * second,
  greetingTimeout: 15 * second,
  socketTimeout: 60 * second
}
const wholeLimit = "5 minutes"

/** A letter with its envelope. */
export interface Letter {
  /** Stays the same over all attempts, so that a receiver knows a message that comes again. */
  readonly messageId: string
  readonly from: Mailbox
  readonly replyTo: Mailbox | null
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  readonly date: Date
}

/** What the server said last, on one line, without anything secret: never what we sent. */
const reply = (error: unknown): string => {
  const said = Predicate.hasProperty(error, "response") ? error.response : undefined
  return typeof said === "string" ? ` It said: ${said.replace(/\p{Cc}+/gu, " ").slice(0, 200)}` : ""
}

const text = (error: unknown, key: string): string => {
  const value = Predicate.hasProperty(error, key) ? error[key] : undefined
  return typeof value === "string" ? value : ""
}

const way = (message: string) => new NotDelivered({ fault: "way", message })

/** What a failure means for this message and for the others, as a sentence with a remedy. */
const judge = (server: SmtpServer, to: string, error: unknown): NotDelivered => {
  const where = `The mail server ${server.host}:${server.port}`
  const code = text(error, "code")
  const status = Predicate.hasProperty(error, "responseCode") ? Number(error.responseCode) : 0
  switch (code) {
    case "EAUTH":
    case "ENOAUTH":
      return status >= 400 && status < 500
        ? way(`${where} does not let us sign in at the moment; it is tried again.${reply(error)}`)
        : way(`${where} does not accept user and password: mend TRIBUTARY_SMTP_URL.${reply(error)}`)
    case "ETLS":
      return way(
        `${where} offers no encryption that can be trusted: use another server, name its certificate in TRIBUTARY_SMTP_CA, or, on a network that is all your own, set TRIBUTARY_SMTP_TLS=optional.`
      )
    case "EDNS":
      return way(`${where} is not known by that name: mend TRIBUTARY_SMTP_URL, or look at the name service.`)
    case "ESOCKET":
    case "ECONNECTION":
    case "ETIMEDOUT": {
      const certificate = /certificate|self.signed|altname|CERT_/iu.test(
        `${text(error, "message")} ${text(error, "originalCode")}`
      )
      return certificate
        ? way(
            `${where} shows a certificate that is not trusted: mend it, or name its issuer in TRIBUTARY_SMTP_CA.`
          )
        : way(`${where} could not be reached or broke off: look whether it runs; it is tried again.`)
    }
    default: {
      if (code === "EENVELOPE" && text(error, "command") === "MAIL FROM" && status >= 500) {
        return way(`${where} does not send for our address: mend TRIBUTARY_MAIL_FROM.${reply(error)}`)
      }
      if (status >= 500 && status !== 503) {
        return new NotDelivered({
          fault: "refused",
          message: `${where} refuses the message to ${to} for good: check the address.${reply(error)}`
        })
      }
      return new NotDelivered({
        fault: "message",
        message: `${where} does not take the message to ${to} yet; it is tried again.${reply(error)}`
      })
    }
  }
}

/** The usual authorities and the given certificates: naming some must not forget the others. */
const trusted = (certificates: string): Array<string> => [...rootCertificates, certificates]

/** Hands a letter to the server. */
export const sendBySmtp = Effect.fn("sendBySmtp")(function* (server: SmtpServer, letter: Letter) {
  const { createTransport } = yield* Effect.promise(() => import("nodemailer"))
  const { certificates, password, user } = server
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    ...limits,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === null || password === null ? {} : { auth: { user, pass: Redacted.value(password) } }),
    tls: { minVersion: "TLSv1.2", ...(certificates === null ? {} : { ca: trusted(certificates) }) }
  })
  const send = Effect.tryPromise({
    try: (signal) =>
      transport.sendMail({
        signal,
        messageId: letter.messageId,
        date: letter.date,
        from: letter.from,
        ...(letter.replyTo === null ? {} : { replyTo: letter.replyTo }),
        to: { name: "", address: letter.to },
        subject: letter.subject,
        text: letter.text,
        ...(letter.html === undefined ? {} : { html: letter.html }),
        // No answer by machines, please (RFC 3834, section 5).
        headers: { "Auto-Submitted": "auto-generated" }
      }),
    catch: (error) => judge(server, letter.to, error)
  })
  yield* send.pipe(
    Effect.timeoutOrElse({
      duration: wholeLimit,
      orElse: () =>
        Effect.fail(
          new NotDelivered({
            fault: "way",
            message: `The mail server ${server.host}:${server.port} took longer than ${wholeLimit}: look whether it is overloaded.`
          })
        )
    })
  )
})
