/** The job `backup`: a verified copy of the store each night in the folder `backups` beside it; the newest two weeks stay. */
import { join } from "node:path"
import { Effect, Schema } from "effect"
import { JobName } from "../../domain/index.ts"
import { Database, now } from "../../store/index.ts"
import { type Job, JobSettings } from "./job.ts"

/** How many backups stay. */
const kept = 14

/** Name of their folder in the data folder. */
const folderName = "backups"

const Made = Schema.Struct({
  file: Schema.String,
  bytes: Schema.Int,
  captures: Schema.Int,
  removed: Schema.Int
})

const make = Effect.gen(function* () {
  const { backupName, makeBackup, thinOut } = yield* Effect.promise(() => import("../keeping/index.ts"))
  const { dataDirectory } = yield* JobSettings
  const folder = join(dataDirectory, folderName)
  const at = yield* now
  const { bytes, file: made, manifest } = yield* makeBackup(yield* Database, join(folder, backupName(at)), at)
  const removed = yield* thinOut(folder, kept)
  return { file: made, bytes, captures: manifest.rows["captures"] ?? 0, removed: removed.length }
})

export const backupJob: Job = {
  name: JobName.make("backup"),
  description: "copies the store into the folder backups, verified; the newest 14 stay",
  expression: "50 2 * * *",
  changesStore: false,
  run: ({ step }) =>
    Effect.gen(function* () {
      const made = yield* step("copy", Made, make)
      const { bytes, captures, file, removed } = made
      return {
        sentence: `${file}: ${bytes.toLocaleString("en")} bytes, ${captures.toLocaleString("en")} captures, put back into a temporary place with every hash right.`,
        counts: { bytes, captures, removed },
        problems: []
      }
    })
}
