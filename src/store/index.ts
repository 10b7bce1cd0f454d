/** The store: captures, outputs, statements, reviews and all else that Tributary remembers. */
export {
  AccountSessions,
  type Actor,
  Attempts,
  type Attempted,
  Audit,
  type AuditFilter,
  type Change,
  People,
  StoredTokens
} from "./accounts/index.ts"
export { Alarms } from "./alarms.ts"
export { captureIdOf, type CaptureCheck, Captures } from "./captures.ts"
export { workflowPrefix } from "./catalogue.ts"
export { Clusters } from "./clusters.ts"
export { type CopiedTable, type CopyProgress, CopyRefused, type CopyReport, copyStore } from "./copy.ts"
export { CycleEdits } from "./cycle-edits.ts"
export { Database } from "./database.ts"
export { StoreError, StoreErrorReason } from "./error.ts"
export { forgetHistory } from "./forget-history.ts"
export { type StoreInfo, storeInfo } from "./info.ts"
export { type HostTurn, HostTurns, turnLastsMs } from "./host-turns.ts"
export { type GroupPlace, groupSilenceMs, ImportGroups, type TakenGroup } from "./import-groups.ts"
export { Initiatives } from "./initiatives.ts"
export {
  type DueRule,
  type ItemChange,
  Items,
  type ItemVisit,
  type ListedItem,
  type RecordedItem
} from "./items.ts"
export { Isolation } from "./isolation.ts"
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
export {
  type Key as ListingKey,
  type ListedOutput,
  Listings,
  type OutputsPart,
  type VersionMark
} from "./listings.ts"
export { now, timestampOf } from "./now.ts"
export { type NewMessage, Outbox, type OutboxCount } from "./outbox.ts"
export { type OutputEvent, type OutputFilter, Outputs } from "./outputs.ts"
export { CurrentProcess, heartbeatMs, type ProcessName, processWords, silenceOfProcessMs } from "./process.ts"
export { Patience, runPatienceMs, startPatienceMs } from "./patience.ts"
export {
  type InitiativeTotals,
  type IssueTotals,
  Readings,
  type YearOfInitiative,
  type YearOfIssue
} from "./readings.ts"
export {
  type CorrectionFilter,
  Corrections,
  OrganiserLinks,
  type RegistrationFilter,
  type RegistrationPreview,
  Registrations,
  type UploadFilter,
  Uploads
} from "./registering/index.ts"
export { type ReleaseContents, ReleaseFrozen, Releases } from "./releases.ts"
export { isDatabaseUrl } from "./postgres/address.ts"
export { type InDoubt, lowScore, type QueueFilter, ReviewQueue } from "./review-queue.ts"
export { type ExcludedFilter, type RecentBatch, ReviewWork, type WaitingOutput } from "./review-work.ts"
export { Reviews } from "./reviews.ts"
export { Runs } from "./runs.ts"
export {
  type Facets,
  type PlacedMatch,
  Search,
  type SearchCount,
  type SearchPart,
  type SearchRequest,
  type SearchResult,
  type Span,
  spanFinder
} from "./search/index.ts"
export { type SourceFilter, Sources, unvisited } from "./sources.ts"
export { type StatementFilter, Statements } from "./statements.ts"
export { storeFileName } from "./sqlite-store.ts"
export { type Repositories, Store, type StoreOptions, transaction } from "./store.ts"
export { type OutcomeCount, type VisitFilter, Visits } from "./visits.ts"
export { type Departure, Retention, type RetentionRules } from "./retention.ts"
export { type ArrivalCount, Watch, type WatchFigures } from "./watch.ts"
export {
  type OutputInDoubt,
  type Uncertain,
  type UncertainStatement,
  type Waiting,
  Worklist
} from "./worklist.ts"
