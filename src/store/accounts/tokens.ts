/** Tokens of the HTTP interface in the store, by their hashes. */
import { Array, Context, Effect, Layer, type Option } from "effect"
import { ApiToken, type PersonId, type Timestamp } from "../../domain/index.ts"
import { Database } from "../database.ts"
import type { StoreError } from "../error.ts"
import { defineTable } from "../table.ts"

const table = defineTable("api_tokens", ApiToken, {
  prefix: "plain",
  hash: "plain",
  personId: "plain",
  name: "plain",
  scopes: "json",
  createdAt: "plain",
  expiresAt: "plain",
  lastUsedAt: "plain",
  revokedAt: "plain"
})

export class StoredTokens extends Context.Service<
  StoredTokens,
  {
    readonly add: (token: ApiToken) => Effect.Effect<void, StoreError>
    readonly get: (prefix: string) => Effect.Effect<Option.Option<ApiToken>, StoreError>
    /** Of a person, the newest first. */
    readonly ofPerson: (personId: PersonId) => Effect.Effect<ReadonlyArray<ApiToken>, StoreError>
    readonly used: (prefix: string, at: Timestamp) => Effect.Effect<void, StoreError>
    /** False when the person has no such token that is still in force. */
    readonly revoke: (prefix: string, personId: PersonId, at: Timestamp) => Effect.Effect<boolean, StoreError>
    readonly revokeAll: (personId: PersonId, at: Timestamp) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/StoredTokens") {
  static readonly layer = Layer.effect(
    StoredTokens,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const select = sql`SELECT ${sql.literal(table.selectList)} FROM api_tokens`

      return StoredTokens.of({
        add: Effect.fn("StoredTokens.add")((token: ApiToken) => guard(table.insert(sql, [token]))),
        get: Effect.fn("StoredTokens.get")((prefix: string) =>
          sql`${select} WHERE prefix = ${prefix}`.pipe(
            Effect.flatMap(table.decode),
            Effect.map(Array.head),
            guard
          )
        ),
        ofPerson: Effect.fn("StoredTokens.ofPerson")((personId: PersonId) =>
          sql`${select} WHERE person_id = ${personId} ORDER BY created_at DESC, prefix`.pipe(
            Effect.flatMap(table.decode),
            guard
          )
        ),
        used: Effect.fn("StoredTokens.used")((prefix: string, at: Timestamp) =>
          guard(Effect.asVoid(sql`UPDATE api_tokens SET last_used_at = ${at} WHERE prefix = ${prefix}`))
        ),
        revoke: Effect.fn("StoredTokens.revoke")((prefix: string, personId: PersonId, at: Timestamp) =>
          sql`UPDATE api_tokens SET revoked_at = ${at} WHERE prefix = ${prefix} AND person_id = ${personId}
            AND revoked_at IS NULL RETURNING prefix`.pipe(
            Effect.map((rows) => rows.length === 1),
            guard
          )
        ),
        revokeAll: Effect.fn("StoredTokens.revokeAll")((personId: PersonId, at: Timestamp) =>
          sql`UPDATE api_tokens SET revoked_at = ${at} WHERE person_id = ${personId} AND revoked_at IS NULL
            RETURNING prefix`.pipe(
            Effect.map((rows) => rows.length),
            guard
          )
        )
      })
    })
  )
}
