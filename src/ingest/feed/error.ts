/** Why a document cannot be read as a feed. */
import { Schema } from "effect"

/** Stable names of the reasons. */
export const FeedErrorReason = Schema.Literals([
  "empty",
  "encoding",
  "html-page",
  "other-xml",
  "other-json",
  "not-a-feed",
  "entity-expansion",
  "malformed"
])
export type FeedErrorReason = typeof FeedErrorReason.Type

/** The document is not a feed, or is refused; `message` says why and what to do. */
export class FeedError extends Schema.TaggedError<FeedError>()("FeedError", {
  reason: FeedErrorReason,
  message: Schema.String
}) {}

/** Makes a FeedError. */
export const feedError = (reason: FeedErrorReason, message: string): FeedError =>
  new FeedError({ reason, message })
