/**
 * The Secretariat's desk: cycles as it edited them (each edit is a row, and the newest of a year counts), and
 * the outputs that wait for a person, found without reading all.
 */
import { Effect } from "effect"
import { define, forbid } from "./dialect.ts"

export default Effect.andThen(
  define([
    `CREATE TABLE cycle_edits (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      "at" TEXT NOT NULL,
      "by" TEXT NOT NULL,
      year INTEGER NOT NULL,
      what TEXT NOT NULL,
      cycle TEXT NOT NULL
    )`,
    `CREATE INDEX cycle_edits_by_year ON cycle_edits (year, id)`,
    `CREATE INDEX outputs_in_doubt ON outputs (first_seen_at) WHERE in_doubt = 1`
  ]),
  Effect.andThen(
    forbid("cycle_edits", "UPDATE", "the history of cycles is append-only"),
    forbid("cycle_edits", "DELETE", "the history of cycles is append-only")
  )
)
