import { readFile } from "node:fs/promises"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { modelFile } from "../../../src/normalize/classify/index.ts"
import { decodeModel, encodeModel } from "../../../src/normalize/classify/model.ts"
import { inputsHash } from "../../../src/normalize/train/inputs.ts"

const bytes = await readFile(modelFile)

describe("model file", () => {
  it.effect("was made from the taxonomy and corpus as they are now (else: npm run train)", () =>
    Effect.gen(function* () {
      assert.strictEqual(decodeModel(bytes).inputs, yield* inputsHash)
    })
  )

  it("is under five megabytes", () => {
    assert.isBelow(bytes.byteLength, 5_000_000)
  })

  it("is the same after reading and writing", () => {
    assert.isTrue(Buffer.from(encodeModel(decodeModel(bytes))).equals(bytes))
  })

  it("is refused when it is not a model or cut off", () => {
    assert.throws(
      () => decodeModel(new TextEncoder().encode("hello, world, this is no model")),
      /not a model/u
    )
    assert.throws(() => decodeModel(bytes.subarray(0, bytes.byteLength - 1_000)), /cut off/u)
  })
})
