/**
 * The diagnosis of an address: what was found, how it would be read, and named checks with remedies. The
 * shape is what `registry check --json` prints and the portal shows.
 */
import { Schema } from "effect"
import {
  DocumentKind,
  IsoDate,
  IssueId,
  LanguageTag,
  SourceKind,
  SourceOptions,
  StatementKind,
  Timestamp,
  VisitOutcome
} from "../../domain/index.ts"

/** The checks, in the order in which they are shown. */
export const CheckName = Schema.Literals([
  "reachable",
  "certificate",
  "robots",
  "encoding",
  "size",
  "feed-well-formed",
  "listing-structure",
  "dates",
  "item-addresses-stable",
  "duplicates",
  "update-rhythm",
  "truncation",
  "full-text",
  "language-known",
  "outputs-among-items"
])
export type CheckName = typeof CheckName.Type

/** pass: as it should be; warn: it is read, but less well than it could be; fail: it cannot be followed so. */
export const CheckVerdict = Schema.Literals(["pass", "warn", "fail", "not-applicable"])
export type CheckVerdict = typeof CheckVerdict.Type

/** One check. */
export const Check = Schema.Struct({
  name: CheckName,
  verdict: CheckVerdict,
  /** What was seen, in a sentence. */
  message: Schema.String,
  /** What the site's owner or the Secretariat can do; null where nothing needs to be done. */
  remedy: Schema.NullOr(Schema.String)
})
export type Check = typeof Check.Type

/** An entry of the source as it would be imported. */
export const PreviewedItem = Schema.Struct({
  url: Schema.String,
  title: Schema.NullOr(Schema.String),
  publishedAt: Schema.NullOr(IsoDate),
  /** Null when the entry was not looked into: only a few are, out of politeness. */
  reading: Schema.NullOr(
    Schema.Struct({
      outcome: VisitOutcome,
      /** Why it could not be read; null as a rule. */
      problem: Schema.NullOr(Schema.String),
      kind: DocumentKind,
      inDoubt: Schema.Boolean,
      language: LanguageTag,
      statements: Schema.Int,
      /** Length of the text in UTF-16 code units. */
      characters: Schema.Int,
      /** Issues of its statements, the most frequent first, five at most. */
      issues: Schema.Array(Schema.Struct({ id: IssueId, statements: Schema.Int })),
      /** Some of its statements as they would be quoted, three at most, those with issues first. */
      examples: Schema.Array(
        Schema.Struct({ text: Schema.String, kind: StatementKind, issues: Schema.Array(IssueId) })
      )
    })
  )
})
export type PreviewedItem = typeof PreviewedItem.Type

const Found = Schema.Struct({ kind: SourceKind, url: Schema.String, reasons: Schema.Array(Schema.String) })

/** The whole diagnosis. */
export const Diagnosis = Schema.Struct({
  url: Schema.String,
  finalUrl: Schema.NullOr(Schema.String),
  /** Outcome of the visit to the address itself. */
  outcome: VisitOutcome,
  checkedAt: Timestamp,
  durationMs: Schema.Int,
  /** Requests that the check made, robots.txt not counted. */
  visits: Schema.Int,
  /** The worst verdict of all checks. */
  verdict: CheckVerdict,
  /** The result in a sentence. */
  summary: Schema.String,
  /** How it would be registered; null when there is nothing to follow. */
  source: Schema.NullOr(
    Schema.Struct({
      ...Found.fields,
      options: SourceOptions,
      /** Entries seen. */
      items: Schema.Int,
      /** False when the list goes on beyond what was read for the check. */
      complete: Schema.Boolean
    })
  ),
  /** Other places that could be registered, best first. */
  alternatives: Schema.Array(Found),
  checks: Schema.Array(Check),
  items: Schema.Array(PreviewedItem)
})
export type Diagnosis = typeof Diagnosis.Type
