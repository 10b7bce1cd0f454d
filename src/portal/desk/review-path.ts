/** Where an output is reviewed. */
import type { OutputId, StatementId } from "../../domain/index.ts"

/** Path and query of the review of an output, at a statement of it where one is named. */
export const reviewPath = (output: OutputId, statement: StatementId | null = null): string =>
  statement === null ? `/review/output/${output}` : `/review/output/${output}?s=${statement}#selected`
