import { assert, describe, it } from "@effect/vitest"
import { learnFurniture } from "../../../src/ingest/extract/index.ts"
import type { Block } from "../../../src/domain/index.ts"

const paragraph = (text: string): Block => ({ kind: "paragraph", level: 0, text })
const heading = (text: string): Block => ({ kind: "heading", level: 2, text })

const about = paragraph("The forum is open to everyone. It takes no decisions, and its messages bind no one.")
const counter = (visits: number) => paragraph(`Visits to this page: ${visits}`)

const report = (topic: string, index: number) => ({
  blocks: [
    heading("Key messages"),
    { kind: "list-item", level: 1, text: "Access remains the first concern.", label: "1" } satisfies Block,
    paragraph(`The session on ${topic} was held in the small hall and drew many questions.`),
    about,
    counter(1_204 + index * 37)
  ]
})
const reports = ["cables", "schools", "languages", "elections", "repair"].map(report)

describe("furniture learnt from the documents of one host", () => {
  const isFurniture = learnFurniture(reports)

  it("is what stands on most of them, whatever numbers change in it", () => {
    assert.isTrue(isFurniture(about))
    assert.isTrue(isFurniture(counter(9)))
  })

  it("is never the report's own text, a heading that all reports have, or a numbered message", () => {
    for (const { blocks } of reports)
      assert.deepStrictEqual(blocks.map(isFurniture), [false, false, false, true, true])
  })

  it("is unknown while there are fewer than four documents", () => {
    assert.isFalse(learnFurniture(reports.slice(0, 3))(about))
  })

  it("does not follow from copies of one document, as mirrors and captures are", () => {
    const copies = Array.from({ length: 9 }, () => report("cables", 0))
    assert.isFalse(learnFurniture(copies)(about))
  })
})
