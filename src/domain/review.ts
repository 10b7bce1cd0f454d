/**
 * Reviews: decisions of a person about what the program derived.
 *
 * They are append-only, signed and dated, and stronger than any recomputation (DESIGN.md, Terms).
 */
import { Schema } from "effect"
import { DocumentKind } from "./document.ts"
import { IsoDate, IssueId, OutputId, ReviewId, StatementId, Timestamp } from "./ids.ts"
import { StatementKind } from "./statement.ts"

/** What is decided; the newest review of the same tag on the same subject is in force. */
export const ReviewDecision = Schema.Union([
  Schema.TaggedStruct("relabel", { statementId: StatementId, issues: Schema.Array(IssueId) }),
  Schema.TaggedStruct("statement-kind", { statementId: StatementId, kind: StatementKind }),
  Schema.TaggedStruct("exclude", { statementId: StatementId }),
  Schema.TaggedStruct("restore", { statementId: StatementId }),
  Schema.TaggedStruct("merge", { statementId: StatementId, into: StatementId }),
  Schema.TaggedStruct("document-kind", { outputId: OutputId, kind: DocumentKind }),
  Schema.TaggedStruct("correct-date", { outputId: OutputId, publishedAt: IsoDate })
])
export type ReviewDecision = typeof ReviewDecision.Type

/** A person's decision. */
export const Review = Schema.Struct({
  id: ReviewId,
  at: Timestamp,
  /** Name or address of the person who decided. */
  by: Schema.NonEmptyString,
  reason: Schema.String,
  decision: ReviewDecision
})
export type Review = typeof Review.Type
