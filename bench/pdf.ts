/**
 * Time, memory and pages of the printed digest, for 2,000 and for 100,000 statements of 400 initiatives.
 *
 * Usage: `node bench/pdf.ts [statements ...]`
 */
import { Effect, Schema } from "effect"
import { InitiativeId, OutputId, StatementId } from "../src/domain/index.ts"
import type { Digest } from "../src/domain/index.ts"
import { buildDigest, renderBrief, renderPdf } from "../src/export/index.ts"
import { sampleInput } from "../test/export/sample.ts"

const initiativeCount = 400

/** The sample multiplied: other names and other words, the same languages, kinds and issues. */
const grown = (count: number): Digest => {
  const input = sampleInput()
  const initiatives = Array.from({ length: initiativeCount }, (_, index) => {
    const own = input.initiatives[index % input.initiatives.length]
    if (own === undefined) throw new Error("the sample has initiatives")
    return { ...own, id: InitiativeId.make(`${own.id}-${index}`), name: `${own.name} ${index}` }
  })
  const outputs = initiatives.flatMap((initiative, index) => {
    const own = input.outputs[index % input.outputs.length]
    if (own === undefined) return []
    const id = OutputId.make(`o-${index.toString(16).padStart(16, "0")}`)
    return [{ ...own, id, initiativeId: initiative.id, sameAs: null, kind: "messages" as const }]
  })
  const dated = outputs.filter(({ publishedAt }) => publishedAt !== null)
  const statements = Array.from({ length: count }, (_, index) => {
    const own = input.statements[index % input.statements.length]
    const output = dated[index % dated.length]
    if (own === undefined || output === undefined) throw new Error("the sample has statements")
    return {
      ...own,
      id: StatementId.make(`s-${index.toString(16).padStart(16, "0")}`),
      outputId: output.id,
      initiativeId: output.initiativeId,
      text: `${own.text} (${index})`,
      clusterId: null
    }
  })
  return buildDigest({
    ...input,
    initiatives,
    outputs,
    statements,
    clusters: [],
    captures: [],
    sources: [],
    sourceStates: []
  })
}

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
