/** Runs the command line as a person would: in a process of its own, or in one that stays for the next command. */
import { type ChildProcess, fork, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { Effect, Schema, Semaphore } from "effect"

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url))
const host = fileURLToPath(new URL("host.ts", import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CommandOptions {
  readonly input?: string
  readonly cwd?: string
  readonly env?: Record<string, string>
}

/** Runs `tributary …arguments` in a process of its own; never fails, the status is part of the answer. */
export const tributary = (args: ReadonlyArray<string>, options: CommandOptions = {}): Effect.Effect<Ran> =>
  Effect.callback((resume) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: options.cwd,
      // npm tells in INIT_CWD where it was started; there the program looks for files named on its command line.
      env: { ...process.env, INIT_CWD: options.cwd ?? process.cwd(), ...options.env, NO_COLOR: "1" },
      stdio: ["pipe", "pipe", "pipe"]
    })
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text))
    child.on("close", (status) => resume(Effect.succeed({ status, stdout, stderr })))
    child.stdin.end(options.input ?? "")
    return Effect.sync(() => child.kill("SIGKILL"))
  })

const decodeRan = Schema.decodeUnknownSync(
  Schema.Struct({ status: Schema.Int, stdout: Schema.String, stderr: Schema.String })
)

/** The process that stays, started with the first command; it ends when this one does. */
let warm: ChildProcess | undefined
const oneAtATime = Semaphore.makeUnsafe(1)

/**
 * Runs `tributary …arguments` in a process that has the program loaded already, where what a command says and does
 * is the point and the process is not: most of the time of a small command goes into its start. One at a time.
 */
export const command = (args: ReadonlyArray<string>, options: CommandOptions = {}): Effect.Effect<Ran> =>
  oneAtATime.withPermits(1)(
    Effect.promise(async () => {
      const own = (warm ??= fork(host, { stdio: "inherit", env: { ...process.env, NO_COLOR: "1" } }))
      const ended = once(own, "exit").then(() => {
        warm = undefined
        throw new Error(`The process ended with "${args.join(" ")}".`)
      })
      own.send({
        args,
        cwd: options.cwd ?? process.cwd(),
        env: { ...process.env, ...options.env, NO_COLOR: "1" },
        input: options.input ?? ""
      })
      const [ran] = await Promise.race([once(own, "message"), ended])
      return decodeRan(ran)
    })
  )

/** The JSON Lines of an output. */
export const jsonLines = (text: string): ReadonlyArray<Record<string, unknown>> =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
