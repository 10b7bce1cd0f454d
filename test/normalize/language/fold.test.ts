import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { fold, originalSpan } from "../../../src/normalize/language/fold.ts"
import { wordsOf } from "../../../src/normalize/language/words.ts"

const words = (form: string) => wordsOf(fold(form)).map((word) => word.text)

const graphemeStarts = (text: string) => {
  const starts = new Set([text.length])
  for (const { index } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text))
    starts.add(index)
  return starts
}

describe("fold", () => {
  it("makes composed and decomposed letters equal", () => {
    assert.strictEqual(fold("Fracture num\u00e9rique").lower, fold("Fracture nume\u0301rique").lower)
  })

  it("drops zero-width and bidirectional control characters and leads back over them", () => {
    const folded = fold("the \u200finter\u200bnet\u00ad is")
    assert.strictEqual(folded.text, "the internet is")
    const span = originalSpan(folded, 4, 12)
    assert.strictEqual(folded.original.slice(span.start, span.end), "inter\u200bnet")
  })

  it("reads Chinese the same with and without spaces between characters", () => {
    assert.strictEqual(fold("数字 鸿沟\n问题").text, fold("数字鸿沟问题").text)
  })

  it("gives every word of any text a span that cuts no grapheme", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = fold(text)
        const starts = graphemeStarts(text)
        for (const word of wordsOf(folded)) {
          const span = originalSpan(folded, word.start, word.end)
          if (folded.starts !== null) assert.isTrue(starts.has(span.start) && starts.has(span.end))
          assert.isTrue(span.start < span.end && span.end <= text.length)
        }
      }),
      { numRuns: 500 }
    )
  })

  it("gives the same words for every normal form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        assert.deepStrictEqual(words(text.normalize("NFD")), words(text.normalize("NFC")))
      })
    )
  })
})
