/** `tributary review`: what a person decides about statements and outputs, signed and kept for ever. */
import { Command } from "effect/cli"
import { correctDate, documentKind, exclude, kind, relabel, restore } from "./decide.ts"
import { exportCommand } from "./export.ts"
import { find } from "./find.ts"
import { list } from "./list.ts"

export const review = Command.make("review").pipe(
  Command.withDescription("Decide about statements and outputs; stronger than any recomputation"),
  Command.withSubcommands([
    find,
    relabel,
    kind,
    exclude,
    restore,
    documentKind,
    correctDate,
    list,
    exportCommand
  ])
)
