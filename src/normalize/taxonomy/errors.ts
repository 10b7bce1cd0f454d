/** Errors of the taxonomy: each names the file and line at fault and what to do. */
import { Schema } from "effect"

/** The taxonomy or the model made from it cannot be used. */
export class TaxonomyError extends Schema.TaggedError<TaxonomyError>()("TaxonomyError", {
  message: Schema.String,
  /** Faults found, each with file and line. */
  faults: Schema.Array(Schema.String)
}) {}
