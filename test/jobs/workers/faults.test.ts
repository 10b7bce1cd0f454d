/** Workers of which some are killed over and over, on a database that is away for a moment. */
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { PgClient } from "@effect/sql-pg"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql"
import { serveFixtures } from "../../../fixtures/server.ts"
import { Registry } from "../../../src/ingest/registry/index.ts"
import { copyStore, Store } from "../../../src/store/index.ts"
import { startServer } from "../../postgres/server.ts"
import { temporaryDirectory } from "../../store/example.ts"
import { type Running, start } from "../command.ts"
import { contentsOf, environment, failedVisitsOf, importAll, register, services } from "../fixture-store.ts"
import { randomFrom } from "../random.ts"
import { asking, writeOnlyImports } from "./watched.ts"

const initiatives = [
  "norvia-igf",
  "old-port-youth",
  "igf-zumurrada",
  "fgi-tessaly",
  "igf-yunhai",
  "tradewind-igf"
]
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31))

/** So that an answer on a busy machine is never too slow. */
const visitTimeout = "30 seconds"

const workers = 2
const kills = 4

/** What is committed must be on disk as far as the server knows; the disk itself does not crash here. */
const settings = ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories="]

describe("An import by workers", () => {
  it.live(
    `ends with the store of an undisturbed one, however often a worker is killed, and though the database was away (seed ${seed})`,
    () =>
      Effect.gen(function* () {
        const root = yield* temporaryDirectory
        const fixtures = yield* serveFixtures
        const calm = join(root, "calm")
        yield* Effect.andThen(register(initiatives), importAll).pipe(
          Effect.provide(services(calm, fixtures, visitTimeout))
        )
        assert.deepStrictEqual(failedVisitsOf(calm), [])

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
        const parameters = ["worker", "--data", root, "--config", writeOnlyImports(root)]
        const begin = () =>
          start(parameters, {
            // Slow enough for most of the kills to come in the middle.
            environment: {
              ...environment(fixtures, visitTimeout),
              TRIBUTARY_DATABASE_URL: url,
              TRIBUTARY_HOST_DELAY: "300 millis",
              TRIBUTARY_CONCURRENCY: "4"
            },
            limit: 120_000
          })

        const random = randomFrom(seed)
        yield* Effect.scoped(
          Effect.gen(function* () {
            const { ask, until } = yield* asking(url)
            yield* Effect.promise(async () => {
              const crew: Array<Running> = Array.from({ length: workers }, begin)
              const ends: Array<Running["ended"]> = crew.map(({ ended }) => ended)
              await until("SELECT 1 FROM visits")
              for (let kill = 0; kill < kills; kill++) {
                await wait(random() * 1000)
                const [victim] = crew.splice(Math.floor(random() * crew.length), 1)
                victim?.kill("SIGKILL")
                const next = begin()
                crew.push(next)
                ends.push(next.ended)
                // Longer than the start of the one that was just begun, which has to wait for it.
                if (kill === Math.floor(kills / 2)) await server.restart(1000 + random() * 1000)
              }
              await until("SELECT 1 FROM job_runs WHERE state = 'completed' AND done > 0")
              // The kills came in the middle of it, and one of the workers took the run itself over.
              const [run] = await ask("SELECT attempts FROM job_runs WHERE done > 0")
              assert.isAbove(Number(run?.["attempts"]), 1, `seed ${seed}`)
              for (const worker of crew) worker.kill("SIGTERM")
              const ended = await Promise.all(ends)
              // One that had only just been started knows nothing yet of how to stop.
              for (const { status } of ended) assert.include([130, null], status, `seed ${seed}`)
              for (const { stderr } of ended) assert.notMatch(stderr, /\n\s+at /, `seed ${seed}`)
            })
          })
        )
        const copied = join(root, "copied")
        yield* copyStore({ from: options, to: { directory: copied } })
        assert.deepStrictEqual(failedVisitsOf(copied), [], `seed ${seed}`)
        assert.deepStrictEqual(contentsOf(copied), contentsOf(calm), `seed ${seed}`)
      }),
    180_000
  )
})
