/**
 * The scheduler in a process of its own, beside a program that has to answer quickly: a large import keeps
 * no reader waiting, and a fault in one of the two does not end the other.
 *
 * The processes are tied by a channel: when this one ends, however it ends, the scheduler stops too.
 */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Console, Effect, Schedule } from "effect"

const program = fileURLToPath(new URL("../../main.ts", import.meta.url))

/** What the scheduler is given to write down where its runs are. */
const stopLimitMs = 60_000

/** Pauses before it is started again: growing, since what ended it may need a person. */
const again = Schedule.min([Schedule.exponential("10 seconds", 2), Schedule.spaced("10 minutes")])

/** Runs it once; gives its exit status, null when a signal ended it. Stopping this stops it gently first. */
const once = (parameters: ReadonlyArray<string>) =>
  Effect.callback<number | null>((resume) => {
    const child = spawn(process.execPath, [...process.execArgv, program, "schedule", ...parameters], {
      stdio: ["ignore", "inherit", "inherit", "ipc"]
    })
    child.once("error", () => resume(Effect.succeed(null)))
    child.once("exit", (status) => resume(Effect.succeed(status)))
    return Effect.callback<void>((stopped) => {
      if (child.exitCode !== null || child.signalCode !== null) return stopped(Effect.void)
      const timer = setTimeout(() => child.kill("SIGKILL"), stopLimitMs)
      child.once("exit", () => {
        clearTimeout(timer)
        stopped(Effect.void)
      })
      child.kill("SIGTERM")
    })
  })

/**
 * Keeps a scheduler running for as long as this effect runs. That another process is the scheduler of the
 * store, or that its settings are wrong, is told by the scheduler itself; it is then tried again now and then.
 *
 * @param parameters of the command `schedule`
 */
export const scheduleBeside = (parameters: ReadonlyArray<string>) =>
  once(parameters).pipe(
    Effect.tap((status) =>
      Console.error(
        `tributary: the scheduler ended (${status === null ? "by a signal" : `status ${status}`}); the portal stays open, and it is started again by itself.`
      )
    ),
    Effect.repeat(again),
    Effect.andThen(Effect.never)
  )

/** Ends when the program that started this one beside itself is gone; never where nobody did. */
export const starterGone = Effect.callback<void>((resume) => {
  if (!process.connected) return
  const gone = () => resume(Effect.void)
  process.once("disconnect", gone)
  return Effect.sync(() => process.off("disconnect", gone))
})
