/** `tributary jobs list`. */
import { Clock, Effect } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { Command } from "effect/cli"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { dataDirectory, existingStore } from "../store.ts"
import { config, configured, loadScheduled } from "./flags.ts"

const listed = Effect.fnUntraced(function* (flags: Parameters<typeof configured>[1]) {
  const { timesOf } = yield* loadScheduled
  const { JobRuns } = yield* Effect.promise(() => import("../../store/index.ts"))
  const { jobs, timeZone } = yield* configured(yield* dataDirectory, flags)
  const runs = yield* JobRuns
  const now = yield* Clock.currentTimeMillis
  return yield* Effect.forEach(jobs, ({ expression, job }) =>
    Effect.gen(function* () {
      const [last] = yield* runs.list({ job: job.name, limit: 1 })
      return {
        job: job.name,
        description: job.description,
        times: expression,
        timeZone,
        next: expression === null ? null : (yield* timesOf(expression, timeZone)).next(now),
        last: last ?? null
      }
    })
  )
})

export const list = Command.make(
  "list",
  { config, json },
  Effect.fn(function* (flags) {
    const found = yield* listed(flags.config).pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson(found)
    yield* print(
      columns(
        ["job", "times", "next (UTC)", "last run (UTC)", "result", "what it does"],
        found.map(({ description, job, last, next, times }) => [
          job,
          times ?? "off",
          next === null ? "" : minuteOf(next),
          last === null ? "never" : minuteOf(last.startedAt),
          last === null ? "" : last.state === "completed" ? (last.summary?.sentence ?? "") : last.state,
          description
        ])
      )
    )
  })
).pipe(
  Command.withDescription("List the jobs with their times, when each runs next, and what came of it last")
)
