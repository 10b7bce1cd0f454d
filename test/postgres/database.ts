/** Databases of the tests' own PostgreSQL server. */
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { inject } from "vitest"

const Server = Schema.fromJsonString(Schema.Struct({ url: Schema.String, template: Schema.String }))

/** The server's URL, without a database, and the name of the template; starts the server at first. */
const server = Effect.runSync(
  Effect.cached(
    Effect.promise(async () => {
      const response = await fetch(`http://127.0.0.1:${inject("postgresPort")}/`)
      const text = await response.text()
      if (!response.ok) throw new Error(text)
      return text
    }).pipe(Effect.flatMap(Schema.decodeEffect(Server)), Effect.orDie)
  )
)

/** Runs statements as the server's owner in the database `postgres`, or in the one named. */
export const administer = (statements: ReadonlyArray<string>, database = "postgres") =>
  Effect.gen(function* () {
    const { url } = yield* server
    yield* Effect.flatMap(SqlClient.SqlClient, (sql) =>
      Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true })
    ).pipe(Effect.provide(PgClient.layer({ url: Redacted.make(`${url}/${database}`) })))
  }).pipe(Effect.orDie)

let made = 0

const removable = (template: string) =>
  Effect.gen(function* () {
    const { url } = yield* server
    const name = `test_${process.pid}_${made++}`
    yield* Effect.acquireRelease(administer([`CREATE DATABASE ${name} TEMPLATE ${template}`]), () =>
      administer([`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`])
    )
    return { name, url: `${url}/${name}` }
  })

/** A database with the store's tables, nothing in them, removed with the scope. */
export const freshDatabase = Effect.flatMap(server, ({ template }) => removable(template))

/** A database without anything, removed with the scope. */
export const emptyDatabase = removable("template0")
