import { cpSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { setTimeout as wait } from "node:timers/promises"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type Fixtures, serveFixtures } from "../../fixtures/server.ts"
import { storeFileName } from "../../src/store/index.ts"
import { temporaryDirectory } from "../store/example.ts"
import { start } from "./command.ts"
import { contentsOf, environment, importAll, register, services } from "./fixture-store.ts"
import { randomFrom } from "./random.ts"

const initiatives = ["old-port-youth", "norvia-igf"]

/** How often the import is killed; more with CRASHES=200. */
const crashes = Number(process.env["CRASHES"] ?? 50)

/** Starts the sequence of moments; the test's name reports it, SEED=... repeats it. */
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31))

type Contents = ReturnType<typeof contentsOf>

const pagesOf = (fixtures: Fixtures) => fixtures.log().filter(({ url }) => !url.endsWith("/robots.txt"))

/** Addresses whose bytes the store holds together with a validator. */
const capturedIn = (directory: string): ReadonlySet<unknown> => {
  const database = new DatabaseSync(join(directory, storeFileName))
  try {
    const rows = database
      .prepare(
        "SELECT url FROM visits WHERE outcome = 'ok' AND capture_id IS NOT NULL AND (etag IS NOT NULL OR last_modified IS NOT NULL)"
      )
      .all()
    return new Set(rows.map((row) => row["url"]))
  } finally {
    database.close()
  }
}

/** A new store in a subfolder, with the initiatives registered. */
const registered = Effect.fnUntraced(function* (directory: string, fixtures: Fixtures) {
  yield* register(initiatives).pipe(Effect.provide(services(directory, fixtures)))
  return directory
})

/** The states that undisturbed imports leave: of the first pages, then of the changed ones. */
const undisturbed = Effect.fnUntraced(function* (directory: string, fixtures: Fixtures) {
  fixtures.setRevision(1)
  yield* Effect.provide(importAll, services(directory, fixtures))
  const first = contentsOf(directory)
  fixtures.setRevision(2)
  yield* Effect.provide(importAll, services(directory, fixtures))
  return [first, contentsOf(directory)] as const
})

/** Runs in the shadow of a random trouble; each is a module that is loaded before the program. */
const troubles = (random: () => number): string => {
  const kind = random()
  if (kind < 0.55) return ""
  const hours = (random() < 0.5 ? -1 : 1) * (0.1 + 72 * random())
  const moment = Math.floor(random() * 1500)
  // The system's clock is set while the program runs, by up to three days either way.
  const jump = `const now = Date.now; let ahead = 0; Date.now = () => now() + ahead
    setTimeout(() => { ahead = ${Math.round(hours * 3_600_000)} }, ${moment}).unref()`
  // The disk has room for some pages (4 KiB) more than the store has when it is opened.
  const full = `import { DatabaseSync } from "node:sqlite"
    const exec = DatabaseSync.prototype.exec
    DatabaseSync.prototype.exec = function (text) {
      exec.call(this, text)
      if (!text.includes("journal_mode")) return
      const { page_count } = this.prepare("PRAGMA page_count").get()
      exec.call(this, "PRAGMA max_page_count = " + (page_count + ${Math.floor(random() * 60)}))
    }`
  return kind < 0.85 ? jump : full
}

interface Chain {
  readonly name: string
  readonly command: ReadonlyArray<string>
  readonly kills: number
  readonly random: () => number
  readonly fixtures: Fixtures
  /** The store before the first import, and what undisturbed imports leave of each revision. */
  readonly empty: string
  readonly expected: ReadonlyArray<Contents>
  readonly directory: string
}

/** Imports under troubles until an import comes to its end with none; gives the kills. */
const importAndKill = async (chain: Chain, killsLeft: number, longest: { millis: number }) => {
  const { command, directory, fixtures, random } = chain
  for (let kills = 0; ;) {
    const captured = capturedIn(directory)
    fixtures.clearLog()
    const preload = kills < killsLeft ? troubles(random) : ""
    const options = { environment: environment(fixtures), ...(preload === "" ? {} : { preload }) }
    const importing = start([...command, "--data", directory], options)
    const began = waitForFirst(fixtures, importing.ended)
    const isKilled =
      kills < killsLeft &&
      (await began.then(async (at) => {
        const moment = random() * longest.millis
        const ended = await Promise.race([importing.ended.then(() => true), wait(moment, false)])
        if (!ended) importing.kill("SIGKILL")
        else longest.millis = Math.max(100, Date.now() - at)
        return !ended
      }))
    const { status, stderr } = await importing.ended
    const first = new Set<string>()
    for (const { conditional, url } of pagesOf(fixtures)) {
      if (captured.has(url) && !first.has(url)) {
        assert.isTrue(conditional, `${url} was fetched again without a validator (seed ${seed})`)
      }
      first.add(url)
    }
    assert.notMatch(stderr, /\n\s+at /, `seed ${seed}`)
    if (isKilled) {
      assert.isNull(status)
      kills++
    } else if (preload === "") {
      assert.strictEqual(status, 0, stderr)
      return kills
    } else if (status !== 0) {
      assert.match(stderr, /disk that holds the store \S+ is full: make room/, `seed ${seed}`)
    }
  }
}

