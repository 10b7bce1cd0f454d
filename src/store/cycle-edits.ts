/** Edits of cycles in the store: append-only, the newest of each year counts. */
import { Context, Effect, Layer } from "effect"
import { CycleEdit } from "../domain/index.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { now } from "./now.ts"
import { defineTable } from "./table.ts"

const table = defineTable("cycle_edits", CycleEdit, {
  id: "plain",
  at: "plain",
  by: "plain",
  year: "plain",
  what: "plain",
  cycle: "json"
})

export class CycleEdits extends Context.Service<
  CycleEdits,
  {
    /** Adds an edit, dated now. */
    readonly add: (edit: Omit<CycleEdit, "id" | "at">) => Effect.Effect<void, StoreError>
    /** The newest edit of each year. */
    readonly present: Effect.Effect<ReadonlyArray<CycleEdit>, StoreError>
    /** The newest first; all years when none is named. */
    readonly history: (year?: number) => Effect.Effect<ReadonlyArray<CycleEdit>, StoreError>
  }
>()("tributary/store/CycleEdits") {
  static readonly layer = Layer.effect(
    CycleEdits,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const columns = sql.literal(table.selectList)

      const add = Effect.fn("CycleEdits.add")(function* (edit: Omit<CycleEdit, "id" | "at">) {
        const { id: _, ...row } = table.toRow({ ...edit, id: 0, at: yield* now })
        yield* guard(sql`INSERT INTO cycle_edits ${sql.insert(row)}`)
      })

      const present = sql`SELECT ${columns} FROM cycle_edits
        WHERE id IN (SELECT MAX(id) FROM cycle_edits GROUP BY year) ORDER BY year`.pipe(
        Effect.flatMap(table.decode),
        guard,
        Effect.withSpan("CycleEdits.present")
      )

      const history = Effect.fn("CycleEdits.history")((year?: number) =>
        sql`SELECT ${columns} FROM cycle_edits
          WHERE ${where(sql, [sql`1 = 1`, year === undefined ? undefined : sql`year = ${year}`])}
          ORDER BY id DESC`.pipe(Effect.flatMap(table.decode), guard)
      )

      return CycleEdits.of({ add, present, history })
    })
  )
}
