/** What a person has set up wrongly: each told in one sentence, with a status that is not 0, and by the doctor. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it, vi } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { administer, emptyDatabase, freshDatabase } from "../postgres/database.ts"
import { HttpUrl } from "../../src/domain/index.ts"
import { Leases, Runs, Sources, Store, storeFileName } from "../../src/store/index.ts"
import * as Example from "../store/example.ts"
import { tributary } from "./command.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-bad-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

// Each look is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

/** A folder with an empty store. */
const storeFolder = Effect.tap(folder, (directory) =>
  Effect.asVoid(Store).pipe(Effect.provide(Store.layer({ directory })))
)

const Findings = Schema.fromJsonString(
  Schema.Struct({
    findings: Schema.Array(
      Schema.Struct({
        name: Schema.String,
        state: Schema.String,
        sentence: Schema.String,
        remedy: Schema.NullOr(Schema.String)
      })
    )
  })
)

/** One finding of the doctor. */
const finding = Effect.fnUntraced(function* (
  name: string,
  directory: string,
  env: Record<string, string> = {},
  flags: ReadonlyArray<string> = []
) {
  const ran = yield* tributary(["doctor", "--json", "--data", directory, ...flags], { env })
  const { findings } = yield* Schema.decodeEffect(Findings)(ran.stdout)
  return findings.find((one) => one.name === name) ?? (yield* Effect.die(`no finding ${name}: ${ran.stderr}`))
})

/** The command fails with one sentence. */
const refuses = Effect.fnUntraced(function* (
  args: ReadonlyArray<string>,
  sentence: RegExp,
  env: Record<string, string> = {}
) {
  const { status, stderr } = yield* tributary(args, { env })
  assert.match(stderr, sentence)
  assert.strictEqual(status, 1)
  assert.notMatch(stderr, /\n\s+at |river/)
})

describe("a wrong time of a job", () => {
  it.live("stops the scheduler before it begins, with line and remedy, and the doctor names it", () =>
    Effect.gen(function* () {
      const directory = yield* storeFolder
      writeFileSync(join(directory, "jobs.yaml"), 'jobs:\n  import: "every hour"\n')
      yield* refuses(
        ["schedule", "--data", directory],
        /jobs\.yaml, line 2: "every hour" is no schedule .*"0 6 \* \* \*" for six/
      )
      const found = yield* finding("times of jobs", directory)
      assert.strictEqual(found.state, "fail")
      assert.match(`${found.sentence} ${found.remedy}`, /line 2: "every hour" is no schedule/)
      rmSync(join(directory, "jobs.yaml"))
      yield* refuses(
        ["schedule", "--time-zone", "Europe/Nowhere", "--data", directory],
        /There is no time zone "Europe\/Nowhere": give a name such as Europe\/Zurich/
      )
    }).pipe(Effect.scoped)
  )
})

describe("a database that cannot be had", () => {
  it.live("is named without its password: unreachable, refused, another program's", () =>
    Effect.gen(function* () {
      const directory = yield* folder
      const { url } = yield* freshDatabase
      const at = (change: (parts: URL) => void) => {
        const parts = new URL(url)
        change(parts)
        return { TRIBUTARY_DATABASE_URL: parts.href }
      }
      const unreachable = at((parts) => (parts.port = "1"))
      yield* refuses(
        ["schedule", "--data", directory],
        /127\.0\.0\.1:1\/test_.* does not answer: check/,
        unreachable
      )
      const store = yield* finding("store", directory, unreachable)
      assert.match(store.sentence, /does not answer: check/)
      yield* refuses(
        ["status", "--data", directory],
        /refuses this user or password/,
        at((parts) => (parts.password = "sea"))
      )
      const other = yield* emptyDatabase
      yield* administer(["CREATE TABLE invoices (id int)"], other.name)
      yield* refuses(["status", "--data", directory], /not a store of Tributary|another program/, {
        TRIBUTARY_DATABASE_URL: other.url
      })
    }).pipe(Effect.scoped)
  )
})

describe("the doctor, asked about jobs and clock", () => {
  it.live("tells who runs the jobs, that they died, and that nobody does", () =>
    Effect.gen(function* () {
      const directory = yield* storeFolder
      assert.match((yield* finding("scheduler", directory)).sentence, /^No scheduler runs on this store/)
      yield* Effect.gen(function* () {
        yield* (yield* Leases).take("scheduler")
      }).pipe(Effect.provide(Store.layer({ directory })))
      const alive = yield* finding("scheduler", directory)
      assert.deepInclude(alive, { state: "ok" })
      assert.match(alive.sentence, new RegExp(`^process ${process.pid} on .* runs the jobs`))
      const database = new DatabaseSync(join(directory, storeFileName))
      database.exec("UPDATE leases SET heartbeat_at = '2026-01-05T06:00:00.000Z'")
      database.close()
      const dead = yield* finding("scheduler", directory)
      assert.deepInclude(dead, { state: "fail", remedy: "start tributary schedule again" })
      assert.include(dead.sentence, "last sign of life at 2026-01-05T06:00:00.000Z")
    }).pipe(Effect.scoped)
  )

  it.live("compares the clock with the store and with that of a source's server", () =>
    Effect.gen(function* () {
      const directory = yield* storeFolder
      const server = createServer((_, response) =>
        response.writeHead(404, { date: new Date(Date.now() + 3 * 3_600_000).toUTCString() }).end()
      )
      yield* Effect.acquireRelease(
        Effect.promise(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))),
        () => Effect.sync(() => server.close())
      )
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      yield* Effect.gen(function* () {
        yield* Example.register
        const sources = yield* Sources
        const [first] = yield* sources.list()
        if (first === undefined) return yield* Effect.die("no source")
        yield* sources.upsert([
          { ...first, status: "approved", url: HttpUrl.make("http://igf.norvia.example/feed") }
        ])
        yield* (yield* Runs).start("manual")
      }).pipe(Effect.provide(Store.layer({ directory })))
      const env = {
        TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
        TRIBUTARY_CONNECT_TO: `igf.norvia.example=127.0.0.1:${port}`
      }
      const others = yield* finding("clock of others", directory, env, ["--network"])
      assert.strictEqual(others.state, "fail", others.sentence)
      assert.match(others.sentence, /by igf\.norvia\.example, 1\d{4} seconds after this machine's time/)
      assert.include(others.remedy, "set the clock")
    }).pipe(Effect.scoped)
  )
})
