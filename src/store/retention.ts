/**
 * Retention: what may go from a store after a time, found and taken out by two rules, each off unless it is asked
 * for.
 *
 * Versions of outputs are never touched, nor any capture that a version or a release cites, nor the newest body of
 * an address, from which the next visit learns what is new.
 */
import { Array, Context, Effect, Option, Schema } from "effect"
import { Layer } from "effect"
import { Capture, type Timestamp } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { now } from "./now.ts"
import { Releases } from "./releases.ts"
import { UnreadableRow } from "./table.ts"

/** From which instant on things stay; null where the rule is off. */
export interface RetentionRules {
  /** Visits before this instant that brought no body may go, but for the last of each address. */
  readonly visitsBefore: Timestamp | null
  /** Bodies of feeds and listing pages received before this instant may go, but for the newest of each address. */
  readonly listingsBefore: Timestamp | null
}

/** A capture that may go. */
const Leaving = Schema.Struct({
  id: Capture.fields.id,
  url: Capture.fields.url,
  retrievedAt: Capture.fields.retrievedAt,
  bytes: Capture.fields.bytes
})
export type Leaving = typeof Leaving.Type
const decodeLeaving = Schema.decodeUnknownEffect(Schema.Array(Leaving))

export interface Departure {
  /** Number of visits without a body. */
  readonly visits: number
  readonly captures: ReadonlyArray<Leaving>
}

/** A SHA-256 in a text: releases name captures by it, wherever they do. */
const hash = /\b[0-9a-f]{64}\b/g

/** Ids in one statement. */
const idBatch = 2000

export class Retention extends Context.Service<
  Retention,
  {
    /** What would go. */
    readonly plan: (rules: RetentionRules) => Effect.Effect<Departure, StoreError>
    /** Takes it out and records each piece, in one transaction. */
    readonly carryOut: (rules: RetentionRules) => Effect.Effect<Departure, StoreError>
    /** Records of what went, the newest first. */
    readonly removals: (limit?: number) => Effect.Effect<
      ReadonlyArray<{
        readonly at: string
        readonly rule: string
        readonly thing: string
        readonly detail: string
      }>,
      StoreError
    >
  }
>()("tributary/store/Retention") {
  static readonly layer = Layer.effect(
    Retention,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const releases = yield* Releases

      /** Every hash that a release names, in its inputs or in its digest. */
      const cited = Effect.gen(function* () {
        const found = new Set<string>()
        for (const { number } of yield* releases.list) {
          const contents = Option.getOrUndefined(yield* releases.contents(number))
          for (const text of contents === undefined ? [] : [contents.inputs, contents.digest]) {
            for (const [name] of text.matchAll(hash)) found.add(name)
          }
        }
        return found
      })

      // A visit whose body went by the other rule did bring one, and stays.
      const bodilessBefore = (before: Timestamp) =>
        sql`started_at < ${before} AND capture_id IS NULL AND (outcome <> 'ok' OR purpose = 'robots')
          AND id NOT IN (SELECT MAX(id) FROM visits GROUP BY url, purpose)`

      const countBodiless = (before: Timestamp) =>
        Effect.map(
          sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM visits
            WHERE ${bodilessBefore(before)}`,
          ([row]) => row?.count ?? 0
        )

      const listingsBefore = Effect.fnUntraced(function* (before: Timestamp) {
        const rows = yield* sql`
          SELECT id, url, retrieved_at AS "retrievedAt", bytes FROM captures
          WHERE retrieved_at < ${before}
            AND id IN (SELECT capture_id FROM visits WHERE capture_id IS NOT NULL)
            AND id NOT IN (SELECT capture_id FROM visits WHERE capture_id IS NOT NULL
              AND purpose NOT IN ('source', 'robots', 'check'))
            AND id NOT IN (SELECT capture_id FROM versions)
            AND id NOT IN (SELECT capture_id FROM visits WHERE id IN (
              SELECT MAX(id) FROM visits WHERE capture_id IS NOT NULL GROUP BY url))
          ORDER BY retrieved_at, id`
        const found = yield* Effect.mapError(
          decodeLeaving(rows),
          (error) => new UnreadableRow({ table: "captures", message: error.message })
        )
        const kept = yield* cited
        return found.filter(({ id }) => !kept.has(id))
      })

      const find = Effect.fnUntraced(function* (rules: RetentionRules) {
        return {
          visits: rules.visitsBefore === null ? 0 : yield* countBodiless(rules.visitsBefore),
          captures: rules.listingsBefore === null ? [] : yield* listingsBefore(rules.listingsBefore)
        } satisfies Departure
      })

      const plan = Effect.fn("Retention.plan")((rules: RetentionRules) => guard(find(rules)))

      const carryOut = Effect.fn("Retention.carryOut")((rules: RetentionRules) =>
        transaction(
          Effect.gen(function* () {
            const departure = yield* find(rules)
            const at = yield* now
            if (departure.visits > 0 && rules.visitsBefore !== null) {
              yield* sql`DELETE FROM visits WHERE ${bodilessBefore(rules.visitsBefore)}`
              const row = {
                at,
                rule: "visits",
                thing: `${departure.visits} visits`,
                detail: `without a body, before ${rules.visitsBefore}`
              }
              yield* sql`INSERT INTO removals ${sql.insert(row)}`
            }
            for (const batch of Array.chunksOf(departure.captures, idBatch)) {
              const ids = batch.map(({ id }) => id)
              const rows = Array.map(batch, ({ bytes, id, retrievedAt, url }) => ({
                at,
                rule: "listings",
                thing: id,
                detail: `${url}, received ${retrievedAt}, ${bytes} bytes`
              }))
              yield* sql`UPDATE visits SET capture_id = NULL WHERE ${sql.in("capture_id", ids)}`
              yield* sql`DELETE FROM captures WHERE ${sql.in("id", ids)}`
              yield* sql`INSERT INTO removals ${sql.insert(rows)}`
            }
            return departure
          })
        )
      )

      const removals = (limit = 100) =>
        guard(
          sql<{
            readonly at: string
            readonly rule: string
            readonly thing: string
            readonly detail: string
          }>`SELECT "at", rule, thing, detail FROM removals ORDER BY id DESC LIMIT ${limit}`
        )

      return Retention.of({ plan, carryOut, removals })
    })
  )
}
