/**
 * The cycles of the IGF as configured: `cycles.yaml` in the data folder, else the one of the project.
 */
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Effect } from "effect"
import type { Cycle, IsoDate } from "../domain/index.ts"
import { CycleError, readCycles } from "../export/cycle.ts"

const shipped = fileURLToPath(new URL("../../registry/cycles.yaml", import.meta.url))

/** Reads the cycles; the error names the file and what is wrong in it. */
export const loadCycles = Effect.fn("loadCycles")(function* (dataDirectory: string) {
  const own = join(dataDirectory, "cycles.yaml")
  const file = existsSync(own) ? own : shipped
  const text = yield* Effect.tryPromise({
    try: () => readFile(file, "utf8"),
    catch: () =>
      new CycleError({ message: `The cycles in ${file} could not be read: check the file's rights.` })
  })
  const cycles = yield* Effect.mapError(
    readCycles(text),
    (error) => new CycleError({ message: `${file}: ${error.message}` })
  )
  const [first, ...more] = cycles
  if (first === undefined) {
    return yield* new CycleError({ message: `${file} describes no cycle: name at least one year.` })
  }
  const found: readonly [Cycle, ...Array<Cycle>] = [first, ...more]
  return found
})

/** The cycle to which a window of dates belongs: that of its last year, else the newest. */
export const cycleOf = (cycles: readonly [Cycle, ...Array<Cycle>], to: IsoDate): Cycle =>
  cycles.find(({ year }) => year === Number(to.slice(0, 4))) ??
  cycles.reduce((newest, cycle) => (cycle.year > newest.year ? cycle : newest))
