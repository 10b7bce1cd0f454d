/** What counts as a main concern of an initiative, and how it orders the digest. */
import { assert, describe, it } from "@effect/vitest"
import { isMainConcern } from "../../src/export/concern.ts"

describe("a main concern of an initiative", () => {
  it("comes first in one of twenty of its statements at least", () => {
    assert.isTrue(isMainConcern(7, 140))
    assert.isFalse(isMainConcern(6, 140))
  })
  it("is never made by a single statement of a long report", () => {
    assert.isFalse(isMainConcern(1, 10))
    assert.isTrue(isMainConcern(2, 10))
  })
  it("can be made by the only message of a short communiqué", () => {
    assert.isTrue(isMainConcern(1, 1))
    assert.isTrue(isMainConcern(1, 9))
  })
  it("is nothing that it never puts first", () => {
    assert.isFalse(isMainConcern(0, 0))
    assert.isFalse(isMainConcern(0, 5))
  })
})
