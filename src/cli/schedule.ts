/** `tributary schedule`: imports of what is due, at set times, until it is stopped. */
import { Console, Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { counted, print } from "./print.ts"
import { dataDirectory, existingStore } from "./store.ts"
import { watching } from "./watching.ts"

const observePort = Flag.Int("observe-port").pipe(
  Flag.withMetavar("PORT"),
  Flag.withDescription("Serve /health and /metrics on this port of 127.0.0.1"),
  Flag.optional
)

export const schedule = Command.make(
  "schedule",
  {
    at: Flag.String("at").pipe(
      Flag.withMetavar("CRON"),
      Flag.withDescription("When to look for due sources: minute, hour, day of month, month, day of week"),
      Flag.withDefault("17 * * * *")
    ),
    timeZone: Flag.String("time-zone").pipe(
      Flag.withMetavar("ZONE"),
      Flag.withDescription("Time zone of these times, e.g. Europe/Zurich"),
      Flag.withDefault("UTC")
    ),
    observePort
  },
  Effect.fn(function* ({ at, observePort, timeZone }) {
    const jobs = yield* Effect.promise(() => import("../jobs/polling.ts"))
    const { trigger } = yield* Effect.promise(() => import("../jobs/schedule.ts"))
    const { announce } = yield* Effect.promise(() => import("../jobs/telling/index.ts"))
    const { Sources, now } = yield* Effect.promise(() => import("../store/index.ts"))

    const importDue = Effect.gen(function* () {
      const due = yield* (yield* Sources).listDue(yield* now)
      if (due.length === 0) return yield* print(`${yield* now}  no source is due`)
      const report = yield* jobs.importRun({ sources: due, trigger: "schedule", recheck: "due" })
      const failing = report.sources.filter(({ outcome }) => !jobs.reached(outcome))
      const outputs = report.sources.reduce((sum, one) => sum + one.newOutputs, 0)
      yield* print(
        `${yield* now}  ${report.runId}: ${counted(report.sources.length, "source")} visited, ` +
          `${failing.length} failed, ${counted(outputs, "new output")}`
      )
      for (const { message, sourceId } of failing) yield* Console.error(`  ${sourceId}: ${message}`)
      yield* announce("run")
    }).pipe(
      // The next time may find the store free or the disk mended: a failed run ends itself, not the schedule.
      Effect.catch((error) => Console.error(`tributary: ${error.message}`))
    )

    return yield* Effect.scoped(
      Effect.gen(function* () {
        const started = yield* trigger({ name: "import", expression: at, timeZone }, importDue)
        yield* trigger({ name: "week", expression: "0 7 * * 1", timeZone }, announce("week"))
        const next = yield* started.next
        yield* print(`Waiting; the next look is at ${next?.toISOString() ?? "no time"}. Ctrl-C stops.`)
        return yield* Effect.never
      })
    ).pipe(
      Effect.provide(
        watching({ port: Option.getOrNull(observePort), directory: yield* dataDirectory }).pipe(
          Layer.provideMerge(Layer.provideMerge(jobs.layer, existingStore))
        )
      )
    )
  })
).pipe(
  Command.withDescription("Import what is due at set times (hourly unless told otherwise), until stopped"),
  Command.withExamples([
    { command: "tributary schedule", description: "Look for due sources every hour" },
    {
      command: 'tributary schedule --at "0 6 * * 1-5" --time-zone Europe/Zurich',
      description: "At six on working days"
    }
  ])
)
