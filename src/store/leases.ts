/** Leases: duties that one process has at a time, such as being the scheduler of a store. */
import { Array, Clock, Context, Effect, Layer, Option, Schema } from "effect"
import { Timestamp } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { timestampOf } from "./now.ts"
import { CurrentProcess, isAlive, processText } from "./process.ts"
import { UnreadableRow } from "./table.ts"

const Holder = Schema.Struct({ process: Schema.String, since: Timestamp, heartbeatAt: Timestamp })

/** Who has a lease, since when, and when it last gave a sign of life. */
export type Holder = typeof Holder.Type
const decodeHolders = Schema.decodeUnknownEffect(Schema.Array(Holder))

export class Leases extends Context.Service<
  Leases,
  {
    /** Takes the lease when it is free or its holder is dead; gives who has it now, and whether it is this process. */
    readonly take: (
      name: string
    ) => Effect.Effect<{ readonly isOwn: boolean; readonly holder: Holder }, StoreError>
    /** Who has the lease, dead or alive. */
    readonly holder: (name: string) => Effect.Effect<Option.Option<Holder>, StoreError>
    /** Gives a sign of life; false when another process has the lease now. */
    readonly beat: (name: string) => Effect.Effect<boolean, StoreError>
    readonly release: (name: string) => Effect.Effect<void, StoreError>
  }
>()("tributary/store/Leases") {
  static readonly layer = Layer.effect(
    Leases,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const own = yield* CurrentProcess
      const ownText = processText(own)

      const holderOf = (name: string) =>
        sql`SELECT process, since, heartbeat_at AS "heartbeatAt" FROM leases WHERE name = ${name}`.pipe(
          Effect.flatMap(decodeHolders),
          Effect.catchTag(
            "SchemaError",
            (error) => new UnreadableRow({ table: "leases", message: error.message })
          ),
          Effect.map(([holder]) => holder)
        )

      const holder = Effect.fn("Leases.holder")((name: string) =>
        guard(Effect.map(holderOf(name), Option.fromNullishOr))
      )

      const take = Effect.fn("Leases.take")((name: string) =>
        transaction(
          Effect.gen(function* () {
            const now = yield* Clock.currentTimeMillis
            const at = timestampOf(now)
            const mine: Holder = { process: ownText, since: at, heartbeatAt: at }
            const before = yield* holderOf(name)
            if (before !== undefined && before.process !== ownText) {
              if (isAlive(before.process, before.heartbeatAt, own, now))
                return { isOwn: false, holder: before }
            }
            const taken = yield* sql`INSERT INTO leases
              ${sql.insert({ name, process: ownText, since: at, heartbeat_at: at })}
              ON CONFLICT (name) DO UPDATE
              SET process = excluded.process, since = excluded.since, heartbeat_at = excluded.heartbeat_at
              WHERE leases.process = ${before?.process ?? ownText} RETURNING name`
            if (taken.length === 1) return { isOwn: true, holder: mine }
            return { isOwn: false, holder: (yield* holderOf(name)) ?? mine }
          })
        )
      )

      const beat = Effect.fn("Leases.beat")(function* (name: string) {
        const at = timestampOf(yield* Clock.currentTimeMillis)
        const rows = yield* guard(sql<{ readonly name: string }>`UPDATE leases SET heartbeat_at = ${at}
          WHERE name = ${name} AND process = ${ownText} RETURNING name`)
        return Array.isReadonlyArrayNonEmpty(rows)
      })

      const release = Effect.fn("Leases.release")((name: string) =>
        guard(sql`DELETE FROM leases WHERE name = ${name} AND process = ${ownText}`).pipe(Effect.asVoid)
      )

      return Leases.of({ holder, take, beat, release })
    })
  )
}
