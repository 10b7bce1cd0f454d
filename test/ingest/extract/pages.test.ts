import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { meanScore, scoreText } from "../../../bench/shingles.ts"
import { extractLine } from "../../../src/ingest/extract/json-line.ts"
import { read } from "./reading.ts"

const folder = join(import.meta.dirname, "pages")
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => name.slice(0, -5))

const score = (name: string) =>
  read(readFileSync(join(folder, `${name}.html`)), { fileName: `${name}.html` }).pipe(
    Effect.map((document) =>
      scoreText(extractLine(name, document).text, readFileSync(join(folder, `${name}.txt`), "utf8"))
    )
  )

describe("the body of pages with the furniture of real sites", () => {
  for (const name of names) {
    it.effect(`${name}: nothing but the body, and all of it`, () =>
      Effect.gen(function* () {
        const { f1, precision, recall } = yield* score(name)
        assert.isAtLeast(f1, 0.97, `precision ${precision}, recall ${recall}`)
      })
    )
  }

  it.effect("keeps a mean F1 of 0.99 over all pages", () =>
    Effect.gen(function* () {
      const scores = yield* Effect.forEach(names, score)
      assert.isAtLeast(names.length, 25)
      assert.isAtLeast(meanScore(scores).f1, 0.99)
    })
  )
})
