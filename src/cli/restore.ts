/** `tributary restore`: puts a backup back as a store, where there is none. */
import { resolve } from "node:path"
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { counted, print } from "./print.ts"
import { dataDirectory, storeOptions } from "./store.ts"

export const restore = Command.make(
  "restore",
  {
    file: Argument.String("file").pipe(Argument.withDescription("File that `tributary backup` made"))
  },
  Effect.fn(function* (flags) {
    const { restoreBackup, restoreIntoDatabase } = yield* Effect.promise(
      () => import("../jobs/keeping/index.ts")
    )
    const options = yield* storeOptions
    const directory = yield* dataDirectory
    const file = resolve(flags.file)
    const { manifest, store } =
      "databaseUrl" in options
        ? yield* restoreIntoDatabase(file, options, directory)
        : yield* restoreBackup(file, directory)
    const { rows } = manifest
    yield* print(
      `${store}: the store as it was at ${manifest.madeAt}, with ${counted(rows["captures"] ?? 0, "capture")}, ` +
        `${counted(rows["outputs"] ?? 0, "output")} and ${counted(rows["statements"] ?? 0, "statement")}; every hash is right.`
    )
  })
).pipe(
  Command.withDescription(
    "Put a backup back, verified, into a folder that has no store, or into an empty database"
  ),
  Command.withExamples([
    {
      command: "tributary restore backups/tributary-20260205T060000Z.tributary-backup --data restored",
      description: "Make the store in the folder restored"
    }
  ])
)
