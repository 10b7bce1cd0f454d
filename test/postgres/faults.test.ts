/** An import into PostgreSQL whose process is killed, and whose server crashes, over and over. */
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { PgClient } from "@effect/sql-pg"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql"
import { serveFixtures } from "../../fixtures/server.ts"
import { Registry } from "../../src/ingest/registry/index.ts"
import { copyStore, Store } from "../../src/store/index.ts"
import { start } from "../jobs/command.ts"
import { contentsOf, environment, importAll, register, services } from "../jobs/fixture-store.ts"
import { temporaryDirectory } from "../store/example.ts"
import { randomFrom } from "../jobs/random.ts"
import { startServer } from "./server.ts"

const initiatives = ["old-port-youth", "norvia-igf"]
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31))

/** How often the program is killed, and how often the server. */
const kills = { program: 6, server: 3 }

/** What is committed must be on disk as far as the server knows; the disk itself does not crash here. */
const settings = ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories="]

describe("An import into PostgreSQL", () => {
  it.live(
    `ends with the store of an undisturbed one, however often its process is killed and its server crashes (seed ${seed})`,
    () =>
      Effect.gen(function* () {
        const root = yield* temporaryDirectory
        const fixtures = yield* serveFixtures
        const calm = join(root, "calm")
        yield* Effect.andThen(register(initiatives), importAll).pipe(Effect.provide(services(calm, fixtures)))

        const server = yield* Effect.acquireRelease(
          Effect.promise(() => startServer(settings)),
          ({ stop }) => Effect.promise(stop)
        )
        yield* Effect.flatMap(SqlClient.SqlClient, (sql) => sql`CREATE DATABASE imported`).pipe(
          Effect.provide(PgClient.layer({ url: Redacted.make(`${server.url}/postgres`) }))
        )
        const url = `${server.url}/imported`
        const options = { databaseUrl: Redacted.make(url) }
        yield* register(initiatives).pipe(
          Effect.provide(Registry.layer.pipe(Layer.provideMerge(Store.layer(options))))
        )
        const random = randomFrom(seed)
        const order = [
          ...Array.from({ length: kills.program }, () => "program"),
          ...Array.from({ length: kills.server }, () => "server")
        ]
          .map((victim) => ({ victim, place: random() }))
          .toSorted((a, b) => a.place - b.place)
        let cutOff = 0
        yield* Effect.promise(async () => {
          const parameters = ["jobs", "run", "import", "--data", root]
          const run = () =>
            start(parameters, {
              // Slow enough for most of the kills to come in the middle.
              environment: {
                ...environment(fixtures),
                TRIBUTARY_DATABASE_URL: url,
                TRIBUTARY_HOST_DELAY: "300 millis"
              },
              limit: 120_000
            })
          for (const { victim } of order) {
            fixtures.clearLog()
            const importing = run()
            const isOver = { yes: false }
            void importing.ended.then(() => (isOver.yes = true))
            while (!isOver.yes && fixtures.log().length === 0) await wait(10)
            await wait(random() * 800)
            // A crash of the server alone is outlived: the program is killed while it waits for it.
            if (victim === "server") {
              await server.crash()
              await wait(random() * 400)
            }
            importing.kill("SIGKILL")
            const { status, stderr } = await importing.ended
            if (status !== 0) cutOff++
            assert.notMatch(stderr, /\n\s+at /, `seed ${seed}`)
          }
          fixtures.clearLog()
          const last = run()
          while (fixtures.log().length === 0) await wait(10)
          await server.crash()
          const { status, stderr } = await last.ended
          assert.strictEqual(status, 0, stderr)
        })
        assert.isAtLeast(cutOff, 3)
        const copied = join(root, "copied")
        yield* copyStore({ from: options, to: { directory: copied } })
        assert.deepStrictEqual(contentsOf(copied), contentsOf(calm), `seed ${seed}`)
      }),
    300_000
  )
})
