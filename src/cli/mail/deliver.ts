/** `tributary mail deliver`: tries all that is due, once. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { counted, print } from "../print.ts"
import { outgoing } from "./outgoing.ts"

/** Tries mail and webhook once, and says what came of it. */
export const deliverNow = Effect.gen(function* () {
  const { Mail } = yield* Effect.promise(() => import("../../mail/index.ts"))
  const { deliverWebhook } = yield* Effect.promise(() => import("../../jobs/telling/index.ts"))
  const mail = yield* (yield* Mail).deliver
  const webhook = yield* deliverWebhook
  const rounds = webhook === null ? [mail] : [mail, webhook]
  const sum = (pick: (one: typeof mail) => number) => rounds.reduce((total, one) => total + pick(one), 0)
  yield* print(
    `${counted(
      sum(({ sent }) => sent),
      "message"
    )} sent, ${sum(({ postponed }) => postponed)} to be tried again, ${sum(({ givenUp }) => givenUp.length)} given up.`
  )
  return rounds.flatMap(({ obstacle }) => (obstacle === null ? [] : [obstacle]))
})

export const deliverCommand = Command.make(
  "deliver",
  {},
  Effect.fn(function* () {
    const [obstacle] = yield* deliverNow.pipe(Effect.provide(outgoing))
    if (obstacle !== undefined) return yield* new CommandFailed({ message: obstacle })
  })
).pipe(
  Command.withDescription("Try all messages that are due, once; the scheduler does so all the time"),
  Command.withExamples([{ command: "tributary mail deliver", description: "Empty the outbox now" }])
)
