/** `tributary backup`: a verified copy of the store in one file, while others work on it. */
import { existsSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { counted, print, printJson } from "./print.ts"
import { json } from "./root.ts"
import { existingStore } from "./store.ts"

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

export const backup = Command.make(
  "backup",
  {
    to: Argument.String("to").pipe(
      Argument.withDescription(
        "Folder of backups, in which the new one is named by its time; or a file, whose name ends in .tributary-backup"
      )
    ),
    keep: Flag.Int("keep").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("Remove the oldest backups of the folder until N are left; without it all stay"),
      Flag.optional
    ),
    json
  },
  Effect.fn(function* (flags) {
    const keeping = yield* Effect.promise(() => import("../jobs/keeping/index.ts"))
    const { Database, now } = yield* Effect.promise(() => import("../store/index.ts"))
    const to = resolve(flags.to)
    const isFile = to.endsWith(keeping.backupEnding) && !isFolder(to)
    if (flags.keep._tag === "Some" && (isFile || flags.keep.value < 1)) {
      return yield* new CommandFailed({
        message: "--keep counts the backups of a folder: name a folder, and a number from 1 on."
      })
    }
    // Opening the store brings an older one up to date first, and says what is wrong with one that cannot be read.
    const made = yield* Effect.gen(function* () {
      const at = yield* now
      return yield* keeping.makeBackup(yield* Database, isFile ? to : join(to, keeping.backupName(at)), at)
    }).pipe(Effect.provide(existingStore))
    const removed = flags.keep._tag === "Some" ? yield* keeping.thinOut(to, flags.keep.value) : []
    if (flags.json) return yield* printJson({ ...made, removed })
    const { rows } = made.manifest
    yield* print(
      `${made.file}: ${counted(made.bytes, "byte")}, ${counted(rows["captures"] ?? 0, "capture")}, ` +
        `${counted(rows["outputs"] ?? 0, "output")}, ${counted(rows["statements"] ?? 0, "statement")}. ` +
        "It was put back into a temporary place and every hash was right."
    )
    for (const name of removed) yield* print(`Removed the old backup ${name}.`)
    yield* print(`To put it back: tributary restore ${made.file} --data NEW-FOLDER`)
  })
).pipe(
  Command.withDescription("Copy the store into one verified file, while others go on working on it"),
  Command.withExamples([
    { command: "tributary backup backups", description: "A new file in the folder backups" },
    { command: "tributary backup backups --keep 14", description: "The same, and only the newest 14 stay" }
  ])
)
