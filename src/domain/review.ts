/**
 * Reviews: decisions of a person about what the program derived.
 *
 * They are append-only, signed and dated, and stronger than any recomputation (DESIGN.md, Terms).
 */
import { Schema } from "effect"
import { DocumentKind } from "./document.ts"
import { IsoDate, IssueId, OutputId, ReviewId, StatementId, Timestamp } from "./ids.ts"
import { StatementKind } from "./statement.ts"

/**
 * What is decided. The newest review of the same tag on the same subject is in force; exclude, restore, merge and
 * split answer one question about a statement, so the newest of the four is. Null where a person takes an earlier
 * decision back, so that what the program finds holds again.
 *
 * `merge`: it says what `into` says, so that both stand in one cluster, and within one initiative it is quoted
 * once. `split`: it says what no other statement says; only a later merge joins it to one. `restore`: as the
 * program finds it.
 */
export const ReviewDecision = Schema.Union([
  Schema.TaggedStruct("relabel", { statementId: StatementId, issues: Schema.NullOr(Schema.Array(IssueId)) }),
  Schema.TaggedStruct("statement-kind", { statementId: StatementId, kind: Schema.NullOr(StatementKind) }),
  Schema.TaggedStruct("exclude", { statementId: StatementId }),
  Schema.TaggedStruct("restore", { statementId: StatementId }),
  Schema.TaggedStruct("merge", { statementId: StatementId, into: StatementId }),
  Schema.TaggedStruct("split", { statementId: StatementId }),
  Schema.TaggedStruct("document-kind", { outputId: OutputId, kind: Schema.NullOr(DocumentKind) }),
  Schema.TaggedStruct("correct-date", { outputId: OutputId, publishedAt: Schema.NullOr(IsoDate) })
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
