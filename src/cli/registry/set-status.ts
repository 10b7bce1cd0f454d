/** `tributary registry set-status`: approves, pauses or retires a source. */
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { SourceId, SourceStatus } from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { existingStore } from "../store.ts"

export const setStatus = Command.make(
  "set-status",
  {
    source: Argument.String("source").pipe(Argument.withSchema(SourceId)),
    status: Argument.Literals("status", SourceStatus.literals)
  },
  Effect.fn(function* ({ source, status }) {
    const { Sources } = yield* Effect.promise(() => import("../../store/index.ts"))
    yield* Effect.gen(function* () {
      const sources = yield* Sources
      if (!(yield* sources.setStatus(source, status))) {
        return yield* new CommandFailed({
          message: `There is no source ${source}: "tributary registry show INITIATIVE" names those of an initiative.`
        })
      }
      yield* print(`${source} is ${status}.`)
    }).pipe(Effect.provide(existingStore))
  })
).pipe(Command.withDescription("Approve, pause or retire a source; only approved ones are visited"))
