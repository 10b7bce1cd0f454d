import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { layer } from "../../../src/jobs/index.ts"
import { copyStore, Store, type StoreOptions } from "../../../src/store/index.ts"
import { freshDatabase } from "../../postgres/database.ts"
import { temporaryDirectory } from "../../store/example.ts"
import { start } from "../command.ts"
import { contentsOf, importAll } from "../fixture-store.ts"
import { asking, writeOnlyImports } from "./watched.ts"
import { crawlDelayMs, library, mostAtOnce, registerSites, serveSites } from "./sites.ts"

const initiatives = 10
const messages = 2

describe("Workers on one PostgreSQL database", () => {
  it.live(
    "share an import, ask each host one request at a time, and lose nothing when one is killed",
    () =>
      Effect.gen(function* () {
        const folder = yield* temporaryDirectory
        const sites = yield* serveSites(initiatives, messages, 40)
        const services = (options: StoreOptions) =>
          layer.pipe(
            Layer.provideMerge(Store.layer(options)),
            Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(sites.environment)))
          )
        const calm = { directory: join(folder, "calm") }
        yield* Effect.andThen(registerSites(initiatives), importAll).pipe(Effect.provide(services(calm)))
        sites.log.length = 0

        const { url } = yield* freshDatabase
        const shared = { databaseUrl: Redacted.make(url) }
        yield* registerSites(initiatives).pipe(Effect.provide(services(shared)))
        const config = writeOnlyImports(folder)
        const options = {
          environment: { ...sites.environment, TRIBUTARY_DATABASE_URL: url, TRIBUTARY_CONCURRENCY: "4" }
        }
        const begin = () => start(["worker", "--data", folder, "--config", config], options)

        yield* Effect.scoped(
          Effect.gen(function* () {
            const { ask, until } = yield* asking(url)
            yield* Effect.promise(async () => {
              const workers = [begin(), begin()]
              // Both are at it, and something is done.
              await until(`SELECT 1 FROM job_steps WHERE 2 =
                (SELECT COUNT(DISTINCT process) FROM import_groups WHERE process IS NOT NULL)`)
              workers[1]?.kill("SIGKILL")
              await workers[1]?.ended
              const killedAt = performance.now()
              const recorded = new Set((await ask("SELECT url FROM visits")).map((row) => String(row["url"])))
              await until("SELECT 1 FROM job_runs WHERE state = 'completed' AND done > 0")
              assert.isBelow(performance.now() - killedAt, 60_000)
              const again = sites.log.filter(({ begun, url }) => begun > killedAt && recorded.has(url))
              const rules = /\/robots\.txt$/
              assert.deepStrictEqual(
                again.flatMap(({ url }) => (rules.test(url) ? [] : [url])),
                []
              )
              assert.deepStrictEqual(await ask("SELECT state FROM runs"), [{ state: "completed" }])
              workers[0]?.kill("SIGTERM")
              const ended = await workers[0]?.ended
              assert.strictEqual(ended?.status, 130)
              assert.notMatch(ended?.stderr ?? "", /\n\s+at /)
            })
          })
        )
        for (const [host, most] of mostAtOnce(sites.log)) assert.strictEqual(most, 1, host)
        const atLibrary = sites.log.filter(({ host }) => host === library)
        assert.isAtLeast(atLibrary.length, initiatives)
        // A worker that has not read the library's rules yet reads them first.
        const asked = atLibrary.filter(({ url }) => !url.endsWith("/robots.txt"))
        const pauses = asked.slice(1).map(({ begun }, index) => begun - (asked[index]?.ended ?? 0))
        assert.isAbove(Math.min(...pauses), crawlDelayMs * 0.9)
        const copy = { directory: join(folder, "copy") }
        yield* copyStore({ from: shared, to: copy })
        assert.deepStrictEqual(contentsOf(copy.directory), contentsOf(calm.directory))
      }).pipe(Effect.scoped),
    120_000
  )
})
