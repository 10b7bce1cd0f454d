/** `tributary db copy`. */
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { Console, Effect, Redacted } from "effect"
import { Command, Flag } from "effect/cli"
import { isDatabaseUrl, storeFileName, type StoreOptions } from "../../store/index.ts"
import { CommandFailed, PartOfInputFailed } from "../failure.ts"
import { columns, counted, print, printJson, progress } from "../print.ts"
import { json } from "../root.ts"

/** Steps of the bar for copying, and as many for checking. */
const steps = 50

const placeOf = (given: string): StoreOptions =>
  isDatabaseUrl(given) ? { databaseUrl: Redacted.make(given) } : { directory: resolve(given) }

/** Where there is a store already. */
const existing = (given: string) =>
  Effect.gen(function* () {
    const options = placeOf(given)
    if ("databaseUrl" in options) return { ...options, mustExist: true }
    if (!existsSync(join(options.directory, storeFileName))) {
      return yield* new CommandFailed({
        message: `There is no store in ${options.directory}: --from takes the folder of a store, or the URL of a PostgreSQL database.`
      })
    }
    return options
  })

export const copy = Command.make(
  "copy",
  {
    from: Flag.String("from").pipe(
      Flag.withMetavar("PLACE"),
      Flag.withDescription("Folder of the store to copy, or postgres://user:password@host/database")
    ),
    to: Flag.String("to").pipe(
      Flag.withMetavar("PLACE"),
      Flag.withDescription("Folder or database of the copy, without a store or with an empty one")
    ),
    json
  },
  Effect.fn(function* (flags) {
    const { copyStore } = yield* Effect.promise(() => import("../../store/index.ts"))
    const bar = yield* progress(2 * steps)
    let shown = 0
    let table = ""
    const report = yield* copyStore({
      from: yield* existing(flags.from),
      to: placeOf(flags.to),
      onProgress: Effect.fnUntraced(function* (at) {
        const text = `${at.table} ${at.stage}`
        if (text !== table) yield* bar.note(`${text}: ${at.done} of ${at.total} rows`)
        table = text
        const reached = Math.floor((steps * at.done) / at.total) + (at.stage === "checked" ? steps : 0)
        for (; shown < reached; shown++) yield* bar.step(text)
      })
    })
    if (flags.json) {
      yield* printJson(report)
    } else {
      const rows = report.tables.reduce((sum, one) => sum + one.rows, 0)
      yield* print(
        columns(
          ["table", "rows", "fingerprint"],
          report.tables.map(({ fingerprint, name, rows }) => [
            name,
            rows.toLocaleString("en"),
            fingerprint.slice(0, 16)
          ])
        )
      )
      yield* print(
        `${counted(rows, "row")} copied from ${report.from} to ${report.to}; every table has the same rows on both sides.`
      )
    }
    for (const id of report.damagedCaptures) yield* Console.error(`  capture ${id} was damaged before`)
    if (report.damagedCaptures.length > 0) {
      return yield* new PartOfInputFailed({
        message: `${counted(report.damagedCaptures.length, "capture")} of ${report.from} is damaged and was copied as it is: take it in again from an archive with "tributary archive import FILE".`
      })
    }
  }, Effect.scoped)
).pipe(
  Command.withDescription(
    "Copy a whole store to another folder or database, and prove that both are the same"
  ),
  Command.withExamples([
    {
      command: "tributary db copy --from tributary-data --to postgres://tributary@db.example/tributary",
      description: "Move to PostgreSQL"
    },
    { command: 'tributary db copy --from "$TRIBUTARY_DATABASE_URL" --to copy', description: "And back" }
  ])
)
