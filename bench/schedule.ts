/**
 * What it costs to keep many sources up to date each hour: the job `import` over 1,000 and over 10,000 sources on
 * 200 hosts of loopback, all due, as the scheduler runs it (durable run, politeness, visits and states kept).
 *
 * An hour is not waited for. An hour of one process is a run of all due sources, and the pauses between: so the
 * processor time of a run (the median of five, each with connections and robots.txt anew, as after an hour) is
 * divided by 3,600 s, and to it comes the share that an idle scheduler with all jobs takes, measured over twenty
 * seconds. The pause between two requests to one host is left out: it is waiting, and no work.
 *
 * Prints one line of JSON: the share of one core, when nothing has changed and when every hundredth source has
 * news, and the growth from the smaller number of sources to the larger (10 is linear). Goals: under 25 per cent
 * at 10,000; growth at most linear.
 *
 * Usage: node bench/schedule.ts [smaller number] [larger number]
 */
import { setTimeout as wait } from "node:timers/promises"
import { Effect, Layer, Option } from "effect"
import { beginRunNow } from "../src/jobs/durable/start.ts"
import { importJob } from "../src/jobs/job/import.ts"
import { jobs } from "../src/jobs/job/list.ts"
import { startScheduler } from "../src/jobs/scheduler/scheduler.ts"
import { anHourLater, openHourly, register } from "./hourly.ts"
import { median } from "./measure.ts"

const sizes = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 10_000)]
const rounds = 5
const hour = 3600
const idleSeconds = 20

/** Processor seconds of the work. */
const cost = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { system, user } = process.cpuUsage(before)
  return (system + user) / 1e6
}

/** Imports all that is due; fails unless it were all sources. */
const importAll = (total: number) =>
  Effect.gen(function* () {
    const run = Option.getOrThrow(yield* beginRunNow(importJob, "cancelled"))
    if (run.state !== "completed" || run.done !== total || run.failures > 0)
      return yield* Effect.die(
        new Error(`${run.state}: ${run.done} of ${total}, ${run.failures} failed; ${run.failure ?? ""}`)
      )
  })

const measureSize = async (total: number) => {
  const { close, revise, services } = await openHourly()
  // A process of an hour later has no connection left and asks for robots.txt anew: so has each run here.
  const inNewSurroundings = <A, E>(effect: Effect.Effect<A, E, Layer.Success<typeof services>>) =>
    Effect.runPromise(Effect.provide(effect, Layer.fresh(services)))
  await inNewSurroundings(register(total))
  await inNewSurroundings(importAll(total))
  const samples = { unchanged: new Array<number>(), news: new Array<number>() }
  let seconds = 0
  for (let round = 0; round < rounds; round++) {
    for (const kind of ["unchanged", "news"] as const) {
      await inNewSurroundings(anHourLater)
      if (kind === "news") await revise()
      const start = performance.now()
      samples[kind].push(await cost(() => inNewSurroundings(importAll(total))))
      if (kind === "unchanged") seconds = (performance.now() - start) / 1000
    }
  }
  const idle = await cost(() =>
    inNewSurroundings(
      startScheduler(
        jobs.map((job) => ({ job, expression: "0 0 1 1 *" })),
        "UTC",
        () => Effect.void
      ).pipe(Effect.andThen(Effect.promise(() => wait(idleSeconds * 1000))), Effect.scoped)
    )
  )
  close()
  const idleShare = idle / idleSeconds
  const percent = (cpu: number) => Number((100 * (cpu / hour + idleShare)).toFixed(2))
  return {
    sources: total,
    cpuMillisPerSource: Number(((1000 * median(samples.unchanged)) / total).toFixed(3)),
    runSeconds: Number(seconds.toFixed(1)),
    idlePercent: Number((100 * idleShare).toFixed(2)),
    percentOfACore: { unchanged: percent(median(samples.unchanged)), news: percent(median(samples.news)) },
    cpuSeconds: median(samples.unchanged),
    newsCpuSeconds: median(samples.news)
  }
}

const results = []
for (const size of sizes) results.push(await measureSize(size))
const [small, large] = results
const ratio = (a: number | undefined, b: number | undefined) => Number(((a ?? 0) / (b ?? 1)).toFixed(2))
console.log(
  JSON.stringify({
    bench: "schedule",
    rounds,
    results,
    growth: {
      sources: ratio(large?.sources, small?.sources),
      unchanged: ratio(large?.cpuSeconds, small?.cpuSeconds),
      news: ratio(large?.newsCpuSeconds, small?.newsCpuSeconds)
    },
    residentMegabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024)
  })
)
