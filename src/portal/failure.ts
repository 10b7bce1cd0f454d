/**
 * What a page may fail with: a status of HTTP and one sentence for the reader.
 */
import { Schema } from "effect"

/** The request cannot be served; it becomes an error page. */
export class PageFailure extends Schema.TaggedError<PageFailure>()("PageFailure", {
  status: Schema.Literals([400, 403, 404, 405, 410, 413, 415, 422, 429, 503]),
  /** What is wrong and what to do, in the reader's language. Empty for the usual sentence of the status. */
  message: Schema.String,
  /** Seconds after which it may be tried again, for 429 and 503. */
  retryAfter: Schema.optionalKey(Schema.Int)
}) {}

/** 404 with a sentence of its own, or the usual one. */
export const notFound = (message = ""): PageFailure => new PageFailure({ status: 404, message })

/** 400 with a sentence. */
export const badRequest = (message: string): PageFailure => new PageFailure({ status: 400, message })