/** Kills the program over and over while it imports, and compares what it leaves. */
const runChain = async (chain: Chain): Promise<number> => {
  const { directory, empty, expected, fixtures, kills } = chain
  const longest = { millis: 1500 }
  let killed = 0
  while (killed < kills) {
    rmSync(directory, { recursive: true, force: true })
    cpSync(empty, directory, { recursive: true })
    for (const [index, contents] of expected.entries()) {
      fixtures.setRevision(index === 0 ? 1 : 2)
      killed += await importAndKill(chain, kills - killed, longest)
      assert.deepStrictEqual(readdirSync(directory), [storeFileName])
      assert.deepStrictEqual(contentsOf(directory), contents, `${chain.name}, seed ${seed}`)
    }
  }
  return killed
}

describe("An import that is killed", () => {
  it.live(
    `ends with the store of an undisturbed one, whenever it is killed, the clock is set or the disk is full (${crashes} kills, seed ${seed})`,
    () =>
      Effect.gen(function* () {
        const root = yield* temporaryDirectory
        const fixtures = [yield* serveFixtures, yield* serveFixtures] as const
        const empty = yield* registered(join(root, "empty"), fixtures[0])
        cpSync(empty, join(root, "calm"), { recursive: true })
        const [first, second] = yield* undisturbed(join(root, "calm"), fixtures[0])
        const shared = { empty, kills: Math.ceil(crashes / 2) }
        // The import as one command, also over changed pages; and as a job that goes on where it was.
        const chains: ReadonlyArray<Chain> = [
          {
            ...shared,
            name: "import",
            command: ["import"],
            random: randomFrom(seed),
            fixtures: fixtures[0],
            expected: [first, second],
            directory: join(root, "command")
          },
          {
            ...shared,
            name: "jobs run import",
            command: ["jobs", "run", "import"],
            random: randomFrom(seed + 1),
            fixtures: fixtures[1],
            expected: [first],
            directory: join(root, "job")
          }
        ]
        const killed = yield* Effect.promise(() => Promise.all(chains.map(runChain)))
        assert.isAtLeast(
          killed.reduce((sum, count) => sum + count, 0),
          crashes
        )
      }),
    90_000 + crashes * 10_000
  )
})

/** Resolves at the first request, or when the process has ended without one. */
const waitForFirst = async (fixtures: Fixtures, ended: Promise<unknown>): Promise<number> => {
  const process = { over: false }
  void ended.then(() => (process.over = true))
  while (!process.over && fixtures.log().length === 0) await wait(5)
  return Date.now()
}

/** A store whose n-th insertion into the table fails: the program stops there as if it were killed. */
const failAt = (directory: string, table: string, nth: number) => {
  const database = new DatabaseSync(join(directory, storeFileName))
  database.exec(`
    CREATE TABLE crash_count (n INTEGER);
    INSERT INTO crash_count SELECT COUNT(*) + ${nth} FROM ${table};
    CREATE TRIGGER crash BEFORE INSERT ON ${table}
    WHEN (SELECT COUNT(*) FROM ${table}) + 1 >= (SELECT n FROM crash_count)
    BEGIN SELECT RAISE(ABORT, 'the process is gone'); END`)
  database.close()
}

const repair = (directory: string) => {
  const database = new DatabaseSync(join(directory, storeFileName))
  database.exec("DROP TRIGGER crash; DROP TABLE crash_count")
  database.close()
}

describe("An import that stops at any of its commits", () => {
  it.live(
    "ends with the store of an undisturbed one, also when pages and lists changed in between",
    () =>
      Effect.gen(function* () {
        const root = yield* temporaryDirectory
        const fixtures = yield* serveFixtures
        const empty = yield* registered(join(root, "empty"), fixtures)
        cpSync(empty, join(root, "calm"), { recursive: true })
        const expected = yield* undisturbed(join(root, "calm"), fixtures)
        const directory = join(root, "stopped")
        cpSync(empty, directory, { recursive: true })
        const points = [
          ["captures", 1],
          ["items", 1],
          ["captures", 7],
          ["outputs", 1],
          ["visits", 9],
          ["versions", 4],
          ["statements", 1],
          ["statements", 40],
          ["source_states", 1],
          ["source_states", 3],
          ["clusters", 1]
        ] as const
        for (const [index, revision] of ([1, 2] as const).entries()) {
          fixtures.setRevision(revision)
          let stopped = 0
          for (const [table, nth] of points) {
            failAt(directory, table, nth)
            const exit = yield* Effect.exit(Effect.provide(importAll, services(directory, fixtures)))
            if (exit._tag === "Failure") stopped++
            repair(directory)
          }
          assert.isAtLeast(stopped, revision === 1 ? 6 : 2)
          yield* Effect.provide(importAll, services(directory, fixtures))
          assert.deepStrictEqual(contentsOf(directory), expected[index])
        }
      }),
    60_000
  )
})
