/** Runs and other long work that joins ingest, normalisation, export and store. */
export { addFile } from "./add-file.ts"
export { findMeeting } from "../export/index.ts"
export { cycleOf, loadCycles } from "./cycles.ts"
export { importRun, layer, reached, RunEvents, type RunReport, type SourceReport } from "./polling.ts"
export { presentCycles } from "./present-cycles.ts"
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
export {
  review,
  type ReviewedLine,
  reviewedLines,
  ReviewRefused,
  settle,
  takeBack
} from "./reviewing/index.ts"
export { ScheduleError, trigger } from "./scheduler/trigger.ts"
export { storeStatus } from "./status.ts"
export { writeDigest } from "./write-digest.ts"
