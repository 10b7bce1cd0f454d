/** The terms of Tributary: schemas only, no input or output. */
export * from "./cycle.ts"
export * from "./document.ts"
export * from "./ids.ts"
export * from "./initiative.ts"
export * from "./review.ts"
export * from "./statement.ts"
export * from "./taxonomy.ts"
export * from "./visit.ts"
