/** Normalisation: pure functions from documents to statements, issues and clusters. */
export { consolidateAll, type ConsolidatedStore } from "./consolidate/all.ts"
export { outputIdOf, statementIdOf } from "./identifiers.ts"
export { type Normalized, normalizeDocument, type NormalizeInput } from "./normalize.ts"
export { applyReviews, decidedStatements } from "./reviews.ts"
