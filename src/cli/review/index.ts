/** `tributary review`: what a person decides about statements and outputs, signed and kept for ever. */
import { Command } from "effect/cli"
import { correctDate, documentKind, exclude, kind, merge, relabel, restore, split, undo } from "./decide.ts"
import { exportCommand } from "./export.ts"
import { find } from "./find.ts"
import { list } from "./list.ts"
import { settle } from "./settle.ts"

export const review = Command.make("review").pipe(
  Command.withDescription("Decide about statements and outputs; stronger than any recomputation"),
  Command.withSubcommands([
    find,
    relabel,
    kind,
    exclude,
    restore,
    merge,
    split,
    documentKind,
    correctDate,
    undo,
    list,
    settle,
    exportCommand
  ])
)
