/**
 * What a health check says: the words that the health endpoint, `doctor` and the alarms share.
 */
import type { Effect } from "effect"

/** ok; degraded: works, but somebody should look; failing: does not do its work. */
export type HealthState = "ok" | "degraded" | "failing"

export interface HealthCheck {
  /** Stable name for machines, e.g. `disk`. */
  readonly name: string
  readonly state: HealthState
  /** What is so and, when it is not well, what to do; holds no path, address or secret. */
  readonly sentence: string
}

/** Something that can be checked: never fails, ends within a bounded time. */
export interface Check {
  readonly name: string
  readonly check: Effect.Effect<Omit<HealthCheck, "name">>
}

/** The worst of them; ok when there are none. */
export const worst = (checks: ReadonlyArray<Pick<HealthCheck, "state">>): HealthState =>
  checks.some(({ state }) => state === "failing")
    ? "failing"
    : checks.some(({ state }) => state === "degraded")
      ? "degraded"
      : "ok"
