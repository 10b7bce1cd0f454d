/**
 * Upgrades: a store of each step of the schema, with what a program of its time had put into it, is brought up to
 * date when it is opened, keeps all of it, and pleases the doctor. A newer one is refused.
 */
import { mkdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it, vi } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql"
import { examineStore } from "../../src/jobs/doctor/index.ts"
import {
  Captures,
  Initiatives,
  Reviews,
  Runs,
  Search,
  Statements,
  Store,
  storeFileName,
  storeInfo
} from "../../src/store/index.ts"
import { latestMigration, migrations, migrationTable } from "../../src/store/migrations/index.ts"
import { addressOf } from "../../src/store/postgres/address.ts"
import { layer as postgresClient } from "../../src/store/postgres/client.ts"
import * as Sqlite from "../../src/store/sqlite.ts"
import { administer, emptyDatabase, freshDatabase } from "../postgres/database.ts"
import * as Example from "./example.ts"
import { firstSteps } from "./steps.ts"

// Every step is a store of its own, made and opened.
vi.setConfig({ testTimeout: 60_000 })

const steps = Object.keys(migrations)

/** Something in the tables that hold what people decided and what the program remembers. */
const remembered = [
  `INSERT INTO job_runs VALUES ('import@2026-02-05T06:17:00Z', 'import', 'schedule', '2026-02-05T06:17:00.000Z',
    '2026-02-05T06:17:00.100Z', '2026-02-05T06:18:00.000Z', 'completed',
    '{"sentence":"Done.","counts":{},"problems":[]}', NULL, 1, 1, 'atlas 12 1', '2026-02-05T06:18:00.000Z', 0, 1, 1, 0, '')`,
  `INSERT INTO job_memory VALUES ('import', 'trigger', '2026-02-05T06:17:00.000Z')`,
  `INSERT INTO outbox VALUES ('m-1', 'mail', NULL, 'nri@igf.example', 'Été', '', 'sent', 1, '2026-02-05T06:17:00.000Z',
    '2026-02-05T06:17:00.000Z', '2026-02-08T06:17:00.000Z', '2026-02-05T06:17:01.000Z', NULL, NULL, NULL)`,
  `INSERT INTO alarms VALUES ('a-1', 'source:x', 'x', 'It is gone.', '2026-02-05T06:17:00.000Z',
    '2026-02-05T06:17:00.000Z', NULL, NULL)`,
  `INSERT INTO people (id, name, address, role, password_is_temporary, created_at)
    VALUES ('p-0123456789abcdef', 'A. Clerk', 'clerk@igf.example', 'editor', 0, '2026-02-05T06:17:00.000Z')`,
  `INSERT INTO audit_log ("at", person_id, "by", "action", thing) VALUES ('2026-02-05T06:17:00.000Z', 'p-0123456789abcdef', 'A. Clerk', 'made', 'p-0123456789abcdef')`,
  `INSERT INTO removals ("at", rule, thing, detail) VALUES ('2026-02-05T06:17:00.000Z', 'visits', '3 visits', 'old')`
]

/** A store of this program with something in most tables; gives its file. */
const filled = Effect.gen(function* () {
  const directory = yield* Example.temporaryDirectory
  yield* Effect.gen(function* () {
    yield* Example.register
    yield* Example.commitMessages
    const run = yield* (yield* Runs).start("manual")
    yield* (yield* Runs).finish(run.id, "completed")
    yield* (yield* Reviews).append({
      by: "A. Clerk",
      reason: "It says nothing.",
      decision: { _tag: "exclude", statementId: Example.statement(Example.messages2025.id, 0, "access").id }
    })
  }).pipe(Effect.provide(Store.layer({ directory })))
  const file = join(directory, storeFileName)
  const database = new DatabaseSync(file)
  for (const statement of remembered) database.exec(statement)
  database.close()
  return file
})

/** A store of the first steps with all rows of `from` for which it has tables and columns. */
const storeOfStep = Effect.fnUntraced(function* (count: number, from: string) {
  const directory = yield* Example.temporaryDirectory
  mkdirSync(directory, { recursive: true })
  const file = join(directory, storeFileName)
  yield* firstSteps(count).pipe(Effect.provide(Layer.fresh(Sqlite.layer({ file, busyTimeoutMs: 1000 }))))
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  database.exec(`PRAGMA application_id = 1414678850; ATTACH '${from}' AS newer`)
  const columns = (schema: string, table: string) =>
    database
      .prepare("SELECT name FROM pragma_table_xinfo(?, ?) WHERE hidden = 0")
      .all(table, schema)
      .map(({ name }) => `"${String(name)}"`)
  const tables = database
    .prepare(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'search%' AND name NOT IN ('${migrationTable}', 'output_issues')
        AND name IN (SELECT name FROM newer.sqlite_schema) ORDER BY rowid`
    )
    .all()
  for (const { name } of tables) {
    const theirs = new Set(columns("newer", String(name)))
    const common = columns("main", String(name)).filter((column) => theirs.has(column))
    database.exec(
      `INSERT INTO main."${String(name)}" (${common.join(", ")}) SELECT ${common.join(", ")} FROM newer."${String(name)}"`
    )
  }
  database.close()
  return { directory, file }
})

/** All rows of all tables but those that are made anew from others, by table; of the columns that are named. */
const rowsOf = (file: string, columns?: ReadonlyMap<string, string>) => {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
          AND name NOT LIKE 'search%' AND name NOT IN ('${migrationTable}', 'output_issues', 'health_probes')`
      )
      .all()
      .map(({ name }) => String(name))
    const named = new Map(
      tables.map((table) => {
        const own = database.prepare("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0").all(table)
        return [table, own.map(({ name }) => `"${String(name)}"`).join(", ")]
      })
    )
    const rows = [...(columns ?? named)].map(([table, list]) => {
      const all = database.prepare(`SELECT ${list} FROM "${table}" ORDER BY 1, 2`).all()
      return [table, all.map((row) => ({ ...row }))] as const
    })
    return { columns: named, rows: Object.fromEntries(rows) }
  } finally {
    database.close()
  }
}

