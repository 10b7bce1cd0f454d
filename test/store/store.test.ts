import { spawn } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option, Stream } from "effect"
import {
  Captures,
  Database,
  Initiatives,
  Outputs,
  Runs,
  Statements,
  Store,
  type StoreError,
  storeFileName,
  transaction
} from "../../src/store/index.ts"
import { engines } from "./engines.ts"
import * as Example from "./example.ts"

/** Opens the store and runs the effect in it. */
const inStore = (directory: string, busyTimeoutMs = 50) =>
  Effect.provide(Store.layer({ directory, busyTimeoutMs }))

const opening = (directory: string) => Effect.flip(Effect.asVoid(Store).pipe(inStore(directory)))

const expectError = (error: unknown, reason: StoreError["reason"], sentence: RegExp) => {
  assert.propertyVal(error, "_tag", "StoreError")
  assert.propertyVal(error, "reason", reason)
  assert.match(error instanceof Error ? error.message : "", sentence)
}

/** A program that commits one output, then leaves a transaction open and says so. */
const killedProgram = (directory: string) => `
  import { Effect } from "effect"
  import * as Example from "${new URL("example.ts", import.meta.url).href}"
  import { Initiatives, Runs, Store, transaction } from "${new URL("../../src/store/index.ts", import.meta.url).href}"
  const program = Effect.gen(function* () {
    yield* (yield* Runs).start("manual")
    yield* Example.register
    yield* transaction(Example.commitMessages)
    yield* transaction(Effect.gen(function* () {
      yield* (yield* Initiatives).upsert([{ ...Example.norvia, name: "never committed" }])
      console.log("open")
      yield* Effect.never
    }))
  })
  setInterval(() => {}, 1000)
  await Effect.runPromise(program.pipe(Effect.provide(Store.layer({ directory: ${JSON.stringify(directory)} }))))
`

/** Runs the program in a process of its own and kills it as soon as it has said something. */
const runAndKill = (program: string) =>
  Effect.callback<void>((resume) => {
    const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"]
    })
    child.stdout.once("data", () => child.kill("SIGKILL"))
    child.once("exit", () => resume(Effect.void))
  })

describe("Store", () => {
  it.effect("creates directory, file and tables, and finds everything again at the next start", () =>
    Effect.gen(function* () {
      const directory = join(yield* Example.temporaryDirectory, "deep", "er")
      yield* Effect.andThen(Example.register, Example.commitMessages).pipe(inStore(directory))
      const count = yield* Effect.flatMap(Statements, (statements) => statements.count()).pipe(
        inStore(directory)
      )
      assert.strictEqual(count, 2)
      const pragmas = yield* Effect.gen(function* () {
        const { sql } = yield* Database
        return [
          yield* sql`PRAGMA journal_mode`,
          yield* sql`PRAGMA synchronous`,
          yield* sql`PRAGMA foreign_keys`
        ].map((rows) => Object.values(rows[0] ?? {})[0])
      }).pipe(inStore(directory))
      assert.deepStrictEqual(pragmas, ["wal", 1, 1])
    })
  )

  it.effect("loses nothing committed when its process is killed, and recognises the interrupted run", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      yield* runAndKill(killedProgram(directory))
      yield* Effect.gen(function* () {
        assert.strictEqual(yield* (yield* Statements).count(), 2)
        assert.deepStrictEqual(yield* (yield* Initiatives).list, [Example.norvia])
        assert.deepStrictEqual((yield* (yield* Captures).verifyAll).damaged, [])
        const run = Option.getOrThrow(yield* (yield* Runs).latest)
        assert.strictEqual(run.state, "interrupted")
        const { sql } = yield* Database
        assert.deepInclude((yield* sql`PRAGMA integrity_check`)[0], { integrity_check: "ok" })
      }).pipe(inStore(directory))
    })
  )
})

describe.each(engines)("Transactions on $name", (engine) => {
  it.effect("commits an output with capture, version and statements as a whole, or not at all", () =>
    Effect.gen(function* () {
      const options = yield* engine.fresh
      yield* Effect.gen(function* () {
        yield* Example.register
        const failure = yield* transaction(
          Effect.andThen(Example.commitMessages, Effect.fail("the last step failed"))
        ).pipe(Effect.flip)
        assert.strictEqual(failure, "the last step failed")
        assert.strictEqual(yield* (yield* Statements).count(), 0)
        assert.deepStrictEqual(yield* (yield* Outputs).list(), [])
        assert.strictEqual((yield* (yield* Captures).verifyAll).checked, 0)
        yield* transaction(Example.commitMessages)
        assert.strictEqual(yield* (yield* Statements).count(), 2)
      }).pipe(Effect.provide(Store.layer(options)))
    })
  )

  it.effect("serves many fibers that write at the same time", () =>
    Effect.gen(function* () {
      const options = yield* engine.fresh
      yield* Effect.gen(function* () {
        yield* Example.register
        yield* Effect.forEach(Array.from({ length: 20 }), () => transaction(Example.commitMessages), {
          concurrency: 8
        })
        assert.lengthOf(yield* (yield* Outputs).versions(Example.messages2025.id), 1)
      }).pipe(Effect.provide(Store.layer(options)))
    })
  )

  it.effect("streams the rows of a statement", () =>
    Effect.gen(function* () {
      const options = yield* engine.fresh
      const rows = yield* Effect.gen(function* () {
        const { sql } = yield* Database
        return yield* Stream.runCollect(
          sql<{
            readonly n: number
          }>`WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000)
            SELECT n FROM c`.stream
        )
      }).pipe(Effect.provide(Store.layer(options)))
      assert.lengthOf(rows, 1000)
      assert.deepInclude(rows[999], { n: 1000 })
    })
  )

  it.effect("takes back a part of a transaction that failed, and keeps the rest", () =>
    Effect.gen(function* () {
      yield* transaction(
        Effect.gen(function* () {
          yield* Example.register
          const part = Effect.andThen(Example.commitMessages, Effect.fail("this part failed"))
          assert.strictEqual(yield* Effect.flip(transaction(part)), "this part failed")
        })
      )
      assert.deepStrictEqual(yield* (yield* Initiatives).list, [Example.norvia])
      assert.strictEqual(yield* (yield* Statements).count(), 0)
    }).pipe(Effect.provide(Layer.unwrap(Effect.map(engine.fresh, (options) => Store.layer(options)))))
  )
})

