/** `tributary jobs cancel`. */
import { Effect, Option, Schedule } from "effect"
import { Argument, Command } from "effect/cli"
import { JobRunId } from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { existingStore } from "../store.ts"
import { loadScheduled } from "./flags.ts"

/** How long a process may take to stop its run. */
const longestWait = "20 seconds"

export const cancel = Command.make(
  "cancel",
  {
    id: Argument.String("id").pipe(
      Argument.withDescription('The run, as "tributary jobs history" shows it'),
      Argument.withSchema(JobRunId)
    )
  },
  Effect.fn(function* ({ id }) {
    const { giveUp } = yield* loadScheduled
    const { JobRuns } = yield* Effect.promise(() => import("../../store/index.ts"))
    yield* Effect.gen(function* () {
      const runs = yield* JobRuns
      const run = Option.getOrUndefined(yield* runs.get(id))
      if (run === undefined) {
        return yield* new CommandFailed({
          message: `There is no run ${id}: "tributary jobs history" names them.`
        })
      }
      if (run.finishedAt !== null) return yield* print(`${id} is over already: ${run.state}.`)
      yield* runs.requestCancel(id)
      const isOver = yield* Effect.gen(function* () {
        const now = Option.getOrElse(yield* runs.get(id), () => run)
        if (now.finishedAt !== null) return true
        return (yield* runs.isAtWork(now)) ? false : yield* giveUp(now, "cancelled")
      }).pipe(
        Effect.repeat({ until: (over) => over, schedule: Schedule.spaced("250 millis") }),
        Effect.timeoutOption(longestWait)
      )
      if (Option.isNone(isOver)) {
        return yield* new CommandFailed({
          message: `${id} has been asked to stop and has not done so yet: "tributary jobs history" shows when it has.`
        })
      }
      yield* print(`${id} is cancelled; what was complete is kept.`)
    }).pipe(Effect.provide(existingStore))
  })
).pipe(
  Command.withDescription("Stop a run, in whichever process it is"),
  Command.withExamples([
    { command: "tributary jobs cancel import@2026-02-05T06:17:00Z", description: "Stop a scheduled import" }
  ])
)
