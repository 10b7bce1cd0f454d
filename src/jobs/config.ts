/**
 * Configuration of the jobs: `jobs.yaml` in the data folder, or another file. Without one the defaults hold.
 *
 * ```yaml
 * timeZone: Europe/Zurich
 * freezeDaysBefore: 2
 * jobs:
 *   import: "17 * * * *"
 *   archive-verify: off
 * retention:
 *   visits: 400
 * ```
 */
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Effect, Result, Schema } from "effect"
import type { Job } from "./job/job.ts"
import { jobs as allJobs } from "./job/list.ts"
import {
  defaultRetention,
  leastDays,
  type RetentionDays,
  RuleDays,
  ruleNames
} from "./job/retention-rules.ts"
import type { ScheduledJob } from "./scheduler/scheduler.ts"
import { timesOf } from "./scheduler/times.ts"

/** The configuration cannot be used; `message` names file, line and remedy. */
export class JobsConfigError extends Schema.TaggedError<JobsConfigError>()("JobsConfigError", {
  message: Schema.String
}) {}

/** Name of the file in the data folder. */
export const jobsFileName = "jobs.yaml"

const FreezeDays = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 30 }))

export interface JobsConfig {
  readonly timeZone: string
  readonly freezeDaysBefore: number
  readonly retention: RetentionDays
  /** All jobs in the order of the list; `expression` is null for those that are off. */
  readonly jobs: ReadonlyArray<{ readonly job: Job; readonly expression: string | null }>
}

/** Of these, what runs by itself. */
export const scheduledJobs = ({ jobs }: JobsConfig): ReadonlyArray<ScheduledJob> =>
  jobs.flatMap(({ expression, job }) => (expression === null ? [] : [{ expression, job }]))

/** What holds without a file. */
export const defaultJobsConfig: JobsConfig = {
  timeZone: "UTC",
  freezeDaysBefore: 1,
  retention: defaultRetention,
  jobs: allJobs.map((job) => ({ job, expression: job.expression }))
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Reads the text of a configuration; `file` is for messages. */
export const readJobsConfig = Effect.fn("readJobsConfig")(function* (text: string, file: string) {
  const {
    isMap: isYamlMap,
    isNode,
    isScalar,
    LineCounter,
    parseDocument
  } = yield* Effect.promise(() => import("yaml"))
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [syntax] = document.errors
  if (syntax !== undefined) {
    return yield* new JobsConfigError({
      message: `${file}, line ${lines.linePos(syntax.pos[0]).line}: ${syntax.message.split("\n")[0] ?? ""}. It must be YAML, as in the example of docs/commands.md.`
    })
  }

  /** The line of a key, by the names that lead to it. */
  const lineOf = (path: ReadonlyArray<string>): number => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const pair = isYamlMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
      : undefined
    const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined
    return start === undefined ? 1 : lines.linePos(start).line
  }
  const refuse = (path: ReadonlyArray<string>, sentence: string) =>
    new JobsConfigError({ message: `${file}, line ${lineOf(path)}: ${sentence}` })

  const value: unknown = document.toJS() ?? {}
  if (!isMap(value)) return yield* refuse([], `Give names and values, such as "timeZone: UTC".`)
  const known = ["timeZone", "freezeDaysBefore", "jobs", "retention"]
  for (const key of Object.keys(value)) {
    if (!known.includes(key))
      return yield* refuse([key], `"${key}" is no setting: there are ${known.join(", ")}.`)
  }

  const { freezeDaysBefore = defaultJobsConfig.freezeDaysBefore, jobs = {}, timeZone = "UTC" } = value
  if (typeof timeZone !== "string") {
    return yield* refuse(["timeZone"], "The time zone is a name such as Europe/Zurich or UTC.")
  }
  const zone = yield* Effect.result(timesOf("0 0 * * *", timeZone))
  if (Result.isFailure(zone)) return yield* refuse(["timeZone"], zone.failure.message)
  const days = Schema.decodeUnknownResult(FreezeDays)(freezeDaysBefore)
  if (Result.isFailure(days)) {
    return yield* refuse(["freezeDaysBefore"], "freezeDaysBefore is a number of days from 1 to 30.")
  }
  const { retention: rules = {} } = value
  if (!isMap(rules)) {
    return yield* refuse(["retention"], "Give rules with their days, such as visits: 400, or visits: off.")
  }
  const retention = { ...defaultRetention }
  for (const [name, given] of Object.entries(rules)) {
    const rule = ruleNames.find((one) => one === name)
    if (rule === undefined) {
      return yield* refuse(
        ["retention", name],
        `There is no rule "${name}": there are ${ruleNames.join(", ")}.`
      )
    }
    const decoded = Schema.decodeUnknownResult(RuleDays)(given)
    if (Result.isFailure(decoded)) {
      return yield* refuse(["retention", name], `${name} is a number of days, ${leastDays} at least, or off.`)
    }
    retention[rule] = typeof decoded.success === "number" ? decoded.success : null
  }
  if (!isMap(jobs))
    return yield* refuse(["jobs"], `Give jobs with their times, such as import: "17 * * * *".`)
  const names = allJobs.map(({ name }) => name).join(", ")
  for (const name of Object.keys(jobs)) {
    if (!allJobs.some((job) => job.name === name)) {
      return yield* refuse(["jobs", name], `There is no job "${name}": there are ${names}.`)
    }
  }
  const configured = yield* Effect.forEach(allJobs, (job) =>
    Effect.gen(function* () {
      const given = givenFor(jobs, job)
      if (given === undefined) return { job, expression: job.expression }
      if (given === "off" || given === false) return { job, expression: null }
      if (typeof given !== "string") {
        return yield* refuse(
          ["jobs", job.name],
          `Give ${job.name} times in quotes, as in "0 6 * * *", or off.`
        )
      }
      const times = yield* Effect.result(timesOf(given, timeZone))
      if (Result.isFailure(times)) return yield* refuse(["jobs", job.name], times.failure.message)
      return { job, expression: given }
    })
  )
  return { timeZone, freezeDaysBefore: days.success, retention, jobs: configured } satisfies JobsConfig
})

/** What the file says of a job; undefined when nothing. */
const givenFor = (jobs: Readonly<Record<string, unknown>>, job: Job): unknown =>
  Object.hasOwn(jobs, job.name) ? jobs[job.name] : undefined

/** The configuration of the named file, else of the data folder, else the defaults. */
export const loadJobsConfig = Effect.fn("loadJobsConfig")(function* (
  dataDirectory: string,
  file: string | null
) {
  const own = join(dataDirectory, jobsFileName)
  const path = file ?? (existsSync(own) ? own : null)
  if (path === null) return defaultJobsConfig
  const text = yield* Effect.tryPromise({
    try: () => readFile(path, "utf8"),
    catch: () =>
      new JobsConfigError({
        message: `The configuration ${path} cannot be read: check that it is there and may be read.`
      })
  })
  return yield* readJobsConfig(text, path)
})
