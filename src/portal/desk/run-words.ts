/** Runs of jobs in plain language. */
import type { JobRun } from "../../domain/index.ts"
import { words } from "./frame.ts"

/** How a run stands, in a word or two. */
export const stateOf = ({ state }: Pick<JobRun, "state">): string => words.text(`state_${state}`)

/** How far it is: `3 of 40`, with what failed of it. */
export const progressOf = ({
  done,
  failures,
  total
}: Pick<JobRun, "done" | "failures" | "total">): string => {
  const far =
    total === 0 ? words.text("progressOpen", { count: done }) : words.text("progress", { done, total })
  return failures === 0 ? far : `${far}, ${words.text("failedSome", { count: failures })}`
}

/** What came of it: its sentence, why it failed, or how far it is. */
export const resultOf = (run: JobRun): string =>
  run.summary?.sentence ?? run.failure ?? (run.finishedAt === null || run.done > 0 ? progressOf(run) : "")

/** How long it took; empty while it is at work. */
export const tookOf = ({ finishedAt, startedAt }: Pick<JobRun, "finishedAt" | "startedAt">): string => {
  if (finishedAt === null) return ""
  const seconds = Math.max(0, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000))
  return seconds < 120
    ? words.text("seconds", { count: seconds })
    : words.text("minutes", { count: Math.round(seconds / 60) })
}
