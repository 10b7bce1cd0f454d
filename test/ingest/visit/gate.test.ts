import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Fiber } from "effect"
import { Gate } from "../../../src/ingest/visit/gate.ts"
import { makeRoom } from "../../../src/ingest/visit/room.ts"

describe("Gate", () => {
  it.effect("lets in so many at one time, the others in the order in which they came", () =>
    Effect.gen(function* () {
      const gate = new Gate(1)
      const open = yield* Deferred.make<void>()
      const order: Array<number> = []
      const fibers = yield* Effect.forEach([0, 1, 2], (index) =>
        Effect.forkChild(
          gate.within(
            Effect.andThen(
              Effect.sync(() => order.push(index)),
              Deferred.await(open)
            )
          ),
          { startImmediately: true }
        )
      )
      assert.deepStrictEqual(order, [0])
      yield* Deferred.succeed(open, undefined)
      yield* Effect.forEach(fibers, Fiber.join)
      assert.deepStrictEqual(order, [0, 1, 2])
    })
  )

  it.effect("is left as it was by those who give up, inside or waiting", () =>
    Effect.gen(function* () {
      const gate = new Gate(1)
      const inside = yield* Effect.forkChild(gate.within(Effect.never), { startImmediately: true })
      const waiting = yield* Effect.forkChild(gate.within(Effect.never), { startImmediately: true })
      yield* Fiber.interrupt(waiting)
      yield* Fiber.interrupt(inside)
      assert.strictEqual(yield* gate.within(Effect.succeed("in")), "in")
    })
  )

  it.effect("admits those who wait when it is made larger", () =>
    Effect.gen(function* () {
      const gate = new Gate(0)
      const waiting = yield* Effect.forkChild(gate.within(Effect.succeed("in")), { startImmediately: true })
      gate.resize(1)
      assert.strictEqual(yield* Fiber.join(waiting), "in")
    })
  )
})

describe("Room for large bodies", () => {
  it("goes to the next who waits, not to one who has given up", async () => {
    const room = makeRoom(1)
    const [first, second, third] = [room.lease(), room.lease(), room.lease()]
    assert.isTrue(first.take(() => assert.fail()))
    assert.isFalse(second.take(() => assert.fail()))
    const granted = new Promise<void>((resolve) => assert.isFalse(third.take(resolve)))
    second.release()
    first.release()
    await granted
    third.release()
    assert.isTrue(room.lease().take(() => assert.fail()))
  })
})
