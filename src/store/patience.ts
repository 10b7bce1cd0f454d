/** How long work waits for a database that does not answer, as while its server is started again. */
import { Context } from "effect"

/**
 * Milliseconds; 0, as for readers of pages, tells at once. Work that waits does its last statement or transaction
 * again, which may have been done: only work that bears this is patient.
 */
export const Patience = Context.Reference<number>("tributary/store/Patience", { defaultValue: () => 0 })

/** What runs of jobs wait. */
export const runPatienceMs = 120_000

/** What programs that run unattended wait for the database at their start: it may be starting beside them. */
export const startPatienceMs = 30_000

/** Milliseconds between two attempts to reach a database. */
export const patienceStepMs = 500
