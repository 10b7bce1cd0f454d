/** `tributary registry accept-move`: follows a source to its new address. */
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { SourceId } from "../../domain/index.ts"
import { print } from "../print.ts"
import { existingStore } from "../store.ts"

export const acceptMove = Command.make(
  "accept-move",
  {
    source: Argument.String("source").pipe(
      Argument.withDescription("A source that status calls moved"),
      Argument.withSchema(SourceId)
    )
  },
  Effect.fn(function* (flags) {
    const jobs = yield* Effect.promise(() => import("../../jobs/accept-move.ts"))
    const { retired, source } = yield* jobs.acceptMove(flags.source).pipe(Effect.provide(existingStore))
    yield* print(`${retired.id} is retired; ${source.id} goes on at ${source.url}.`)
  })
).pipe(
  Command.withDescription(
    "Follow a source that has moved for good: the old one is retired, a new one begins at the new address"
  )
)
