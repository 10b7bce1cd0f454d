/**
 * The cycles of the IGF as they count now: those of the file, each year replaced by the Secretariat's own
 * edit where there is one, and years that only an edit knows.
 */
import { Effect } from "effect"
import type { Cycle, CycleEdit } from "../domain/index.ts"
import { CycleError } from "../export/cycle.ts"
import { CycleEdits } from "../store/index.ts"
import { loadCycles } from "./cycles.ts"

/** A cycle with where it comes from. */
export interface PresentCycle {
  readonly cycle: Cycle
  /** The edit that counts; null where the file does. */
  readonly edit: CycleEdit | null
}

/** Sets edits in place of what the file says, by year. */
export const withEdits = (
  file: ReadonlyArray<Cycle>,
  edits: ReadonlyArray<CycleEdit>
): ReadonlyArray<PresentCycle> => {
  const found = new Map<number, PresentCycle>(file.map((cycle) => [cycle.year, { cycle, edit: null }]))
  for (const edit of edits) {
    if (edit.cycle !== null) found.set(edit.year, { cycle: edit.cycle, edit })
  }
  return [...found.values()].toSorted((a, b) => a.cycle.year - b.cycle.year)
}

/** The cycles with where each comes from, the earliest first. */
export const describeCycles = Effect.fn("describeCycles")(function* (dataDirectory: string) {
  const file = yield* loadCycles(dataDirectory)
  return withEdits(file, yield* (yield* CycleEdits).present)
})

/** The cycles that count, the earliest first. */
export const presentCycles = Effect.fn("presentCycles")(function* (dataDirectory: string) {
  const [first, ...more] = (yield* describeCycles(dataDirectory)).map(({ cycle }) => cycle)
  if (first === undefined) {
    return yield* new CycleError({ message: "No cycle is known: name at least one year in cycles.yaml." })
  }
  const found: readonly [Cycle, ...Array<Cycle>] = [first, ...more]
  return found
})
