/** Archives: captures and visits as WARC 1.1 (ISO 28500:2017), for keeping, handing on and rebuilding a store. */
export { ArchiveError } from "./error.ts"
export { type ArchiveFilter, exportArchive, type ExportReport } from "./export.ts"
export { importArchive, type ImportReport } from "./import.ts"
export { type VerifyReport, verifyArchive, verifyStore } from "./verify.ts"
