/** The job `archive-verify`: recomputes the hash of every capture, so that a failing disk is noticed in time. */
import { Effect, Schema } from "effect"
import { JobName } from "../../domain/index.ts"
import type { Job } from "./job.ts"

const Checked = Schema.Struct({ checked: Schema.Int, damaged: Schema.Array(Schema.String) })

export const archiveVerifyJob: Job = {
  name: JobName.make("archive-verify"),
  description: "recomputes the hash of every capture and names the damaged ones",
  expression: "20 4 * * 0",
  changesStore: false,
  run: ({ step }) =>
    Effect.gen(function* () {
      const { verifyStore } = yield* Effect.promise(() => import("../../ingest/archive/verify.ts"))
      const { checked, damaged } = yield* step("verify", Checked, verifyStore)
      return {
        sentence:
          damaged.length === 0
            ? `${checked.toLocaleString("en")} captures checked, every hash is right.`
            : `${checked.toLocaleString("en")} captures checked, ${damaged.length} damaged.`,
        counts: { checked, damaged: damaged.length },
        problems: damaged
      }
    })
}
