/** `tributary user`: who may sign in to the portal. */
import { Command } from "effect/cli"
import { add } from "./add.ts"
import { disable, enable } from "./access.ts"
import { key } from "./key.ts"
import { list } from "./list.ts"
import { reset } from "./reset.ts"

export const user = Command.make("user").pipe(
  Command.withDescription("Add, list and change the people who may sign in to the portal"),
  Command.withSubcommands([add, list, reset, disable, enable, key])
)
