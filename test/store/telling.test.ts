/** What is told to people, on both engines: the outbox, alarms, figures for watchers, failed sign-ins. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { TestClock } from "effect/testing"
import { MessageId, Timestamp } from "../../src/domain/index.ts"
import {
  Alarms,
  Attempts,
  Initiatives,
  type NewMessage,
  Outbox,
  Outputs,
  Runs,
  Sources,
  Store,
  Watch
} from "../../src/store/index.ts"
import { beforeTestsOf, engines } from "./engines.ts"
import * as Example from "./example.ts"

const later = (minutes: number) => Timestamp.make(new Date(minutes * 60_000).toISOString())

const message = (name: string, dedupe: string | null = null): NewMessage => ({
  id: MessageId.make(name),
  channel: "mail",
  dedupe,
  recipient: "mag@igf.example",
  subject: `The week of ${name}`,
  payload: "{}",
  giveUpAt: later(3 * 24 * 60)
})

describe.each(engines)("What is told in $name", (engine) => {
  beforeTestsOf(engine)
  const { fresh } = engine
  const withStore = <A, E>(
    effect: Effect.Effect<
      A,
      E,
      Store | Alarms | Attempts | Initiatives | Outbox | Outputs | Runs | Sources | Watch
    >
  ) => Effect.scoped(Effect.flatMap(fresh, (options) => Effect.provide(effect, Store.layer(options))))

  it.effect("is queued once, claimed by one deliverer, tried again, given up, and forgotten", () =>
    withStore(
      Effect.gen(function* () {
        const outbox = yield* Outbox
        assert.isTrue(yield* outbox.put(message("m1", "week-4")))
        assert.isFalse(yield* outbox.put(message("m2", "week-4")))
        assert.isTrue(yield* outbox.put(message("m3")))
        const claims = yield* Effect.all(
          ["a", "b", "c"].map((claim) => outbox.claim("mail", claim, later(5))),
          { concurrency: "unbounded" }
        )
        const claimed = claims.flatMap((one) => (Option.isSome(one) ? [one.value.id] : []))
        assert.sameMembers(claimed, ["m1", "m3"])
        const of = (id: string) =>
          ["a", "b", "c"][claims.findIndex((one) => Option.isSome(one) && one.value.id === id)]
        yield* outbox.sent(MessageId.make("m1"), of("m1") ?? "")
        yield* outbox.giveUp(MessageId.make("m3"), of("m3") ?? "", "The server refuses the address.")
        assert.deepStrictEqual(yield* outbox.counts, [
          { channel: "mail", waiting: 0, waitingSince: null, givenUp: 1 }
        ])
        assert.isTrue(yield* outbox.again(MessageId.make("m3"), later(60)))
        assert.deepStrictEqual(
          (yield* outbox.list({ state: "waiting" })).map(({ id, payload }) => [id, payload]),
          [["m3", "{}"]]
        )
        yield* TestClock.adjust("10 days")
        assert.strictEqual(yield* outbox.forget(later(9 * 24 * 60)), 1)
      })
    )
  )

  it.effect("of alarms are those that are open, the oldest first", () =>
    withStore(
      Effect.gen(function* () {
        const alarms = yield* Alarms
        const alarm = (key: string, minutes: number) => ({
          id: `${later(minutes)} ${key}`,
          key,
          about: "Norvia IGF",
          sentence: "The feed is gone.",
          since: later(minutes),
          beganAt: later(minutes),
          remindedAt: null,
          endedAt: null
        })
        const [first, second] = [alarm("source:b:failing", 5), alarm("source:a:failing", 9)]
        yield* alarms.save([second, first])
        assert.deepStrictEqual(
          (yield* alarms.open).map(({ key }) => key),
          [first.key, second.key]
        )
        yield* alarms.save([{ ...first, endedAt: later(20) }])
        assert.deepStrictEqual(yield* alarms.open, [second])
        assert.strictEqual(yield* alarms.forget(later(30)), 1)
      })
    )
  )

  it.effect("of the store are its figures, and proof that it can be written", () =>
    withStore(
      Effect.gen(function* () {
        const watch = yield* Watch
        assert.isNull(yield* watch.lastImportAt)
        yield* (yield* Initiatives).upsert([Example.norvia])
        yield* (yield* Sources).upsert([Example.norviaFeed])
        yield* (yield* Outputs).upsert({ ...Example.messages2025, sourceId: null })
        const run = yield* (yield* Runs).start("schedule")
        yield* TestClock.adjust("1 minute")
        yield* (yield* Runs).finish(run.id, "completed")
        assert.deepStrictEqual(
          { ...(yield* watch.figures) },
          {
            sourcesApproved: 1,
            sourcesDue: 1,
            longestDueSince: null,
            sourcesFailing: 0,
            itemsWaiting: 0,
            outputs: 1,
            statements: 0,
            alarms: 0
          }
        )
        assert.strictEqual(yield* watch.lastStartAt, later(0))
        assert.strictEqual(yield* watch.lastImportAt, later(1))
        assert.deepStrictEqual(yield* watch.arrivals(later(0)), [])
        yield* watch.write
        yield* watch.write
      })
    )
  )

  it.effect("apart: failed sign-ins at the same moment are all counted", () =>
    withStore(
      Effect.gen(function* () {
        const attempts = yield* Attempts
        const one = attempts.change("account:x", (known) => ({
          failures: (known?.failures ?? 0) + 1,
          lastAt: later(1),
          blockedUntil: later(2)
        }))
        yield* Effect.all(
          Array.from({ length: 8 }, () => one),
          { concurrency: "unbounded" }
        )
        let failures = 0
        yield* attempts.change("account:x", (known) => {
          failures = known?.failures ?? 0
          return null
        })
        assert.strictEqual(failures, 8)
        assert.strictEqual(yield* attempts.forget(later(5)), 1)
      })
    )
  )
})
