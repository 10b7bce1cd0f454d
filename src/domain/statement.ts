/**
 * Statements: the messages of an output, each with its place, kind and issues.
 */
import { Schema } from "effect"
import { ClusterId, InitiativeId, IssueId, LanguageTag, OutputId, StatementId } from "./ids.ts"

/** Kind of statement (labelling rules: docs/labelling.md). */
export const StatementKind = Schema.Literals([
  "key-message",
  "recommendation",
  "best-practice",
  "challenge",
  "divergence",
  "information",
  "boilerplate"
])
export type StatementKind = typeof StatementKind.Type

/** A span of the statement's text, in UTF-16 code units, end exclusive, with the text it cuts out. */
export const Evidence = Schema.Struct({ start: Schema.Int, end: Schema.Int, text: Schema.String })
export type Evidence = typeof Evidence.Type

/** An issue assigned to a statement. */
export const IssueAssignment = Schema.Struct({
  id: IssueId,
  /** From 0 to 1: how often such an assignment is right. */
  score: Schema.Finite,
  /** The spans that decided it, in order of place. */
  evidence: Schema.Array(Evidence),
  /** Set when the initiative itself named the issue, in the reporting form: its own words for it. */
  statedAs: Schema.optionalKey(Schema.NonEmptyString)
})
export type IssueAssignment = typeof IssueAssignment.Type

/** Where a statement stands in its output. */
export const Place = Schema.Struct({
  /** Index of the (first) block in the version's document. */
  block: Schema.Int,
  /** Headings above it, outermost first. */
  headings: Schema.Array(Schema.String),
  /** Number that the document itself gives it, e.g. "3" or "iv". */
  number: Schema.NullOr(Schema.String),
  page: Schema.NullOr(Schema.Int),
  anchor: Schema.NullOr(Schema.String)
})
export type Place = typeof Place.Type

/** Who speaks in a statement and how many stand behind it; null where the statement does not say. */
export const Attribution = Schema.Struct({
  voice: Schema.NullOr(Schema.Literals(["participants", "speaker", "committee"])),
  strength: Schema.NullOr(Schema.Literals(["consensus", "several", "one"]))
})
export type Attribution = typeof Attribution.Type

/** One message of an output: the smallest thing that a digest quotes. */
export const Statement = Schema.Struct({
  id: StatementId,
  outputId: OutputId,
  initiativeId: InitiativeId,
  /** Position among the output's statements, from 0. */
  ordinal: Schema.Int,
  /** Verbatim, in its own language. */
  text: Schema.NonEmptyString,
  language: LanguageTag,
  kind: StatementKind,
  place: Place,
  /** At most three, best first; empty for boilerplate. */
  issues: Schema.Array(IssueAssignment),
  /** Name of the programme, place or organisation of a best practice, verbatim from the text. */
  caseName: Schema.NullOr(Schema.String),
  /** Null where the statement says neither who speaks nor how strongly. */
  attribution: Schema.NullOr(Attribution),
  /** The line that introduces it in its list ("Participants recommended that:"), verbatim. */
  leadIn: Schema.NullOr(Schema.String),
  /** Statement of the same meaning word for word (or nearly so) that came first. */
  duplicateOf: Schema.NullOr(StatementId),
  /** Set when statements of other initiatives say the same. */
  clusterId: Schema.NullOr(ClusterId)
})
export type Statement = typeof Statement.Type

/** What consolidation needs of a statement: a store holds many at once. */
export const StatementToCompare = Schema.Struct({
  id: StatementId,
  outputId: OutputId,
  initiativeId: InitiativeId,
  text: Schema.NonEmptyString,
  language: LanguageTag,
  kind: StatementKind,
  /** Whether the document itself gives it a number. */
  isNumbered: Schema.Boolean,
  issues: Schema.Array(IssueId),
  duplicateOf: Schema.NullOr(StatementId),
  clusterId: Schema.NullOr(ClusterId)
})
export type StatementToCompare = typeof StatementToCompare.Type

/** A statement as consolidation compares it. */
export const toCompare = ({ issues, place, ...statement }: Statement): StatementToCompare => ({
  id: statement.id,
  outputId: statement.outputId,
  initiativeId: statement.initiativeId,
  text: statement.text,
  language: statement.language,
  kind: statement.kind,
  isNumbered: place.number !== null,
  issues: issues.map(({ id }) => id),
  duplicateOf: statement.duplicateOf,
  clusterId: statement.clusterId
})

/** What only shows of a statement when it is set beside all others. */
export interface StatementMark {
  readonly id: StatementId
  /** Repeated from page to page: it becomes boilerplate, of no issue. */
  readonly isFurniture: boolean
  readonly duplicateOf: StatementId | null
  readonly clusterId: ClusterId | null
}

/** Statements of several initiatives that say the same thing. */
export const Cluster = Schema.Struct({
  id: ClusterId,
  /** The member that stands for the others: the most central one, as written by its initiative. */
  representative: StatementId,
  /** All members, the representative among them, in order of id. */
  members: Schema.Array(StatementId)
})
export type Cluster = typeof Cluster.Type
