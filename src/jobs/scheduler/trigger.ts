/**
 * Triggers: runs an effect at the times of a cron expression, as a scoped resource.
 *
 * Closing the scope stops the timer and interrupts the job under way. A job that is still running when its
 * next time comes is not started a second time.
 */
import { DateTime, Effect, FiberSet, Option, Schema } from "effect"
import type { Scope } from "effect"
import cron from "node-cron"

/** The times cannot be understood. */
export class ScheduleError extends Schema.TaggedError<ScheduleError>()("ScheduleError", {
  message: Schema.String
}) {}

export interface Trigger {
  /** What is triggered, for logs. */
  readonly name: string
  /** Five fields (minute, hour, day of month, month, day of week), or six with seconds first. */
  readonly expression: string
  /** Name of the IANA time zone database, e.g. `Europe/Zurich`. */
  readonly timeZone: string
}

/** node-cron speaks to the console unless it is given a listener of its own. */
const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} }

const validate = ({ expression, timeZone }: Trigger): Effect.Effect<void, ScheduleError> =>
  Effect.gen(function* () {
    const found = cron.validateDetailed(expression)
    if (!found.valid) {
      const reasons = found.errors.map(({ message }) => message).join("; ")
      return yield* new ScheduleError({
        message: `"${expression}" is no schedule (${reasons}): give minute, hour, day, month and weekday, as in "0 6 * * *" for six in the morning.`
      })
    }
    if (Option.isNone(DateTime.zoneMakeNamed(timeZone))) {
      return yield* new ScheduleError({
        message: `There is no time zone "${timeZone}": give a name such as Europe/Zurich or UTC.`
      })
    }
  })

/**
 * Starts the trigger for the life of the scope; gives the instant of the next run.
 *
 * @param job must not fail: what goes wrong in it is its own to tell.
 */
export const trigger = Effect.fn("trigger")(function* <R>(
  when: Trigger,
  job: Effect.Effect<void, never, R>
): Effect.fn.Return<{ readonly next: Effect.Effect<Date | null> }, ScheduleError, R | Scope.Scope> {
  yield* validate(when)
  const running = yield* FiberSet.make<void>()
  const run = yield* FiberSet.runtimePromise(running)<R>()
  const task = yield* Effect.acquireRelease(
    Effect.sync(() =>
      cron.schedule(when.expression, () => run(job), {
        name: when.name,
        timezone: when.timeZone,
        noOverlap: true,
        logger: silent
      })
    ),
    (started) => Effect.promise(async () => started.destroy())
  )
  return { next: Effect.sync(() => task.getNextRun()) }
})
