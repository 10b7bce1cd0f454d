/** `tributary schedule`: runs the jobs at their times until it is stopped. */
import { Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import type { SchedulerEvent } from "../jobs/scheduler/scheduler.ts"
import { config, configured, loadScheduled, minute } from "./jobs/flags.ts"
import { print } from "./print.ts"
import type { Leases } from "../store/index.ts"
import { dataDirectory, existingStore } from "./store.ts"
import { observePort, watching } from "./watching.ts"

/** An event as one line: for a person on a terminal, for a machine elsewhere. */
const lineOf = ({ at, event, job, run, sentence }: SchedulerEvent): string => {
  const problems = run?.summary?.problems ?? []
  if (process.stdout.isTTY) {
    const look =
      problems.length === 0 ? "" : ` ${problems.length} to act on: "tributary jobs history --job ${job}".`
    return `${minute(at)}  ${job}: ${event === "failed" ? "failed. " : ""}${sentence}${look}`
  }
  return JSON.stringify({
    at,
    job,
    event,
    run: run?.id ?? null,
    sentence,
    counts: run?.summary?.counts ?? {},
    problems
  })
}

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
    const { announce } = yield* Effect.promise(() => import("../jobs/telling/index.ts"))
    const { schedulerCheck } = yield* Effect.promise(() => import("../observe/checks.ts"))
    const watched = Layer.unwrap(
      Effect.map(Effect.context<Leases>(), (services) =>
        watching({
          port: Option.getOrNull(flags.observePort),
          directory,
          more: [schedulerCheck(Effect.provideContext(scheduled.schedulerSign, services))]
        })
      )
    )
    const running = Effect.gen(function* () {
      const services = yield* Effect.context<Effect.Services<ReturnType<typeof announce>>>()
      const tellPeople = (occasion: "run" | "week") => Effect.provideContext(announce(occasion), services)
      yield* scheduled.startScheduler(scheduled.scheduledJobs(settings), settings.timeZone, (event) =>
        Effect.andThen(
          print(lineOf(event)),
          event.job === "import" && event.event === "completed" ? tellPeople("run") : Effect.void
        )
      )
      const week = { name: "week", expression: "0 7 * * 1", timeZone: settings.timeZone }
      yield* scheduled.trigger(week, tellPeople("week"))
      return yield* Effect.never
    }).pipe(Effect.scoped, Effect.provide(watched))
    // The lease comes first: who is not the scheduler serves and sends nothing.
    return yield* scheduled.holdSchedulerLease.pipe(
      Effect.flatMap(({ lost }) => Effect.raceAllFirst([running, lost, starterGone])),
      Effect.scoped,
      Effect.provide(Layer.provideMerge(scheduled.layerOf(directory, settings), existingStore))
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
