import { assert, describe, it } from "@effect/vitest"
import { linearScores, trainLinear } from "../../../src/normalize/train/linear.ts"
import { fitLogistic } from "../../../src/normalize/train/logistic.ts"
import { seeded, shuffled } from "../../../src/normalize/train/random.ts"

const options = {
  classes: 2,
  features: 4,
  epochs: 20,
  rate: 0.3,
  decay: 1e-4,
  dropout: 0.2,
  loss: "logistic",
  seed: 7
} as const

const examples = Array.from({ length: 40 }, (_, index) => ({
  features: Int32Array.from([index % 2, 2 + (index % 2)]),
  values: Float32Array.from([1, 1]),
  target: Float32Array.from(index % 2 === 0 ? [1, 0] : [0, 1]),
  weight: 1
}))

describe("training", () => {
  it("learns which features go with which class", () => {
    const model = trainLinear(examples, options)
    const [first = 0, second = 0] = linearScores(model, Int32Array.from([0, 2]), Float32Array.from([1, 1]))
    assert.isAbove(first, 1)
    assert.isBelow(second, -1)
  })

  it("gives the same weights each time", () => {
    assert.deepStrictEqual(trainLinear(examples, options), trainLinear(examples, options))
  })

  it("finds the log odds by logistic regression", () => {
    const observations = Array.from({ length: 100 }, (_, index) => ({
      features: [1],
      outcome: index < 75 ? 1 : 0
    }))
    assert.closeTo(fitLogistic(observations, 1, 0)[0] ?? 0, Math.log(3), 1e-6)
  })

  it("shuffles all numbers, the same way for the same seed", () => {
    assert.deepStrictEqual(
      [...shuffled(50, seeded(3))].sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, index) => index)
    )
    assert.deepStrictEqual(shuffled(50, seeded(3)), shuffled(50, seeded(3)))
  })
})
