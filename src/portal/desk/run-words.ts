/** Runs of jobs in plain language. */
import type { JobRun } from "../../domain/index.ts"
import { markup, type Value } from "../../export/html/html.ts"
import type { PortalRequest } from "../request.ts"
import { reported, wordsOf } from "./frame.ts"
import { summaryText } from "./told/index.ts"

/** How a run stands, in a word or two. */
export const stateOf = (request: PortalRequest, { state }: Pick<JobRun, "state">): string =>
  wordsOf(request).text(`state_${state}`)

/** How far it is: `3 of 40`, with what failed of it. */
export const progressOf = (
  request: PortalRequest,
  { done, failures, total }: Pick<JobRun, "done" | "failures" | "total">
): string => {
  const words = wordsOf(request)
  const far =
    total === 0 ? words.text("progressOpen", { count: done }) : words.text("progress", { done, total })
  return failures === 0
    ? far
    : `${far}${request.m.text("comma")}${words.text("failedSome", { count: failures })}`
}

/** What came of it: its sentence, why it failed, or how far it is. */
export const resultOf = (request: PortalRequest, run: JobRun): Value => {
  if (run.summary !== null) return summaryText(request, run.summary)
  if (run.failure !== null) return reported(request, run.failure)
  return run.finishedAt === null || run.done > 0 ? progressOf(request, run) : ""
}

/** The same, with how it stands before it where it is not simply done. */
export const outcomeOf = (request: PortalRequest, run: JobRun): Value =>
  run.state === "completed"
    ? resultOf(request, run)
    : markup`${request.m.text("sentence", { text: stateOf(request, run) })} ${resultOf(request, run)}`

/** How long it took; empty while it is at work. */
export const tookOf = (
  request: PortalRequest,
  { finishedAt, startedAt }: Pick<JobRun, "finishedAt" | "startedAt">
): string => {
  if (finishedAt === null) return ""
  const words = wordsOf(request)
  const seconds = Math.max(0, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000))
  return seconds < 120
    ? words.text("seconds", { count: seconds })
    : words.text("minutes", { count: Math.round(seconds / 60) })
}
