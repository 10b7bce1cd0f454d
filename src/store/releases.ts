/** Releases in the store: written once, which the database itself enforces. */
import { Array, Context, Effect, Equal, Layer, Option, Schema } from "effect"
import { Release, ReleaseNumber } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable } from "./table.ts"

const table = defineTable("releases", Release, {
  number: "plain",
  meetingId: "plain",
  frozenAt: "plain",
  window: "json",
  contentHash: "plain",
  taxonomyVersion: "plain"
})

/** The number belongs to another release already. */
export class ReleaseFrozen extends Schema.TaggedError<ReleaseFrozen>()("ReleaseFrozen", {
  number: ReleaseNumber,
  message: Schema.String
}) {}

export class Releases extends Context.Service<
  Releases,
  {
    /** Keeps a release. The very same release may be put again; another one under its number is refused. */
    readonly put: (release: Release) => Effect.Effect<void, StoreError | ReleaseFrozen>
    readonly get: (number: ReleaseNumber) => Effect.Effect<Option.Option<Release>, StoreError>
    /** In the order in which they were frozen. */
    readonly list: Effect.Effect<ReadonlyArray<Release>, StoreError>
  }
>()("tributary/store/Releases") {
  static readonly layer = Layer.effect(
    Releases,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)

      const get = Effect.fn("Releases.get")((number: ReleaseNumber) =>
        sql`SELECT ${columns} FROM releases WHERE number = ${number}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const put = Effect.fn("Releases.put")((release: Release) =>
        transaction(
          Effect.gen(function* () {
            const known = Option.getOrUndefined(yield* get(release.number))
            if (known === undefined) return yield* table.insert(sql, [release])
            if (Equal.equals(known, release)) return yield* Effect.void
            return yield* new ReleaseFrozen({
              number: release.number,
              message: `Release ${release.number} was frozen on ${known.frozenAt.slice(0, 10)} and never changes: freeze this digest under the next number.`
            })
          })
        )
      )

      const list = sql`SELECT ${columns} FROM releases ORDER BY frozen_at, number`.pipe(
        Effect.flatMap(table.decode),
        guard,
        Effect.withSpan("Releases.list")
      )

      return Releases.of({ put, get, list })
    })
  )
}
