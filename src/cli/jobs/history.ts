/** `tributary jobs history`. */
import { Effect, Option } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { Command, Flag } from "effect/cli"
import type { JobRun } from "../../domain/index.ts"
import { columns, counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"
import { namedJob } from "./flags.ts"

/** How long a run took, in words. */
const took = ({ finishedAt, startedAt }: JobRun): string => {
  if (finishedAt === null) return ""
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

const resultOf = ({ done, failure, summary, total }: JobRun): string =>
  summary?.sentence ?? failure ?? (total === 0 ? "" : `${done} of ${total} done`)

export const history = Command.make(
  "history",
  {
    job: Flag.String("job").pipe(
      Flag.withMetavar("NAME"),
      Flag.withDescription("Only runs of this job"),
      Flag.optional
    ),
    limit: Flag.Int("limit").pipe(Flag.withDescription("Number of runs (default 20)"), Flag.withDefault(20)),
    json
  },
  Effect.fn(function* (flags) {
    const { JobRuns } = yield* Effect.promise(() => import("../../store/index.ts"))
    const job = Option.isNone(flags.job) ? undefined : yield* namedJob(flags.job.value)
    const runs = yield* Effect.gen(function* () {
      const filter = { limit: Math.max(1, flags.limit), ...(job === undefined ? {} : { job: job.name }) }
      return yield* (yield* JobRuns).list(filter)
    }).pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson(runs)
    if (runs.length === 0) {
      return yield* print(
        'No job has run yet: "tributary schedule" runs them, "tributary jobs run NAME" one.'
      )
    }
    yield* print(
      columns(
        ["run", "why", "started (UTC)", "took", "state", "result"],
        runs.map((run) => [run.id, run.trigger, minuteOf(run.startedAt), took(run), run.state, resultOf(run)])
      )
    )
    const [newest] = runs.flatMap(({ id, summary }) =>
      summary === null || summary.problems.length === 0 ? [] : [{ id, problems: summary.problems }]
    )
    if (newest === undefined) return
    yield* print(`\n${counted(newest.problems.length, "thing")} to act on, from ${newest.id}:`)
    for (const problem of newest.problems) yield* print(`  ${problem}`)
  })
).pipe(
  Command.withDescription("Show what the jobs did, the newest first"),
  Command.withExamples([
    {
      command: "tributary jobs history --job import --limit 5",
      description: "The last five scheduled imports"
    }
  ])
)
