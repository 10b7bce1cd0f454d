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
    /**
     * Enters a review of another store with its date; false when the same person's same decision of that
     * instant is there already.
     */
    readonly restore: (review: Omit<Review, "id">) => Effect.Effect<boolean, StoreError>
    /** In the order in which they were made and are applied; only those after a given one when it is named. */
    readonly list: (after?: ReviewId) => Effect.Effect<ReadonlyArray<Review>, StoreError>
    /** A page of them by number, after one of them. */
    readonly part: (after: number, limit: number) => Effect.Effect<ReadonlyArray<Review>, StoreError>
    /** Those that were decided in one go, under the number of the first; by number. */
    readonly ofBatch: (batch: ReviewId) => Effect.Effect<ReadonlyArray<Review>, StoreError>
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

      const restore = Effect.fn("Reviews.restore")(function* (given: Omit<Review, "id">) {
        const { id: _, ...row } = table.toRow({ ...given, id: ReviewId.make(0) })
        const inserted = yield* guard(sql`INSERT INTO reviews ("at", "by", reason, decision)
          SELECT ${row["at"]}, ${row["by"]}, ${row["reason"]}, ${row["decision"]}
          WHERE NOT EXISTS (SELECT 1 FROM reviews
            WHERE "at" = ${row["at"]} AND "by" = ${row["by"]} AND decision = ${row["decision"]})
          RETURNING id`)
        return inserted.length === 1
      })

      const list = Effect.fn("Reviews.list")((after: ReviewId = ReviewId.make(0)) =>
        sql`SELECT ${sql.literal(table.selectList)} FROM reviews WHERE id > ${after} ORDER BY "at", id`.pipe(
          Effect.flatMap(table.decode),
          guard
        )
      )

      const part = Effect.fn("Reviews.part")((after: number, limit: number) =>
        sql`SELECT ${sql.literal(table.selectList)} FROM reviews WHERE id > ${after} ORDER BY id
          LIMIT ${limit}`.pipe(Effect.flatMap(table.decode), guard)
      )

      const ofBatch = Effect.fn("Reviews.ofBatch")((batch: ReviewId) =>
        sql`SELECT ${sql.literal(table.selectList)} FROM reviews
          WHERE id IN (SELECT review_id FROM review_batches WHERE batch = ${batch}) ORDER BY id`.pipe(
          Effect.flatMap(table.decode),
          guard
        )
      )

      return Reviews.of({ append, restore, list, part, ofBatch })
    })
  )
}
