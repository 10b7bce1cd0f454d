/** The preview of the digest: as fresh as what was decided last, and never a long wait. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Latch, Layer } from "effect"
import { TestClock } from "effect/testing"
import { StatementId } from "../../src/domain/index.ts"
import { PrepareRunner } from "../../src/portal/digest/runner.ts"
import { DigestShelf } from "../../src/portal/digest/shelf.ts"
import { PortalSettings } from "../../src/portal/settings.ts"
import { Audit, CycleEdits, Reviews, Runs, Store } from "../../src/store/index.ts"

/** A shelf over an empty store; each preview is a folder whose outline names how many were made. */
const shelf = Effect.gen(function* () {
  const directory = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-preview-"))),
    (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
  )
  const made: Array<string> = []
  const gate = yield* Latch.make(true)
  const runner = Layer.succeed(PrepareRunner, ({ folder }) =>
    Effect.andThen(
      gate.await,
      Effect.sync(() => {
        mkdirSync(folder, { recursive: true })
        made.push(folder)
        writeFileSync(join(folder, "outline.json"), "{}")
      })
    )
  )
  const settings = Layer.succeed(PortalSettings, {
    baseUrl: new URL("http://127.0.0.1/"),
    dataDirectory: directory,
    operator: null
  })
  const context = yield* Layer.build(
    DigestShelf.layer.pipe(
      Layer.provide(Layer.merge(runner, settings)),
      Layer.provideMerge(Store.layer({ directory }))
    )
  )
  return { context, gate, made }
})

const review = Effect.gen(function* () {
  yield* (yield* Reviews).append({
    by: "Ada",
    reason: "Names no one's view.",
    decision: { _tag: "exclude", statementId: StatementId.make("s-0123456789abcdef") }
  })
})

const open = Effect.gen(function* () {
  const own = yield* DigestShelf
  const preview = (yield* own.list)[0]
  if (preview === undefined) return yield* Effect.die("There is no preview.")
  return yield* own.open(preview, "en")
})

describe("The preview of a digest", () => {
  it.effect("is made anew after a review, an import and an edit of a cycle", () =>
    Effect.gen(function* () {
      const { context, made } = yield* shelf
      yield* Effect.gen(function* () {
        const first = yield* open
        assert.deepStrictEqual(yield* open, first)
        yield* review
        const second = yield* open
        assert.notStrictEqual(second.folder, first.folder)
        const run = yield* (yield* Runs).start("manual")
        yield* open
        yield* (yield* Runs).finish(run.id, "completed")
        yield* open
        yield* (yield* CycleEdits).add({ by: "Ada", year: 2026, what: "nothing", cycle: null })
        const last = yield* open
        assert.lengthOf(new Set(made), 4)
        assert.isFalse(last.isFormer)
        // What nobody is shown any more is gone, but for the one that somebody may be reading.
        assert.deepStrictEqual(made.map(existsSync), [false, false, true, true])
      }).pipe(Effect.provide(context))
    })
  )

  it.effect("stays as it is when somebody only signs in", () =>
    Effect.gen(function* () {
      const { context, made } = yield* shelf
      yield* Effect.gen(function* () {
        yield* open
        yield* (yield* Audit).record({ by: { id: null, name: "Ada" }, action: "sign-in", thing: "people" })
        yield* open
        assert.lengthOf(made, 1)
        yield* TestClock.adjust("11 minutes")
        yield* (yield* Audit).record({ by: { id: null, name: "Ada" }, action: "sign-in", thing: "people" })
        yield* open
        assert.lengthOf(made, 2)
      }).pipe(Effect.provide(context))
    })
  )

  it.effect("is the former one, marked as such, while the present one takes more than three seconds", () =>
    Effect.gen(function* () {
      const { context, gate, made } = yield* shelf
      yield* Effect.gen(function* () {
        const first = yield* open
        yield* gate.close
        yield* review
        const waiting = yield* Effect.forkChild(open)
        yield* TestClock.adjust("4 seconds")
        assert.deepStrictEqual(yield* Fiber.join(waiting), { ...first, isFormer: true })
        // Who asks again meanwhile does not wait at all, and begins nothing.
        yield* review
        assert.deepStrictEqual(yield* open, { ...first, isFormer: true })
        assert.lengthOf(made, 1)
        yield* gate.open
        yield* Effect.yieldNow
        const fresh = yield* open
        assert.isFalse(fresh.isFormer)
        assert.lengthOf(made, 3)
      }).pipe(Effect.provide(context))
    })
  )
})
