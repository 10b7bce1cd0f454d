/** `tributary mail retry`: a message that was given up, or waits, is tried again. */
import { DateTime, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { existingStore } from "../store.ts"

export const retry = Command.make(
  "retry",
  {
    message: Argument.String("message").pipe(Argument.withDescription("As `mail list` names it"))
  },
  Effect.fn(function* ({ message }) {
    const { Outbox, timestampOf } = yield* Effect.promise(() => import("../../store/index.ts"))
    const { MessageId } = yield* Effect.promise(() => import("../../domain/index.ts"))
    const { usualPatience } = yield* Effect.promise(() => import("../../mail/index.ts"))
    yield* Effect.gen(function* () {
      const until = timestampOf((yield* DateTime.now).epochMilliseconds + usualPatience)
      if (!(yield* (yield* Outbox).again(MessageId.make(message), until))) {
        return yield* new CommandFailed({
          message: `No message ${message} waits or was given up: "tributary mail list" names them.`
        })
      }
      yield* print(`${message} is tried again with the next delivery, for three days.`)
    }).pipe(Effect.provide(existingStore))
  })
).pipe(
  Command.withDescription("Try a message again that waits or was given up"),
  Command.withExamples([{ command: "tributary mail retry MESSAGE", description: "As mail list names it" }])
)
