/** The jobs: whether their times can be understood, and whether somebody runs them. */
import { Clock, Effect, Option } from "effect"
import { JobRuns, Leases, processWords, silenceOfProcessMs } from "../../store/index.ts"
import { jobsFileName, loadJobsConfig, scheduledJobs } from "../config.ts"
import { schedulerLease } from "../scheduler/lease.ts"
import { doubtful, ill, orIll, well } from "./finding.ts"

/** Times, zone and rules of jobs.yaml. */
export const times = (directory: string) =>
  orIll(
    "times of jobs",
    Effect.gen(function* () {
      const found = yield* loadJobsConfig(directory, null)
      const on = scheduledJobs(found).map(({ job }) => job.name)
      const off = found.jobs.flatMap(({ expression, job }) => (expression === null ? [job.name] : []))
      const sentence = `${on.length} jobs have times, in the zone ${found.timeZone}${off.length === 0 ? "" : `; off: ${off.join(", ")}`}.`
      return off.some((name) => name === "import")
        ? doubtful(
            "times of jobs",
            sentence,
            `nothing is imported by itself: give import a time in ${jobsFileName}`
          )
        : well("times of jobs", sentence)
    })
  )

/** Who runs the jobs, and whether runs are under way that are not the scheduler's. */
export const scheduler = orIll(
  "scheduler",
  Effect.gen(function* () {
    const holder = Option.getOrUndefined(yield* (yield* Leases).holder(schedulerLease))
    const runs = yield* JobRuns
    const underWay = yield* Effect.filter(yield* runs.list({ state: "running" }), runs.isAtWork)
    const others = new Set(
      underWay.filter((run) => run.process !== holder?.process).map((run) => processWords(run.process))
    )
    const beside = others.size === 0 ? "" : ` Runs are under way of ${[...others].join(", ")} too.`
    if (holder === undefined) {
      return doubtful(
        "scheduler",
        `No scheduler runs on this store.${beside}`,
        "start tributary schedule (docs/operations.md), or import by hand"
      )
    }
    const silence = Math.abs((yield* Clock.currentTimeMillis) - Date.parse(holder.heartbeatAt))
    const who = processWords(holder.process)
    return silence > silenceOfProcessMs
      ? ill(
          "scheduler",
          `${who} ran the jobs and gave its last sign of life at ${holder.heartbeatAt}.${beside}`,
          "start tributary schedule again"
        )
      : well("scheduler", `${who} runs the jobs, since ${holder.since}.${beside}`)
  })
)
