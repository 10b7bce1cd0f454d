import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import {
  decodeKindModel,
  encodeKindModel,
  kindModelFile,
  KindReader
} from "../../../src/normalize/document-kind/model.ts"
import {
  documentInputs,
  trainDocumentKinds,
  tuningDocuments
} from "../../../src/normalize/train/document-kinds.ts"

const shipped = readFileSync(kindModelFile)

describe("the model of document kinds", () => {
  it("was trained on the tuning half of the labelled documents as it stands (else: npm run train)", () => {
    assert.strictEqual(decodeKindModel(shipped).inputs, documentInputs(tuningDocuments()))
  })
  it("comes out the same, byte for byte, when it is trained again", () => {
    assert.isTrue(Buffer.from(encodeKindModel(trainDocumentKinds(tuningDocuments()))).equals(shipped))
  })
  it("is smaller than 200 kB", () => {
    assert.isBelow(shipped.byteLength, 200_000)
  })
  it("gives chances that add up to 1, also for a document without words", () => {
    const reader = new KindReader(decodeKindModel(shipped))
    for (const title of ["", "Call for session proposals"]) {
      const chances = [...reader.chances({ title, url: "", lead: "" }).values()]
      assert.closeTo(
        chances.reduce((sum, chance) => sum + chance, 0),
        1,
        1e-9
      )
    }
  })
  it("refuses a file that is cut off or not a model", () => {
    assert.throws(() => decodeKindModel(shipped.subarray(0, shipped.byteLength - 1)), /npm run train/u)
    assert.throws(() => decodeKindModel(new Uint8Array(40)), /npm run train/u)
  })
})
