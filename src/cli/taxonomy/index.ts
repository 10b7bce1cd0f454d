/** `tributary taxonomy`: the issues by which statements are indexed. */
import { Command } from "effect/cli"
import { check } from "./check.ts"
import { exportCommand } from "./export.ts"
import { list } from "./list.ts"
import { show } from "./show.ts"

export const taxonomy = Command.make("taxonomy").pipe(
  Command.withDescription("The issues by which statements are indexed"),
  Command.withSubcommands([list, show, check, exportCommand])
)
