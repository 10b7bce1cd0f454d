/**
 * Consolidation in steps: up to minutes of pure work, which whoever has it done can put aside between any two steps, so
 * that others get their turn.
 */

/** In their order; those from "words" to "groups" come twice where an output is found to stand at two addresses. */
export const stages = ["furniture", "words", "repetitions", "neighbours", "groups", "clusters"] as const
export type Stage = (typeof stages)[number]

/** How far the work has come: the stage, and the share of it that is done, in whole per cents. */
export interface Step {
  readonly stage: Stage
  readonly percent: number
}

/** Work that stops after each step and gives its result in the end. */
export type Steps<A> = Generator<Step, A, void>

/** Statements, pairs or groups of one step: in all stages a few milliseconds of work at most. */
const inOneStep = 16

/** Stops where the next step begins; costs next to nothing elsewhere. */
export function* step(stage: Stage, done: number, of: number): Steps<void> {
  if (done % inOneStep === 0) yield { stage, percent: Math.floor((100 * done) / Math.max(1, of)) }
}

/** Does all steps at one go. */
export const finish = <A>(steps: Steps<A>): A => {
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
  }
}
