/** Imports, visits, jobs and their runs. */
import { Clock, Effect, Option } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Audit, JobRuns, Listings, Runs } from "../../../store/index.ts"
import { PortalSettings } from "../../settings.ts"
import { Api } from "../contract/index.ts"
import { answerPage, numberIn, startOf, wanted } from "../paging.ts"
import { noSuch } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor, begin, checkJob, runOf } from "./begin.ts"

/** A key of two parts. */
const pair = (start: ReadonlyArray<string> | null) =>
  start === null ? null : ([start[0] ?? "", start[1] ?? ""] as const)

export const runs = HttpApiBuilder.group(
  Api,
  "runs",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("runs", query, 2)
            const found = yield* (yield* Listings).runs(pair(start), wanted(query))
            return yield* answerPage(request, "runs", query, found, ({ id, startedAt }) => [startedAt, id])
          })
        ),
      get: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const found = Option.getOrUndefined(yield* (yield* Runs).get(params.run))
            return found === undefined ? yield* noSuch(`run ${params.run}`) : found
          })
        ),
      visits: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("visits", query)
            const after = start === null ? 0 : yield* numberIn(start[0])
            const { initiative, run } = query
            const found = yield* (yield* Listings).visits({ run, initiative, after, limit: wanted(query) })
            return yield* answerPage(request, "visits", query, found, ({ id }) => [String(id)])
          })
        )
    })
  })
)

/** The jobs with their times; the part of the program about jobs is loaded when it is asked for. */
const listedJobs = Effect.gen(function* () {
  const { dataDirectory } = yield* PortalSettings
  const { loadJobsConfig, timesOf } = yield* Effect.promise(() => import("../../../jobs/scheduled.ts"))
  const { jobs, timeZone } = yield* Effect.orDie(loadJobsConfig(dataDirectory, null))
  const store = yield* JobRuns
  const at = yield* Clock.currentTimeMillis
  return yield* Effect.forEach(jobs, ({ expression, job }) =>
    Effect.gen(function* () {
      const next = expression === null ? null : (yield* Effect.orDie(timesOf(expression, timeZone))).next(at)
      const [last] = yield* store.list({ job: job.name, limit: 1 })
      return {
        name: job.name,
        description: job.description,
        times: expression,
        timeZone,
        next,
        last: last ?? null
      }
    })
  )
})

export const jobs = HttpApiBuilder.group(
  Api,
  "jobs",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: () => answer(listedJobs),
      runs: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("job-runs", query, 2)
            const found = yield* (yield* Listings).jobRuns({
              job: query.job,
              state: query.state,
              after: pair(start),
              limit: wanted(query)
            })
            return yield* answerPage(request, "job-runs", query, found, ({ id, startedAt }) => [
              startedAt,
              id
            ])
          })
        ),
      run: ({ params }) => answer(runOf(params.run)),
      start: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const { jobNamed } = yield* Effect.promise(() => import("../../../jobs/scheduled.ts"))
            if (jobNamed(params.job) === undefined) return yield* noSuch(`job ${params.job}`)
            yield* checkJob(params.job)
            return yield* begin({ what: "job", job: params.job }, "job.start", `job:${params.job}`)
          })
        ),
      cancel: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const { giveUp } = yield* Effect.promise(() => import("../../../jobs/scheduled.ts"))
            const runs = yield* JobRuns
            const run = yield* runOf(params.run)
            yield* checkJob(run.job)
            if (run.finishedAt === null) {
              yield* runs.requestCancel(run.id)
              yield* (yield* Audit).record({ by, action: "job.cancel", thing: `run:${run.id}` })
              if (!(yield* runs.isAtWork(run))) yield* giveUp(run, "cancelled")
            }
            return yield* runOf(run.id)
          })
        )
    })
  })
)
