import { spawnSync } from "node:child_process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { Captures, Database, Initiatives, Outputs, Store, type StoreError } from "../../src/store/index.ts"
import type { PostgresOptions } from "../../src/store/postgres/open.ts"
import { administer, emptyDatabase, freshDatabase } from "../postgres/database.ts"
import * as Example from "./example.ts"

const storeAt = (url: string, options: Omit<PostgresOptions, "databaseUrl"> = {}) =>
  Store.layer({ databaseUrl: Redacted.make(url), ...options })

const opening = (url: string, options?: Omit<PostgresOptions, "databaseUrl">) =>
  Effect.flip(Effect.asVoid(Store).pipe(Effect.provide(storeAt(url, options))))

const expectError = (error: StoreError, reason: StoreError["reason"], sentence: RegExp) => {
  assert.propertyVal(error, "reason", reason)
  assert.match(error.message, sentence)
  assert.notMatch(error.message, /river|secret/)
  assert.notInclude(error.message, "\n")
}

/** The URL with something else in place of a part. */
const changed = (url: string, change: (parts: URL) => void): string => {
  const parts = new URL(url)
  change(parts)
  return parts.href
}

/** Adds six versions of one output, three at a time. */
const writer = (name: string) =>
  Effect.forEach(
    [0, 1, 2, 3, 4, 5],
    Effect.fnUntraced(function* (n) {
      const capture = yield* (yield* Captures).put(new TextEncoder().encode(`${name} ${n}`), {
        mediaType: null,
        charset: null,
        url: Example.messages2025.url,
        retrievedAt: Example.at
      })
      yield* (yield* Outputs).addVersion({
        outputId: Example.messages2025.id,
        captureId: capture.id,
        retrievedAt: Example.at,
        reading: Example.reading,
        document: Example.document(name)
      })
    }),
    { concurrency: 3 }
  )

describe("A store in PostgreSQL", () => {
  it.effect("sorts every text by its bytes, in a database whose language would sort otherwise", () =>
    Effect.gen(function* () {
      const { sql } = yield* Database
      const [language] =
        yield* sql`SELECT 'a' < 'B' COLLATE "default" AS other, 'a' < 'B' COLLATE "C" AS bytes`
      assert.deepStrictEqual({ ...language }, { other: true, bytes: false })
      const wrong = yield* sql`SELECT c.relname, a.attname FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'tributary' AND c.relkind = 'r' AND c.relname <> 'migrations' AND a.attnum > 0
          AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation`
      assert.deepStrictEqual(wrong, [])
    }).pipe(Effect.provide(Layer.unwrap(Effect.map(freshDatabase, ({ url }) => storeAt(url)))))
  )

  it.effect("is made once when several processes make it at the same time", () =>
    Effect.gen(function* () {
      const { url } = yield* emptyDatabase
      const open = Effect.asVoid(Store).pipe(Effect.provide(storeAt(url)))
      yield* Effect.all([open, open, open, open], { concurrency: "unbounded" })
      yield* Example.register.pipe(Effect.provide(storeAt(url)))
    })
  )

  it.effect("gives transactions of several processes one order", () =>
    Effect.gen(function* () {
      const { url } = yield* freshDatabase
      yield* Effect.gen(function* () {
        yield* Example.register
        yield* (yield* Outputs).upsert(Example.messages2025)
        const other = writer("other").pipe(Effect.provide(storeAt(url), { local: true }))
        yield* Effect.all([writer("one"), other], { concurrency: 2 })
        const versions = yield* (yield* Outputs).versions(Example.messages2025.id)
        assert.deepStrictEqual(
          versions.map(({ sequence }) => sequence),
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
        )
      }).pipe(Effect.provide(storeAt(url)))
    })
  )

  it("is no load for those who keep a file: the driver is not even read", () => {
    const program = `
      import { registerHooks } from "node:module"
      const seen = []
      registerHooks({ load: (url, context, next) => { seen.push(url); return next(url, context) } })
      await import("${new URL("../../src/cli/main.ts", import.meta.url).href}")
      await import("${new URL("../../src/store/index.ts", import.meta.url).href}")
      console.log(JSON.stringify(seen.filter((url) => url.includes("sql-pg"))))`
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8"
    })
    assert.strictEqual(stdout.trim(), "[]")
  })
})

