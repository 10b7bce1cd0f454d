/**
 * Is the clock sane? The system's clock is compared with a monotonic one, which nobody sets: when one has moved
 * on by much more or less than the other, the clock was set (or the machine slept). Pure; times in milliseconds.
 */
import type { HealthCheck } from "./check.ts"

/** What both clocks said, and the last jump that was seen. */
export interface ClockState {
  readonly wall: number
  readonly monotonic: number
  /** Positive: the clock jumped forward. */
  readonly jump: { readonly by: number; readonly seenAt: number } | null
}

/** Slewing moves a clock by less than this between two looks. */
const smallestJump = 5000

/** How long a jump is shown, by the monotonic clock. */
const shownFor = 3_600_000

/** Two clocks that are a little apart are no reason to worry. */
const tolerance = 60_000

export const firstLook = (wall: number, monotonic: number): ClockState => ({ wall, monotonic, jump: null })

/** The state after both clocks were looked at again. */
export const look = (before: ClockState, wall: number, monotonic: number): ClockState => {
  const by = wall - before.wall - (monotonic - before.monotonic)
  return { wall, monotonic, jump: Math.abs(by) < smallestJump ? before.jump : { by, seenAt: monotonic } }
}

const duration = (millis: number): string => {
  const seconds = Math.round(Math.abs(millis) / 1000)
  if (seconds < 120) return `${seconds} seconds`
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`
}

/**
 * What to think of the clock.
 *
 * @param lastStart the latest instant at which a run began, by the store; a right clock is past it
 */
export const judgeClock = (state: ClockState, lastStart: number | null): Omit<HealthCheck, "name"> => {
  if (lastStart !== null && state.wall < lastStart - tolerance) {
    return {
      state: "failing",
      sentence: `The clock says ${new Date(state.wall).toISOString()}, which is ${duration(lastStart - state.wall)} before the latest run began: set the clock.`
    }
  }
  if (state.jump !== null && state.monotonic - state.jump.seenAt < shownFor) {
    return {
      state: "degraded",
      sentence: `The clock jumped ${state.jump.by < 0 ? "back" : "forward"} by ${duration(state.jump.by)} within the last hour: look whether time is synchronised; a machine that slept shows the same.`
    }
  }
  return { state: "ok", sentence: "The clock runs evenly." }
}
