/**
 * How a command fails: one sentence on standard error and an exit status, never a stack trace.
 *
 * Exit status: 0 done; 1 the command as a whole failed; 2 part of the input could not be used and was
 * named, the rest was done; 130 interrupted.
 */
import { Runtime, Schema } from "effect"

/** The command as a whole failed. `message` names the thing and the remedy. */
export class CommandFailed extends Schema.TaggedError<CommandFailed>()("CommandFailed", {
  message: Schema.String
}) {
  override readonly [Runtime.errorExitCode] = 1
}

/** Part of the input could not be used; each part has been named already. */
export class PartOfInputFailed extends Schema.TaggedError<PartOfInputFailed>()("PartOfInputFailed", {
  message: Schema.String
}) {
  override readonly [Runtime.errorExitCode] = 2
}
