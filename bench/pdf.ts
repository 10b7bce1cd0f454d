/**
 * Time, memory and pages of the printed digest, for 2,000 and for 100,000 statements of 400 initiatives.
 *
 * Usage: `node bench/pdf.ts [statements ...]`
 */
import { Effect, Schema } from "effect"
import { renderBrief, renderPdf } from "../src/export/index.ts"
import { grown } from "./grown-digest.ts"

const counts = Schema.decodeSync(Schema.Array(Schema.FiniteFromString))(process.argv.slice(2))
for (const count of counts.length === 0 ? [2_000, 100_000] : counts) {
  const digest = grown(count)
  for (const [name, render] of [
    ["digest", renderPdf],
    ["brief", renderBrief]
  ] as const) {
    const before = process.cpuUsage()
    const started = performance.now()
    const { bytes, pages } = await Effect.runPromise(render(digest))
    const { user, system } = process.cpuUsage(before)
    console.log(
      `${count} statements, ${name}: ${pages} pages, ${(bytes.length / 1e6).toFixed(1)} MB, ` +
        `${((performance.now() - started) / 1000).toFixed(1)} s (processor ${((user + system) / 1e6).toFixed(1)} s), ` +
        `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`
    )
  }
}
