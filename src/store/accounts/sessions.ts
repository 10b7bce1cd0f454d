/** Sessions and sign-ins under way, in the store. Only hashes of their secrets are here. */
import { Array, Context, Effect, Layer, type Option } from "effect"
import { AccountSession, type PersonId, type Timestamp } from "../../domain/index.ts"
import { Database } from "../database.ts"
import type { StoreError } from "../error.ts"
import { defineTable } from "../table.ts"

const table = defineTable("account_sessions", AccountSession, {
  id: "plain",
  stage: "plain",
  personId: "plain",
  createdAt: "plain",
  seenAt: "plain",
  endsAt: "plain",
  address: "plain",
  agent: "plain",
  data: "plain"
})

export class AccountSessions extends Context.Service<
  AccountSessions,
  {
    readonly add: (session: AccountSession) => Effect.Effect<void, StoreError>
    /** One that has not ended by the instant. */
    readonly get: (id: string, at: Timestamp) => Effect.Effect<Option.Option<AccountSession>, StoreError>
    /** It was used at the instant. */
    readonly seen: (id: string, at: Timestamp) => Effect.Effect<void, StoreError>
    /** Overwrites what the session has to remember. */
    readonly remember: (id: string, data: string | null) => Effect.Effect<void, StoreError>
    /** Signed-in sessions of a person that were seen since an instant, the newest first. */
    readonly ofPerson: (
      personId: PersonId,
      since: Timestamp,
      at: Timestamp
    ) => Effect.Effect<ReadonlyArray<AccountSession>, StoreError>
    /** Ends one; false when it was over already. With a person, only one of theirs. */
    readonly end: (id: string, of?: PersonId) => Effect.Effect<boolean, StoreError>
    /** Ends all of a person, but the one that is named; gives their number. */
    readonly endAll: (personId: PersonId, except?: string) => Effect.Effect<number, StoreError>
    /** Removes those that ended, or were not seen since, the instants. */
    readonly forget: (endedBefore: Timestamp, unseenSince: Timestamp) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/AccountSessions") {
  static readonly layer = Layer.effect(
    AccountSessions,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const select = sql`SELECT ${sql.literal(table.selectList)} FROM account_sessions`
      const counted = Effect.map((rows: ReadonlyArray<unknown>) => rows.length)

      return AccountSessions.of({
        add: Effect.fn("AccountSessions.add")((session: AccountSession) =>
          guard(table.insert(sql, [session]))
        ),
        get: Effect.fn("AccountSessions.get")((id: string, at: Timestamp) =>
          sql`${select} WHERE id = ${id} AND ends_at > ${at}`.pipe(
            Effect.flatMap(table.decode),
            Effect.map(Array.head),
            guard
          )
        ),
        seen: Effect.fn("AccountSessions.seen")((id: string, at: Timestamp) =>
          guard(Effect.asVoid(sql`UPDATE account_sessions SET seen_at = ${at} WHERE id = ${id}`))
        ),
        remember: Effect.fn("AccountSessions.remember")((id: string, data: string | null) =>
          guard(Effect.asVoid(sql`UPDATE account_sessions SET data = ${data} WHERE id = ${id}`))
        ),
        ofPerson: Effect.fn("AccountSessions.ofPerson")(
          (personId: PersonId, since: Timestamp, at: Timestamp) =>
            sql`${select} WHERE person_id = ${personId} AND stage = 'signed-in' AND seen_at > ${since}
              AND ends_at > ${at} ORDER BY seen_at DESC, id`.pipe(Effect.flatMap(table.decode), guard)
        ),
        end: Effect.fn("AccountSessions.end")((id: string, of?: PersonId) =>
          sql`DELETE FROM account_sessions WHERE id = ${id}
            AND ${of === undefined ? sql`1 = 1` : sql`person_id = ${of}`} RETURNING id`.pipe(
            counted,
            Effect.map((count) => count === 1),
            guard
          )
        ),
        endAll: Effect.fn("AccountSessions.endAll")((personId: PersonId, except?: string) =>
          guard(
            counted(
              sql`DELETE FROM account_sessions WHERE person_id = ${personId} AND id <> ${except ?? ""} RETURNING id`
            )
          )
        ),
        forget: Effect.fn("AccountSessions.forget")((endedBefore: Timestamp, unseenSince: Timestamp) =>
          guard(
            counted(
              sql`DELETE FROM account_sessions WHERE ends_at <= ${endedBefore} OR seen_at <= ${unseenSince} RETURNING id`
            )
          )
        )
      })
    })
  )
}
