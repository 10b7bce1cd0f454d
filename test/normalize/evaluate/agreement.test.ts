import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { agreementOf, krippendorffAlpha, masiDistance } from "../../../src/normalize/evaluate/agreement.ts"

const labels = fc.uniqueArray(fc.constantFrom("encryption", "cybercrime", "taxation", "surveillance"), {
  maxLength: 3
})

/** A statement on which both agree. */
const agreed = (first: ReadonlyArray<string>) => ({
  language: "en",
  first,
  second: first,
  firstKind: "challenge",
  secondKind: "challenge"
})

describe("MASI distance", () => {
  it("is nothing between equal sets, whatever their order, and between empty ones", () => {
    assert.strictEqual(masiDistance(["encryption", "cybercrime"], ["cybercrime", "encryption"]), 0)
    assert.strictEqual(masiDistance([], []), 0)
  })

  it("takes a set within another for nearer than one that overlaps, and disjoint ones for farthest", () => {
    assert.closeTo(masiDistance(["encryption"], ["encryption", "cybercrime"]), 1 - (1 / 2) * (2 / 3), 1e-12)
    assert.closeTo(
      masiDistance(["encryption", "taxation"], ["encryption", "cybercrime"]),
      1 - (1 / 3) * (1 / 3),
      1e-12
    )
    assert.strictEqual(masiDistance(["encryption"], ["taxation"]), 1)
    assert.strictEqual(masiDistance(["encryption"], []), 1)
  })

  it("is the same both ways, and between 0 and 1", () => {
    fc.assert(
      fc.property(labels, labels, (a, b) => {
        const distance = masiDistance(a, b)
        assert.strictEqual(distance, masiDistance(b, a))
        assert.isTrue(distance >= 0 && distance <= 1)
      })
    )
  })
})

describe("Krippendorff's alpha", () => {
  it("agrees with the worked example of two observers and ten units (binary, 0.095)", () => {
    const a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    const b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    const alpha = krippendorffAlpha(
      a.map((value, index) => [value, b[index] ?? 0] as const),
      (x, y) => (x === y ? 0 : 1)
    )
    assert.closeTo(alpha, 0.095, 0.0005)
  })

  it("is 1 for people who agree throughout", () => {
    const agreement = agreementOf([agreed(["encryption"]), agreed(["taxation", "encryption"]), agreed([])])
    assert.deepInclude(agreement, { alpha: 1, kindAlpha: 1, microF1: 1, statements: 3 })
  })
})
