import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { firstLook, judgeClock, look } from "../../src/observe/clock.ts"
import { judgeDisk, judgeOutbox } from "../../src/observe/checks.ts"
import { type OutboxCount, timestampOf } from "../../src/store/index.ts"
import { worst } from "../../src/observe/check.ts"

const noon = Date.parse("2026-11-23T12:00:00Z")
const minute = 60_000
const hour = 60 * minute

const count = (change: Partial<OutboxCount>): OutboxCount => ({
  channel: "mail",
  waiting: 0,
  waitingSince: null,
  givenUp: 0,
  ...change
})

describe("The clock", () => {
  it("runs evenly while both clocks move alike, however it is slewed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ pause: fc.nat(10 * minute), slew: fc.integer({ min: -4999, max: 4999 }) })),
        (steps) => {
          let state = firstLook(noon, 0)
          for (const { pause, slew } of steps) {
            state = look(state, state.wall + pause + slew, state.monotonic + pause)
          }
          assert.strictEqual(
            judgeClock(state, noon - hour).state === "failing",
            state.wall < noon - hour - minute
          )
          assert.isNull(state.jump)
        }
      )
    )
  })

  for (const [by, words] of [
    [-2 * hour, /jumped back by 2 hours/],
    [10 * minute, /jumped forward by 10 minutes/],
    [400 * 24 * hour, /jumped forward by 400 days/]
  ] as const) {
    it(`is told to have jumped by ${by / minute} minutes, for an hour`, () => {
      const before = look(firstLook(noon, 0), noon + minute, minute)
      const jumped = look(before, before.wall + minute + by, 2 * minute)
      assert.strictEqual(judgeClock(jumped, null).state, "degraded")
      assert.match(judgeClock(jumped, null).sentence, words)
      const later = look(jumped, jumped.wall + hour, jumped.monotonic + hour)
      assert.strictEqual(judgeClock(later, null).state, "ok")
    })
  }

  it("is wrong when the store remembers a later instant", () => {
    const { sentence, state } = judgeClock(firstLook(noon, 0), noon + 3 * hour)
    assert.strictEqual(state, "failing")
    assert.match(
      sentence,
      /2026-11-23T12:00:00\.000Z, which is 3 hours before the latest run began: set the clock/
    )
  })
})

describe("The judgement", () => {
  const gib = 1024 ** 3
  for (const [state, free, size] of [
    ["ok", 50 * gib, 100 * gib],
    ["degraded", 3 * gib, 100 * gib],
    ["degraded", 1.5 * gib, 10 * gib],
    ["failing", 0.1 * gib, 10 * gib],
    ["failing", 0, 0]
  ] as const) {
    it(`on a disk with ${free / gib} of ${size / gib} GiB free is ${state}`, () =>
      assert.strictEqual(judgeDisk(free, size).state, state))
  }

  it("on the outbox names what waits long and what was given up", () => {
    assert.strictEqual(judgeOutbox([], noon).sentence, "No message waits to go out.")
    assert.strictEqual(judgeOutbox([count({ givenUp: 1 })], noon).state, "degraded")
    const waitingSince = timestampOf(noon - 2 * hour)
    assert.match(
      judgeOutbox([count({ waiting: 3, waitingSince })], noon).sentence,
      /3 message\(s\) wait to go out, the oldest was queued 2 hours ago/
    )
    assert.strictEqual(
      judgeOutbox([count({ waiting: 3, waitingSince: timestampOf(noon) })], noon).state,
      "ok"
    )
  })

  it("as a whole is the worst of all", () => {
    assert.strictEqual(worst([]), "ok")
    assert.strictEqual(worst([{ state: "ok" }, { state: "degraded" }]), "degraded")
    assert.strictEqual(worst([{ state: "failing" }, { state: "degraded" }]), "failing")
  })
})
