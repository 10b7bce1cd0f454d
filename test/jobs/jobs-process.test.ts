import { cpSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { setTimeout as wait } from "node:timers/promises"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { serveFixtures } from "../../fixtures/server.ts"
import { storeFileName } from "../../src/store/index.ts"
import { temporaryDirectory } from "../store/example.ts"
import { run, start } from "./command.ts"
import { contentsOf, environment, importAll, register, services } from "./fixture-store.ts"

const initiatives = ["old-port-youth", "norvia-igf"]

/** Rows of a query, behind the back of the program; none while the store is not ready for it. */
const ask = (directory: string, query: string): ReadonlyArray<Record<string, unknown>> => {
  const database = new DatabaseSync(join(directory, storeFileName), { readOnly: true, timeout: 2000 })
  try {
    return database
      .prepare(query)
      .all()
      .map((row) => ({ ...row }))
  } finally {
    database.close()
  }
}

/** Waits until a query gives rows. */
const until = async (directory: string, query: string): Promise<ReadonlyArray<Record<string, unknown>>> => {
  for (let tries = 0; tries < 1500; tries++) {
    const rows = ask(directory, query)
    if (rows.length > 0) return rows
    await wait(20)
  }
  throw new Error(`never: ${query}`)
}

const finished = `SELECT sources.url FROM job_steps JOIN sources ON sources.id = job_steps.step`
const noTrace = (text: string) => assert.notMatch(text, /\n\s+at /)

describe("Jobs in processes of their own", () => {
  it.live(
    "an import that is killed goes on where it was, and asks no finished source again",
    () =>
      Effect.gen(function* () {
        const root = yield* temporaryDirectory
        const fixtures = yield* serveFixtures
        const calm = join(root, "calm")
        const directory = join(root, "killed")
        yield* register(initiatives).pipe(Effect.provide(services(calm, fixtures)))
        cpSync(calm, directory, { recursive: true })
        yield* Effect.provide(importAll, services(calm, fixtures))
        const options = { environment: environment(fixtures) }

        yield* Effect.promise(async () => {
          const first = start(["jobs", "run", "import", "--data", directory], options)
          await until(directory, finished)
          first.kill("SIGKILL")
          await first.ended
          const done = ask(directory, finished).map(({ url }) => String(url))
          fixtures.clearLog()
          const second = await run(["jobs", "run", "import", "--data", directory], options)
          assert.strictEqual(second.status, 0, second.stderr)
          assert.match(second.stderr, /^Goes on with import@/)
          const again = fixtures.log().map(({ url }) => url)
          for (const url of done) assert.notInclude(again, url)
        })
        assert.deepStrictEqual(contentsOf(directory), contentsOf(calm))
        const sources = ask(
          directory,
          "SELECT id FROM sources WHERE status = 'approved' AND kind <> 'upload'"
        ).length
        assert.deepStrictEqual(ask(directory, "SELECT state, attempts, done, total FROM job_runs"), [
          { state: "completed", attempts: 2, done: sources, total: sources }
        ])
        assert.deepStrictEqual(ask(directory, "SELECT state FROM runs"), [{ state: "completed" }])
      }),
    60_000
  )

  it.live(
    "one scheduler works on a store; it can be watched, cancelled and killed, and the next goes on",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const fixtures = yield* serveFixtures
        yield* register(initiatives).pipe(Effect.provide(services(directory, fixtures)))
        const config = join(directory, "only-import.yaml")
        const others = ["renormalize", "freeze", "health-report", "archive-verify", "backup", "retention"]
        writeFileSync(config, `jobs:\n${others.map((job) => `  ${job}: off\n`).join("")}`)
        const options = { environment: environment(fixtures) }
        const schedule = ["schedule", "--data", directory, "--config", config, "--at", "* * * * * *"]
        const running = "SELECT id, process FROM job_runs WHERE state = 'running'"

        yield* Effect.promise(async () => {
          // Slow enough for three other processes to start meanwhile.
          const slow = { environment: { ...options.environment, TRIBUTARY_HOST_DELAY: "10 seconds" } }
          const first = start(schedule, slow)
          const [row] = await until(directory, running)
          const id = String(row?.["id"])
          const [, pid] = String(row?.["process"]).split(" ")
          const watching = run(["import", "--follow", "--json", "--data", directory], options)
          const [second, refused] = await Promise.all([
            run(schedule, options),
            run(["import", "--data", directory], options)
          ])
          await run(["jobs", "cancel", id, "--data", directory], options)
          const watched = await watching
          assert.strictEqual(second.status, 1)
          assert.match(second.stderr, new RegExp(`run by process ${pid} on \\S+ already, since `))
          assert.strictEqual(refused.status, 1)
          assert.match(refused.stderr, /An import is at work already .*import --follow/)
          const states = watched.stdout
            .trim()
            .split("\n")
            .map((line) => String(JSON.parse(line).state))
          assert.deepStrictEqual([states[0], states.at(-1)], ["running", "cancelled"])
          assert.deepStrictEqual(ask(directory, `SELECT state FROM job_runs WHERE id = '${id}'`), [
            { state: "cancelled" }
          ])

          await until(directory, running)
          first.kill("SIGKILL")
          const killed = await first.ended
          const [left] = ask(directory, running)
          const third = start(schedule, options)
          await until(
            directory,
            `SELECT id FROM job_runs WHERE id = '${String(left?.["id"])}' AND state = 'completed' AND attempts = 2`
          )
          third.kill("SIGINT")
          const stopped = await third.ended
          assert.strictEqual(stopped.status, 130)
          assert.match(stopped.stdout, /"event":"started",.*"sentence":"Goes on with import@/)
          for (const text of [second.stderr, refused.stderr, killed.stderr, stopped.stderr]) noTrace(text)
          assert.deepStrictEqual(ask(directory, "SELECT name FROM leases"), [])
        })
      }),
    240_000
  )
})
