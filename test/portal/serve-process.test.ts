import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { setTimeout as wait } from "node:timers/promises"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { storeFileName } from "../../src/store/index.ts"
import { run, start } from "../jobs/command.ts"
import { temporaryDirectory } from "../store/example.ts"

/** The process that holds the scheduler's lease; null when none does. */
const scheduler = (directory: string): number | null => {
  const database = new DatabaseSync(join(directory, storeFileName), { readOnly: true, timeout: 2000 })
  try {
    const row = database.prepare("SELECT process FROM leases WHERE name = 'scheduler'").get()
    return row === undefined ? null : Number(String(row["process"]).split(" ")[1])
  } finally {
    database.close()
  }
}

const eventually = async <A>(read: () => A | Promise<A>, wanted: (value: A) => boolean): Promise<A> => {
  for (let tries = 0; tries < 1500; tries++) {
    const value = await read()
    if (wanted(value)) return value
    await wait(20)
  }
  throw new Error("never came about")
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const Answer = Schema.Struct({
  checks: Schema.Array(Schema.Struct({ name: Schema.String, state: Schema.String }))
})

/** State of each check by its name; none while nothing answers. */
const states = async (port: number): Promise<Record<string, string>> => {
  const answer: unknown = await fetch(`http://127.0.0.1:${port}/health`).then(
    (response) => response.json(),
    () => ({ checks: [] })
  )
  const { checks } = Schema.decodeUnknownSync(Answer)(answer)
  return Object.fromEntries(checks.map(({ name, state }) => [name, state]))
}

const port = 20_000 + (process.pid % 20_000)

describe("serve", () => {
  it.live(
    "runs the jobs beside the portal, says so in /health, and takes them along when it stops or is killed",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        yield* Effect.promise(async () => {
          await run(["init", "--data", directory])
          const serve = ["serve", "--port", String(port), "--data", directory]
          const first = start(serve)
          const pid = await eventually(
            () => scheduler(directory),
            (found) => found !== null
          )
          // The answer is kept for some seconds.
          await eventually(
            () => states(port),
            (found) => found["scheduler"] === "ok"
          )
          first.kill("SIGTERM")
          const stopped = await first.ended
          assert.match(stopped.stdout, /The portal is open at http:\/\/127\.0\.0\.1:\d+\//)
          assert.match(stopped.stdout, /"job":"import","event":"waiting"/)
          assert.notMatch(stopped.stderr, /\n\s+at |status/)
          assert.isNull(scheduler(directory))
          assert.isFalse(isAlive(pid ?? 0))

          const second = start(serve)
          const orphan = await eventually(
            () => scheduler(directory),
            (found) => found !== null
          )
          second.kill("SIGKILL")
          await second.ended
          await eventually(
            () => isAlive(orphan ?? 0),
            (alive) => !alive
          )
          assert.isNull(scheduler(directory))
        })
      }),
    60_000
  )

  it.live("opens the portal also where the jobs cannot run, and says why", () =>
    Effect.gen(function* () {
      const directory = yield* temporaryDirectory
      yield* Effect.promise(async () => {
        await run(["init", "--data", directory])
        writeFileSync(join(directory, "jobs.yaml"), "jobs:\n  import: every day\n")
        const serving = start(["serve", "--port", String(port + 1), "--data", directory])
        const found = await eventually(
          () => states(port + 1),
          (checks) => checks["database"] !== undefined
        )
        assert.strictEqual(found["database"], "ok")
        assert.strictEqual(found["scheduler"], "degraded")
        await eventually(serving.complained, (text) => text.includes("stays open"))
        serving.kill("SIGTERM")
        const { stderr } = await serving.ended
        assert.match(stderr, /every day/)
        assert.match(stderr, /the scheduler ended \(status 1\); the portal stays open/)
      })
    })
  )
})
