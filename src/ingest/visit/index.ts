/** Guarded visits to strangers' servers. */
export { VisitConfig, VisitConfigError, type VisitSettings } from "./config.ts"
export { Gate } from "./gate.ts"
export { politenessKey } from "./politeness.ts"
export { largeBody, type Lease, makeRoom, type Room } from "./room.ts"
export { type VisitRequest, type VisitResult } from "./result.ts"
export { SharedTurns, type Turns } from "./shared-turns.ts"
export { Visitor } from "./visitor.ts"
