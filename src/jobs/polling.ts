/**
 * What a poll of the sources needs, and nothing that only reading, digests or uploads need: most polls find
 * nothing new, and extraction and normalisation are most of the program (import-run.ts loads them on demand).
 */
import { Layer } from "effect"
import { Visitor } from "../ingest/visit/index.ts"
import { sharedTurns } from "./shared-turns.ts"
import { Normalizer } from "../normalize/normalizer.ts"

export { ImportStopped, importNow } from "./import-now.ts"
export { importRun } from "./import-run.ts"
export { reached, RunEvents, type RunReport, type SourceReport } from "./report.ts"

/** What jobs need besides a store. */
export const layer = Layer.merge(Layer.provide(Visitor.layer, sharedTurns), Normalizer.layer)
