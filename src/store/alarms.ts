/** Alarms in the store: of each thing at most one is open. */
import { Context, Effect, Layer } from "effect"
import { Alarm, type Timestamp } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable } from "./table.ts"

const table = defineTable("alarms", Alarm, {
  id: "plain",
  key: "plain",
  about: "plain",
  sentence: "plain",
  since: "plain",
  beganAt: "plain",
  remindedAt: "plain",
  endedAt: "plain"
})

export class Alarms extends Context.Service<
  Alarms,
  {
    /** Those that have not ended, the oldest first. */
    readonly open: Effect.Effect<ReadonlyArray<Alarm>, StoreError>
    /** Enters the alarms, or overwrites those of the same id. */
    readonly save: (alarms: ReadonlyArray<Alarm>) => Effect.Effect<void, StoreError>
    /** Removes those that ended before the instant; gives their number. */
    readonly forget: (before: Timestamp) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/Alarms") {
  static readonly layer = Layer.effect(
    Alarms,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const open = sql`SELECT ${sql.literal(table.selectList)} FROM alarms WHERE ended_at IS NULL
        ORDER BY began_at, id`.pipe(Effect.flatMap(table.decode), guard, Effect.withSpan("Alarms.open"))
      const save = Effect.fn("Alarms.save")((alarms: ReadonlyArray<Alarm>) =>
        guard(table.upsert(sql, alarms, ["id"]))
      )
      const forget = Effect.fn("Alarms.forget")((before: Timestamp) =>
        sql`DELETE FROM alarms WHERE ended_at < ${before} RETURNING id`.pipe(
          Effect.map((rows) => rows.length),
          guard
        )
      )
      return Alarms.of({ open, save, forget })
    })
  )
}
