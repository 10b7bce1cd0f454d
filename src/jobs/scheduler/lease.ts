/** One scheduler for a store: whoever is it holds a lease, and gives signs of life. */
import { Effect, Option, Schedule, Schema } from "effect"
import { heartbeatMs, Leases, processWords, silenceOfProcessMs } from "../../store/index.ts"

/** Name of the scheduler's lease in the store. */
export const schedulerLease = "scheduler"

/** Another process is the scheduler of the store. */
export class SchedulerHeld extends Schema.TaggedError<SchedulerHeld>()("SchedulerHeld", {
  message: Schema.String
}) {}

const minute = (timestamp: string): string => `${timestamp.slice(0, 19).replace("T", " ")} UTC`

/** Becomes the scheduler for the life of the scope. `lost` ends, failing, if the duty is lost. */
export const holdSchedulerLease = Effect.gen(function* () {
  const leases = yield* Leases
  const { holder, isOwn } = yield* Effect.acquireRelease(leases.take(schedulerLease), ({ isOwn }) =>
    isOwn ? Effect.ignore(leases.release(schedulerLease)) : Effect.void
  )
  if (!isOwn) {
    const who = processWords(holder.process)
    return yield* new SchedulerHeld({
      message:
        `The jobs of this store are run by ${who} already, since ${minute(holder.since)} (last sign of life ` +
        `${minute(holder.heartbeatAt)}): stop it first, or leave it to it. If it is dead, wait two minutes and ` +
        `start this again: it then takes over.`
    })
  }
  const lost = leases.beat(schedulerLease).pipe(
    Effect.orElseSucceed(() => true),
    Effect.repeat({ schedule: Schedule.spaced(heartbeatMs * 5), while: (isOurs: boolean) => isOurs }),
    Effect.andThen(
      new SchedulerHeld({
        message:
          "Another process has become the scheduler of this store, because this one gave no sign of life for long: look which of the two shall go on."
      })
    )
  )
  return { lost }
})

/** The scheduler's last sign of life, for the health check; null when there is none. */
export const schedulerSign = Effect.gen(function* () {
  const holder = Option.getOrNull(yield* (yield* Leases).holder(schedulerLease))
  return holder === null ? null : { heartbeatAt: Date.parse(holder.heartbeatAt), lasts: silenceOfProcessMs }
})
