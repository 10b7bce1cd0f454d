/** How far an import has come, and what it says when it is done. */
import { Clock, Effect, Exit } from "effect"
import type { JobSummary } from "../domain/index.ts"
import type { Advance } from "../store/index.ts"
import { countRun } from "../observe/metrics.ts"
import { reached, type RunReport, type SourceReport } from "./report.ts"

/** How much further finished sources bring an import. */
export const progressOf = (reports: ReadonlyArray<SourceReport>): Advance => {
  const last = reports.at(-1)
  return {
    done: reports.length,
    failures: reports.filter(({ outcome }) => !reached(outcome)).length,
    ...(last === undefined ? {} : { now: last.sourceId })
  }
}

/** The summary of an import, in words. */
export const importSummary = (
  reports: ReadonlyArray<SourceReport>,
  { clusters, statements }: Pick<RunReport, "clusters" | "statements">
): JobSummary => {
  const failed = reports.filter(({ outcome }) => !reached(outcome)).length
  const total = (pick: (report: SourceReport) => number) =>
    reports.reduce((sum, report) => sum + pick(report), 0)
  const newOutputs = total((report) => report.newOutputs)
  const changed = total((report) => report.newVersions)
  return {
    sentence:
      `${reports.length - failed} of ${reports.length} sources read, ${failed} failed; ${newOutputs} new outputs, ` +
      `${changed} changed; ${statements} statements and ${clusters} clusters in the store.`,
    counts: { sources: reports.length, failed, newOutputs, changed, statements, clusters },
    problems: reports.flatMap(({ alarm, message, notices, sourceId }) => [
      ...(alarm === null ? [] : [`${sourceId}: ${message}`]),
      ...notices
    ])
  }
}

/** Counts a run that ended, whatever way, among the metrics. */
export const countImport = Effect.fnUntraced(function* (
  startedAt: string,
  exit: Exit.Exit<ReadonlyArray<SourceReport>, unknown>
) {
  const seconds = ((yield* Clock.currentTimeMillis) - Date.parse(startedAt)) / 1000
  const sources = Exit.isSuccess(exit) ? exit.value : []
  const read = sources.filter(({ outcome }) => reached(outcome)).length
  yield* countRun({
    state: Exit.isSuccess(exit) ? "completed" : "interrupted",
    seconds,
    read,
    failed: sources.length - read,
    newOutputs: sources.reduce((sum, { newOutputs }) => sum + newOutputs, 0)
  })
})
