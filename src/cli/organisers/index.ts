/** `tributary organisers`: private links to the pages of initiatives. */
import { Command } from "effect/cli"
import { link } from "./link.ts"
import { list } from "./list.ts"
import { revoke } from "./revoke.ts"

export const organisers = Command.make("organisers").pipe(
  Command.withDescription("Make, list and withdraw the private links of organisers"),
  Command.withSubcommands([link, list, revoke])
)
