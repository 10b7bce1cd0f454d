/** `tributary registrations`: what organisers ask to be followed. */
import { Command } from "effect/cli"
import { approve } from "./approve.ts"
import { list } from "./list.ts"
import { refuse } from "./refuse.ts"

export const registrations = Command.make("registrations").pipe(
  Command.withDescription("List, approve and refuse what organisers registered at the portal"),
  Command.withSubcommands([list, approve, refuse])
)