describe("StoreError", () => {
  it.effect("a store of a newer program is refused and left as it is", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const file = join(directory, storeFileName)
      yield* Effect.asVoid(Store).pipe(inStore(directory))
      const database = new DatabaseSync(file)
      database.exec("INSERT INTO migrations (migration_id, name) VALUES (9999, 'from_the_future')")
      database.close()
      const before = readFileSync(file)
      expectError(yield* opening(directory), "newer-schema", /newer version of Tributary: update/)
      assert.deepStrictEqual(readFileSync(file), before)
    })
  )

  it.effect("a file that is no database, and the database of another program, are refused and left", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const file = join(directory, storeFileName)
      const letter = "Dear colleagues, ".repeat(100)
      writeFileSync(file, letter)
      expectError(yield* opening(directory), "not-a-tributary-store", /is not a store of Tributary: move/)
      assert.strictEqual(readFileSync(file, "utf8"), letter)
      writeFileSync(file, "")
      const database = new DatabaseSync(file)
      database.exec("CREATE TABLE bookmarks (url TEXT)")
      database.close()
      expectError(yield* opening(directory), "not-a-tributary-store", /tributary\.sqlite/)
    })
  )

  it.effect("an empty file becomes a store", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      writeFileSync(join(directory, storeFileName), "")
      yield* Example.register.pipe(inStore(directory))
    })
  )

  it.effect(
    "a directory that cannot be made, or a file that cannot be opened, is named with the remedy",
    () =>
      Effect.gen(function* () {
        const directory = yield* Example.temporaryDirectory
        writeFileSync(join(directory, "file"), "")
        expectError(yield* opening(join(directory, "file", "store")), "read-only", /cannot be written: give/)
        mkdirSync(join(directory, storeFileName))
        expectError(yield* opening(directory), "read-only", /cannot be written: give/)
      })
  )

  it.effect("a store that may only be read says so when something is written", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const error = yield* Effect.gen(function* () {
        yield* (yield* Database).sql`PRAGMA query_only = 1`
        return yield* Effect.flip(Example.register)
      }).pipe(inStore(directory))
      expectError(error, "read-only", /cannot be written/)
    })
  )

  it.effect("a store locked by another program says so after the wait, and works when the lock is gone", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      yield* Effect.gen(function* () {
        const other = new DatabaseSync(join(directory, storeFileName))
        other.exec("BEGIN IMMEDIATE")
        expectError(yield* Effect.flip(Example.register), "locked", /locked by another program: wait/)
        other.exec("ROLLBACK")
        other.close()
        yield* Example.register
      }).pipe(inStore(directory))
    })
  )

  it.effect("a store locked by another program cannot be opened, and says so", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      yield* Effect.asVoid(Store).pipe(inStore(directory))
      const other = new DatabaseSync(join(directory, storeFileName))
      other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
      expectError(yield* opening(directory), "locked", /locked by another program: wait/)
      other.exec("ROLLBACK")
      other.close()
      yield* Effect.asVoid(Store).pipe(inStore(directory))
    })
  )

  it.effect("a full disk is told, what was stored stays, and work goes on when there is room", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      yield* Effect.gen(function* () {
        yield* Example.register
        const { sql } = yield* Database
        const [pages] = yield* sql<{ readonly page_count: number }>`PRAGMA page_count`
        yield* sql.unsafe(`PRAGMA max_page_count = ${(pages?.page_count ?? 0) + 4}`)
        const many = Array.from({ length: 2000 }, (_, n) =>
          Example.statement(Example.messages2025.id, n, "access")
        )
        yield* Example.commitMessages
        const replace = (yield* Statements).replaceForOutput(Example.messages2025.id, many)
        expectError(yield* Effect.flip(replace), "disk-full", /make room and try again/)
        assert.strictEqual(yield* (yield* Statements).count(), 2)
        yield* sql`PRAGMA max_page_count = 1000000`
        yield* replace
        assert.strictEqual(yield* (yield* Statements).count(), 2000)
      }).pipe(inStore(directory))
    })
  )

  it.effect("a damaged file, and an entry that no program of ours wrote, are told as damage", () =>
    Effect.gen(function* () {
      const directory = yield* Example.temporaryDirectory
      const file = join(directory, storeFileName)
      const initiatives = Effect.flatMap(Initiatives, (initiatives) => initiatives.list)
      yield* Example.register.pipe(inStore(directory))
      const database = new DatabaseSync(file)
      database.exec("UPDATE initiatives SET un_groups = '[\"Atlantis\"]'")
      database.close()
      expectError(yield* Effect.flip(initiatives.pipe(inStore(directory))), "corrupt", /entry of initiatives/)
      const bytes = readFileSync(file)
      bytes.fill(0xff, 4096)
      writeFileSync(file, bytes)
      expectError(yield* Effect.flip(initiatives.pipe(inStore(directory))), "corrupt", /is damaged: stop/)
    })
  )
})
