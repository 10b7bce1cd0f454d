/** `tributary review export`: what reviewers decided, in the form of the corpus. */
import { writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { counted, print } from "../print.ts"
import { existingStore } from "../store.ts"

export const exportCommand = Command.make(
  "export",
  {
    format: Flag.Literals("format", ["jsonl"]).pipe(
      Flag.withDescription("The form of the corpus: one JSON object a line"),
      Flag.withDefault("jsonl")
    ),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("File to write; without it the lines are printed"),
      Flag.optional
    )
  },
  Effect.fn(function* ({ out }) {
    const { reviewedLines } = yield* Effect.promise(() => import("../../jobs/reviewing/index.ts"))
    const lines = yield* reviewedLines().pipe(Effect.provide(existingStore))
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("")
    if (Option.isNone(out)) {
      if (text !== "") yield* print(text.trimEnd())
      return
    }
    const file = resolve(out.value)
    yield* Effect.tryPromise({
      try: () => writeFile(file, text),
      catch: (cause) => new CommandFailed({ message: `${file} could not be written: ${String(cause)}` })
    })
    yield* print(`${file}: ${counted(lines.length, "statement")}`)
  })
).pipe(
  Command.withDescription("Write the statements that people labelled, in the form of the training corpus")
)
