/** Turns at making pages: how many are made, in which order, and what whoever comes too late is told. */
import { setImmediate as loopTurn } from "node:timers/promises"
import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Result } from "effect"
import { mostWaiting, pagesAtOnce, Turns } from "../../src/portal/reading/turns.ts"

/** Makes something for so long that no other page begins in the same turn of the loop. */
const work = () => {
  const until = performance.now() + 4
  while (performance.now() < until) continue
}

describe("Turns at making pages", () => {
  it.effect("let the loop look for new readers after each page that takes a while, in order", () =>
    Effect.gen(function* () {
      const turns = yield* Turns
      const made: Array<number> = []
      const readers = yield* Effect.forEach([0, 1, 2, 3, 4, 5, 6, 7], (reader) =>
        Effect.forkChild(
          turns.take(
            Effect.sync(() => {
              work()
              made.push(reader)
            })
          )
        )
      )
      const perTurn: Array<number> = []
      while (made.length < readers.length) {
        const before = made.length
        yield* Effect.promise(() => loopTurn())
        perTurn.push(made.length - before)
      }
      yield* Effect.forEach(readers, Fiber.join)
      assert.deepStrictEqual(made, [0, 1, 2, 3, 4, 5, 6, 7])
      assert.isAtMost(Math.max(...perTurn), 2, "pages between two looks")
    }).pipe(Effect.provide(Turns.layer))
  )

  it.effect(
    "keep few pages under way, give up the place of a reader who leaves, and refuse a long queue",
    () =>
      Effect.gen(function* () {
        const turns = yield* Turns
        const database = yield* Deferred.make<void>()
        let begun = 0
        const page = turns.take(
          Effect.suspend(() => {
            begun += 1
            return Deferred.await(database)
          })
        )
        const readers = yield* Effect.forEach(Array.from({ length: pagesAtOnce + mostWaiting }), () =>
          Effect.forkChild(page)
        )
        for (let turn = 0; turn < 20; turn++) yield* Effect.promise(() => loopTurn())
        const [last] = readers.slice(-1)
        const late = yield* Effect.result(page)
        assert.isTrue(Result.isFailure(late) && late.failure.status === 503 && late.failure.retryAfter === 5)
        assert.strictEqual(begun, pagesAtOnce)

        if (last !== undefined) yield* Fiber.interrupt(last)
        const instead = yield* Effect.forkChild(page)
        yield* Deferred.succeed(database, undefined)
        yield* Fiber.join(instead)
        assert.strictEqual(begun, pagesAtOnce + mostWaiting)
      }).pipe(Effect.provide(Turns.layer))
  )
})
