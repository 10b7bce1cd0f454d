/** `tributary review list`: all decisions, in the order in which they were made. */
import { Effect } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { Command } from "effect/cli"
import { columns, counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"
import { decisionText } from "./words.ts"

export const list = Command.make(
  "list",
  { json },
  Effect.fn(function* (flags) {
    const { Reviews } = yield* Effect.promise(() => import("../../store/index.ts"))
    const reviews = yield* Effect.flatMap(Reviews, (all) => all.list()).pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson(reviews)
    if (reviews.length === 0) {
      return yield* print(
        'No review yet: "tributary review relabel STATEMENT --issues A,B --by NAME" makes one.'
      )
    }
    yield* print(
      columns(
        ["review", "at (UTC)", "by", "decision", "reason"],
        reviews.map(({ at, by, decision, id, reason }) => [
          String(id),
          minuteOf(at),
          by,
          decisionText(decision),
          reason
        ])
      )
    )
    yield* print(`\n${counted(reviews.length, "review")}; of those about the same the newest is in force.`)
  })
).pipe(Command.withDescription("List all decisions with their dates and signatures"))
