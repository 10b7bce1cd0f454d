/** `tributary jobs`: what runs by itself. */
import { Command } from "effect/cli"
import { cancel } from "./cancel.ts"
import { history } from "./history.ts"
import { list } from "./list.ts"
import { run } from "./run.ts"

export const jobs = Command.make("jobs").pipe(
  Command.withDescription("What runs by itself: the jobs, their times, and what came of them"),
  Command.withSubcommands([list, run, history, cancel])
)
