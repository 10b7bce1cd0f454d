/** The schema's history cut off after a step, as the program of that time had it. */
import { Migrator } from "effect/sql"
import { migrations, migrationTable } from "../../src/store/migrations/index.ts"

/** Runs the first steps alone. */
export const firstSteps = (count: number) =>
  Migrator.make({})({
    loader: Migrator.fromRecord(Object.fromEntries(Object.entries(migrations).slice(0, count))),
    table: migrationTable
  })
