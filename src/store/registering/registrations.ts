/**
 * Registrations in the store, and the previews that come before them. A preview is only held for as long as its
 * sender looks at it; a registration stays.
 */
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import {
  type InitiativeId,
  type Proof,
  Registration,
  type RegistrationId,
  type RegistrationState,
  type SourceId,
  type Timestamp
} from "../../domain/index.ts"
import { Database, isAfter, where } from "../database.ts"
import type { StoreError } from "../error.ts"
import { now } from "../now.ts"
import { defineTable } from "../table.ts"

const table = defineTable("registrations", Registration, {
  id: "plain",
  state: "plain",
  initiativeId: "plain",
  newInitiative: "json",
  url: "plain",
  source: "json",
  diagnosis: "json",
  email: "plain",
  remark: "plain",
  language: "plain",
  createdAt: "plain",
  confirmBy: "plain",
  confirmedAt: "plain",
  proofWord: "plain",
  proof: "json",
  decidedAt: "plain",
  decidedBy: "plain",
  reason: "plain",
  sourceId: "plain"
})

/** A preview: what was filled in and what was found, as plain data of whoever keeps it here. */
export const RegistrationPreview = Schema.Struct({ form: Schema.Unknown, diagnosis: Schema.Unknown })
export type RegistrationPreview = typeof RegistrationPreview.Type

const previews = defineTable("registration_previews", RegistrationPreview, {
  form: "json",
  diagnosis: "json"
})

export interface RegistrationFilter {
  readonly state?: RegistrationState
  readonly initiativeId?: InitiativeId
  /** Mail address of the organiser, in lower case. */
  readonly email?: string
  /** Only those made before, for the next page. */
  readonly before?: Timestamp
  /** Instant and id of the last one of the page before. */
  readonly after?: readonly [at: string, id: string]
  /** 100 when absent. */
  readonly limit?: number
}

