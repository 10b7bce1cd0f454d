/**
 * What a run tells: a report for each source and one for the whole, and events while it goes on.
 *
 * Reports are plain data, for a person's summary, for `--json`, and for the job history.
 */
import { Context, Effect } from "effect"
import type { InitiativeId, RunId, SourceId, VisitOutcome } from "../domain/index.ts"

/** A visit that gave nothing to read, in words. */
export interface Failure {
  readonly url: string
  readonly outcome: VisitOutcome
  readonly message: string
}

/** What one source gave in a run. */
export interface SourceReport {
  readonly sourceId: SourceId
  readonly initiativeId: InitiativeId
  /** Outcome of the visit to the source itself. */
  readonly outcome: VisitOutcome
  readonly message: string
  /** Set when the source was reached and yet could not be read as configured: a person must look. */
  readonly alarm: string | null
  /** Number of entries that the source lists. */
  readonly listed: number
  readonly newOutputs: number
  /** Known outputs that had changed. */
  readonly newVersions: number
  /** Items visited again and found as they were. */
  readonly unchanged: number
  /** Of these, those that were read again all the same: their source says something else of them now. */
  readonly readAgain: number
  /** Items and linked documents that could not be fetched. */
  readonly failures: ReadonlyArray<Failure>
  /** Sentences about what is decided and a person should know: the source moved, or was retired. */
  readonly notices: ReadonlyArray<string>
  /** Sentences about what was read with difficulty. */
  readonly warnings: ReadonlyArray<string>
}

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