describe("A store of an older version", () => {
  it.live(
    "of each step of the schema is brought up to date, keeps all that was in it, and pleases the doctor",
    () =>
      Effect.gen(function* () {
        const newest = yield* filled
        for (let count = 1; count <= steps.length; count++) {
          const { directory, file } = yield* storeOfStep(count, newest)
          const before = rowsOf(file)
          const filledTables = Object.values(before.rows).filter((rows) => rows.length > 0).length
          assert.isAtLeast(filledTables, 9, `${steps[count - 1]}: there is something to lose`)
          const findings = yield* Effect.gen(function* () {
            assert.strictEqual((yield* storeInfo).schema, latestMigration)
            assert.strictEqual(yield* (yield* Statements).count(), 2)
            assert.deepInclude(yield* (yield* Captures).verifyAll, { damaged: [] })
            const found = yield* (yield* Search).find({ text: "age checks", facets: {}, limit: 5, offset: 0 })
            // What was there before there was an index is in it.
            if (count < 4) assert.strictEqual(found.count, 2)
            return yield* examineStore({ directory, network: false, allCaptures: true })
          }).pipe(Effect.provide(Layer.fresh(Store.layer({ directory }))))
          assert.deepStrictEqual(
            findings.filter(({ state }) => state === "fail"),
            [],
            steps[count - 1]
          )
          assert.deepStrictEqual(rowsOf(file, before.columns).rows, before.rows, steps[count - 1])
        }
      })
  )

  it.live("of each step on PostgreSQL is brought up to date, with what is in it", () =>
    Effect.gen(function* () {
      const { name, url } = yield* emptyDatabase
      const address = yield* Effect.fromResult(addressOf(Redacted.make(url)))
      const client = Layer.fresh(postgresClient(address, { connections: 2, lockTimeoutMs: 1000 }))
      for (let count = 1; count <= steps.length; count++) {
        yield* administer(["DROP SCHEMA IF EXISTS tributary CASCADE", "CREATE SCHEMA tributary"], name)
        yield* Effect.gen(function* () {
          yield* firstSteps(count)
          const sql = yield* SqlClient.SqlClient
          yield* sql`INSERT INTO initiatives ${sql.insert({ id: "old-igf", name: "Été IGF", type: "national", un_groups: '["WEOG"]', languages: "[]" })}`
        }).pipe(Effect.provide(client))
        yield* Effect.gen(function* () {
          assert.strictEqual((yield* storeInfo).schema, latestMigration)
          assert.strictEqual((yield* (yield* Initiatives).list)[0]?.name, "Été IGF")
          yield* Example.register
          yield* Example.commitMessages
          assert.strictEqual(yield* (yield* Statements).count(), 2)
        }).pipe(Effect.provide(Layer.fresh(Store.layer({ databaseUrl: Redacted.make(url) }))))
      }
    })
  )
})

describe("A store of a newer version", () => {
  it.live("is refused in a sentence, by either engine, and stays as it is", () =>
    Effect.gen(function* () {
      const file = yield* filled
      const database = new DatabaseSync(file)
      database.exec(`INSERT INTO ${migrationTable} (migration_id, name) VALUES (9999, 'of_next_year')`)
      database.close()
      const before = rowsOf(file)
      const inFile = yield* Effect.flip(
        Effect.provide(Effect.asVoid(Store), Store.layer({ directory: dirname(file) }))
      )
      assert.match(inFile.message, /was written by a newer version of Tributary: update the program/)
      assert.deepStrictEqual(rowsOf(file), before)

      const { name, url } = yield* freshDatabase
      yield* administer(
        [`INSERT INTO tributary.${migrationTable} (migration_id, name) VALUES (9999, 'of_next_year')`],
        name
      )
      const onServer = yield* Effect.flip(
        Effect.provide(Effect.asVoid(Store), Store.layer({ databaseUrl: Redacted.make(url) }))
      )
      assert.match(onServer.message, /newer version of Tributary: update the program/)
    })
  )
})
