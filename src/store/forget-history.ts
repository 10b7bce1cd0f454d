/** Forgets old runs: those of jobs, and those of imports of which nothing is left that refers to them. */
import { Effect } from "effect"
import type { Timestamp } from "../domain/index.ts"
import { Database } from "./database.ts"

/**
 * Removes runs of jobs and of imports that ended before the instant; gives the number of each.
 *
 * The newest run of each job stays, however old, and so does every run of an import that has a visit.
 */
export const forgetHistory = Effect.fn("forgetHistory")(function* (before: Timestamp) {
  const { sql, transaction } = yield* Database
  return yield* transaction(
    Effect.gen(function* () {
      const ofJobs = yield* sql`DELETE FROM job_runs WHERE finished_at < ${before}
        AND id NOT IN (SELECT run_id FROM job_steps)
        AND scheduled_at < (SELECT MAX(newer.scheduled_at) FROM job_runs AS newer WHERE newer.job = job_runs.job)
        RETURNING id`
      const ofImports = yield* sql`DELETE FROM runs WHERE finished_at < ${before} AND state <> 'running'
        AND started_at < (SELECT MAX(newer.started_at) FROM runs AS newer)
        AND id NOT IN (SELECT run_id FROM visits) RETURNING id`
      return { jobRuns: ofJobs.length, importRuns: ofImports.length }
    })
  )
})
