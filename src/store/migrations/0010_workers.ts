/**
 * Work that several machines share: the groups of sources of a run, each taken by one process at a time, and
 * whose turn it is at a host.
 *
 * Instants are milliseconds since 1970 by the clock of the database, which is one for all machines.
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { define } from "./dialect.ts"

const statements = [
  `CREATE TABLE import_groups (
    job_run TEXT NOT NULL REFERENCES job_runs (id),
    place INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    sources TEXT NOT NULL,
    process TEXT,
    beat_at INTEGER NOT NULL,
    takes INTEGER NOT NULL,
    done INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    failure TEXT,
    PRIMARY KEY (job_run, place)
  )`,
  `CREATE TABLE host_turns (
    host TEXT NOT NULL PRIMARY KEY,
    process TEXT,
    until_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    held_until INTEGER NOT NULL
  )`
]

/**
 * Turns at hosts are written twice a request and are worth nothing after a crash of the server, when no
 * request is under way: they need not wait for its disk.
 */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* define(statements)
  yield* sql.onDialectOrElse({
    pg: () => Effect.asVoid(sql`ALTER TABLE host_turns SET UNLOGGED`),
    orElse: () => Effect.void
  })
})
