/** Runs and other long work that joins ingest, normalisation, export and store. */
import { Layer } from "effect"
import { Visitor } from "../ingest/visit/index.ts"
import { Normalizer } from "../normalize/normalizer.ts"

export { addFile } from "./add-file.ts"
export { findMeeting } from "../export/index.ts"
export { cycleOf, loadCycles } from "./cycles.ts"
export { importRun } from "./import-run.ts"
export { makeDigest } from "./make-digest.ts"
export {
  freezeDigest,
  type FreezeRequest,
  keptRelease,
  ReleaseTampered,
  UnknownRelease,
  type Verification,
  verifyRelease
} from "./release/index.ts"
export { renormalize } from "./renormalize.ts"
export { review, type ReviewedLine, reviewedLines, ReviewRefused } from "./review.ts"
export { reached, RunEvents, type RunReport, type SourceReport } from "./report.ts"
export { ScheduleError, trigger } from "./schedule.ts"
export { storeStatus } from "./status.ts"
export { writeDigest } from "./write-digest.ts"

/** What jobs need besides a store. */
export const layer = Layer.merge(Visitor.layer, Normalizer.layer)
