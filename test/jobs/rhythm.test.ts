import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { IsoDate, Timestamp } from "../../src/domain/index.ts"
import { publicationRhythm } from "../../src/ingest/publication-rhythm.ts"
import { itemIsDue, nextVisit, type Pace, silentFrom } from "../../src/jobs/rhythm.ts"

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse("2026-01-20T06:00:00.000Z")

/** Publications so many days ago. */
const published = (...ages: ReadonlyArray<number>) =>
  publicationRhythm(
    ages.map((age) => IsoDate.make(new Date(now - age * day).toISOString().slice(0, 10))),
    now
  )

const pace = (change: Partial<Pace>): Pace => ({
  now,
  failures: 0,
  rhythm: null,
  events: [],
  retryAfter: null,
  freshFor: null,
  jitter: 0.5,
  ...change
})

/** Hours until the next visit. */
const hours = (change: Partial<Pace>) => (Date.parse(nextVisit(pace(change)).at) - now) / hour

const event = (start: string, end: string | null = null) => ({
  eventStart: IsoDate.make(start),
  eventEnd: end === null ? null : IsoDate.make(end)
})

describe("The next visit of a source", () => {
  it("comes daily until a rhythm is known", () => {
    assert.strictEqual(hours({}), 24)
    assert.strictEqual(hours({ rhythm: published(3, 10) }), 24)
  })

  it("comes four times between two publications, never more than hourly, at least every third day", () => {
    assert.strictEqual(hours({ rhythm: published(1, 5, 9, 13) }), 24)
    assert.strictEqual(hours({ rhythm: published(0, 1, 2, 3) }), 6)
    assert.strictEqual(hours({ rhythm: published(10, 40, 70, 100) }), 72)
    assert.strictEqual(hours({ rhythm: { newest: IsoDate.make("2026-01-20"), age: 0, gap: 0.01 } }), 6)
  })

  it("comes seldom where nothing has come for a season, once a week after a year", () => {
    assert.strictEqual(hours({ rhythm: published(120, 124, 128) }), 72)
    assert.strictEqual(hours({ rhythm: published(400, 404, 408) }), 168)
  })

  it("comes every six hours from two weeks before an event to eight weeks after it", () => {
    const rhythm = published(400, 404, 408)
    for (const near of ["2026-02-03", "2026-01-20", "2025-11-25"])
      assert.strictEqual(hours({ rhythm, events: [event(near)] }), 6, near)
    for (const far of ["2026-02-04", "2025-11-23"])
      assert.strictEqual(hours({ rhythm, events: [event(far)] }), 168, far)
    assert.strictEqual(hours({ rhythm, events: [event("2025-11-20", "2025-11-25")] }), 6)
  })

  it("comes later and later while the source fails, event or not, but at least once a week", () => {
    assert.deepStrictEqual(
      [1, 2, 3, 5, 8, 40].map((failures) => hours({ failures, events: [event("2026-01-20")] })),
      [2, 4, 8, 32, 168, 168]
    )
  })

  it("varies by a tenth with the random number", () => {
    assert.closeTo(hours({ jitter: 0 }), 21.6, 0.001)
    assert.closeTo(hours({ jitter: 1 }), 26.4, 0.001)
  })

  it("is never before the server's Retry-After or freshness is over, nor put off for ever", () => {
    assert.strictEqual(hours({ retryAfter: 50 * hour, jitter: 0 }), 50)
    assert.strictEqual(hours({ failures: 1, retryAfter: 5 * hour }), 5)
    assert.strictEqual(hours({ freshFor: 30 * hour }), 30)
    assert.strictEqual(hours({ retryAfter: 4000 * day }), 30 * 24)
    assert.strictEqual(hours({ freshFor: 4000 * day }), 7 * 24)
    assert.match(nextVisit(pace({ freshFor: 30 * hour })).reason, /server asks/)
  })

  it("says why it comes then", () => {
    assert.match(nextVisit(pace({ rhythm: published(1, 5, 9, 13) })).reason, /every 4 days/)
    assert.match(nextVisit(pace({ events: [event("2026-01-25")] })).reason, /2026-01-25 is near/)
    assert.match(nextVisit(pace({ failures: 3 })).reason, /3 times in a row/)
  })

  it("is at least an hour and at most a month away, whatever is known", () => {
    fc.assert(
      fc.property(
        fc.record({
          failures: fc.nat(50),
          jitter: fc.double({ min: 0, max: 1, noNaN: true }),
          retryAfter: fc.option(fc.nat(1e12)),
          freshFor: fc.option(fc.nat(1e12)),
          rhythm: fc.option(
            fc.record({
              newest: fc.constant(IsoDate.make("2025-12-01")),
              age: fc.nat(5000),
              gap: fc.option(fc.double({ min: 0, max: 5000, noNaN: true }))
            })
          )
        }),
        (change) => {
          const wait = hours(change)
          assert.isAtLeast(wait, 1)
          assert.isAtMost(wait, 30 * 24)
        }
      )
    )
  })
})

const from = (rhythm: ReturnType<typeof published>, ...events: ReadonlyArray<ReturnType<typeof event>>) =>
  silentFrom(rhythm, events)?.slice(0, 10) ?? null

describe("Silence", () => {
  it("begins a year after the newest entry", () =>
    assert.strictEqual(from(published(100, 130, 160)), "2026-10-12"))

  it("begins later for those who publish every other year", () =>
    assert.strictEqual(from(published(0, 700, 1400)), "2028-12-05"))

  it("begins half a year after an event of which nothing was heard", () => {
    assert.strictEqual(from(published(300, 310, 320), event("2025-06-01")), "2025-11-30")
    assert.strictEqual(from(published(10, 310, 320), event("2025-06-01")), "2027-04-05")
  })

  it("is not spoken of where no date is known", () => assert.isNull(from(null)))
})

const item = (firstSeen: number, visited: number | null) => ({
  firstSeenAt: Timestamp.make(new Date(now - firstSeen).toISOString()),
  visitedAt: visited === null ? null : Timestamp.make(new Date(now - visited).toISOString())
})

describe("A known item", () => {
  it("is due at once while it waits", () => assert.isTrue(itemIsDue(item(0, null), now)))

  it("is looked at daily in its first month, then weekly, then monthly", () => {
    assert.deepStrictEqual(
      [
        [5 * day, 23 * hour],
        [5 * day, day],
        [60 * day, 6 * day],
        [60 * day, 7 * day],
        [400 * day, 29 * day],
        [400 * day, 30 * day]
      ].map(([seen = 0, visited = 0]) => itemIsDue(item(seen, visited), now)),
      [false, true, false, true, false, true]
    )
  })
})
