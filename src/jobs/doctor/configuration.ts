/** What the Secretariat has configured: cycles and meetings, how visits introduce themselves, mail. */
import { connect } from "node:net"
import { Effect } from "effect"
import type { Cycle } from "../../domain/index.ts"
import { VisitConfig } from "../../ingest/visit/index.ts"
import { MailConfig } from "../../mail/index.ts"
import { now, Sources } from "../../store/index.ts"
import { loadCycles } from "../cycles.ts"
import { presentCycles } from "../present-cycles.ts"
import { doubtful, type Finding, ill, orIll, well } from "./finding.ts"

/** How long a mail server may take to greet. */
const greetingLimit = "10 seconds"

const cycles = <R>(
  directory: string,
  found: Effect.Effect<ReadonlyArray<Cycle>, { readonly message: string }, R>
) =>
  orIll(
    "cycles",
    Effect.gen(function* () {
      const today = (yield* now).slice(0, 10)
      const all = yield* found
      const next = all
        .flatMap(({ meetings }) => meetings)
        .filter(({ start }) => start >= today)
        .sort((a, b) => (a.start < b.start ? -1 : 1))[0]
      return next === undefined
        ? doubtful(
            "cycles",
            "No meeting lies ahead.",
            `enter the next ones in the portal, or in cycles.yaml in ${directory} (docs/commands.md, "Cycles and meetings")`
          )
        : well("cycles", `The next meeting is ${next.name} (${next.start}).`)
    })
  )

/** The cycles of the file, where no store can be opened. */
export const cyclesOfFile = (directory: string) => cycles(directory, loadCycles(directory))

/** The cycles as they count in the store, with the Secretariat's edits. */
export const cyclesOfStore = (directory: string) => cycles(directory, presentCycles(directory))

export const sources = orIll(
  "sources",
  Effect.gen(function* () {
    const all = yield* (yield* Sources).list()
    const approved = all.filter(({ status }) => status === "approved").length
    return approved === 0
      ? doubtful(
          "sources",
          "No source is approved, so that nothing is imported.",
          "add some with tributary registry add, or approve proposed ones with tributary registry set-status"
        )
      : well("sources", `${approved} of ${all.length} sources are approved.`)
  })
)

/** Whether visits tell whom a server's owner can turn to. */
export const visits: Effect.Effect<Finding> = orIll(
  "visits",
  Effect.gen(function* () {
    const { userAgent } = yield* VisitConfig
    return userAgent.includes("(")
      ? well("visits", `Servers are told: ${userAgent}.`)
      : doubtful(
          "visits",
          "Servers are not told whom to turn to.",
          "set TRIBUTARY_CONTACT to an address or a page of the Secretariat"
        )
  }).pipe(Effect.provide(VisitConfig.layer))
)

/** The first line of a mail server (RFC 5321, section 3.1); with TLS from the first byte it waits for us, and takes the connection. */
const greeting = (
  host: string,
  port: number,
  isSecure: boolean
): Effect.Effect<string, { readonly message: string }> =>
  Effect.callback<string, { readonly message: string }>((resume) => {
    const socket = connect({ host, port })
    if (isSecure) socket.once("connect", () => resume(Effect.succeed("220")))
    socket.once("data", (bytes) => resume(Effect.succeed(bytes.toString("latin1").split("\r\n")[0] ?? "")))
    socket.once("error", (error) => resume(Effect.fail(error)))
    socket.once("end", () => resume(Effect.fail({ message: "it closed the connection" })))
    return Effect.sync(() => socket.destroy())
  }).pipe(
    Effect.timeoutOrElse({
      duration: greetingLimit,
      orElse: () => Effect.fail({ message: `it was silent for ${greetingLimit}` })
    })
  )

export const mail: Effect.Effect<Finding> = orIll(
  "mail",
  Effect.gen(function* () {
    const { server } = yield* MailConfig
    if (server === null) {
      return doubtful(
        "mail",
        "No mail server is configured, so that reports and links stay in the outbox.",
        "set TRIBUTARY_SMTP_URL and TRIBUTARY_MAIL_FROM (docs/operations.md)"
      )
    }
    const place = `${server.host}:${server.port}`
    return yield* greeting(server.host, server.port, server.secure).pipe(
      Effect.map((line) =>
        line.startsWith("220")
          ? well("mail", server.secure ? `${place} takes connections, over TLS.` : `${place} greets.`)
          : ill("mail", `${place} answers "${line}".`, "check TRIBUTARY_SMTP_URL")
      ),
      Effect.catch(({ message }) =>
        Effect.succeed(
          ill(
            "mail",
            `${place} cannot be reached (${message}).`,
            "check TRIBUTARY_SMTP_URL, or ask who runs the server"
          )
        )
      )
    )
  }).pipe(Effect.provide(MailConfig.layer))
)
