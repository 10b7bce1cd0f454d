/** `tributary jobs run`. */
import { Console, Effect, Fiber, Layer, Option } from "effect"
import { Argument, Command } from "effect/cli"
import type { JobRun } from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { dataDirectory, existingStore } from "../store.ts"
import { config, configured, loadScheduled, namedJob } from "./flags.ts"
import { follow } from "./follow.ts"

/** Runs the job, or goes on with its run that was cut off. */
const runJob = Effect.fnUntraced(function* (name: string) {
  const { beginRunNow, continueRun, RunProgress, standingOf } = yield* loadScheduled
  const { processWords } = yield* Effect.promise(() => import("../../store/index.ts"))
  const job = yield* namedJob(name)
  const progress = yield* RunProgress
  let watching: Fiber.Fiber<unknown, unknown> | null = null
  const onStart = (run: JobRun) =>
    Effect.gen(function* () {
      if (run.attempts > 1) yield* Console.error(`Goes on with ${run.id}.`)
      watching = yield* Effect.forkDetach(Effect.ignore(follow(progress.watch(run.id), false)))
    })

  const standing = yield* standingOf(job.name)
  if (standing._tag === "AtWork") {
    return yield* new CommandFailed({
      message: `${standing.run.id} is at work (${processWords(standing.run.process)}): wait for it, or stop it with "tributary jobs cancel ${standing.run.id}".`
    })
  }
  const done = yield* (
    standing._tag === "Waiting"
      ? continueRun(standing.run, job, "cancelled", onStart)
      : beginRunNow(job, "cancelled", onStart)
  ).pipe(Effect.ensuring(Effect.suspend(() => (watching === null ? Effect.void : Fiber.interrupt(watching)))))
  if (Option.isNone(done)) {
    return yield* new CommandFailed({
      message: `Another process began a run of ${name} at this very moment: "tributary jobs history" shows it.`
    })
  }
  return done.value
})

export const run = Command.make(
  "run",
  {
    name: Argument.String("name").pipe(Argument.withDescription('The job; "tributary jobs list" names them')),
    config,
    json
  },
  Effect.fn(function* (flags) {
    yield* namedJob(flags.name)
    const { layerOf } = yield* loadScheduled
    const directory = yield* dataDirectory
    const settings = yield* configured(directory, flags.config)
    const done = yield* runJob(flags.name).pipe(
      Effect.provide(Layer.provideMerge(layerOf(directory, settings), existingStore))
    )
    if (flags.json) yield* printJson(done)
    else if (done.summary !== null) {
      yield* print(done.summary.sentence)
      for (const problem of done.summary.problems) yield* Console.error(`  ${problem}`)
      if (done.summary.problems.length > 0) {
        yield* Console.error(`${counted(done.summary.problems.length, "thing")} to act on.`)
      }
    }
    if (done.state === "failed") {
      return yield* new CommandFailed({ message: `${done.id} failed. ${done.failure ?? ""}` })
    }
    if (done.state !== "completed") {
      return yield* new CommandFailed({ message: `${done.id} is ${done.state}; what was complete is kept.` })
    }
  })
).pipe(
  Command.withDescription("Run a job now, or go on with a run of it that was cut off"),
  Command.withExamples([
    { command: "tributary jobs run health-report", description: "Who cannot be read, who has fallen silent" }
  ])
)
