/**
 * How often transactions on PostgreSQL disturb each other: outputs with 50 statements each are written eight
 * at a time, each in a transaction, as imports do. Prints one line of JSON: transactions, how many the server
 * took back, milliseconds.
 *
 * Usage: node bench/contention.ts postgres://user@host/EMPTY-DATABASE [serializable]
 * With `serializable` all is kept apart as rules over several rows need it; imports do without.
 * The database's schema `tributary` is removed before and after.
 */
import { performance } from "node:perf_hooks"
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted } from "effect"
import { SqlClient } from "effect/sql"
import { OutputId, type Statement } from "../src/domain/index.ts"
import { Isolation, Outputs, Statements, Store, transaction } from "../src/store/index.ts"
import * as Example from "../test/store/example.ts"

const [url, level] = process.argv.slice(2)
if (url === undefined)
  throw new Error("Usage: node bench/contention.ts postgres://user@host/EMPTY-DATABASE [serializable]")
const databaseUrl = Redacted.make(url)
const corpus = Array.from({ length: 200 }, (_, index) => {
  const id = OutputId.make(`o-${index.toString(16).padStart(16, "0")}`)
  const output = { ...Example.messages2025, id, url: `https://igf.norvia.example/${index}` }
  const statements: ReadonlyArray<Statement> = Array.from({ length: 50 }, (_, ordinal) =>
    Example.statement(id, ordinal, ordinal % 2 === 0 ? "access" : "digital-identity")
  )
  return { output, statements }
})

const administer = <A>(work: (sql: SqlClient.SqlClient) => Effect.Effect<A, unknown>) =>
  Effect.flatMap(SqlClient.SqlClient, work).pipe(
    Effect.provide(PgClient.layer({ url: databaseUrl })),
    Effect.orDie
  )

const rollbacks = administer((sql) =>
  Effect.map(
    sql<{ readonly count: number }>`SELECT xact_rollback::int AS count FROM pg_stat_database
      WHERE datname = current_database()`,
    ([row]) => row?.count ?? 0
  )
)
const emptied = administer((sql) => sql`DROP SCHEMA IF EXISTS tributary CASCADE`)

const work = Effect.gen(function* () {
  const [outputs, statements] = [yield* Outputs, yield* Statements]
  yield* Example.register
  const start = performance.now()
  yield* Effect.forEach(
    corpus,
    ({ output, statements: list }) =>
      transaction(Effect.andThen(outputs.upsert(output), statements.replaceForOutput(output.id, list))),
    { concurrency: 8, discard: true }
  ).pipe(Effect.provideService(Isolation, level === "serializable" ? level : "snapshot"))
  return Math.round(performance.now() - start)
})

const program = Effect.gen(function* () {
  yield* emptied
  const before = yield* rollbacks
  const ms = yield* work.pipe(Effect.provide(Store.layer({ databaseUrl })))
  // The server's counts arrive when its connections have ended.
  yield* Effect.sleep("1500 millis")
  const after = yield* rollbacks
  yield* emptied
  console.log(
    JSON.stringify({ bench: "contention", transactions: corpus.length, rollbacks: after - before, ms })
  )
})
await Effect.runPromise(program)
