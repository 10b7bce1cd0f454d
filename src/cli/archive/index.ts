/** `tributary archive`: captures and visits as WARC files. */
import { Command } from "effect/cli"
import { exportCommand } from "./export.ts"
import { importCommand } from "./import.ts"
import { verify } from "./verify.ts"

export const archive = Command.make("archive").pipe(
  Command.withDescription(
    "Captures and visits as WARC files, for keeping, handing on and rebuilding a store"
  ),
  Command.withSubcommands([exportCommand, importCommand, verify])
)
