/** `tributary registry`: the initiatives and their sources. */
import { Command } from "effect/cli"
import { add } from "./add.ts"
import { exportCommand } from "./export.ts"
import { importCommand } from "./import.ts"
import { list } from "./list.ts"
import { setStatus } from "./set-status.ts"
import { show } from "./show.ts"

export const registry = Command.make("registry").pipe(
  Command.withDescription("The known initiatives and the sources where they publish"),
  Command.withSubcommands([list, show, add, setStatus, importCommand, exportCommand])
)
