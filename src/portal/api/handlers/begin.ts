/** Work that takes longer than an answer: begun by the desk's errands, watched as a run of a job. */
import { Effect, Option } from "effect"
import { HttpApiSchema } from "effect/http-api"
import type { JobName, JobRunId } from "../../../domain/index.ts"
import { Audit, JobRuns } from "../../../store/index.ts"
import { Errands, NotBegun } from "../../desk/errands.ts"
import { type Errand, errandJobs } from "../../desk/order.ts"
import { PortalSettings } from "../../settings.ts"
import { Caller, Holder } from "../access.ts"
import { prefix } from "../contract/index.ts"
import { Conflict, Forbidden, noSuch } from "../problem.ts"

/** Who asks, as the audit log names people. */
export const actor = Effect.map(Caller, ({ id, name }) => ({ id, name }))

export const runOf = Effect.fnUntraced(function* (id: JobRunId) {
  const found = Option.getOrUndefined(yield* (yield* JobRuns).get(id))
  return found === undefined ? yield* noSuch(`run ${id}`) : found
})

/** Begins the work and writes down who asked for it; gives its run. */
export const begin = Effect.fnUntraced(function* (errand: Errand, action: string, thing: string) {
  const by = yield* actor
  const run = yield* (yield* Errands).send(errand, by).pipe(
    Effect.catchIf(
      (error): error is NotBegun => error instanceof NotBegun,
      ({ message }) => Effect.fail(new Conflict({ detail: message }))
    )
  )
  yield* (yield* Audit).record({ by, action, thing, after: { run } })
  const { baseUrl } = yield* PortalSettings
  const body = yield* Effect.orDie(runOf(run))
  return HttpApiSchema.withHeaders({
    body,
    headers: { location: new URL(`${prefix.slice(1)}/job-runs/${encodeURIComponent(run)}`, baseUrl).href }
  })
})

const ofEditors: ReadonlyArray<JobName> = Object.values(errandJobs)

/** Refuses jobs that are an administrator's matter, as the desk does. */
export const checkJob = Effect.fnUntraced(function* (job: JobName) {
  const holder = yield* Holder
  if (ofEditors.includes(job) || holder?.scopes.includes("manage") === true) return
  return yield* new Forbidden({ detail: `The job ${job} needs the scope “manage” too.` })
})
