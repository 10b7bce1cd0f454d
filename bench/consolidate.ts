/**
 * Consolidation of many statements that resemble each other: seconds of processor time, and a hash of what was
 * found, by which two versions of the program are compared.
 *
 * Usage: node bench/consolidate.ts [number of statements, 20000 if not given]
 */
import { createHash } from "node:crypto"
import { consolidateAll, standingDecisions } from "../src/normalize/index.ts"
import { denseStatements } from "./dense-statements.ts"

const total = Number(process.argv[2] ?? 20_000)

const { outputs, statements } = denseStatements(total)
const before = process.cpuUsage()
const start = performance.now()
const found = consolidateAll(outputs, statements, standingDecisions([]))
const { system, user } = process.cpuUsage(before)
console.log(
  JSON.stringify({
    bench: "consolidate",
    statements: total,
    processorSeconds: Number(((user + system) / 1e6).toFixed(1)),
    seconds: Number(((performance.now() - start) / 1e3).toFixed(1)),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1e3),
    duplicates: found.marks.filter(({ duplicateOf }) => duplicateOf !== null).length,
    clusters: found.clusters.length,
    hash: createHash("sha256").update(JSON.stringify(found)).digest("hex").slice(0, 16)
  })
)
