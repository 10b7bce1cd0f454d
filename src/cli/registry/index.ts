/** `tributary registry`: the initiatives and their sources. */
import { Command } from "effect/cli"
import { acceptMove } from "./accept-move.ts"
import { add } from "./add.ts"
import { check } from "./check.ts"
import { exportCommand } from "./export.ts"
import { importCommand } from "./import.ts"
import { list } from "./list.ts"
import { setStatus } from "./set-status.ts"
import { show } from "./show.ts"

export const registry = Command.make("registry").pipe(
  Command.withDescription("The known initiatives and the sources where they publish"),
  Command.withSubcommands([list, show, check, add, setStatus, acceptMove, importCommand, exportCommand])
)
