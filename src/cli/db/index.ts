/** `tributary db`: the database beneath the store. */
import { Command } from "effect/cli"
import { copy } from "./copy.ts"
import { info } from "./info.ts"

export const db = Command.make("db").pipe(
  Command.withDescription("The database beneath the store: what it is, and copying it to another engine"),
  Command.withSubcommands([info, copy])
)
