/** The job `health-report`: who cannot be read, who has fallen silent, what waits for a person. */
import { Effect } from "effect"
import { JobName, JobSummary } from "../../domain/index.ts"
import { storeStatus } from "../status.ts"
import { counted } from "../telling/words.ts"
import type { Job } from "./job.ts"

/** Verdicts of `status` that a person must act on, with how a sentence says it. */
const actionable: Readonly<Record<string, string>> = {
  failing: "cannot be read",
  "blocked by robots": "asks robots to stay away",
  gone: "is gone",
  moved: "has moved",
  "layout changed": "is reached, but its layout has changed",
  silent: "has fallen silent"
}

const report = Effect.gen(function* () {
  const { counts, inDoubt, notHeard, sources } = yield* storeStatus
  const problems = sources.flatMap(({ failures, id, lastSuccessAt, message, verdict }) => {
    const how = actionable[verdict]
    if (how === undefined) return []
    const since = lastSuccessAt === null ? "it was never read" : `last read on ${lastSuccessAt.slice(0, 10)}`
    const times = failures > 1 ? `, ${failures} failures in a row` : ""
    return [`${id} ${how} (${since}${times}). ${message ?? ""}`.trimEnd()]
  })
  const failing = sources.filter(({ verdict }) => verdict === "failing").length
  const silent = sources.filter(({ verdict }) => verdict === "silent").length
  return {
    sentence:
      `${counted(counts.approved, "source is", "sources are")} followed: ${failing} cannot be read, ${silent} silent; ` +
      `${counts.heard} of ${counted(counts.initiatives, "initiative")} heard, ${counted(inDoubt.length, "output waits", "outputs wait")} for a person's eye.`,
    counts: {
      approved: counts.approved,
      failing,
      silent,
      heard: counts.heard,
      notHeard: notHeard.length,
      inDoubt: inDoubt.length
    },
    problems
  }
})

export const healthReportJob: Job = {
  name: JobName.make("health-report"),
  description: "says who cannot be read, who has fallen silent and what waits for a person",
  expression: "0 7 * * 1",
  changesStore: false,
  run: ({ step }) => step("report", JobSummary, report)
}
