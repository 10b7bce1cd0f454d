/**
 * A password from a person: typed twice without being shown, or one line of standard input. Never on the
 * command line, where every process of the machine could read it.
 */
import { createInterface } from "node:readline"
import { Effect, Redacted } from "effect"
import { Prompt } from "effect/cli"
import { CommandFailed } from "../failure.ts"

/** The first line of standard input; longer than any password it is cut. */
const firstLine = Effect.callback<string>((resume) => {
  const lines = createInterface({ input: process.stdin })
  let first = ""
  lines.once("line", (line) => {
    first = line.slice(0, 10_000)
    lines.close()
  })
  lines.once("close", () => resume(Effect.succeed(first)))
  return Effect.sync(() => lines.close())
})

/** Asks for a new password. */
export const askPassword = Effect.gen(function* () {
  if (!process.stdin.isTTY) {
    const line = yield* firstLine
    if (line === "") {
      return yield* new CommandFailed({
        message: "No password came on standard input: type it on a terminal, or send it as one line."
      })
    }
    return line
  }
  const first = yield* Prompt.run(Prompt.Hidden({ message: "Password (12 characters at least)" }))
  const second = yield* Prompt.run(Prompt.Hidden({ message: "The same again" }))
  if (Redacted.value(first) !== Redacted.value(second)) {
    return yield* new CommandFailed({ message: "The two passwords differ: nothing was changed." })
  }
  return Redacted.value(first)
})
