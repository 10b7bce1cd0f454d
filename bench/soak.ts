/**
 * Whether a scheduler that runs for long leaves anything behind: all jobs at a high rate for twenty minutes, the
 * import every four seconds over 1,000 sources on 200 hosts of loopback, of which every hundredth has news each time.
 *
 * Once a round, after a forced collection, it notes the memory in use and resident, the open descriptors and the
 * timers. Prints one line of JSON: the mean of the last third of the notes against that of the first, and what is
 * left when the scheduler has been closed. The first minute is not counted: code and vocabularies are loaded in it.
 * Goal: memory within 5 per cent, no descriptor or timer more at the end than at the beginning.
 *
 * Usage: node --expose-gc --max-semi-space-size=8 --heap-growing-percent=40 bench/soak.ts [minutes, 20 if not given] [sources]
 */
import { existsSync, readdirSync } from "node:fs"
import { setTimeout as wait } from "node:timers/promises"
import { Deferred, Effect } from "effect"
import { jobs } from "../src/jobs/job/list.ts"
import { startScheduler } from "../src/jobs/scheduler/scheduler.ts"
import { type Database, JobRuns, storeInfo } from "../src/store/index.ts"
import { anHourLater, openHourly, register } from "./hourly.ts"

const minutes = Number(process.argv[2] ?? 20)
const total = Number(process.argv[3] ?? 1000)
const warmUp = Math.min(60, minutes * 10)

/** Times of the jobs; a job that is not named runs every half minute. */
const times: Readonly<Record<string, string>> = {
  import: "*/4 * * * * *",
  backup: "0 */5 * * * *",
  "archive-verify": "30 */5 * * * *"
}

const descriptors = (): number => (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0)
const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length

interface Note {
  /** Bytes in use after a collection. */
  readonly used: number
  readonly resident: number
  readonly descriptors: number
  readonly timers: number
}

const note = (): Note => {
  globalThis.gc?.()
  const { external, heapUsed, rss } = process.memoryUsage()
  return { used: heapUsed + external, resident: rss, descriptors: descriptors(), timers: timers() }
}

const mean = (some: ReadonlyArray<Note>, of: keyof Note): number =>
  some.reduce((sum, one) => sum + one[of], 0) / Math.max(1, some.length)

const { close, revise, services } = await openHourly()
const atRest = note()
const notes: Array<Note> = []
const failures: Array<string> = []
const start = performance.now()

const program = Effect.gen(function* () {
  yield* register(total)
  const over = yield* Deferred.make<void>()
  const services = yield* Effect.context<Database>()
  const afterImport = Effect.gen(function* () {
    yield* Effect.promise(revise)
    yield* Effect.orDie(anHourLater)
    const seconds = (performance.now() - start) / 1000
    if (seconds > warmUp) notes.push(note())
    if (seconds > minutes * 60) yield* Deferred.succeed(over, undefined)
  }).pipe(Effect.provideContext(services))
  yield* Effect.scoped(
    Effect.andThen(
      startScheduler(
        jobs.map((job) => ({ job, expression: times[job.name] ?? "*/30 * * * * *" })),
        "UTC",
        ({ event, job, sentence }) => {
          if (event === "failed" || event === "trouble") failures.push(`${job}: ${sentence}`)
          return job === "import" && event === "completed" ? afterImport : Effect.void
        }
      ),
      Deferred.await(over)
    )
  )
  const runs = yield* (yield* JobRuns).list({ limit: 1_000_000 })
  const { bytes, rows } = yield* storeInfo
  return {
    bytes,
    visits: rows["visits"] ?? 0,
    versions: rows["versions"] ?? 0,
    runs: Map.groupBy(runs, ({ job }) => job)
  }
})

const { bytes, runs, versions, visits } = await Effect.runPromise(Effect.provide(program, services))
close()
// What is closed is given back by the system in its own time.
await wait(5000)
const left = note()

const third = Math.floor(notes.length / 3)
const [first, last] = [notes.slice(0, third), notes.slice(-third)]
const change = (of: keyof Note) => Number((100 * (mean(last, of) / mean(first, of) - 1)).toFixed(1))
const megabytes = (size: number) => Math.round(size / 1024 / 1024)
console.log(
  JSON.stringify({
    bench: "soak",
    minutes: Number(((performance.now() - start) / 60_000).toFixed(1)),
    sources: total,
    runs: Object.fromEntries([...runs].map(([job, all]) => [job, all.length])),
    failures: failures.slice(0, 5),
    visits,
    versions,
    storeMegabytes: megabytes(bytes),
    notes: notes.length,
    usedMegabytes: [first, last].map((some) => megabytes(mean(some, "used"))),
    usedChangePercent: change("used"),
    residentMegabytes: [first, last].map((some) => megabytes(mean(some, "resident"))),
    residentChangePercent: change("resident"),
    descriptors: {
      before: atRest.descriptors,
      first: mean(first, "descriptors"),
      last: mean(last, "descriptors"),
      after: left.descriptors
    },
    timers: {
      before: atRest.timers,
      first: mean(first, "timers"),
      last: mean(last, "timers"),
      after: left.timers
    }
  })
)