export class Registrations extends Context.Service<
  Registrations,
  {
    /** Keeps a preview under the hash of its secret. */
    readonly keepPreview: (hash: string, preview: RegistrationPreview) => Effect.Effect<void, StoreError>
    /** The preview, if it was kept since the instant. */
    readonly preview: (
      hash: string,
      since: Timestamp
    ) => Effect.Effect<Option.Option<RegistrationPreview>, StoreError>
    /** Removes a preview; false when it was gone already, so that it leads to one registration only. */
    readonly takePreview: (hash: string) => Effect.Effect<boolean, StoreError>
    /** Adds a registration that waits for its confirmation by the secret of the hash. */
    readonly add: (registration: Registration, confirmHash: string) => Effect.Effect<void, StoreError>
    readonly get: (id: RegistrationId) => Effect.Effect<Option.Option<Registration>, StoreError>
    /** The newest first. */
    readonly list: (filter?: RegistrationFilter) => Effect.Effect<ReadonlyArray<Registration>, StoreError>
    /** Number of registrations in a state. */
    readonly count: (state: RegistrationState) => Effect.Effect<number, StoreError>
    /** The registration that waits for this confirmation; none when it was used, is over, or never was. */
    readonly toConfirm: (confirmHash: string) => Effect.Effect<Option.Option<Registration>, StoreError>
    /** Uses the confirmation up: from now on the sender comes back by the other secret. None when it cannot be. */
    readonly confirm: (
      confirmHash: string,
      statusHash: string
    ) => Effect.Effect<Option.Option<Registration>, StoreError>
    /** The registration to which a sender comes back. */
    readonly byStatus: (statusHash: string) => Effect.Effect<Option.Option<Registration>, StoreError>
    readonly prove: (id: RegistrationId, proof: Proof) => Effect.Effect<void, StoreError>
    /** Approves one that awaits it; false when it does not. Adds no source: see src/jobs/registering. */
    readonly approve: (
      id: RegistrationId,
      decision: { readonly by: string; readonly initiativeId: InitiativeId; readonly sourceId: SourceId }
    ) => Effect.Effect<boolean, StoreError>
    /** Refuses one that awaits approval; false when it does not. */
    readonly refuse: (
      id: RegistrationId,
      decision: { readonly by: string; readonly reason: string }
    ) => Effect.Effect<boolean, StoreError>
    /** Marks those that were not confirmed in time; gives their number. */
    readonly expire: Effect.Effect<number, StoreError>
    /** Removes previews of before the first instant, and what expired and was made before the second. */
    readonly forget: (
      previewsBefore: Timestamp,
      expiredBefore: Timestamp
    ) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/Registrations") {
  static readonly layer = Layer.effect(
    Registrations,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)
      const select = sql`SELECT ${columns} FROM registrations`
      const isOpen = Effect.map(now, (at) => sql`state = 'awaiting-confirmation' AND confirm_by > ${at}`)

      const keepPreview = Effect.fn("Registrations.keepPreview")(function* (
        hash: string,
        preview: RegistrationPreview
      ) {
        const row = { ...previews.toRow(preview), hash, made_at: yield* now }
        yield* guard(sql`INSERT INTO registration_previews ${sql.insert(row)}`)
      })

      const preview = Effect.fn("Registrations.preview")((hash: string, since: Timestamp) =>
        sql`SELECT ${sql.literal(previews.selectList)} FROM registration_previews
          WHERE hash = ${hash} AND made_at > ${since}`.pipe(
          Effect.flatMap(previews.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const takePreview = Effect.fn("Registrations.takePreview")((hash: string) =>
        sql`DELETE FROM registration_previews WHERE hash = ${hash} RETURNING hash`.pipe(
          Effect.map((rows) => rows.length === 1),
          guard
        )
      )

      const add = Effect.fn("Registrations.add")((registration: Registration, confirmHash: string) => {
        const row = { ...table.toRow(registration), confirm_hash: confirmHash }
        return guard(Effect.asVoid(sql`INSERT INTO registrations ${sql.insert(row)}`))
      })

      const get = Effect.fn("Registrations.get")((id: RegistrationId) =>
        sql`${select} WHERE id = ${id}`.pipe(Effect.flatMap(table.decode), Effect.map(Array.head), guard)
      )

      const list = Effect.fn("Registrations.list")(
        ({ after, before, email, initiativeId, limit = 100, state }: RegistrationFilter = {}) =>
          sql`${select} WHERE ${where(sql, [
            sql`1 = 1`,
            isAfter(sql, "created_at", after),
            state === undefined ? undefined : sql`state = ${state}`,
            initiativeId === undefined ? undefined : sql`initiative_id = ${initiativeId}`,
            email === undefined ? undefined : sql`email = ${email}`,
            before === undefined ? undefined : sql`created_at < ${before}`
          ])} ORDER BY created_at DESC, id LIMIT ${limit}`.pipe(Effect.flatMap(table.decode), guard)
      )

      const count = Effect.fn("Registrations.count")((state: RegistrationState) =>
        sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS "count" FROM registrations
          WHERE state = ${state}`.pipe(
          Effect.map(([row]) => row?.count ?? 0),
          guard
        )
      )

      const toConfirm = Effect.fn("Registrations.toConfirm")(function* (confirmHash: string) {
        const rows = yield* guard(
          Effect.flatMap(
            sql`${select} WHERE confirm_hash = ${confirmHash} AND ${yield* isOpen}`,
            table.decode
          )
        )
        return Array.head(rows)
      })

      const confirm = Effect.fn("Registrations.confirm")((confirmHash: string, statusHash: string) =>
        transaction(
          Effect.gen(function* () {
            const [row] = yield* sql<{ readonly id: string }>`UPDATE registrations
              SET state = 'awaiting-approval', confirmed_at = ${yield* now}, confirm_hash = NULL,
                status_hash = ${statusHash}
              WHERE confirm_hash = ${confirmHash} AND ${yield* isOpen} RETURNING id`
            if (row === undefined) return Option.none<Registration>()
            return Array.head(yield* table.decode(yield* sql`${select} WHERE id = ${row.id}`))
          })
        )
      )

      const byStatus = Effect.fn("Registrations.byStatus")((statusHash: string) =>
        sql`${select} WHERE status_hash = ${statusHash}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )
      )

      const prove = Effect.fn("Registrations.prove")((id: RegistrationId, proof: Proof) =>
        guard(Effect.asVoid(sql`UPDATE registrations SET proof = ${JSON.stringify(proof)} WHERE id = ${id}`))
      )

      const approve = Effect.fn("Registrations.approve")(function* (
        id: RegistrationId,
        decision: { readonly by: string; readonly initiativeId: InitiativeId; readonly sourceId: SourceId }
      ) {
        const rows = yield* guard(sql`UPDATE registrations SET state = 'approved', decided_at = ${yield* now},
          decided_by = ${decision.by}, initiative_id = ${decision.initiativeId}, source_id = ${decision.sourceId}
          WHERE id = ${id} AND state = 'awaiting-approval' RETURNING id`)
        return rows.length === 1
      })

      const refuse = Effect.fn("Registrations.refuse")(function* (
        id: RegistrationId,
        decision: { readonly by: string; readonly reason: string }
      ) {
        const rows = yield* guard(sql`UPDATE registrations SET state = 'refused', decided_at = ${yield* now},
          decided_by = ${decision.by}, reason = ${decision.reason}
          WHERE id = ${id} AND state = 'awaiting-approval' RETURNING id`)
        return rows.length === 1
      })

      const expire = Effect.gen(function* () {
        const rows = yield* guard(sql`UPDATE registrations SET state = 'expired', confirm_hash = NULL
          WHERE state = 'awaiting-confirmation' AND confirm_by <= ${yield* now} RETURNING id`)
        return rows.length
      }).pipe(Effect.withSpan("Registrations.expire"))

      const forget = Effect.fn("Registrations.forget")(
        (previewsBefore: Timestamp, expiredBefore: Timestamp) =>
          transaction(
            Effect.gen(function* () {
              const gone = yield* sql`DELETE FROM registration_previews WHERE made_at < ${previewsBefore}
              RETURNING hash`
              const expired = yield* sql`DELETE FROM registrations
              WHERE state = 'expired' AND created_at < ${expiredBefore} RETURNING id`
              return gone.length + expired.length
            })
          )
      )

      return Registrations.of({
        keepPreview,
        preview,
        takePreview,
        add,
        get,
        list,
        count,
        toConfirm,
        confirm,
        byStatus,
        prove,
        approve,
        refuse,
        expire,
        forget
      })
    })
  )
}
