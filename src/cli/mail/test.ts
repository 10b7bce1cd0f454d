/** `tributary mail test`: sends one message now, past the outbox's pauses, to see whether mail goes out. */
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { outgoing } from "./outgoing.ts"

export const test = Command.make(
  "test",
  { address: Argument.String("address").pipe(Argument.withDescription("Who gets the message")) },
  Effect.fn(function* ({ address }) {
    const { Mail } = yield* Effect.promise(() => import("../../mail/index.ts"))
    const { Outbox } = yield* Effect.promise(() => import("../../store/index.ts"))
    yield* Effect.gen(function* () {
      const mail = yield* Mail
      if (!mail.isOn) {
        return yield* new CommandFailed({
          message: "No mail server is named: set TRIBUTARY_SMTP_URL and TRIBUTARY_MAIL_FROM."
        })
      }
      const id = yield* mail.queue(
        {
          to: address,
          subject: "Tributary: a test",
          text: "This message shows that Tributary can send mail. Nothing is to be done.\n"
        },
        // A test that comes tomorrow helps nobody.
        { patience: "1 minute" }
      )
      const { obstacle } = yield* mail.deliver
      const kept = (yield* (yield* Outbox).list({ limit: 1000 })).find((one) => one.id === id)
      if (kept?.state !== "sent") {
        return yield* new CommandFailed({
          message: kept?.problem ?? obstacle ?? "The message did not go out: other messages wait before it."
        })
      }
      yield* print(`The mail server has taken a message to ${address}.`)
    }).pipe(Effect.provide(outgoing))
  })
).pipe(
  Command.withDescription("Send a test message now, and say what keeps it if it does not go out"),
  Command.withExamples([
    { command: "tributary mail test me@example.org", description: "Is the mail server set up well?" }
  ])
)
