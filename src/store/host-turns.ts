/**
 * Whose turn it is at a host, for all processes that work on a store: one has it at a time, and nobody before
 * the pause after the last request is over.
 *
 * A request costs two statements, one to take the turn and one to give it back. Whoever has turns renews them
 * all with one statement now and then; those of a process that died are free when its time is over.
 */
import { Array, Context, Effect, Layer } from "effect"
import { databaseNow } from "./clock.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { CurrentProcess, processText } from "./process.ts"

/** Milliseconds for which a turn lasts unless it is renewed: so long a dead process keeps a host from others. */
export const turnLastsMs = 15_000

/** How a host stands when its turn is wished for; durations in milliseconds from now. */
export type HostTurn =
  | { readonly _tag: "Taken" }
  /** Another process is asking it. */
  | { readonly _tag: "Busy" }
  /** The pause after the last request. */
  | { readonly _tag: "Pausing"; readonly left: number }
  /** It asked for a pause. */
  | { readonly _tag: "Held"; readonly left: number }

interface Row {
  readonly nowAt: number
  readonly process: string | null
  readonly untilAt: number
  readonly nextAt: number
  readonly heldUntil: number
}

export class HostTurns extends Context.Service<
  HostTurns,
  {
    /**
     * Takes the host's turn if it is free.
     *
     * @param immediate whether the pause after the last request need not be over (the next hop of a redirect)
     */
    readonly take: (host: string, immediate: boolean) => Effect.Effect<HostTurn, StoreError>
    /** Gives the turn back; nobody asks the host for `pause` milliseconds, nor for `hold` if it asked for that. */
    readonly giveBack: (host: string, pause: number, hold: number) => Effect.Effect<void, StoreError>
    /** Renews this process's turns at these hosts. */
    readonly renew: (hosts: ReadonlyArray<string>) => Effect.Effect<void, StoreError>
    /** Forgets hosts of which nothing has to be known any more. */
    readonly tidy: Effect.Effect<void, StoreError>
  }
>()("tributary/store/HostTurns") {
  static readonly layer = Layer.effect(
    HostTurns,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const own = processText(yield* CurrentProcess)
      const now = databaseNow(sql)

      const take = Effect.fn("HostTurns.take")(function* (host: string, immediate: boolean) {
        const pauseOver = immediate ? sql`1 = 1` : sql`host_turns.next_at <= ${now}`
        const taken = yield* guard(sql`INSERT INTO host_turns (host, process, until_at, next_at, held_until)
          VALUES (${host}, ${own}, ${now} + ${turnLastsMs}, 0, 0)
          ON CONFLICT (host) DO UPDATE SET process = ${own}, until_at = ${now} + ${turnLastsMs}
          WHERE (host_turns.process IS NULL OR host_turns.until_at <= ${now}) AND ${pauseOver}
            AND host_turns.held_until <= ${now}
          RETURNING host`)
        if (taken.length === 1) return { _tag: "Taken" } satisfies HostTurn
        const rows = yield* guard(sql<Row>`SELECT ${now} AS "nowAt", process, until_at AS "untilAt",
          next_at AS "nextAt", held_until AS "heldUntil" FROM host_turns WHERE host = ${host}`)
        const [row] = rows
        // Whoever had it has just given it back: asking again costs less than a rule for it.
        if (row === undefined) return { _tag: "Busy" } satisfies HostTurn
        if (row.heldUntil > row.nowAt)
          return { _tag: "Held", left: row.heldUntil - row.nowAt } satisfies HostTurn
        if (row.process !== null && row.untilAt > row.nowAt) return { _tag: "Busy" } satisfies HostTurn
        return { _tag: "Pausing", left: Math.max(1, row.nextAt - row.nowAt) } satisfies HostTurn
      })

      const giveBack = Effect.fn("HostTurns.giveBack")((host: string, pause: number, hold: number) => {
        const held = hold > 0 ? sql`, held_until = ${now} + ${Math.round(hold)}` : sql``
        return guard(sql`UPDATE host_turns SET process = NULL, next_at = ${now} + ${Math.round(pause)}${held}
          WHERE host = ${host} AND process = ${own}`).pipe(Effect.asVoid)
      })

      const renew = Effect.fn("HostTurns.renew")((hosts: ReadonlyArray<string>) =>
        Array.isReadonlyArrayNonEmpty(hosts)
          ? guard(sql`UPDATE host_turns SET until_at = ${now} + ${turnLastsMs}
              WHERE process = ${own} AND ${sql.in("host", hosts)}`).pipe(Effect.asVoid)
          : Effect.void
      )

      const tidy = guard(sql`DELETE FROM host_turns
        WHERE until_at < ${now} - 3600000 AND next_at < ${now} AND held_until < ${now}`).pipe(
        Effect.asVoid,
        Effect.withSpan("HostTurns.tidy")
      )

      return HostTurns.of({ take, giveBack, renew, tidy })
    })
  )
}
