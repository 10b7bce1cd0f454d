/**
 * Consolidation of many statements that resemble each other. Alone: seconds of processor time, and a hash of what was
 * found, by which two versions of the program are compared. In a store: how long the process that has it done could
 * not answer at most, beside a process that does nothing meanwhile.
 *
 * Usage: node bench/consolidate.ts [number of statements, 20000 if not given] [alone, store or both, as if not given]
 */
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { Effect } from "effect"
import { consolidate } from "../src/jobs/consolidate.ts"
import { consolidateAll, standingDecisions } from "../src/normalize/index.ts"
import { Store } from "../src/store/index.ts"
import { denseStatements, fillDenseStore } from "./dense-statements.ts"

const total = Number(process.argv[2] ?? 20_000)
const what = process.argv[3] ?? "both"

const seconds = (milliseconds: number): number => Number((milliseconds / 1e3).toFixed(1))
const print = (line: object): void =>
  console.log(JSON.stringify({ bench: "consolidate", statements: total, ...line }))

const alone = (): void => {
  const { outputs, statements } = denseStatements(total)
  const before = process.cpuUsage()
  const start = performance.now()
  const found = consolidateAll(outputs, statements, standingDecisions([]))
  const { system, user } = process.cpuUsage(before)
  print({
    processorSeconds: seconds((user + system) / 1e3),
    seconds: seconds(performance.now() - start),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1e3),
    duplicates: found.marks.filter(({ duplicateOf }) => duplicateOf !== null).length,
    clusters: found.clusters.length,
    hash: createHash("sha256").update(JSON.stringify(found)).digest("hex").slice(0, 16)
  })
}

/** Longest wait of the process's turn in a span, in milliseconds. */
const longest = (delays: { readonly max: number }): number => Math.round(delays.max / 1e6)

const inStore = Effect.gen(function* () {
  yield* fillDenseStore(total)
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  yield* Effect.sleep("5 seconds")
  const idle = longest(delays)
  const stages: Array<string> = []
  delays.reset()
  const before = process.cpuUsage()
  const start = performance.now()
  const { clusters } = yield* consolidate((now) => {
    const stage = `${now}: ${longest(delays)} ms`
    return Effect.sync(() => stages.push(stage))
  })
  delays.disable()
  const { system, user } = process.cpuUsage(before)
  print({
    longestWaitMs: longest(delays),
    longestWaitOfAnIdleProcessMs: idle,
    seconds: seconds(performance.now() - start),
    processorSeconds: seconds((user + system) / 1e3),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1e3),
    clusters,
    lastStage: stages.at(-1)
  })
})

if (what !== "store") alone()
if (what !== "alone") {
  const directory = mkdtempSync(join(tmpdir(), "tributary-bench-"))
  try {
    await Effect.runPromise(Effect.provide(inStore, Store.layer({ directory })))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