describe("A database that will not do is told with its remedy", () => {
  it.effect("an address that is none", () =>
    Effect.gen(function* () {
      for (const url of ["not a url", "mysql://a:secret@db.example/x", "postgres://a:secret@db.example"])
        expectError(yield* opening(url), "bad-address", /write it as postgres:\/\//)
    })
  )

  it.effect("a server that does not answer, a wrong password, a database that is not there", () =>
    Effect.gen(function* () {
      const { url } = yield* emptyDatabase
      const nowhere = changed(url, (parts) => (parts.port = "1"))
      expectError(yield* opening(nowhere), "unreachable", /127\.0\.0\.1:1\/test_.* does not answer: check/)
      const wrong = changed(url, (parts) => (parts.password = "secret"))
      expectError(yield* opening(wrong), "access-denied", /refuses this user or password/)
      const missing = changed(url, (parts) => (parts.pathname = "/nothing_here"))
      expectError(yield* opening(missing), "no-such-database", /no database .*\/nothing_here: make it/)
    })
  )

  it.effect("a database of another program, which is left as it is", () =>
    Effect.gen(function* () {
      const { name, url } = yield* emptyDatabase
      yield* administer(["CREATE TABLE bookmarks (url TEXT)"], name)
      expectError(
        yield* opening(url),
        "not-a-tributary-store",
        /belongs to another program: make an empty one/
      )
      yield* administer(
        [
          "DROP TABLE bookmarks",
          "CREATE SCHEMA tributary",
          "CREATE TABLE tributary.migrations (migration_id int, name text)",
          "INSERT INTO tributary.migrations VALUES (1, 'theirs')"
        ],
        name
      )
      expectError(yield* opening(url), "not-a-tributary-store", /belongs to another program/)
    })
  )

  it.effect(
    "a store of a newer program, an older server, an encoding without every script, no store yet",
    () =>
      Effect.gen(function* () {
        const { name, url } = yield* freshDatabase
        expectError(yield* opening(url, { oldestServer: 99 }), "old-server", /too old.*PostgreSQL 15/)
        yield* administer(["INSERT INTO tributary.migrations (migration_id, name) VALUES (9999, 'x')"], name)
        expectError(yield* opening(url), "newer-schema", /newer version of Tributary: update/)
        const empty = yield* emptyDatabase
        expectError(
          yield* opening(empty.url, { mustExist: true }),
          "no-store",
          /make one with "tributary init"/
        )
        const latin = `${empty.name}_latin`
        yield* Effect.acquireRelease(
          administer([
            `CREATE DATABASE ${latin} ENCODING LATIN1 TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`
          ]),
          () => administer([`DROP DATABASE ${latin} WITH (FORCE)`])
        )
        const url1 = changed(empty.url, (parts) => (parts.pathname = `/${latin}`))
        expectError(yield* opening(url1), "wrong-encoding", /ENCODING 'UTF8'/)
      })
  )

  it.effect("a database that may only be read, and one in which the user may do nothing", () =>
    Effect.gen(function* () {
      const store = yield* freshDatabase
      const empty = yield* emptyDatabase
      const guest = `guest_${store.name}`
      yield* Effect.acquireRelease(administer([`CREATE ROLE ${guest} LOGIN PASSWORD 'secret'`]), () =>
        administer([`DROP ROLE ${guest}`])
      )
      for (const { url } of [store, empty]) {
        const asGuest = changed(url, (parts) => {
          parts.username = guest
          parts.password = "secret"
        })
        expectError(yield* opening(asGuest), "no-permission", /may not use the store.*OWNER TO/)
      }
      yield* administer([`ALTER DATABASE ${store.name} SET default_transaction_read_only = on`])
      expectError(yield* opening(store.url), "read-only", /may only be read/)
    })
  )

  it.effect("a lock of other work, after the wait, and a server that goes away, until it is back", () =>
    Effect.gen(function* () {
      const { name, url } = yield* freshDatabase
      yield* Effect.gen(function* () {
        // Another pool holds the lock; this one waits for it.
        const waiting = yield* Layer.build(Layer.fresh(storeAt(url, { busyTimeoutMs: 50 })))
        const error = yield* Effect.gen(function* () {
          const { sql } = yield* Database
          return yield* sql.withTransaction(
            Effect.andThen(
              sql`LOCK TABLE initiatives`,
              Effect.provide(Effect.flip(Example.register), waiting)
            )
          )
        })
        assert.propertyVal(error, "reason", "locked")
        yield* administer([
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`
        ])
        const list = Effect.flatMap(Initiatives, (initiatives) => initiatives.list)
        const cut = yield* Effect.result(list)
        if (cut._tag === "Failure") assert.propertyVal(cut.failure, "reason", "unreachable")
        assert.deepStrictEqual(yield* list, [])
      }).pipe(Effect.provide(storeAt(url)))
    })
  )
})
