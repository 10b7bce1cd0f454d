/**
 * The checks of the health endpoint, each bounded in time. None tells a path, an address or a secret: the
 * endpoint may be public.
 */
import { statfs } from "node:fs/promises"
import { Clock, Effect, Ref, Schedule } from "effect"
import type { OutboxCount } from "../store/index.ts"
import { Outbox, type StoreErrorReason, Watch } from "../store/index.ts"
import type { Check, HealthCheck } from "./check.ts"
import { firstLook, judgeClock, look } from "./clock.ts"

type Judgement = Omit<HealthCheck, "name">

const hour = 3_600_000

const ok = (sentence: string): Judgement => ({ state: "ok", sentence })
const degraded = (sentence: string): Judgement => ({ state: "degraded", sentence })
const failing = (sentence: string): Judgement => ({ state: "failing", sentence })

const storeRemedies: Partial<Record<StoreErrorReason, string>> = {
  locked: "it is locked by another program: stop that one",
  "read-only": "it cannot be written: give this user the right to write it",
  "disk-full": "its disk is full: make room",
  corrupt: "it is damaged: put back the last good copy"
}

/** The database answers and can be written. */
export const databaseCheck = Effect.map(Watch, (watch): Check => ({
  name: "database",
  check: watch.write.pipe(
    Effect.as(ok("The database can be read and written.")),
    Effect.catch(({ reason }) =>
      Effect.succeed(failing(`The database does not work; ${storeRemedies[reason] ?? "look into the log"}.`))
    )
  )
}))

const ago = (millis: number): string =>
  millis < 2 * hour
    ? `${Math.max(0, Math.round(millis / 60_000))} minutes ago`
    : millis < 48 * hour
      ? `${Math.round(millis / hour)} hours ago`
      : `${Math.round(millis / (24 * hour))} days ago`

/** An import came to its end lately: after 26 hours without one somebody should look, after 72 it does not work. */
export const importCheck = Effect.map(Watch, (watch): Check => ({
  name: "import",
  check: Effect.gen(function* () {
    const last = yield* watch.lastImportAt
    if (last === null) return degraded("No import has come to its end yet: start the scheduler.")
    const age = (yield* Clock.currentTimeMillis) - Date.parse(last)
    const sentence = `The last import came to its end ${ago(age)}`
    if (age > 72 * hour) return failing(`${sentence}: look whether the scheduler runs.`)
    return age > 26 * hour ? degraded(`${sentence}: look whether the scheduler runs.`) : ok(`${sentence}.`)
  }).pipe(
    Effect.orElseSucceed(() => degraded("Nothing is known of imports while the database does not work."))
  )
}))

const gibibyte = 1024 ** 3

/** What to think of a disk; free and size in bytes. */
export const judgeDisk = (free: number, size: number): Judgement => {
  const share = size === 0 ? 0 : free / size
  const sentence = `${(free / gibibyte).toFixed(1)} GiB of the store's disk are free (${Math.floor(share * 100)} %)`
  if (free < 0.25 * gibibyte) return failing(`${sentence}: make room now.`)
  return free < 2 * gibibyte || share < 0.05 ? degraded(`${sentence}: make room.`) : ok(`${sentence}.`)
}

/** Room on the disk of a folder. */
export const diskCheck = (directory: string): Check => ({
  name: "disk",
  check: Effect.tryPromise(() => statfs(directory)).pipe(
    Effect.map(({ bavail, blocks, bsize }) => judgeDisk(bavail * bsize, blocks * bsize)),
    Effect.orElseSucceed(() => failing("The store's disk does not answer: look whether it is mounted."))
  )
})

/** How often the clocks are compared. */
const lookEvery = "30 seconds"

/** The clock runs evenly and is past what the store remembers; compares for the life of the scope. */
export const clockCheck = Effect.gen(function* () {
  const watch = yield* Watch
  const clocks = Effect.gen(function* () {
    return [yield* Clock.currentTimeMillis, Number((yield* Clock.monotonicTimeNanos) / 1_000_000n)] as const
  })
  const state = yield* Ref.make(firstLook(...(yield* clocks)))
  const again = Effect.gen(function* () {
    const [wall, monotonic] = yield* clocks
    return yield* Ref.updateAndGet(state, (before) => look(before, wall, monotonic))
  })
  yield* again.pipe(Effect.repeat(Schedule.spaced(lookEvery)), Effect.forkScoped)
  const lastStart = watch.lastStartAt.pipe(Effect.orElseSucceed(() => null))
  return {
    name: "clock",
    check: Effect.gen(function* () {
      const start = yield* lastStart
      return judgeClock(yield* again, start === null ? null : Date.parse(start))
    })
  } satisfies Check
})

/** What to think of the outbox; `now` in milliseconds since 1970. */
export const judgeOutbox = (counts: ReadonlyArray<OutboxCount>, now: number): Judgement => {
  const waiting = counts.reduce((sum, count) => sum + count.waiting, 0)
  const givenUp = counts.reduce((sum, count) => sum + count.givenUp, 0)
  const oldest = counts.flatMap(({ waitingSince }) =>
    waitingSince === null ? [] : [Date.parse(waitingSince)]
  )
  const age = oldest.length === 0 ? 0 : now - Math.min(...oldest)
  if (givenUp > 0) {
    return degraded(`${givenUp} message(s) were given up: "tributary mail list --given-up" says why.`)
  }
  if (age > hour) {
    return degraded(
      `${waiting} message(s) wait to go out, the oldest was queued ${ago(age)}: "tributary mail list" says why.`
    )
  }
  return ok(waiting === 0 ? "No message waits to go out." : `${waiting} message(s) wait to go out.`)
}

/** Messages go out. */
export const outboxCheck = Effect.map(Outbox, (outbox): Check => ({
  name: "outbox",
  check: Effect.gen(function* () {
    return judgeOutbox(yield* outbox.counts, yield* Clock.currentTimeMillis)
  }).pipe(
    Effect.orElseSucceed(() => degraded("Nothing is known of messages while the database does not work."))
  )
}))

/** A scheduler's sign of life, however it is kept. */
export interface Lease {
  /** Milliseconds since 1970. */
  readonly heartbeatAt: number
  /** After so many milliseconds without a heartbeat the scheduler counts as dead. */
  readonly lasts: number
}

/** The scheduler lives; `read` gives null when none holds the store. */
export const schedulerCheck = <E>(read: Effect.Effect<Lease | null, E>): Check => ({
  name: "scheduler",
  check: Effect.gen(function* () {
    const lease = yield* read
    if (lease === null) return degraded('No scheduler runs on this store: start "tributary schedule".')
    const age = (yield* Clock.currentTimeMillis) - lease.heartbeatAt
    return age > lease.lasts
      ? failing(`The scheduler gave its last sign of life ${ago(age)}: start it again.`)
      : ok("The scheduler is alive.")
  }).pipe(
    Effect.orElseSucceed(() =>
      degraded("Nothing is known of the scheduler while the database does not work.")
    )
  )
})
