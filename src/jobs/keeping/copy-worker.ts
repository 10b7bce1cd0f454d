/**
 * Copies a database into a new file, in a thread of its own: SQLite works synchronously, and who serves pages
 * meanwhile must not wait. `VACUUM INTO` reads one consistent state while others go on writing
 * (https://www.sqlite.org/lang_vacuum.html#vacuuminto).
 */
import { DatabaseSync } from "node:sqlite"
import { workerData } from "node:worker_threads"
import { Schema } from "effect"

/** What the thread is told. */
const Work = Schema.Struct({ from: Schema.String, to: Schema.String })

const { from, to } = Schema.decodeUnknownSync(Work)(workerData)
const database = new DatabaseSync(from, { readOnly: true, timeout: 10_000 })
try {
  database.prepare("VACUUM INTO ?").run(to)
} finally {
  database.close()
}
