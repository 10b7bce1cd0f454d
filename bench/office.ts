/**
 * Time, memory and size of the digest as Word document, workbook, CSV and feeds, for 2,000 and for 100,000
 * statements of 400 initiatives; each format in a process of its own.
 *
 * Usage: `node bench/office.ts [format statements]`
 */
import { spawnSync } from "node:child_process"
import { Effect } from "effect"
import { renderCsv, renderDocx, renderFeeds, renderXlsx } from "../src/export/index.ts"
import type { Digest } from "../src/domain/index.ts"
import { grown } from "./grown-digest.ts"

const bytesOf = (texts: ReadonlyMap<string, () => string>): number =>
  [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text()), 0)

/** Bytes written. */
const formats: Readonly<Record<string, (digest: Digest) => Promise<number>>> = {
  docx: (digest) => Effect.runPromise(Effect.map(renderDocx(digest), ({ length }) => length)),
  xlsx: (digest) => Effect.runPromise(Effect.map(renderXlsx(digest), ({ length }) => length)),
  csv: (digest) => Promise.resolve(bytesOf(renderCsv(digest))),
  feeds: (digest) =>
    Promise.resolve(bytesOf(renderFeeds(digest, { baseUrl: new URL("https://digest.example/") })))
}

const [format, count] = process.argv.slice(2)
const render = format === undefined ? undefined : formats[format]
if (render === undefined) {
  for (const size of ["2000", "100000"]) {
    for (const name of Object.keys(formats)) {
      spawnSync(process.execPath, [import.meta.filename, name, size], { stdio: "inherit" })
    }
  }
} else {
  const digest = grown(Number(count))
  const held = Math.round(process.memoryUsage().rss / 1e6)
  const before = process.cpuUsage()
  const started = performance.now()
  const bytes = await render(digest)
  const { user, system } = process.cpuUsage(before)
  console.log(
    `${count} statements, ${format}: ${(bytes / 1e6).toFixed(1)} MB, ` +
      `${((performance.now() - started) / 1000).toFixed(1)} s (processor ${((user + system) / 1e6).toFixed(1)} s), ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most, ${held} MB of it before`
  )
}
