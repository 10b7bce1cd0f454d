/** Telling at the end of a job: what goes wrong in it is logged, and does not make the job fail. */
import { Effect } from "effect"
import { Health } from "../../observe/health.ts"
import type { Report } from "./report.ts"
import { tell } from "./tell.ts"

/** Tells what is to be told after a run, or of the week. Never fails. */
export const announce = Effect.fn("announce")(
  function* (kind: Report["kind"]) {
    const { checks } = yield* (yield* Health).report
    yield* tell(kind, checks)
  },
  Effect.catch((error) => Effect.logError(`The report could not be made: ${error.message}`))
)
