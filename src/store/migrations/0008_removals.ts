/** What the rules of retention took out of the store: written once, so that nothing goes without a trace. */
import { Effect } from "effect"
import { define, forbid } from "./dialect.ts"

export default Effect.andThen(
  define([
    `CREATE TABLE removals (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      "at" TEXT NOT NULL,
      rule TEXT NOT NULL,
      thing TEXT NOT NULL,
      detail TEXT NOT NULL
    )`
  ]),
  Effect.andThen(
    forbid("removals", "UPDATE", "what was removed stays recorded"),
    forbid("removals", "DELETE", "what was removed stays recorded")
  )
)
