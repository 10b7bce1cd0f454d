/**
 * What a run tells: a report for each source and one for the whole, and events while it goes on.
 *
 * Reports are plain data, for a person's summary, for `--json`, and for the job history.
 */
import { Context, Effect, Schema } from "effect"
import { InitiativeId, type RunId, SourceId, VisitOutcome } from "../domain/index.ts"

/** A visit that gave nothing to read, in words. */
export const Failure = Schema.Struct({ url: Schema.String, outcome: VisitOutcome, message: Schema.String })
export type Failure = typeof Failure.Type

/** What one source gave in a run. */
export const SourceReport = Schema.Struct({
  sourceId: SourceId,
  initiativeId: InitiativeId,
  /** Outcome of the visit to the source itself. */
  outcome: VisitOutcome,
  message: Schema.String,
  /** Set when the source was reached and yet could not be read as configured: a person must look. */
  alarm: Schema.NullOr(Schema.String),
  /** Number of entries that the source lists. */
  listed: Schema.Int,
  newOutputs: Schema.Int,
  /** Known outputs that had changed. */
  newVersions: Schema.Int,
  /** Items visited again and found as they were. */
  unchanged: Schema.Int,
  /** Of these, those that were read again all the same: their source says something else of them now. */
  readAgain: Schema.Int,
  /** Items and linked documents that could not be fetched. */
  failures: Schema.Array(Failure),
  /** Sentences about what is decided and a person should know: the source moved, or was retired. */
  notices: Schema.Array(Schema.String),
  /** Sentences about what was read with difficulty. */
  warnings: Schema.Array(Schema.String)
})
export type SourceReport = typeof SourceReport.Type

/** What a run gave as a whole. */
export interface RunReport {
  readonly runId: RunId
  readonly sources: ReadonlyArray<SourceReport>
  readonly statements: number
  readonly clusters: number
}

export type RunEvent =
  | { readonly _tag: "SourceStarted"; readonly sourceId: SourceId }
  | { readonly _tag: "ItemRead"; readonly sourceId: SourceId; readonly url: string }
  | { readonly _tag: "SourceFinished"; readonly report: SourceReport }
  | { readonly _tag: "Consolidating" }

/** Where events of a run go; nowhere unless somebody watches. */
export class RunEvents extends Context.Reference<{
  readonly publish: (event: RunEvent) => Effect.Effect<void>
}>("tributary/jobs/RunEvents", {
  defaultValue: () => ({ publish: () => Effect.void })
}) {}

/** True when the source itself could be read, changed or not. */
export const reached = (outcome: VisitOutcome): boolean => outcome === "ok" || outcome === "not-modified"

/** True when a source brought something that must be set beside the rest. */
export const hasNews = ({ newOutputs, newVersions, readAgain }: SourceReport): boolean =>
  newOutputs + newVersions + readAgain > 0
