import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { defaultSettings } from "../../../src/ingest/visit/config.ts"
import type { VisitFailure } from "../../../src/ingest/visit/failure.ts"
import { makePoliteness, politenessKey, type Politeness } from "../../../src/ingest/visit/politeness.ts"

const kenya = new URL("https://kigf.or.ke/messages")
const kenyaArchive = new URL("https://archive.kigf.or.ke/2014")
const benin = new URL("https://igf.bj/communique")

/** Asks each URL at once and gives the times at which the requests were made. */
const timesOf = (politeness: Politeness, urls: ReadonlyArray<URL>, immediate = false, lasting = 0) =>
  Effect.gen(function* () {
    const times: Array<readonly [string, number]> = []
    const ask = (url: URL) =>
      politeness.turn(
        url,
        immediate,
        Effect.gen(function* () {
          times.push([url.hostname, yield* Clock.currentTimeMillis])
          if (lasting > 0) yield* Effect.sleep(lasting)
        })
      )
    const fiber = yield* Effect.forkChild(Effect.forEach(urls, ask, { concurrency: "unbounded" }))
    yield* TestClock.adjust("10 minutes")
    yield* Fiber.join(fiber)
    return times
  })

const refusalOf = (politeness: Politeness, url: URL): Effect.Effect<VisitFailure | null> =>
  politeness.turn(url, false, Effect.succeed(null))

