/** Initiatives in the store: the registry's entries without their sources. */
import { Array, Context, Effect, Layer, Option } from "effect"
import { Initiative, type InitiativeId } from "../domain/index.ts"
import { among } from "./bulk.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { refreshInitiatives } from "./search/fill.ts"
import { defineTable } from "./table.ts"

const table = defineTable("initiatives", Initiative, {
  id: "plain",
  name: "plain",
  type: "plain",
  country: "plain",
  unGroups: "json",
  languages: "json",
  website: "plain",
  evidenceUrl: "plain"
})

/** What the index of searches knows of initiatives, as a text, by their ids. */
const floors = (list: ReadonlyArray<Initiative>) =>
  new Map(list.map(({ id, type, unGroups }) => [id, JSON.stringify([type, unGroups])]))

export class Initiatives extends Context.Service<
  Initiatives,
  {
    /** All initiatives, by id. */
    readonly list: Effect.Effect<ReadonlyArray<Initiative>, StoreError>
    readonly get: (id: InitiativeId) => Effect.Effect<Option.Option<Initiative>, StoreError>
    /** Adds the initiatives, or overwrites those of the same id. */
    readonly upsert: (initiatives: ReadonlyArray<Initiative>) => Effect.Effect<void, StoreError>
  }
>()("tributary/store/Initiatives") {
  static readonly layer = Layer.effect(
    Initiatives,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)

      const list = sql`SELECT ${columns} FROM initiatives ORDER BY id`.pipe(
        Effect.flatMap(table.decode),
        guard,
        Effect.withSpan("Initiatives.list")
      )

      const get = Effect.fn("Initiatives.get")((id: InitiativeId) =>
        sql`SELECT ${columns} FROM initiatives WHERE id = ${id}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const upsert = Effect.fn("Initiatives.upsert")((initiatives: ReadonlyArray<Initiative>) =>
        transaction(
          Effect.gen(function* () {
            const ids = initiatives.map(({ id }) => id)
            const before = floors(
              yield* Effect.flatMap(
                sql`SELECT ${columns} FROM initiatives WHERE ${among(sql, "id", ids)}`,
                table.decode
              )
            )
            yield* table.upsert(sql, initiatives, ["id"])
            const changed = [...floors(initiatives)].filter(
              ([id, floor]) => before.has(id) && before.get(id) !== floor
            )
            yield* refreshInitiatives(
              sql,
              changed.map(([id]) => id)
            )
          })
        )
      )

      return Initiatives.of({ list, get, upsert })
    })
  )
}
