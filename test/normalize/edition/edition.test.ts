import { assert, describe, it } from "@effect/vitest"
import { statedDates } from "../../../src/normalize/edition/dates.ts"
import { findEdition } from "../../../src/normalize/edition/edition.ts"

const span = (text: string) => {
  const [first] = statedDates(text)
  return first === undefined ? null : `${first.start}/${first.end}`
}

describe("statedDates", () => {
  it.each([
    ["the 7th Norvia IGF, 20-22 October 2025, in Harbour City", "2025-10-20/2025-10-22"],
    ["held on October 20-22, 2025", "2025-10-20/2025-10-22"],
    ["from 30 September to 2 October 2025", "2025-09-30/2025-10-02"],
    ["réunis du 24 au 26 septembre 2025", "2025-09-24/2025-09-26"],
    ["se celebró el 8 y el 9 de octubre de 2025", "2025-10-08/2025-10-09"],
    ["nos dias 5 e 6 de novembro de 2025", "2025-11-05/2025-11-06"],
    ["состоялся 18–19 сентября 2025 года", "2025-09-18/2025-09-19"],
    ["يومي ٢١ و٢٢ تشرين الأول/أكتوبر ٢٠٢٥", "2025-10-21/2025-10-22"],
    ["于2025年11月13日至14日举行", "2025-11-13/2025-11-14"],
    ["am 16. Oktober 2025", "2025-10-16/2025-10-16"]
  ])("reads %s", (text, expected) => {
    assert.strictEqual(span(text), expected)
  })
})

describe("findEdition", () => {
  it("takes year, number and days from what is stated", () => {
    const found = findEdition({
      title: "Messages of the 7th Norvia IGF",
      text: "The forum was held on 20-22 October 2025."
    })
    assert.deepStrictEqual(
      [found.edition, found.number, found.eventStart, found.eventEnd],
      ["2025", 7, "2025-10-20", "2025-10-22"]
    )
  })
  it("keeps the year of the title when the page is of the next year", () => {
    const found = findEdition({
      title: "Mensagens de Vila Caravela 2024",
      url: "https://igf.example/2025/02/mensagens",
      text: ""
    })
    assert.strictEqual(found.edition, "2024")
  })
  it("reports what cannot be", () => {
    assert.isNotEmpty(
      findEdition({ title: "Report", text: "The forum was held on Thursday, 30 November 2024." }).problems
    )
    const impossible = findEdition({ title: "Report", text: "The forum took place on 30-31 November 2024." })
    assert.isNull(impossible.eventEnd)
    assert.isNotEmpty(impossible.problems)
  })
})