describe("politeness", () => {
  it.effect("leaves a second between the requests to a registrable domain, and none between domains", () =>
    Effect.gen(function* () {
      const times = yield* timesOf(makePoliteness(defaultSettings), [kenya, kenyaArchive, benin, kenya])
      assert.sameDeepMembers(times, [
        ["kigf.or.ke", 0],
        ["igf.bj", 0],
        ["archive.kigf.or.ke", 1000],
        ["kigf.or.ke", 2000]
      ])
    })
  )

  it.effect("counts the pause from the end of the response", () =>
    Effect.gen(function* () {
      const times = yield* timesOf(makePoliteness(defaultSettings), [kenya, kenya], false, 400)
      assert.deepStrictEqual(times, [
        ["kigf.or.ke", 0],
        ["kigf.or.ke", 1400]
      ])
    })
  )

  it.effect("asks one after the other also where there is no pause", () =>
    Effect.gen(function* () {
      const own = makePoliteness(defaultSettings)
      own.setOwn("kigf.or.ke", true)
      const times = yield* timesOf(own, [kenya, kenya], false, 400)
      assert.deepStrictEqual(
        times.map(([, time]) => time),
        [0, 400]
      )
    })
  )

  it.effect("follows a redirect without a pause", () =>
    Effect.gen(function* () {
      const times = yield* timesOf(makePoliteness(defaultSettings), [kenya, kenya], true)
      assert.deepStrictEqual(
        times.map(([, time]) => time),
        [0, 0]
      )
    })
  )

  it.effect("keeps a configured pause on our own machine too", () =>
    Effect.gen(function* () {
      const configured = makePoliteness({ ...defaultSettings, hostDelay: 250 })
      configured.setOwn("kigf.or.ke", true)
      const times = yield* timesOf(configured, [kenya, kenya])
      assert.deepStrictEqual(
        times.map(([, time]) => time),
        [0, 250]
      )
    })
  )

  it.effect("honours a crawl-delay, up to half a minute", () =>
    Effect.gen(function* () {
      const politeness = makePoliteness(defaultSettings)
      politeness.setCrawlDelay(kenya, 5)
      politeness.setCrawlDelay(benin, 86_400)
      const times = yield* timesOf(politeness, [kenya, kenya, benin, benin])
      assert.deepStrictEqual(
        times.map(([, time]) => time).sort((a, b) => a - b),
        [0, 0, 5000, 30_000]
      )
    })
  )

  it.effect("asks nothing of the whole domain within a Retry-After", () =>
    Effect.gen(function* () {
      const politeness = makePoliteness(defaultSettings)
      assert.strictEqual(politeness.hold(kenya, 90_000, 0), 90_000)
      const refusal = yield* refusalOf(politeness, kenyaArchive)
      assert.strictEqual(refusal?.outcome, "rate-limited")
      assert.strictEqual(refusal?.retryAfter, 90_000)
      assert.include(refusal?.message, "90 s")
      assert.isNull(yield* refusalOf(politeness, benin))
      yield* TestClock.adjust("90 seconds")
      assert.isNull(yield* refusalOf(politeness, kenyaArchive))
    })
  )

  it.effect("refuses those that wait when the one before them is told to pause", () =>
    Effect.gen(function* () {
      const politeness = makePoliteness(defaultSettings)
      const first = politeness.turn(
        kenya,
        false,
        Effect.sync(() => politeness.hold(kenya, 60_000, 0))
      )
      const second = politeness.turn(kenya, false, Effect.succeed(null))
      const [, refusal] = yield* Effect.all([first, second], { concurrency: 2 })
      assert.strictEqual(refusal?.outcome, "rate-limited")
    })
  )

  it.effect("leaves a host alone after five failures in a row, and tries it again after a while", () =>
    Effect.gen(function* () {
      const politeness = makePoliteness({ ...defaultSettings, hostDelay: 0 })
      for (let count = 0; count < 4; count++) politeness.record(kenya, "too-slow", "It is slow.", 0)
      assert.isNull(yield* refusalOf(politeness, kenya))
      politeness.record(kenya, "server-error", "It failed.", 0)
      const refusal = yield* refusalOf(politeness, kenya)
      assert.strictEqual(refusal?.outcome, "server-error")
      assert.include(refusal?.message, "5 times in a row")
      assert.isNull(yield* refusalOf(politeness, kenyaArchive))
      yield* TestClock.adjust("10 minutes")
      assert.isNull(yield* refusalOf(politeness, kenya))
      politeness.record(kenya, "ok", "", 600_000)
      politeness.record(kenya, "too-slow", "It is slow.", 600_000)
      assert.isNull(yield* refusalOf(politeness, kenya))
    })
  )

  it.effect("does not count a missing page against its host", () =>
    Effect.gen(function* () {
      const politeness = makePoliteness({ ...defaultSettings, hostDelay: 0 })
      for (let count = 0; count < 20; count++) politeness.record(kenya, "not-found", "Not there.", 0)
      assert.isNull(yield* refusalOf(politeness, kenya))
    })
  )

  it.effect("gives the places of slow servers to others", () =>
    Effect.gen(function* () {
      const politeness = makePoliteness({ ...defaultSettings, concurrency: 2, slowAfter: 2000 })
      const slow = ["a.example", "b.example"].map((host) =>
        politeness.turn(new URL(`https://${host}/`), false, Effect.never)
      )
      yield* Effect.forkChild(Effect.all(slow, { concurrency: 2 }))
      const healthy = yield* Effect.forkChild(politeness.turn(kenya, false, Clock.currentTimeMillis))
      yield* TestClock.adjust("1 second")
      yield* politeness.relieve
      assert.isUndefined(healthy.pollUnsafe())
      yield* TestClock.adjust("1 second")
      yield* politeness.relieve
      assert.strictEqual(yield* Fiber.join(healthy), 2000)
    })
  )

  it("takes sub-domains as one, blogs of a platform and ports of an address as several", () => {
    const keys = [
      "https://a.b.co.uk/",
      "https://x.blogspot.com/",
      "http://192.0.2.1:81/",
      "http://[2001:db8::1]/"
    ]
    assert.deepStrictEqual(
      keys.map((url) => politenessKey(new URL(url))),
      ["b.co.uk", "x.blogspot.com", "192.0.2.1:81", "[2001:db8::1]"]
    )
  })
})
