/** What `schedule` and `worker` have in common: the jobs at their times, told as lines, for one process at a time. */
import { Console, Effect, Layer, Schedule } from "effect"
import { minuteOf } from "../domain/instants.ts"
import type { JobsConfig } from "../jobs/config.ts"
import type { SchedulerEvent } from "../jobs/scheduler/scheduler.ts"
import type { Leases } from "../store/index.ts"
import { loadScheduled } from "./jobs/flags.ts"
import { print } from "./print.ts"
import { watching } from "./watching.ts"

/** An event as one line: for a person on a terminal, for a machine elsewhere. */
const lineOf = ({ at, event, job, run, sentence }: SchedulerEvent): string => {
  const problems = run?.summary?.problems ?? []
  if (process.stdout.isTTY) {
    const look =
      problems.length === 0 ? "" : ` ${problems.length} to act on: "tributary jobs history --job ${job}".`
    return `${minuteOf(at)}  ${job}: ${event === "failed" ? "failed. " : ""}${sentence}${look}`
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

/** Between two looks whether the scheduler's duty is free. */
const standbyPause = "3 seconds"

export interface TriggerOptions {
  readonly directory: string
  readonly settings: JobsConfig
  /** Where `/health` and `/metrics` are served; null: nowhere. */
  readonly observePort: number | null
  /** Wait, after saying so, while another process has the duty; otherwise that is a failure. */
  readonly standsBy: boolean
}

/** Runs the jobs at their times, as the one scheduler of the store, until it is stopped or loses the duty. */
export const runTriggers = Effect.fnUntraced(function* ({
  directory,
  observePort,
  settings,
  standsBy
}: TriggerOptions) {
  const scheduled = yield* loadScheduled
  const { announce } = yield* Effect.promise(() => import("../jobs/telling/index.ts"))
  const { schedulerCheck } = yield* Effect.promise(() => import("../observe/checks.ts"))
  const watched = Layer.unwrap(
    Effect.map(Effect.context<Leases>(), (services) =>
      watching({
        port: observePort,
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

  let hasSaid = false
  const said = (sentence: string) =>
    Effect.suspend(() => {
      if (hasSaid) return Effect.void
      hasSaid = true
      return Console.error(`${sentence} This process stands by.`)
    })
  const held = standsBy
    ? scheduled.holdSchedulerLease.pipe(
        Effect.tapError(({ message }) => said(message)),
        Effect.retry(Schedule.spaced(standbyPause))
      )
    : scheduled.holdSchedulerLease
  // The lease comes first: who is not the scheduler serves and sends nothing.
  return yield* held.pipe(
    Effect.flatMap(({ lost }) => Effect.raceFirst(running, lost)),
    Effect.scoped
  )
})
