/**
 * The times of a job: which instants a cron expression means in a time zone.
 *
 * Both parties must understand an expression: node-cron, which wakes us, and Effect's Cron, which tells the
 * last time before an instant. Where the two would read it differently it is refused.
 */
import { Cron, DateTime, Effect, Option, Result } from "effect"
import cron from "node-cron"
import type { Timestamp } from "../../domain/index.ts"
import { timestampOf } from "../../store/index.ts"
import { ScheduleError } from "./trigger.ts"

export interface Times {
  /** The newest time that is not after the instant (milliseconds since 1970). */
  readonly latest: (now: number) => Timestamp
  /** The first time after the instant. */
  readonly next: (now: number) => Timestamp
}

/** Whether both the day of the month and the weekday are restricted: some mean either day by it, some both. */
const hasTwoDays = (expression: string): boolean => {
  const [month = "*", , weekday = "*"] = expression.trim().split(/\s+/u).slice(-3)
  return !/^[*?]$/u.test(month) && !/^[*?]$/u.test(weekday)
}

/** The times of an expression; an error says what is wrong with it and gives an example. */
export const timesOf = (expression: string, timeZone: string): Effect.Effect<Times, ScheduleError> =>
  Effect.gen(function* () {
    const refuse = (reasons: string) =>
      new ScheduleError({
        message: `"${expression}" is no schedule (${reasons}): give minute, hour, day, month and weekday, as in "0 6 * * *" for six in the morning.`
      })
    const found = cron.validateDetailed(expression)
    if (!found.valid) return yield* refuse(found.errors.map(({ message }) => message).join("; "))
    if (hasTwoDays(expression)) return yield* refuse("it restricts both the day of the month and the weekday")
    const zone = DateTime.zoneMakeNamed(timeZone)
    if (Option.isNone(zone)) {
      return yield* new ScheduleError({
        message: `There is no time zone "${timeZone}": give a name such as Europe/Zurich or UTC.`
      })
    }
    const parsed = Cron.parse(expression, zone.value)
    if (Result.isFailure(parsed)) return yield* refuse(parsed.failure.message)
    const times = parsed.success
    return {
      latest: (now) => {
        const second = Math.floor(now / 1000) * 1000
        return timestampOf(Cron.prev(times, new Date(second + 1000)).getTime())
      },
      next: (now) => timestampOf(Cron.next(times, new Date(now)).getTime())
    }
  })
