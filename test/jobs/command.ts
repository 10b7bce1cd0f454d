/** Runs the real command line in a process of its own. */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url))

/** How a process of the program ended. */
export interface Ended {
  /** Exit status; null when it was killed. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A running process of the program. */
export interface Running {
  readonly pid: number
  readonly kill: (signal: NodeJS.Signals) => void
  readonly ended: Promise<Ended>
  /** What it has written to standard error until now. */
  readonly complained: () => string
}

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>
  /** Module that is loaded before the program, to change its surroundings. */
  readonly preload?: string
  /** Milliseconds after which it is killed, so that no test hangs. */
  readonly limit?: number
}

/** Starts `tributary ARGUMENTS...`. */
export const start = (parameters: ReadonlyArray<string>, options: CommandOptions = {}): Running => {
  const preload =
    options.preload === undefined
      ? []
      : ["--import", `data:text/javascript,${encodeURIComponent(options.preload)}`]
  const child = spawn(process.execPath, [...preload, program, ...parameters], {
    env: { PATH: process.env["PATH"], ...options.environment },
    stdio: ["ignore", "pipe", "pipe"]
  })
  const timer = setTimeout(() => child.kill("SIGKILL"), options.limit ?? 60_000)
  let stdout = ""
  let stderr = ""
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (status) => {
      clearTimeout(timer)
      resolve({ status, stdout, stderr })
    })
  })
  return { pid: child.pid ?? 0, kill: (signal) => child.kill(signal), ended, complained: () => stderr }
}

/** Runs `tributary ARGUMENTS...` to its end. */
export const run = (parameters: ReadonlyArray<string>, options: CommandOptions = {}): Promise<Ended> =>
  start(parameters, options).ended
