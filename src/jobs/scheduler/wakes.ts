/** What wakes the scheduler: a timer for each job. Tests have one of their own. */
import { Context, Effect, type Scope } from "effect"
import { type ScheduleError, trigger, type Trigger } from "./trigger.ts"

/**
 * A wake says no more than "look now". Which times have come is decided by the clock and the store, so that a
 * wake that comes twice, late or never does no harm.
 */
export class Wakes extends Context.Reference<{
  /** Runs `wake` at the times of the trigger for the life of the scope. */
  readonly start: (
    when: Trigger,
    wake: Effect.Effect<void>
  ) => Effect.Effect<void, ScheduleError, Scope.Scope>
}>("tributary/jobs/Wakes", {
  defaultValue: () => ({ start: (when, wake) => Effect.asVoid(trigger(when, wake)) })
}) {}
