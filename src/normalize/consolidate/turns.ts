/**
 * Consolidation in turns: after some milliseconds of it whatever else the process has to do gets its turn, such as
 * answers about its health, signs of life, and the word that the work is to stop.
 *
 * A thread of its own would need the statements, and all that is loaded, a second time: 250 MB for 120,000 of them.
 */
import { Clock, Effect } from "effect"
import type { Output, StatementToCompare } from "../../domain/index.ts"
import type { StandingDecisions } from "../reviews.ts"
import { consolidateInSteps } from "./all.ts"
import type { Step, Steps } from "./steps.ts"

/** Nanoseconds of one turn. */
const turn = 20_000_000n

/** Waits until the event loop has looked at everything that waits. */
const othersTurn = Effect.callback<void>((resume) => {
  const waiting = setImmediate(() => resume(Effect.void))
  return Effect.sync(() => clearImmediate(waiting))
})

/** Does all steps, a few milliseconds of them at a time; tells after each turn how far it is. */
const inTurns = Effect.fnUntraced(function* <A>(
  steps: Steps<A>,
  onStep: (step: Step) => Effect.Effect<void>
) {
  const clock = yield* Clock.Clock
  for (;;) {
    const end = clock.monotonicTimeNanosUnsafe() + turn
    let last: Step
    do {
      const next = steps.next()
      if (next.done === true) return next.value
      last = next.value
    } while (clock.monotonicTimeNanosUnsafe() < end)
    yield* onStep(last)
    yield* othersTurn
  }
})

/** What `consolidateAll` gives; the process answers meanwhile. */
export const consolidateBeside = Effect.fn("consolidateBeside")(
  (
    outputs: ReadonlyArray<Output>,
    statements: ReadonlyArray<StatementToCompare>,
    standing: StandingDecisions,
    onStep: (step: Step) => Effect.Effect<void> = () => Effect.void
  ) => inTurns(consolidateInSteps(outputs, statements, standing), onStep)
)
