import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"
import * as fc from "fast-check"
import { ExtractedDocument } from "../../../src/domain/document.ts"
import { ExtractError } from "../../../src/ingest/extract/error.ts"
import { read } from "./reading.ts"
import { processorTime } from "../../processor-time.ts"

const isDocument = Schema.is(ExtractedDocument)

const settles = (source: string | Uint8Array, fileName: string | null = null) =>
  Effect.result(read(source, { fileName, mediaType: fileName === null ? "text/html" : null })).pipe(
    Effect.map((result) =>
      Result.isSuccess(result) ? isDocument(result.success) : result.failure instanceof ExtractError
    )
  )

describe("hostile input", () => {
  const cases: ReadonlyArray<readonly [string, string, string | null]> = [
    [
      "20,000 nested elements",
      `${"<div>".repeat(20_000)}Text at the bottom of it all.${"</div>".repeat(20_000)}`,
      null
    ],
    ["500,000 open elements", `${"<b>".repeat(500_000)}Text`, null],
    ["20,000 nested lists", `${"<ul><li>".repeat(20_000)}Item`, null],
    ["20,000 nested tables", `${"<table><tr><td>".repeat(20_000)}Cell`, null],
    ["one line of four million characters", `<p>${"word ".repeat(800_000)}</p>`, null],
    ["NUL bytes", "<p>The\u{0} forum\u{0} met\u{0} and agreed on nine messages.</p>", null],
    ["half a million opening brackets", "<".repeat(500_000), null],
    ["an attribute that never ends", `<a href="${"x".repeat(1_000_000)}`, null],
    ["unclosed comments", "<!--".repeat(200_000), null],
    ["shortcodes that never close", `<p>${"[vc_row a=".repeat(100_000)}`, null],
    ["100,000 short paragraphs", "<p>a".repeat(100_000), null],
    ["quotes nested 5,000 deep in Markdown", `${"> ".repeat(5_000)}deep`, "a.md"],
    [
      "lists nested 2,000 deep in Markdown",
      Array.from({ length: 2_000 }, (_, depth) => `${" ".repeat(depth * 2)}- x`).join("\n"),
      "a.md"
    ],
    ["brackets nested in Markdown", "[".repeat(50_000), "a.md"],
    [
      "JSON-LD nested 50,000 deep",
      `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script><p>Text</p>`,
      null
    ]
  ]
  for (const [name, source, fileName] of cases) {
    it.effect(`${name}: ends within seconds, with a document or an error`, () =>
      Effect.gen(function* () {
        const start = processorTime()
        assert.isTrue(yield* settles(source, fileName))
        assert.isBelow(processorTime() - start, 8_000)
      })
    )
  }

  it.effect("keeps the text of a page that is nested beyond sense, and says so", () =>
    Effect.gen(function* () {
      const { blocks, warnings } = yield* read(`<html>${"<div>".repeat(20_000)}Text at the bottom of it all.`)
      assert.strictEqual(blocks[0]?.text, "Text at the bottom of it all.")
      assert.match(warnings.join(" "), /nested/)
    })
  )

  it.effect("settles any bytes", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 2_000 }),
          async (bytes) => await Effect.runPromise(settles(bytes))
        ),
        { numRuns: 150 }
      )
    )
  )

  it.effect("settles any soup of tags", () => {
    const names =
      "div p ul ol li table tr td h1 h2 blockquote a span br article main aside button dl dd dt pre time script figure".split(
        " "
      )
    const piece = fc.oneof(
      fc.constantFrom(...names).map((name) => `<${name} class="share ${name}" href="/x" id="${name}">`),
      fc.constantFrom(...names).map((name) => `</${name}>`),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom(
        "Read also: ",
        "The forum met and agreed on nine messages about access. ",
        "&amp;",
        "<!--",
        "-->",
        "1. ",
        "<td",
        "\u{0}"
      )
    )
    return Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
          fc.constantFrom(null, "x.md", "x.txt"),
          async (source, fileName) => await Effect.runPromise(settles(source, fileName))
        ),
        { numRuns: 250 }
      )
    )
  })
})
