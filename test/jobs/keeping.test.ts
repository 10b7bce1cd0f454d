/** Backups: what comes back is what was there, and nothing else ever comes back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Layer, Redacted } from "effect"
import {
  backupName,
  makeBackup,
  restoreBackup,
  restoreIntoDatabase,
  thinOut
} from "../../src/jobs/keeping/index.ts"
import { freshDatabase } from "../postgres/database.ts"
import { Captures, Database, now, Store, storeFileName, timestampOf } from "../../src/store/index.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-keeping-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const page = (number: number) =>
  new TextEncoder().encode(`<p>Message ${number}: rural schools need a second provider.</p>`.repeat(number))

const put = (number: number) =>
  Effect.gen(function* () {
    const at = yield* now
    return yield* (yield* Captures).put(page(number), {
      mediaType: "text/html",
      charset: "utf-8",
      url: `https://igf.example/${number}`,
      retrievedAt: at
    })
  })

/** A store with captures in `directory`, open for the scope. */
const storeIn = (directory: string) => Layer.build(Store.layer({ directory }))

const message = (exit: Exit.Exit<unknown, { readonly message: string }>): string =>
  Exit.isFailure(exit) ? String(exit.cause) : ""

describe("a backup", () => {
  it.live("is made while the store is open and written to, and holds what was committed before", () =>
    Effect.gen(function* () {
      const at = yield* folder
      const open = yield* storeIn(join(at, "store"))
      const first = yield* put(1).pipe(Effect.provide(open))
      const file = join(at, "backups", backupName(yield* now))
      const [made] = yield* Effect.all(
        [
          makeBackup(join(at, "store", storeFileName), file, yield* now),
          Effect.forEach([2, 3, 4, 5], put, { discard: true }).pipe(Effect.provide(open))
        ],
        { concurrency: 2 }
      )
      assert.isAtLeast(made.manifest.rows["captures"] ?? 0, 1)
      yield* restoreBackup(file, join(at, "restored"))
      const bytes = yield* Effect.flatMap(Captures, (captures) => captures.bytes(first.id)).pipe(
        Effect.provide(Store.layer({ directory: join(at, "restored") }))
      )
      assert.deepStrictEqual(bytes._tag === "Some" ? bytes.value : undefined, page(1))
      assert.deepStrictEqual(readdirSync(join(at, "backups")), [backupName(made.manifest.madeAt)])
      assert.deepStrictEqual(readdirSync(join(at, "restored")), [storeFileName])
    }).pipe(Effect.scoped)
  )

  it.live("never takes the place of a file, nor of a store", () =>
    Effect.gen(function* () {
      const at = yield* folder
      const store = join(at, "store")
      yield* put(1).pipe(Effect.provide(Store.layer({ directory: store })))
      const file = join(at, "one.tributary-backup")
      yield* makeBackup(join(store, storeFileName), file, yield* now)
      const before = readFileSync(file)
      const again = yield* Effect.exit(makeBackup(join(store, storeFileName), file, yield* now))
      assert.include(message(again), "there is a file of that name already")
      assert.isTrue(before.equals(readFileSync(file)))
      assert.include(message(yield* Effect.exit(restoreBackup(file, store))), "There is a store in")
    }).pipe(Effect.scoped)
  )

  it.live(
    "that is cut off, damaged or something else is refused in a sentence, and nothing is left behind",
    () =>
      Effect.gen(function* () {
        const at = yield* folder
        const store = join(at, "store")
        yield* Effect.forEach([1, 2, 3], put).pipe(Effect.provide(Store.layer({ directory: store })))
        const file = join(at, "good.tributary-backup")
        yield* makeBackup(join(store, storeFileName), file, yield* now)
        const good = readFileSync(file)
        const flipped = Buffer.from(good)
        flipped.writeUInt8((flipped[good.length >> 1] ?? 0) ^ 0x55, good.length >> 1)
        const cases: ReadonlyArray<readonly [string, Uint8Array]> = [
          ["cut", good.subarray(0, good.length - 20)],
          ["flipped", flipped],
          ["text", Buffer.from("Dear Secretariat,\nplease find attached\n")],
          ["empty", new Uint8Array()]
        ]
        for (const [name, bytes] of cases) {
          const bad = join(at, `${name}.tributary-backup`)
          writeFileSync(bad, bytes)
          const exit = yield* Effect.exit(restoreBackup(bad, join(at, name)))
          assert.match(message(exit), /damaged|cut off|no backup of Tributary/, name)
          assert.deepStrictEqual(readdirSync(join(at, name)), [], name)
        }
        const missing = yield* Effect.exit(restoreBackup(join(at, "none"), join(at, "new")))
        assert.include(message(missing), "there is no such folder or file")
      }).pipe(Effect.scoped)
  )

  it.live("of a folder that keeps two leaves the newest two, and touches no other file", () =>
    Effect.gen(function* () {
      const at = yield* folder
      for (const day of ["01", "02", "03", "04"]) {
        writeFileSync(join(at, backupName(timestampOf(Date.parse(`2026-02-${day}T06:00:00Z`)))), day)
      }
      writeFileSync(join(at, "tributary-letter.txt"), "stays")
      const gone = yield* thinOut(at, 2)
      assert.deepStrictEqual(gone, [
        "tributary-20260201T060000Z.tributary-backup",
        "tributary-20260202T060000Z.tributary-backup"
      ])
      assert.strictEqual(readdirSync(at).length, 3)
    }).pipe(Effect.scoped)
  )
})

describe("a backup of a store on PostgreSQL", () => {
  it.live(
    "is one file that this program alone puts back, into a folder or into an empty database",
    () =>
      Effect.gen(function* () {
        const at = yield* folder
        const [from, to] = [yield* freshDatabase, yield* freshDatabase]
        const ids = yield* Effect.gen(function* () {
          const captures = yield* Effect.forEach([1, 2, 3], put)
          const file = join(at, "server.tributary-backup")
          const made = yield* makeBackup(yield* Database, file, yield* now)
          assert.deepInclude(made.manifest.rows, { captures: 3 })
          // Nothing of the database's own is needed: no second copy, no tool.
          assert.deepStrictEqual(readdirSync(at), ["server.tributary-backup"])
          return captures.map(({ id }) => id)
        }).pipe(Effect.provide(Layer.fresh(Store.layer({ databaseUrl: Redacted.make(from.url) }))))
        const file = join(at, "server.tributary-backup")
        const directory = join(at, "restored")
        yield* restoreBackup(file, directory)
        const target = { databaseUrl: Redacted.make(to.url) }
        const { manifest } = yield* restoreIntoDatabase(file, target, at)
        assert.deepInclude(manifest.rows, { captures: 3 })
        for (const options of [{ directory }, target]) {
          yield* Effect.gen(function* () {
            const captures = yield* Captures
            assert.deepStrictEqual(yield* captures.verifyAll, { checked: 3, damaged: [] })
            assert.sameMembers([...(yield* captures.ids)], ids)
          }).pipe(Effect.provide(Layer.fresh(Store.layer(options))))
        }
        const again = yield* Effect.exit(restoreIntoDatabase(file, target, at))
        assert.include(message(again), "is not empty")
        assert.deepStrictEqual(readdirSync(at).toSorted(), ["restored", "server.tributary-backup"])
      }).pipe(Effect.scoped),
    60_000
  )
})
