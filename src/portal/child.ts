/** Work that would keep readers waiting, in a process of its own that ends with the effect that waits for it. */
import { spawn } from "node:child_process"
import { Effect } from "effect"

/** Milliseconds that it may take. */
const limitMs = 15 * 60_000

/** Characters kept of what it says when it fails: the last ones, where the reason stands. */
const keptOfErrors = 2000

/**
 * Runs a program of ours to its end, within a quarter of an hour.
 *
 * @param parameters path of the program, then its arguments
 * @returns what went wrong, null when nothing did
 */
export const runToEnd = (parameters: ReadonlyArray<string>): Effect.Effect<string | null> =>
  Effect.callback((resume) => {
    const child = spawn(process.execPath, parameters, { stdio: ["ignore", "ignore", "pipe"] })
    let said = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-keptOfErrors)
    })
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs)
    child.once("error", (error) => {
      clearTimeout(timer)
      resume(Effect.succeed(error.message))
    })
    child.once("close", (status) => {
      clearTimeout(timer)
      const reason = said.trim() === "" ? `it ended with ${status ?? "a signal"}` : said.trim()
      resume(Effect.succeed(status === 0 ? null : reason))
    })
    return Effect.sync(() => {
      clearTimeout(timer)
      child.kill("SIGKILL")
    })
  })
