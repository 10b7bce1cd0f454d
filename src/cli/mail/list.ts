/** `tributary mail list`: messages to people and to the webhook, and what keeps them. */
import { Effect } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { Command, Flag } from "effect/cli"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

const givenUp = Flag.Boolean("given-up").pipe(
  Flag.withDescription("Only those that were given up"),
  Flag.withDefault(false)
)
const all = Flag.Boolean("all").pipe(
  Flag.withDescription("Also those that were sent"),
  Flag.withDefault(false)
)

export const list = Command.make(
  "list",
  { givenUp, all, json },
  Effect.fn(function* (flags) {
    const { Outbox } = yield* Effect.promise(() => import("../../store/index.ts"))
    const messages = yield* Effect.gen(function* () {
      const found = yield* (yield* Outbox).list({
        limit: 1000,
        ...(flags.givenUp ? { state: "given-up" } : {})
      })
      return found.filter(({ state }) => flags.all || flags.givenUp || state !== "sent")
    }).pipe(Effect.provide(existingStore))
    // What a message says is for its recipient: it may hold a link that lets somebody in.
    if (flags.json) return yield* printJson(messages.map((one) => ({ ...one, payload: undefined })))
    if (messages.length === 0) return yield* print("No message waits, and none was given up.")
    yield* print(
      columns(
        ["message", "to", "subject", "state", "queued (UTC)", "tried", "what happened"],
        messages.map((one) => [
          one.id,
          one.recipient,
          one.subject.slice(0, 60),
          one.state,
          minuteOf(one.queuedAt),
          String(one.attempts),
          one.problem ?? ""
        ])
      )
    )
  })
).pipe(
  Command.withDescription("List messages that wait or were given up, and what keeps them"),
  Command.withExamples([
    { command: "tributary mail list", description: "What waits" },
    { command: "tributary mail list --given-up --json", description: "What did not go out, for a machine" }
  ])
)
