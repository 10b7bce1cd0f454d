/**
 * What is made of the lines of a PDF, from lines alone.
 */
import { assert, describe, it } from "@effect/vitest"
import { layOut } from "../../../src/ingest/extract/pdf/layout.ts"
import type { Line } from "../../../src/ingest/extract/pdf/lines.ts"

/** Lines of one page from top to bottom, set in one size over the whole width. */
const page = (number: number, texts: ReadonlyArray<string>) => ({
  page: number,
  height: 842,
  lines: texts.map((text, index): Line => ({
    segments: [
      { text, left: 60, right: 520, y: 700 - index * 14, size: 11, bold: false, rightToLeft: false }
    ],
    page: number,
    column: 1,
    columnLeft: 60,
    columnRight: 540
  }))
})
const textsOf = (...pages: ReadonlyArray<ReadonlyArray<string>>) =>
  layOut(pages.map((texts, index) => page(index + 1, texts))).blocks.map((block) => block.text)

const dots = " . . . . . . . . . . . . "

describe("lines of a PDF", () => {
  it("leave out a table of contents with its heading and its wrapped entries", () => {
    const contents = [
      "Contents",
      `Foreword${dots}3`,
      `1. About the forum${dots}4`,
      "Annex C: Single contributions recorded at",
      `the request of the speaker${dots}11`,
      `Annex D${dots}xii`
    ]
    assert.deepStrictEqual(textsOf(contents, ["The forum met."]), ["The forum met."])
  })

  it("keep dotted lines of a form, which lead to no page", () => {
    const form = [`Name${dots}`, `Town${dots}`, `Date${dots}`]
    assert.strictEqual(
      textsOf(form)
        .join(" ")
        .match(/Name|Town|Date/g)?.length,
      3
    )
  })

  it("mend a word whose hyphen is not in the text when the document knows the word", () => {
    const texts = textsOf([
      "The training of all trainers begins with training.",
      "It pays for devices, trai",
      "ning and maintenance."
    ])
    assert.include(texts.join(" "), "devices, training and maintenance.")
  })

  it("keep the hyphen of a compound that the document begins elsewhere", () => {
    const texts = textsOf([
      "A multi-stakeholder forum needs stable multi-",
      "year funding from several sources."
    ])
    assert.deepStrictEqual(texts, [
      "A multi-stakeholder forum needs stable multi-year funding from several sources."
    ])
  })

  it("do not begin an item with a number in the middle of a sentence", () => {
    const texts = textsOf([
      "A gigabyte of mobile data costs about",
      "2.1 per cent of the average monthly income."
    ])
    assert.strictEqual(texts.length, 1)
  })
})
