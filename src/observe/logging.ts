/**
 * Logs go to standard error, so that results on standard output stay whole: for a person on a terminal in
 * colour, one JSON object a line elsewhere. `--log-level` says how much.
 */
import { Layer, Logger } from "effect"

/** @param isTerminal whether standard error is a terminal */
export const loggingLayer = (isTerminal: boolean = process.stderr.isTTY) =>
  isTerminal
    ? Layer.merge(
        Logger.layer([Logger.consolePretty({ mode: "tty" })]),
        Layer.succeed(Logger.LogToStderr, true)
      )
    : Logger.layer([Logger.withConsoleError(Logger.formatJson)])
