/** `tributary registry export`. */
import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { filterFlags, filterOf } from "./filter.ts"
import { loadRegistry, registryLayer } from "./layer.ts"

export const exportCommand = Command.make(
  "export",
  {
    format: Flag.Literals("format", ["csv", "opml"]).pipe(
      Flag.withDescription("csv for spreadsheets (two files), opml for feed readers"),
      Flag.withDefault("csv")
    ),
    out: Flag.String("out").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription("Folder to write to; without it the files are printed"),
      Flag.optional
    ),
    ...filterFlags
  },
  Effect.fn(function* ({ format, out, ...filter }) {
    const { Registry } = yield* loadRegistry
    yield* Effect.gen(function* () {
      const registry = yield* Registry
      const files = yield* registry.exportFiles(format, filterOf(filter))
      if (Option.isNone(out)) {
        for (const file of files) yield* print(file.text.trimEnd())
        return
      }
      const directory = resolve(out.value)
      for (const file of files) {
        const path = join(directory, file.name)
        yield* Effect.tryPromise({
          try: async () => {
            await mkdir(directory, { recursive: true })
            await writeFile(path, file.text)
          },
          catch: (cause) => new CommandFailed({ message: `${path} could not be written: ${String(cause)}` })
        })
        yield* print(path)
      }
    }).pipe(Effect.provide(registryLayer))
  })
).pipe(Command.withDescription("Write the registry as CSV or OPML"))
