/** The schema's history: each step runs once, in order of its number, and is never edited afterwards. */
import firstSchema from "./0001_first_schema.ts"
import releaseContents from "./0002_release_contents.ts"
import polling from "./0003_polling.ts"
import jobs from "./0005_jobs.ts"

export const migrations = {
  "0001_first_schema": firstSchema,
  "0002_release_contents": releaseContents,
  "0003_polling": polling,
  "0005_jobs": jobs
}

/** Number of the newest step that this program knows. */
export const latestMigration = Math.max(...Object.keys(migrations).map((name) => Number.parseInt(name, 10)))
