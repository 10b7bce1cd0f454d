/**
 * Main-content extraction on a folder of pages (`NAME.html` with the expected body in `NAME.txt`), scored as the
 * public article-extraction-benchmark does: multisets of four-token shingles, precision and recall averaged over
 * pages. Runs this project's extraction and plain Readability with linkedom side by side; prints one JSON line.
 *
 * node bench/extract.ts [FOLDER] [--pages]
 */
import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { Readability } from "@mozilla/readability"
import { Effect } from "effect"
import { parseHTML } from "linkedom"
import { extractDocument } from "../src/ingest/extract/extract.ts"
import { extractLine } from "../src/ingest/extract/json-line.ts"
import { type Score, meanScore, scoreText } from "./shingles.ts"

const folder =
  process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "test/ingest/extract/pages"
const perPage = process.argv.includes("--pages")

const readability = (html: string): string => {
  try {
    return new Readability(parseHTML(html).document).parse()?.textContent ?? ""
  } catch {
    // It throws on pages without elements: nothing extracted.
    return ""
  }
}

interface Result {
  readonly name: string
  readonly own: Score
  readonly plain: Score
  readonly milliseconds: number
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.slice(0, -5))

const measurePage = Effect.fn("bench.page")(function* (name: string) {
  const bytes = readFileSync(join(folder, `${name}.html`))
  const expected = readFileSync(join(folder, `${name}.txt`), "utf8")
  const start = performance.now()
  const document = yield* extractDocument({
    bytes,
    mediaType: "text/html",
    charset: null,
    url: `https://example.org/${name}`,
    fileName: `${name}.html`
  })
  const milliseconds = performance.now() - start
  const own = scoreText(extractLine(name, document).text, expected)
  const plain = scoreText(readability(bytes.toString("utf8")), expected)
  const result: Result = { name, own, plain, milliseconds }
  return result
})

// Once to warm up, once to measure.
await Effect.runPromise(Effect.forEach(names, measurePage, { discard: true }))
const results = await Effect.runPromise(Effect.forEach(names, measurePage))

const round = (value: number): number => Math.round(value * 1000) / 1000
const rounded = (score: Score): Score => ({
  precision: round(score.precision),
  recall: round(score.recall),
  f1: round(score.f1)
})
const times = results.map((result) => result.milliseconds).toSorted((a, b) => a - b)

if (perPage) {
  for (const { name, own, plain } of results)
    console.log(JSON.stringify({ name, own: rounded(own), readability: rounded(plain) }))
}
console.log(
  JSON.stringify({
    bench: "extract",
    pages: results.length,
    own: rounded(meanScore(results.map((result) => result.own))),
    readability: rounded(meanScore(results.map((result) => result.plain))),
    medianMs: round(times[Math.floor(times.length / 2)] ?? 0),
    slowestMs: round(times[times.length - 1] ?? 0)
  })
)
