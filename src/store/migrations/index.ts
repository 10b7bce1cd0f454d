/** The schema's history: each step runs once, in order of its number, and is never edited afterwards. */
import firstSchema from "./0001_first_schema.ts"
import releaseContents from "./0002_release_contents.ts"
import polling from "./0003_polling.ts"
import search from "./0004_search.ts"
import jobs from "./0005_jobs.ts"
import telling from "./0006_telling.ts"
import accounts from "./0007_accounts.ts"
import removals from "./0008_removals.ts"
import registering from "./0009_registering.ts"
import workers from "./0010_workers.ts"
import desk from "./0011_desk.ts"
import reviewWork from "./0012_review_work.ts"
import notices from "./0013_notices.ts"
import searchOwners from "./0014_search_owners.ts"

export const migrations = {
  "0001_first_schema": firstSchema,
  "0002_release_contents": releaseContents,
  "0003_polling": polling,
  "0004_search": search,
  "0005_jobs": jobs,
  "0006_telling": telling,
  "0007_accounts": accounts,
  "0008_removals": removals,
  "0009_registering": registering,
  "0010_workers": workers,
  "0011_desk": desk,
  "0012_review_work": reviewWork,
  "0013_notices": notices,
  "0014_search_owners": searchOwners
}

/** Table in which the steps that have run are noted. */
export const migrationTable = "migrations"

/** Number of the newest step that this program knows. */
export const latestMigration = Math.max(...Object.keys(migrations).map((name) => Number.parseInt(name, 10)))
