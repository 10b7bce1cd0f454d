/** The stated order of quotations, and links to passages. */
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { escape, safeUrl } from "../../src/export/html/html.ts"
import { buildDigest, quotationsOf, selectOutputs } from "../../src/export/index.ts"
import { orderQuotations } from "../../src/export/order.ts"
import { passageUrl } from "../../src/export/passage-link.ts"
import { sampleInput } from "./sample.ts"

const input = sampleInput()
const { candidates } = quotationsOf(input, selectOutputs(input).counted)
const place = { block: 3, headings: [], number: null, page: null, anchor: null }

describe("order of quotations", () => {
  it("does not depend on the order in which statements come, and loses none", () => {
    const expected = orderQuotations(candidates).map(({ quotation }) => quotation.id)
    assert.strictEqual(new Set(expected).size, buildDigest(input).totals.statements)
    fc.assert(
      fc.property(fc.shuffledSubarray([...candidates], { minLength: candidates.length }), (shuffled) => {
        assert.deepStrictEqual(
          orderQuotations(shuffled).map(({ quotation }) => quotation.id),
          expected
        )
      }),
      { numRuns: 20 }
    )
  })

  it("quotes nobody a second time before everybody was quoted once", () => {
    const everybody = new Set(candidates.map(({ initiative }) => initiative.id)).size
    const first = orderQuotations(candidates).slice(0, everybody)
    assert.strictEqual(new Set(first.map(({ initiative }) => initiative.id)).size, everybody)
  })

  it("begins with what more initiatives share", () => {
    const [first] = orderQuotations(candidates)
    assert.strictEqual(first?.centrality, Math.max(...candidates.map(({ centrality }) => centrality)))
  })
})

describe("links", () => {
  it("leads to the page of a PDF, to an anchor, and to the words themselves", () => {
    const text =
      "Schools, parents and platforms should agree on one plain set of rules - written together with pupils."
    assert.strictEqual(
      passageUrl("https://a.example/r.pdf", { ...place, page: 4 }, text),
      "https://a.example/r.pdf#page=4"
    )
    assert.strictEqual(
      passageUrl("https://a.example/m", { ...place, anchor: "s-2" }, text),
      "https://a.example/m#s-2:~:text=Schools%2C%20parents%20and%20platforms%20should%20agree,written%20together%20with%20pupils"
    )
    assert.isNull(passageUrl("upload:report.docx", place, text))
  })

  it("refuses every address that is not http, https or our own", () => {
    for (const url of [
      "javascript:alert(1)",
      " JavaScript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "//evil.example/x",
      "file:///etc/passwd",
      "java\nscript:alert(1)"
    ]) {
      assert.isNull(safeUrl(url), url)
    }
    assert.strictEqual(safeUrl("archive/00.html#b3"), "archive/00.html#b3")
  })

  it("never lets a text out of its place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.notMatch(escape(text), /[<>"'`]/)
        assert.isTrue(escape(text).isWellFormed())
      })
    )
  })
})
