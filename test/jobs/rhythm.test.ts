import { assert, describe, it } from "@effect/vitest"
import { Timestamp } from "../../src/domain/index.ts"
import { itemIsDue, nextVisitAt, type Pace } from "../../src/jobs/rhythm.ts"

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse("2026-01-20T06:00:00.000Z")

const pace = (change: Partial<Pace>): Pace => ({
  now,
  failures: 0,
  sinceChange: 2 * day,
  retryAfter: null,
  freshFor: null,
  ...change
})

/** Hours until the next visit. */
const hours = (change: Partial<Pace>) => (Date.parse(nextVisitAt(pace(change))) - now) / hour

describe("The next visit of a source", () => {
  it("comes after a day as a rule, and after three when nothing has changed for a season", () => {
    assert.strictEqual(hours({}), 24)
    assert.strictEqual(hours({ sinceChange: null }), 24)
    assert.strictEqual(hours({ sinceChange: 120 * day }), 72)
  })

  it("comes later and later while the source fails, but at least once a week", () => {
    assert.deepStrictEqual(
      [1, 2, 3, 5, 8, 40].map((failures) => hours({ failures })),
      [2, 4, 8, 32, 168, 168]
    )
  })

  it("is never before the server's Retry-After or freshness is over", () => {
    assert.strictEqual(hours({ retryAfter: 50 * hour }), 50)
    assert.strictEqual(hours({ failures: 1, retryAfter: 5 * hour }), 5)
    assert.strictEqual(hours({ freshFor: 30 * hour }), 30)
  })

  it("is not put off for ever by a server that asks for years", () => {
    assert.strictEqual(hours({ retryAfter: 4000 * day }), 30 * 24)
    assert.strictEqual(hours({ freshFor: 4000 * day }), 7 * 24)
  })
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
