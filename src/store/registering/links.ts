/** Private links of organisers in the store, by the hashes of their secrets. */
import { Array, Context, Effect, Layer, type Option } from "effect"
import { type InitiativeId, OrganiserLink, type OrganiserLinkId, type Timestamp } from "../../domain/index.ts"
import { Database } from "../database.ts"
import type { StoreError } from "../error.ts"
import { defineTable } from "../table.ts"

const table = defineTable("organiser_links", OrganiserLink, {
  id: "plain",
  initiativeId: "plain",
  email: "plain",
  language: "plain",
  madeAt: "plain",
  lastUsedAt: "plain",
  revokedAt: "plain"
})

export class OrganiserLinks extends Context.Service<
  OrganiserLinks,
  {
    /** Adds a link under the SHA-256 of its secret (`hashOf` of src/accounts/secrets.ts). */
    readonly add: (link: OrganiserLink, hash: string) => Effect.Effect<void, StoreError>
    /** A link in force by the hash of its secret. */
    readonly byHash: (hash: string) => Effect.Effect<Option.Option<OrganiserLink>, StoreError>
    readonly get: (id: OrganiserLinkId) => Effect.Effect<Option.Option<OrganiserLink>, StoreError>
    /** Of an initiative, or all; the newest first, revoked ones among them. */
    readonly list: (initiativeId?: InitiativeId) => Effect.Effect<ReadonlyArray<OrganiserLink>, StoreError>
    readonly used: (id: OrganiserLinkId, at: Timestamp) => Effect.Effect<void, StoreError>
    /** Removes those that were made or revoked before; gives their number. */
    readonly forget: (madeBefore: Timestamp, revokedBefore: Timestamp) => Effect.Effect<number, StoreError>
    /** False when there is no such link in force. */
    readonly revoke: (id: OrganiserLinkId, at: Timestamp) => Effect.Effect<boolean, StoreError>
  }
>()("tributary/store/OrganiserLinks") {
  static readonly layer = Layer.effect(
    OrganiserLinks,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const select = sql`SELECT ${sql.literal(table.selectList)} FROM organiser_links`

      return OrganiserLinks.of({
        add: Effect.fn("OrganiserLinks.add")((link: OrganiserLink, hash: string) =>
          guard(Effect.asVoid(sql`INSERT INTO organiser_links ${sql.insert({ ...table.toRow(link), hash })}`))
        ),
        byHash: Effect.fn("OrganiserLinks.byHash")((hash: string) =>
          sql`${select} WHERE hash = ${hash} AND revoked_at IS NULL`.pipe(
            Effect.flatMap(table.decode),
            Effect.map(Array.head),
            guard
          )
        ),
        get: Effect.fn("OrganiserLinks.get")((id: OrganiserLinkId) =>
          sql`${select} WHERE id = ${id}`.pipe(Effect.flatMap(table.decode), Effect.map(Array.head), guard)
        ),
        list: Effect.fn("OrganiserLinks.list")((initiativeId?: InitiativeId) =>
          sql`${select} WHERE ${initiativeId === undefined ? sql`1 = 1` : sql`initiative_id = ${initiativeId}`}
            ORDER BY made_at DESC, id`.pipe(Effect.flatMap(table.decode), guard)
        ),
        used: Effect.fn("OrganiserLinks.used")((id: OrganiserLinkId, at: Timestamp) =>
          guard(Effect.asVoid(sql`UPDATE organiser_links SET last_used_at = ${at} WHERE id = ${id}`))
        ),
        forget: Effect.fn("OrganiserLinks.forget")((madeBefore: Timestamp, revokedBefore: Timestamp) =>
          sql`DELETE FROM organiser_links WHERE made_at < ${madeBefore} OR revoked_at < ${revokedBefore}
            RETURNING id`.pipe(
            Effect.map((rows) => rows.length),
            guard
          )
        ),
        revoke: Effect.fn("OrganiserLinks.revoke")((id: OrganiserLinkId, at: Timestamp) =>
          sql`UPDATE organiser_links SET revoked_at = ${at} WHERE id = ${id} AND revoked_at IS NULL
            RETURNING id`.pipe(
            Effect.map((rows) => rows.length === 1),
            guard
          )
        )
      })
    })
  )
}
