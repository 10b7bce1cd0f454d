/**
 * Extraction over all pages and files of the fixture sites, held to what a perfect reader would find there.
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { meanScore, scoreText } from "../../../bench/shingles.ts"
import { extractLine } from "../../../src/ingest/extract/json-line.ts"
import { type ExpectedPage, expectedOf, initiatives, resourceAt } from "../../fixtures/reading.ts"
import { read } from "./reading.ts"

const pages = initiatives.flatMap((name) => expectedOf(name).pages)

const score = (page: ExpectedPage) => {
  const { body, type } = resourceAt(page.url)
  return read(body, { mediaType: type, url: page.url }).pipe(
    Effect.map((document) =>
      scoreText(extractLine(page.url, document).text, page.blocks.map((block) => block.text).join("\n"))
    )
  )
}

/** How many there are of each form, and the mean F1 below which none may fall. */
const floors = [
  { form: "html", count: 86, f1: 0.99 },
  { form: "pdf", count: 7, f1: 0.93 },
  { form: "docx", count: 3, f1: 0.995 }
] as const

describe("the documents of the fixture sites, as read and as they are", () => {
  for (const { count, f1, form } of floors) {
    const own = pages.filter((page) => page.form === form)

    it.live(`agree to a mean shingle F1 of ${f1} over all ${count} of the form ${form}`, () =>
      Effect.gen(function* () {
        assert.strictEqual(own.length, count)
        const mean = meanScore(yield* Effect.forEach(own, score, { concurrency: 2 }))
        assert.isAtLeast(mean.f1, f1, `precision ${mean.precision}, recall ${mean.recall}`)
      })
    )
  }
})
