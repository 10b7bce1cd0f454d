/** Reviews in the store: append-only, which the database itself enforces. */
import { Context, Effect, Layer } from "effect"
import { Review, ReviewId } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { now } from "./now.ts"
import { defineTable } from "./table.ts"

const table = defineTable("reviews", Review, {
  id: "plain",
  at: "plain",
  by: "plain",
  reason: "plain",
  decision: "json"
})

export class Reviews extends Context.Service<
  Reviews,
  {
    /** Adds a decision, dated now. */
    readonly append: (review: Omit<Review, "id" | "at">) => Effect.Effect<Review, StoreError>
    /** In the order in which they are applied; only those after a given one when it is named. */
    readonly list: (after?: ReviewId) => Effect.Effect<ReadonlyArray<Review>, StoreError>
  }
>()("tributary/store/Reviews") {
  static readonly layer = Layer.effect(
    Reviews,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

      const append = Effect.fn("Reviews.append")(function* (given: Omit<Review, "id" | "at">) {
        const at = yield* now
        const { id: _, ...row } = table.toRow({ ...given, at, id: ReviewId.make(0) })
        const [inserted] = yield* guard(
          sql<{ readonly id: number }>`INSERT INTO reviews ${sql.insert(row)} RETURNING id`
        )
        if (inserted === undefined) return yield* Effect.die("INSERT ... RETURNING gave no row")
        return { ...given, at, id: ReviewId.make(inserted.id) }
      })

      const list = Effect.fn("Reviews.list")((after: ReviewId = ReviewId.make(0)) =>
        sql`SELECT ${sql.literal(table.selectList)} FROM reviews WHERE id > ${after} ORDER BY id`.pipe(
          Effect.flatMap(table.decode),
          guard
        )
      )

      return Reviews.of({ append, list })
    })
  )
}
