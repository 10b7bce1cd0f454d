/** `tributary mail`: what waits to go out, and whether it can. */
import { Command } from "effect/cli"
import { deliverCommand } from "./deliver.ts"
import { list } from "./list.ts"
import { retry } from "./retry.ts"
import { test } from "./test.ts"

export const mail = Command.make("mail").pipe(
  Command.withDescription("Look at messages that wait to go out, try them, and test the mail server"),
  Command.withSubcommands([list, deliverCommand, retry, test])
)
