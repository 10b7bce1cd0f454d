/** `tributary registry import`. */
import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { Console, Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { counted, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { loadRegistry, registryLayer } from "./layer.ts"

export const importCommand = Command.make(
  "import",
  {
    files: Argument.String("file").pipe(
      Argument.withDescription(
        "initiatives.csv, sources.csv or an OPML file; several may refer to each other"
      ),
      Argument.atLeast(1)
    ),
    dryRun: Flag.Boolean("dry-run").pipe(
      Flag.withDescription("Only say what would happen"),
      Flag.withDefault(false)
    ),
    json
  },
  Effect.fn(function* ({ dryRun, files, json }) {
    const { Registry } = yield* loadRegistry
    yield* Effect.gen(function* () {
      const registry = yield* Registry
      const read = yield* Effect.forEach(files, (file) =>
        Effect.tryPromise({
          try: async () => ({ name: basename(file), text: await readFile(file, "utf8") }),
          catch: () =>
            new CommandFailed({ message: `The file ${file} could not be read: check its name and rights.` })
        })
      )
      const report = yield* registry.importFiles(read, { dryRun })
      if (json) return yield* printJson(report)
      yield* print(
        `${dryRun ? "Would be: " : ""}${counted(report.added.length, "entry", "entries")} added, ` +
          `${report.changed.length} changed, ${report.unchanged.length} unchanged.`
      )
      for (const id of report.added) yield* print(`  added    ${id}`)
      for (const id of report.changed) yield* print(`  changed  ${id}`)
      for (const sentence of report.undecided) yield* Console.error(`  ${sentence}`)
    }).pipe(Effect.provide(registryLayer))
  })
).pipe(Command.withDescription("Take in initiatives and sources from CSV or OPML, all or nothing"))
