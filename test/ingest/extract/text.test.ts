import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { read } from "./reading.ts"

const kinds = (document: {
  readonly blocks: ReadonlyArray<{ readonly kind: string; readonly level: number; readonly text: string }>
}) => document.blocks.map(({ kind, level, text }) => [kind, level, text])

describe("plain text", () => {
  it.effect("finds headings, joins wrapped lines, and keeps list items apart", () =>
    Effect.gen(function* () {
      const document = yield* read(
        "REPORT OF THE FORUM\n\nThe forum met on 3 June 2024 and\nagreed on two points.\n\n- Connect the\n  schools.\n- Share the ducts.\n\n1. A first number\n2. A second number\n",
        { fileName: "report.txt", url: null }
      )
      assert.deepStrictEqual(kinds(document), [
        ["heading", 1, "REPORT OF THE FORUM"],
        ["paragraph", 0, "The forum met on 3 June 2024 and agreed on two points."],
        ["list-item", 1, "Connect the schools."],
        ["list-item", 1, "Share the ducts."],
        ["list-item", 1, "1. A first number"],
        ["list-item", 1, "2. A second number"]
      ])
      assert.deepStrictEqual([document.title, document.publishedAt], ["REPORT OF THE FORUM", "2024-06-03"])
    })
  )

  it.effect("decodes legacy encodings that the label names", () =>
    Effect.gen(function* () {
      const { blocks } = yield* read(
        Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0]),
        {
          mediaType: "text/plain",
          charset: "windows-1251"
        }
      )
      assert.strictEqual(blocks[0]?.text, "Привет, мир")
    })
  )
})

describe("Markdown", () => {
  it.effect("reads front matter, nested lists, tables and quotes", () =>
    Effect.gen(function* () {
      const document = yield* read(
        "---\ntitle: Messages from Fjord\ndate: 2021-11-05\nlang: en\n---\n# Messages from Fjord\n\n## Access\n\n3. Third point\n4. Fourth point\n   - a detail\n\n| Year | People |\n|---|---|\n| 2020 | 120 |\n\n> Nothing about us without us.\n",
        { fileName: "messages.md" }
      )
      assert.deepStrictEqual(
        [document.title, document.publishedAt, document.language],
        ["Messages from Fjord", "2021-11-05", "en"]
      )
      assert.deepStrictEqual(kinds(document), [
        ["heading", 2, "Access"],
        ["list-item", 1, "Third point"],
        ["list-item", 1, "Fourth point"],
        ["list-item", 2, "a detail"],
        ["table", 0, "Year\tPeople\n2020\t120"],
        ["quote", 0, "Nothing about us without us."]
      ])
      assert.deepStrictEqual(
        document.blocks.slice(1, 3).map((block) => block.label),
        ["3", "4"]
      )
    })
  )

  it.effect("joins what a page break has torn apart, and takes a short first line for the title", () =>
    Effect.gen(function* () {
      const document = yield* read(
        " Report : \nThis meeting brought together a diverse group of people from five islands \nand one lighthouse. \n\nThe discussion asked for even more robust remote \n\n\n\nparticipation. It was noted that hubs cost money.\n",
        { fileName: "report.txt", url: null }
      )
      assert.strictEqual(document.title, "Report")
      assert.deepStrictEqual(kinds(document), [
        ["heading", 1, "Report"],
        [
          "paragraph",
          0,
          "This meeting brought together a diverse group of people from five islands and one lighthouse."
        ],
        [
          "paragraph",
          0,
          "The discussion asked for even more robust remote participation. It was noted that hubs cost money."
        ]
      ])
    })
  )
})
