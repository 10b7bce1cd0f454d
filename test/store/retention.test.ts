/** What the rules of retention take out, and what they never touch. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { type CaptureId, IsoDate, MeetingId, ReleaseNumber } from "../../src/domain/index.ts"
import {
  Captures,
  captureIdOf,
  Releases,
  Retention,
  Runs,
  Store,
  timestampOf,
  Visits
} from "../../src/store/index.ts"
import * as Example from "./example.ts"

const old = timestampOf(Date.parse("2025-01-10T06:00:00Z"))
const recent = timestampOf(Date.parse("2026-01-10T06:00:00Z"))
const limit = timestampOf(Date.parse("2025-12-01T00:00:00Z"))
const rules = { visitsBefore: limit, listingsBefore: limit }
const feed = "https://igf.example/feed"

const bytes = (text: string) => new TextEncoder().encode(`<rss>${text}</rss>`)

/** A visit of the feed, with the body that it brought or with none. */
const visit = (startedAt: typeof old, body: string | null) =>
  Effect.gen(function* () {
    const [run] = yield* (yield* Runs).list(1)
    const capture =
      body === null
        ? null
        : yield* (yield* Captures).put(bytes(body), {
            mediaType: "application/rss+xml",
            charset: "utf-8",
            url: feed,
            retrievedAt: startedAt
          })
    return yield* (yield* Visits).record({
      runId: run?.id ?? (yield* (yield* Runs).start("manual")).id,
      sourceId: null,
      purpose: "source",
      url: feed,
      finalUrl: feed,
      outcome: capture === null ? "not-modified" : "ok",
      status: capture === null ? 304 : 200,
      mediaType: null,
      charset: null,
      bytes: capture?.bytes ?? 0,
      captureId: capture?.id ?? null,
      etag: null,
      lastModified: null,
      startedAt,
      durationMs: 12,
      message: "read"
    })
  })

/** Runs in a store of its own. */
const inNewStore = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const directory = yield* Example.temporaryDirectory
    return yield* effect.pipe(Effect.provide(Store.layer({ directory })))
  }).pipe(Effect.scoped)

const has = (id: CaptureId) =>
  Effect.map(
    Effect.flatMap(Captures, (store) => store.get(id)),
    Option.isSome
  )

describe("retention", () => {
  it.effect("lets old listings and empty visits go, keeps the newest of each address, and records all", () =>
    Effect.gen(function* () {
      yield* (yield* Runs).start("manual")
      yield* visit(old, "first")
      yield* visit(old, null)
      yield* visit(old, null)
      yield* visit(recent, "second")
      const retention = yield* Retention
      const plan = yield* retention.plan(rules)
      assert.strictEqual(plan.visits, 2)
      assert.deepStrictEqual(
        plan.captures.map(({ id }) => id),
        [captureIdOf(bytes("first"))]
      )
      assert.isTrue(yield* has(captureIdOf(bytes("first"))), "a plan takes nothing out")
      assert.deepStrictEqual(yield* retention.carryOut(rules), plan)
      assert.isFalse(yield* has(captureIdOf(bytes("first"))))
      assert.isTrue(yield* has(captureIdOf(bytes("second"))))
      const removals = yield* retention.removals()
      assert.deepStrictEqual(
        removals.map(({ rule, thing }) => [rule, thing]),
        [
          ["listings", captureIdOf(bytes("first"))],
          ["visits", "2 visits"]
        ]
      )
      assert.deepStrictEqual(yield* retention.carryOut(rules), { visits: 0, captures: [] })
    }).pipe(inNewStore)
  )

  it.effect("never touches what a release cites, nor a version of an output", () =>
    Effect.gen(function* () {
      yield* Example.register
      const version = yield* Example.commitMessages
      yield* (yield* Runs).start("manual")
      yield* visit(old, "cited")
      yield* visit(recent, "newest")
      const cited = captureIdOf(bytes("cited"))
      yield* (yield* Releases).put(
        {
          number: ReleaseNumber.make("2026-1"),
          meetingId: MeetingId.make("2026-mag-1"),
          frozenAt: recent,
          window: { from: IsoDate.make("2025-07-01"), to: IsoDate.make("2026-01-20") },
          contentHash: cited,
          taxonomyVersion: "1.0.0"
        },
        { by: null, inputs: "{}", digest: `{"capture":"${cited}"}` }
      )
      const plan = yield* (yield* Retention).carryOut(rules)
      assert.deepStrictEqual(plan.captures, [])
      assert.isTrue(yield* has(cited))
      assert.isDefined(version)
    }).pipe(inNewStore)
  )
})
