import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Ref } from "effect"
import { trigger } from "../../src/jobs/scheduler/trigger.ts"

/** The sentence with which a trigger is refused. */
const refused = (expression: string, timeZone: string) =>
  Effect.scoped(trigger({ name: "test", expression, timeZone }, Effect.void)).pipe(
    Effect.flip,
    Effect.map(({ message }) => message)
  )

describe("A trigger", () => {
  it.live("runs its job at its times, not twice at once, and stops with its scope", () =>
    Effect.gen(function* () {
      const started = yield* Ref.make(0)
      const interrupted = yield* Deferred.make<void>()
      const begun = yield* Deferred.make<void>()
      yield* Effect.scoped(
        Effect.gen(function* () {
          yield* trigger(
            { name: "test", expression: "* * * * * *", timeZone: "UTC" },
            Ref.update(started, (count) => count + 1).pipe(
              Effect.andThen(Deferred.succeed(begun, undefined)),
              Effect.andThen(Effect.never),
              Effect.onInterrupt(() => Deferred.succeed(interrupted, undefined))
            )
          )
          yield* Deferred.await(begun)
        })
      )
      yield* Deferred.await(interrupted)
      assert.strictEqual(yield* Ref.get(started), 1)
    })
  )

  it.effect("refuses times and zones that are none, with a sentence", () =>
    Effect.gen(function* () {
      assert.match(yield* refused("every day", "UTC"), /"every day" is no schedule .*"0 6 \* \* \*"/)
      assert.match(yield* refused("0 0 31 2 *", "UTC"), /is no schedule/)
      assert.match(yield* refused("0 6 * * *", "Europe/Nowhere"), /no time zone "Europe\/Nowhere"/)
    })
  )

  it.effect("says when it runs next", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { next } = yield* trigger(
          { name: "test", expression: "30 4 1 1 *", timeZone: "UTC" },
          Effect.void
        )
        assert.match((yield* next)?.toISOString() ?? "", /-01-01T04:30:00/)
      })
    )
  )
})
