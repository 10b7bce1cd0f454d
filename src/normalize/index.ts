/** Normalisation: pure functions from documents to statements, issues and clusters. */
export { clusterOf, consolidateAll, type ConsolidatedStore } from "./consolidate/all.ts"
export type { Step } from "./consolidate/steps.ts"
export { consolidateBeside } from "./consolidate/turns.ts"
export { outputIdOf, statementIdOf } from "./identifiers.ts"
export { type Normalized, normalizeDocument, type NormalizeInput } from "./normalize.ts"
export { applyReviews, nothingDecided, type StandingDecisions, standingDecisions } from "./reviews.ts"
