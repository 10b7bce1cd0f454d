/** `tributary schedule`: runs the jobs at their times until it is stopped. */
import { Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { Store } from "../store/index.ts"
import { config, configured, loadScheduled } from "./jobs/flags.ts"
import { dataDirectory, awaitedStore } from "./store.ts"
import { runTriggers } from "./triggers.ts"
import { observePort } from "./watching.ts"

export const schedule = Command.make(
  "schedule",
  {
    at: Flag.String("at").pipe(
      Flag.withMetavar("CRON"),
      Flag.withDescription(
        "When to import, instead of what the configuration says: minute, hour, day, month, weekday"
      ),
      Flag.optional
    ),
    timeZone: Flag.String("time-zone").pipe(
      Flag.withMetavar("ZONE"),
      Flag.withDescription("Time zone of all times, e.g. Europe/Zurich, instead of the configuration's"),
      Flag.optional
    ),
    config,
    observePort
  },
  Effect.fn(function* (flags) {
    const scheduled = yield* loadScheduled
    const { starterGone } = yield* Effect.promise(() => import("../jobs/scheduler/beside.ts"))
    const directory = yield* dataDirectory
    const found = yield* configured(directory, flags.config)
    const settings = {
      ...found,
      timeZone: Option.getOrElse(flags.timeZone, () => found.timeZone),
      jobs: found.jobs.map(({ expression, job }) => ({
        job,
        expression: job.name === "import" ? Option.getOrElse(flags.at, () => expression) : expression
      }))
    }
    const triggers = Effect.gen(function* () {
      const { engine } = yield* Store
      // Beside workers, which see to the jobs too, it waits for its turn.
      const standsBy = engine === "postgres"
      const observePort = Option.getOrNull(flags.observePort)
      return yield* runTriggers({ directory, settings, observePort, standsBy })
    })
    return yield* Effect.raceFirst(triggers, starterGone).pipe(
      Effect.provide(Layer.provideMerge(scheduled.layerOf(directory, settings), awaitedStore))
    )
  })
).pipe(
  Command.withDescription(
    "Run the jobs at their times (imports hourly unless configured otherwise), until stopped"
  ),
  Command.withExamples([
    {
      command: "tributary schedule",
      description: "Run all jobs at the times of jobs.yaml, or the built-in ones"
    },
    {
      command: 'tributary schedule --at "0 6 * * 1-5" --time-zone Europe/Zurich',
      description: "Import at six on working days"
    }
  ])
)
