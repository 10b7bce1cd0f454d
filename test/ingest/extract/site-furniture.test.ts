import { assert, describe, it } from "@effect/vitest"
import { FurnitureLesson, keysOfPage, withoutFurniture } from "../../../src/ingest/extract/index.ts"
import type { Block, ExtractedDocument } from "../../../src/domain/index.ts"

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

const pages = (documents: ReadonlyArray<{ readonly blocks: ReadonlyArray<Block> }>) =>
  documents.map((document) => keysOfPage(document))

const documentOf = (blocks: ReadonlyArray<Block>): ExtractedDocument => ({
  title: null,
  language: null,
  publishedAt: null,
  publishedFrom: null,
  canonicalUrl: null,
  mediaType: "text/html",
  blocks,
  links: [],
  warnings: []
})

const learnFurniture = (pages: Iterable<ReadonlySet<string>>): ReadonlySet<string> => {
  const lesson = new FurnitureLesson()
  for (const keys of pages) lesson.add(keys)
  return lesson.learnt
}

describe("furniture learnt from the documents of one host", () => {
  const furniture = [...learnFurniture(pages(reports))]
  const left = (blocks: ReadonlyArray<Block>) => withoutFurniture(documentOf(blocks), furniture).blocks

  it("is what stands on most of them, whatever numbers change in it", () => {
    assert.deepStrictEqual(left([about, counter(9)]), [])
  })

  it("is never the report's own text, a heading that all reports have, or a numbered message", () => {
    for (const { blocks } of reports) assert.deepStrictEqual(left(blocks), blocks.slice(0, 3))
  })

  it("is named in a sentence where it was left out", () => {
    const { warnings } = withoutFurniture(documentOf([about, paragraph("The hall was full.")]), furniture)
    assert.match(warnings.join(), /^1 passage\(s\) that stand on most pages/)
  })

  it("is learnt again as before from documents that it was left out of", () => {
    const keys = reports.map(({ blocks }) =>
      keysOfPage(
        { blocks: left(blocks) },
        [...keysOfPage({ blocks })].filter((key) => furniture.includes(key))
      )
    )
    assert.deepStrictEqual([...learnFurniture(keys)].toSorted(), furniture.toSorted())
  })

  it("is unknown while there are fewer than four documents", () => {
    assert.strictEqual(learnFurniture(pages(reports.slice(0, 3))).size, 0)
  })

  it("does not follow from copies of one document, as mirrors and captures are", () => {
    assert.strictEqual(learnFurniture(pages(Array.from({ length: 9 }, () => report("cables", 0)))).size, 0)
  })
})
