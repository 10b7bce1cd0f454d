/** The diagnosis of an address: named checks on what was seen there. */
export { runChecks } from "./checks.ts"
export { Check, CheckName, CheckVerdict, Diagnosis, PreviewedItem } from "./diagnosis.ts"
export type { Chosen, Facts, Sample } from "./facts.ts"
export { worst } from "./verdict.ts"
