/** Guarded visits to strangers' servers. */
export { VisitConfig, VisitConfigError, type VisitSettings } from "./config.ts"
export { type VisitRequest, type VisitResult } from "./result.ts"
export { Visitor } from "./visitor.ts"
