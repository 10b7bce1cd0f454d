/** `tributary report`: what a person should know, in plain language; sent when asked. */
import { Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { outgoing } from "./mail/outgoing.ts"
import { deliverNow } from "./mail/deliver.ts"
import { print, printJson } from "./print.ts"
import { json } from "./root.ts"
import { dataDirectory } from "./store.ts"

const week = Flag.Boolean("week").pipe(
  Flag.withDescription("Of the last seven days, instead of what changed since the last report"),
  Flag.withDefault(false)
)
const send = Flag.Boolean("send").pipe(
  Flag.withDescription("Send it to those named in TRIBUTARY_REPORT_TO and TRIBUTARY_WEBHOOK_URL"),
  Flag.withDefault(false)
)

export const report = Command.make(
  "report",
  { week, send, json },
  Effect.fn(function* (flags) {
    const telling = yield* Effect.promise(() => import("../jobs/telling/index.ts"))
    const { Health } = yield* Effect.promise(() => import("../observe/health.ts"))
    const kind = flags.week ? "week" : "run"
    const directory = yield* dataDirectory
    yield* Effect.gen(function* () {
      const { checks } = yield* (yield* Health).report
      const { recipients, webhook } = yield* telling.TellingConfig
      if (flags.send && recipients.length === 0 && webhook === null) {
        return yield* new CommandFailed({
          message: "Nobody is named who is to be told: set TRIBUTARY_REPORT_TO or TRIBUTARY_WEBHOOK_URL."
        })
      }
      const told = yield* flags.send ? telling.tell(kind, checks) : telling.preview(kind, checks)
      if (flags.json) yield* printJson({ ...told.report, isNews: told.isNews })
      else {
        yield* print(
          told.isNews
            ? telling.reportText(told.report).trimEnd()
            : 'Nothing changed that a person must know. "tributary report --week" tells how all stands.'
        )
      }
      if (!flags.send || flags.json) return
      const [obstacle] = yield* deliverNow
      if (obstacle !== undefined) return yield* new CommandFailed({ message: obstacle })
    }).pipe(Effect.provide(Health.layer({ directory }).pipe(Layer.provideMerge(outgoing))))
  })
).pipe(
  Command.withDescription("Say in plain language what came, what needs a look, and what waits for a person"),
  Command.withExamples([
    { command: "tributary report", description: "What changed since the last report; nothing is sent" },
    { command: "tributary report --week --send", description: "The weekly report, by mail and webhook" }
  ])
)
