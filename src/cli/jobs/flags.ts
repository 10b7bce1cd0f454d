/** What the commands about jobs share. */
import { Effect, Option } from "effect"
import { Flag } from "effect/cli"
import { CommandFailed } from "../failure.ts"

export const config = Flag.String("config").pipe(
  Flag.withMetavar("FILE"),
  Flag.withDescription("Times of the jobs (default: jobs.yaml in the data folder, else built in)"),
  Flag.optional
)

/** The part of the program about jobs, loaded when a command needs it. */
export const loadScheduled = Effect.promise(() => import("../../jobs/scheduled.ts"))

/** The configuration that the flag names. */
export const configured = Effect.fnUntraced(function* (directory: string, file: Option.Option<string>) {
  const { loadJobsConfig } = yield* loadScheduled
  return yield* loadJobsConfig(directory, Option.getOrNull(file))
})

/** The job of a name; an unknown one fails with those that there are. */
export const namedJob = Effect.fnUntraced(function* (name: string) {
  const { jobNamed, jobs } = yield* loadScheduled
  const job = jobNamed(name)
  if (job !== undefined) return job
  return yield* new CommandFailed({
    message: `There is no job "${name}": there are ${jobs.map((one) => one.name).join(", ")}.`
  })
})
