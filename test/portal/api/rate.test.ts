/** Limits by rate: counted for each caller, told in fields, in bounded memory. */
import { assert, describe, it } from "@effect/vitest"
import { type Policy, RateCounter, rateFields } from "../../../src/portal/api/rate.ts"
import { serveApi } from "./called.ts"

const policy: Policy = { name: "address", quota: 3, windowMs: 60_000 }

describe("A counter of requests", () => {
  it("lets a caller do what the policy says in each window, and others too", () => {
    const counter = new RateCounter()
    const asked = [0, 10, 20, 30].map((at) => counter.take(policy, "192.0.2.1", at))
    assert.deepStrictEqual(
      asked.map(({ allowed, remaining }) => [allowed, remaining]),
      [
        [true, 2],
        [true, 1],
        [true, 0],
        [false, 0]
      ]
    )
    assert.isTrue(counter.take(policy, "192.0.2.2", 40).allowed)
    assert.isTrue(counter.take(policy, "192.0.2.1", 60_000).allowed)
    assert.deepStrictEqual(rateFields(asked[3] ?? counter.take(policy, "x", 0)), {
      "ratelimit-policy": '"address";q=3;w=60',
      ratelimit: '"address";r=0;t=60',
      "retry-after": "60"
    })
  })

  it("remembers a bounded number of callers, and those beyond share one count", () => {
    const counter = new RateCounter(100)
    for (let index = 0; index < 5000; index++) counter.take(policy, `caller ${index}`, 0)
    assert.isAtMost(counter.size, 101)
    assert.isFalse(counter.take(policy, "one more", 1).allowed)
    assert.isTrue(counter.take(policy, "caller 7", 1).allowed)
    assert.isTrue(counter.take(policy, "one more", 60_001).allowed)
    assert.isAtMost(counter.size, 101)
  })
})

describe("A caller who asks too often", () => {
  it("gets 429 with the time to wait, while a token goes on by its own count", async () => {
    const portal = await serveApi({ quota: 8, empty: true })
    try {
      let answer = await portal.call("GET", "/meetings")
      for (let count = 0; count < 8 && answer.status === 200; count++) {
        answer = await portal.call("GET", "/meetings")
      }
      assert.strictEqual(answer.status, 429)
      assert.isAbove(Number(answer.headers.get("retry-after")), 0)
      assert.match(answer.headers.get("ratelimit") ?? "", /^"address";r=0;t=\d+$/)
      assert.strictEqual(answer.headers.get("ratelimit-policy"), '"address";q=8;w=60')
      assert.containsSubset(answer.json, { "violated-policies": ["address"] })
      assert.isNull(portal.fault("GET", "/meetings", answer))
      const own = await portal.call("GET", "/meetings", { token: portal.tokens.reader })
      assert.strictEqual(own.status, 200)
      assert.match(own.headers.get("ratelimit") ?? "", /^"token";r=7;/)
    } finally {
      await portal.stop()
    }
  })
})
