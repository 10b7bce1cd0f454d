/**
 * What reviewers work with: statements that a review excludes, so that they can be shown and brought back; what
 * decisions still have to be carried through; which decisions were made in one go; and how sure the program was of a label, in order.
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { define } from "./dialect.ts"

/** The score of the best issue, as statements hold it. */
export const bestScore = {
  sqlite: "json_extract(issues, '$[0].score')",
  pg: "CAST((CAST(issues AS jsonb) -> 0 ->> 'score') AS DOUBLE PRECISION)"
} as const

export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* define([
    `CREATE TABLE excluded_statements (
      id TEXT NOT NULL PRIMARY KEY,
      output_id TEXT NOT NULL REFERENCES outputs (id),
      initiative_id TEXT NOT NULL,
      statement TEXT NOT NULL
    )`,
    `CREATE INDEX excluded_statements_by_output ON excluded_statements (output_id)`,
    `CREATE TABLE review_work (
      output_id TEXT NOT NULL PRIMARY KEY REFERENCES outputs (id),
      review_id INTEGER NOT NULL,
      derived INTEGER NOT NULL
    )`,
    `CREATE TABLE review_batches (
      review_id INTEGER NOT NULL PRIMARY KEY REFERENCES reviews (id),
      batch INTEGER NOT NULL
    )`,
    `CREATE INDEX review_batches_by_batch ON review_batches (batch)`
  ])
  const score = sql.onDialectOrElse({ pg: () => bestScore.pg, orElse: () => bestScore.sqlite })
  yield* sql.unsafe(`CREATE INDEX statements_by_score ON statements ((${score})) WHERE kind <> 'boilerplate'`)
})
