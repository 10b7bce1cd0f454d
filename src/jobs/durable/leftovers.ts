/**
 * What the engine of durable runs left behind: a process that was killed between the end of a run and its
 * forgetting leaves the run's messages in the store, which nothing reads again.
 */
import { Clock, Effect } from "effect"
import { Snowflake } from "effect/cluster"
import type { JobRunId } from "../../domain/index.ts"
import { Database, workflowPrefix } from "../../store/index.ts"
import { JobWorkflow } from "./workflow.ts"

/** Milliseconds: a message younger than this may belong to a run that has just begun. */
const settledAfter = 2 * 24 * 3_600_000

/** Bits of a message's id below its milliseconds. */
const bitsBelow = 22

/**
 * Removes messages and replies of runs that are over; gives their number.
 *
 * @param unfinished runs whose messages stay
 */
export const forgetLeftovers = Effect.fn("forgetLeftovers")(function* (unfinished: ReadonlyArray<JobRunId>) {
  const { sql, transaction } = yield* Database
  const own = yield* Effect.forEach(unfinished, (run) => JobWorkflow.executionId({ run }))
  const before = (yield* Clock.currentTimeMillis) - settledAfter - Snowflake.constEpochMillis
  const messages = sql(`${workflowPrefix}_messages`)
  const replies = sql(`${workflowPrefix}_replies`)
  const isLeft = sql`entity_type = ${`Workflow/${JobWorkflow._tag}`} AND (id >> ${bitsBelow}) < ${before}
    AND ${own.length === 0 ? sql`1 = 1` : sql`NOT (${sql.in("entity_id", own)})`}`
  return yield* transaction(
    Effect.gen(function* () {
      yield* sql`DELETE FROM ${replies} WHERE request_id IN (SELECT request_id FROM ${messages} WHERE ${isLeft})`
      const gone = yield* sql`DELETE FROM ${messages} WHERE ${isLeft} RETURNING entity_id`
      return gone.length
    })
  )
})
