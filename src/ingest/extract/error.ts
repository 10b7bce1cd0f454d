/**
 * Why bytes could not be read as a document. Each reason has one sentence that says what to do.
 */
import { Schema } from "effect"

export const ExtractReason = Schema.Literals([
  "empty",
  "not-a-document",
  "broken",
  "password",
  "needs-ocr",
  "too-large",
  "too-slow"
])
export type ExtractReason = typeof ExtractReason.Type

/** A document that cannot be read; `message` is one sentence for a person. */
export class ExtractError extends Schema.TaggedError<ExtractError>()("ExtractError", {
  reason: ExtractReason,
  message: Schema.String
}) {}

/** A failure as plain data, for the pure readers and for the worker thread. */
export interface ReadFailure {
  readonly reason: ExtractReason
  readonly message: string
}
