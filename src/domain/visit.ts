/**
 * Runs, visits, captures and items: what was asked of which server, and what came back.
 */
import { Schema } from "effect"
import { DateOrigin } from "./document.ts"
import {
  CaptureId,
  HttpUrl,
  InitiativeId,
  IsoDate,
  OutputId,
  RunId,
  SourceId,
  Timestamp,
  VisitId
} from "./ids.ts"

/**
 * Outcome of a visit; the full list with remedies stands in docs/visit-outcomes.md.
 * A failing source is data: nothing here is an exception.
 */
export const VisitOutcome = Schema.Literals([
  "ok",
  "not-modified",
  "bad-url",
  "blocked-address",
  "blocked-port",
  "blocked-by-robots",
  "dns-error",
  "network-error",
  "tls-error",
  "too-slow",
  "too-large",
  "redirect-loop",
  "bad-redirect",
  "bad-encoding",
  "not-found",
  "gone",
  "refused",
  "rate-limited",
  "challenge",
  "server-error",
  "unexpected-status",
  "unsupported-media"
])
export type VisitOutcome = typeof VisitOutcome.Type

/** Why a URL was visited. */
export const VisitPurpose = Schema.Literals(["source", "item", "linked-document", "robots", "check"])
export type VisitPurpose = typeof VisitPurpose.Type

/** One request made in a run (redirects included), with its outcome. */
export const Visit = Schema.Struct({
  id: VisitId,
  runId: RunId,
  /** Null for visits that belong to no source, such as robots.txt. */
  sourceId: Schema.NullOr(SourceId),
  purpose: VisitPurpose,
  url: Schema.String,
  finalUrl: Schema.NullOr(Schema.String),
  outcome: VisitOutcome,
  /** HTTP status of the last response (RFC 9110, section 15); null when there was none. */
  status: Schema.NullOr(Schema.Int),
  /** Media type of the response without parameters (RFC 9110, section 8.3.1). */
  mediaType: Schema.NullOr(Schema.String),
  /** Value of the charset parameter, as the server states it. */
  charset: Schema.NullOr(Schema.String),
  /** Length of the decoded body in bytes; 0 when there is none. */
  bytes: Schema.Int,
  captureId: Schema.NullOr(CaptureId),
  etag: Schema.NullOr(Schema.String),
  lastModified: Schema.NullOr(Schema.String),
  startedAt: Timestamp,
  /** Milliseconds from the first request to the end of the body. */
  durationMs: Schema.Int,
  /** One sentence for a person: what happened and, if it failed, what to do. */
  message: Schema.String
})
export type Visit = typeof Visit.Type

/** What started a run. */
export const RunTrigger = Schema.Literals(["manual", "schedule", "demo", "upload"])
export type RunTrigger = typeof RunTrigger.Type

/** running while its process lives; interrupted when it was stopped before its end. */
export const RunState = Schema.Literals(["running", "completed", "interrupted"])
export type RunState = typeof RunState.Type

/** One execution of an import. */
export const Run = Schema.Struct({
  id: RunId,
  trigger: RunTrigger,
  state: RunState,
  startedAt: Timestamp,
  finishedAt: Schema.NullOr(Timestamp)
})
export type Run = typeof Run.Type

/** Bytes as received (after content decoding), never changed; the bytes themselves stay in the store. */
export const Capture = Schema.Struct({
  id: CaptureId,
  /** Length in bytes, uncompressed. */
  bytes: Schema.Int,
  mediaType: Schema.NullOr(Schema.String),
  charset: Schema.NullOr(Schema.String),
  /** Where these bytes were first seen: a URL, or `upload:` and the file's name. */
  url: Schema.String,
  retrievedAt: Timestamp
})
export type Capture = typeof Capture.Type

/** An entry that a source lists: a promise of an output, with what the list says of it. */
export const Item = Schema.Struct({
  sourceId: SourceId,
  initiativeId: InitiativeId,
  /** The page that a person would open. */
  url: HttpUrl,
  /** Address of the same content in an API, when it is better read there; null for the page itself. */
  fetchUrl: Schema.NullOr(HttpUrl),
  title: Schema.NullOr(Schema.String),
  publishedAt: Schema.NullOr(IsoDate),
  publishedFrom: Schema.NullOr(DateOrigin),
  summary: Schema.NullOr(Schema.String),
  /** SHA-256 of what the list says of the entry: when it changes, the item is read again. */
  signature: Schema.String,
  firstSeenAt: Timestamp,
  lastSeenAt: Timestamp,
  /** Last visit to the item itself; null while it still waits. */
  visitedAt: Schema.NullOr(Timestamp),
  outputId: Schema.NullOr(OutputId)
})
export type Item = typeof Item.Type

/** What a source knows of itself between runs: validators, health, next visit. */
export const SourceState = Schema.Struct({
  sourceId: SourceId,
  etag: Schema.NullOr(Schema.String),
  lastModified: Schema.NullOr(Schema.String),
  /** Where the source was found last, when redirects led elsewhere. */
  finalUrl: Schema.NullOr(Schema.String),
  lastVisitAt: Schema.NullOr(Timestamp),
  lastSuccessAt: Schema.NullOr(Timestamp),
  /** Last time at which the source held something new. */
  lastChangeAt: Schema.NullOr(Timestamp),
  lastOutcome: Schema.NullOr(VisitOutcome),
  lastMessage: Schema.NullOr(Schema.String),
  /** Name of what was wrong although the source was reached (`src/ingest/source/reader.ts`); null as a rule. */
  alarm: Schema.NullOr(Schema.String),
  /** Number of failures in a row; 0 after a success. */
  failures: Schema.Int,
  /** Number of items listed at the last success. */
  itemsListed: Schema.NullOr(Schema.Int),
  /** Address to which permanent redirects (301, 308) led at the last visits; null when there were none. */
  permanentUrl: Schema.NullOr(HttpUrl),
  /** Visits in a row at which they led there; from two on the source counts as moved. */
  permanentSeen: Schema.Int,
  /** Visits in a row at which the source was gone (410); at the second one it is retired. */
  goneSeen: Schema.Int,
  /** Instant from which its silence should be looked at; null while its rhythm is not known. */
  silentFrom: Schema.NullOr(Timestamp),
  nextVisitAt: Schema.NullOr(Timestamp),
  /** Why the next visit comes then, in a sentence. */
  nextVisitReason: Schema.NullOr(Schema.String)
})
export type SourceState = typeof SourceState.Type
