/** A real SMTP server on loopback that does what a test asks of it. */
import { once } from "node:events"
import { Effect } from "effect"
import { SMTPServer } from "smtp-server"
import { certificate, privateKey } from "./certificate.ts"

export interface Behaviour {
  /** Offers STARTTLS. */
  readonly tls?: boolean
  /** Wants this password of the user "tributary". */
  readonly password?: string
  /** Answers to MAIL FROM, RCPT TO and the end of DATA; none: taken. */
  readonly sender?: () => readonly [number, string] | null
  readonly recipient?: (address: string) => readonly [number, string] | null
  readonly data?: (count: number) => readonly [number, string] | "cut" | null
}

const refusal = ([responseCode, message]: readonly [number, string]) =>
  Object.assign(new Error(message), { responseCode })

export const smtpServer = (behaviour: Behaviour) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const letters: Array<string> = []
      let count = 0
      const server = new SMTPServer({
        disabledCommands: behaviour.tls === true ? [] : ["STARTTLS"],
        cert: certificate,
        key: privateKey,
        authOptional: behaviour.password === undefined,
        allowInsecureAuth: behaviour.tls !== true,
        disableReverseLookup: true,
        onAuth: ({ password, username }, _session, done) =>
          username === "tributary" && password === behaviour.password
            ? done(null, { user: username })
            : done(refusal([535, "5.7.8 Authentication credentials invalid"])),
        onMailFrom: (_address, _session, done) => {
          const answer = behaviour.sender?.() ?? null
          return done(answer === null ? null : refusal(answer))
        },
        onRcptTo: ({ address }, _session, done) => {
          const answer = behaviour.recipient?.(address) ?? null
          return done(answer === null ? null : refusal(answer))
        },
        onData: (stream, session, done) => {
          let letter = ""
          stream.on("data", (chunk: Buffer) => (letter += chunk.toString("utf8")))
          stream.on("end", () => {
            const answer = behaviour.data?.(++count) ?? null
            if (answer === "cut") {
              for (const connection of server.connections) connection._socket.destroy()
              return
            }
            if (answer !== null) return done(refusal(answer))
            letters.push(letter)
            return done(null)
          })
          void session
        }
      })
      // A client that breaks off is an error to the server, and what some tests are about.
      server.on("error", () => {})
      const listening = server.listen(0, "127.0.0.1")
      await once(listening, "listening")
      const address = listening.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      return { server, port, letters }
    }),
    ({ server }) =>
      Effect.promise(
        () =>
          new Promise<void>((resolve) => {
            server.close(() => resolve())
          })
      )
  )
