/** `tributary db info`. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { columns, print, printJson } from "../print.ts"
import { json } from "../root.ts"
import { existingStore } from "../store.ts"

const engineNames = { sqlite: "SQLite", postgres: "PostgreSQL" } as const

/** Bytes in the unit that a person reads. */
const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`

export const info = Command.make(
  "info",
  { json },
  Effect.fn(function* (flags) {
    const { storeInfo } = yield* Effect.promise(() => import("../../store/index.ts"))
    const found = yield* storeInfo.pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson(found)
    yield* print(found.place)
    yield* print(
      `${engineNames[found.engine]} ${found.version}, schema ${found.schema}, ${sizeOf(found.bytes)}`
    )
    yield* print(
      columns(
        ["table", "rows"],
        Object.entries(found.rows).map(([name, rows]) => [name, rows.toLocaleString("en")])
      )
    )
  })
).pipe(
  Command.withDescription("Engine, versions, size and rows of the store"),
  Command.withExamples([{ command: "tributary db info", description: "What the store is made of" }])
)
