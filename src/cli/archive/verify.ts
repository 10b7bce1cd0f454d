/** `tributary archive verify`. */
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

export const verify = Command.make(
  "verify",
  {
    files: Argument.String("file").pipe(
      Argument.withDescription("WARC file; without one the captures of the store are verified"),
      Argument.atLeast(0)
    ),
    json
  },
  Effect.fn(function* (flags) {
    const archive = yield* Effect.promise(() => import("../../ingest/archive/index.ts"))
    const reports =
      flags.files.length === 0
        ? [yield* archive.verifyStore.pipe(Effect.provide(existingStore))]
        : yield* Effect.forEach(flags.files, archive.verifyArchive)
    const checked = reports.reduce((sum, report) => sum + report.checked, 0)
    const damaged = reports.flatMap((report) => report.damaged)
    const what = counted(checked, flags.files.length === 0 ? "capture" : "record")
    if (flags.json) yield* printJson({ checked, damaged })
    else if (damaged.length === 0) yield* print(`${what} checked, every hash is right.`)
    for (const sentence of flags.json ? [] : damaged) yield* Console.error(sentence)
    if (damaged.length > 0 || (checked === 0 && flags.files.length > 0)) {
      return yield* new CommandFailed({
        message:
          damaged.length > 0
            ? `${what} checked, ${damaged.length} damaged.`
            : `${flags.files.join(", ")}: no WARC record was found; check that it is a WARC file and whole.`
      })
    }
  })
).pipe(
  Command.withDescription("Recompute every hash of the store's captures, or of WARC files"),
  Command.withExamples([
    { command: "tributary archive verify", description: "Check the store" },
    { command: "tributary archive verify 2026.warc.gz", description: "Check an archive" }
  ])
)
