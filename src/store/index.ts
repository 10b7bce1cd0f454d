/** The store: captures, outputs, statements, reviews and all else that Tributary remembers. */
export { captureIdOf, type CaptureCheck, Captures } from "./captures.ts"
export { Clusters } from "./clusters.ts"
export { Database } from "./database.ts"
export { StoreError, StoreErrorReason } from "./error.ts"
export { Initiatives } from "./initiatives.ts"
export {
  type DueRule,
  type ItemChange,
  Items,
  type ItemVisit,
  type ListedItem,
  type RecordedItem
} from "./items.ts"
export { JobMemory } from "./job-memory.ts"
export {
  type Advance,
  type Beginning,
  type FinishedStep,
  type JobEnd,
  type JobRunFilter,
  JobRuns,
  type NewJobRun
} from "./job-runs.ts"
export { type Holder, Leases } from "./leases.ts"
export { now, timestampOf } from "./now.ts"
export { type OutputEvent, type OutputFilter, Outputs } from "./outputs.ts"
export { CurrentProcess, heartbeatMs, type ProcessName, processWords } from "./process.ts"
export { type ReleaseContents, ReleaseFrozen, Releases } from "./releases.ts"
export { Reviews } from "./reviews.ts"
export { Runs } from "./runs.ts"
export { type SourceFilter, Sources, unvisited } from "./sources.ts"
export { type StatementFilter, Statements } from "./statements.ts"
export { type Repositories, Store, storeFileName, type StoreOptions, transaction } from "./store.ts"
export { type OutcomeCount, type VisitFilter, Visits } from "./visits.ts"
