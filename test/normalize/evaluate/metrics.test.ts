import { assert, describe, it } from "@effect/vitest"
import {
  byKind,
  byLabel,
  calibrationError,
  firstLabelAccuracy,
  macroF1,
  micro
} from "../../../src/normalize/evaluate/metrics.ts"

const judgement = (wanted: ReadonlyArray<string>, given: ReadonlyArray<string>, score = 0.8) => ({
  id: "s",
  text: "t",
  language: "en",
  wanted,
  wantedKind: wanted.length === 0 ? "boilerplate" : "challenge",
  given: given.map((id) => ({ id, score })),
  givenKind: given.length === 0 ? "boilerplate" : "challenge"
})

const judgements = [judgement(["a", "b"], ["a", "c"]), judgement(["a"], ["a"]), judgement([], [])]

describe("measures", () => {
  it("counts labels over all statements for micro F1", () => {
    const { f1, given, right, wanted } = micro(judgements)
    assert.deepStrictEqual([right, given, wanted], [2, 3, 3])
    assert.closeTo(f1, 2 / 3, 1e-9)
  })

  it("averages F1 over the labels that people gave", () => {
    assert.closeTo(macroF1(byLabel(judgements)), 0.5, 1e-9)
  })

  it("asks for the first label only where people gave one", () => {
    assert.strictEqual(firstLabelAccuracy(judgements), 1)
  })

  it("is calibrated when scores equal the share of right labels", () => {
    const calibrated = [
      ...Array.from({ length: 8 }, () => judgement(["a"], ["a"])),
      ...Array.from({ length: 2 }, () => judgement(["b"], ["a"]))
    ]
    assert.closeTo(calibrationError(calibrated), 0, 1e-9)
  })

  it("measures kinds one by one", () => {
    assert.strictEqual(byKind(judgements).get("boilerplate")?.f1, 1)
  })
})
