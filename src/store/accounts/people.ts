/** People of the Secretariat in the store, with the recovery codes of their second factor. */
import { Array, Context, Effect, Layer, type Option } from "effect"
import { Account, type PersonId } from "../../domain/index.ts"
import { Database } from "../database.ts"
import type { StoreError } from "../error.ts"
import { defineTable } from "../table.ts"

const table = defineTable("people", Account, {
  id: "plain",
  name: "plain",
  address: "plain",
  role: "plain",
  password: "plain",
  passwordIsTemporary: "boolean",
  totpSecret: "plain",
  totpStep: "plain",
  factorAskedAt: "plain",
  subject: "plain",
  language: "plain",
  createdAt: "plain",
  signedInAt: "plain",
  disabledAt: "plain"
})

export class People extends Context.Service<
  People,
  {
    /** Adds a person; false when somebody has the address already. */
    readonly add: (account: Account) => Effect.Effect<boolean, StoreError>
    readonly get: (id: PersonId) => Effect.Effect<Option.Option<Account>, StoreError>
    /** By mail address, in lower case. */
    readonly byAddress: (address: string) => Effect.Effect<Option.Option<Account>, StoreError>
    /** By issuer and subject at the identity provider. */
    readonly bySubject: (subject: string) => Effect.Effect<Option.Option<Account>, StoreError>
    /** All, by name. */
    readonly list: Effect.Effect<ReadonlyArray<Account>, StoreError>
    /** Overwrites what is named. */
    readonly change: (
      id: PersonId,
      fields: Partial<Omit<Account, "id" | "createdAt">>
    ) => Effect.Effect<void, StoreError>
    /** Takes a code of a time step; false when one of this step or a later one was taken before. */
    readonly takeStep: (id: PersonId, step: number) => Effect.Effect<boolean, StoreError>
    /** Replaces the hashes of a person's recovery codes. */
    readonly setRecovery: (id: PersonId, hashes: ReadonlyArray<string>) => Effect.Effect<void, StoreError>
    /** Uses a recovery code up; false when there is none of the hash. */
    readonly useRecovery: (id: PersonId, hash: string) => Effect.Effect<boolean, StoreError>
    /** Recovery codes that are left. */
    readonly countRecovery: (id: PersonId) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/People") {
  static readonly layer = Layer.effect(
    People,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const select = sql`SELECT ${sql.literal(table.selectList)} FROM people`

      const one = (column: "id" | "address" | "subject", value: string) =>
        sql`${select} WHERE ${sql(column)} = ${value}`.pipe(
          Effect.flatMap(table.decode),
          Effect.map(Array.head),
          guard
        )

      const add = Effect.fn("People.add")(function* (account: Account) {
        const rows = yield* guard(
          sql`INSERT INTO people ${sql.insert(table.toRow(account))} ON CONFLICT (address) DO NOTHING RETURNING id`
        )
        return rows.length === 1
      })

      const change = Effect.fn("People.change")(function* (
        id: PersonId,
        fields: Partial<Omit<Account, "id" | "createdAt">>
      ) {
        yield* transaction(
          Effect.gen(function* () {
            const [known] = yield* table.decode(yield* sql`${select} WHERE id = ${id}`)
            if (known !== undefined) yield* table.upsert(sql, [{ ...known, ...fields }], ["id"])
          })
        )
      })

      const takeStep = Effect.fn("People.takeStep")((id: PersonId, step: number) =>
        sql`UPDATE people SET totp_step = ${step}
          WHERE id = ${id} AND (totp_step IS NULL OR totp_step < ${step}) RETURNING id`.pipe(
          Effect.map((rows) => rows.length === 1),
          guard
        )
      )

      const setRecovery = Effect.fn("People.setRecovery")((id: PersonId, hashes: ReadonlyArray<string>) =>
        transaction(
          Effect.gen(function* () {
            yield* sql`DELETE FROM recovery_codes WHERE person_id = ${id}`
            const rows = hashes.map((hash) => ({ person_id: id, hash }))
            if (Array.isArrayNonEmpty(rows)) yield* sql`INSERT INTO recovery_codes ${sql.insert(rows)}`
          })
        )
      )

      const useRecovery = Effect.fn("People.useRecovery")((id: PersonId, hash: string) =>
        sql`DELETE FROM recovery_codes WHERE person_id = ${id} AND hash = ${hash} RETURNING hash`.pipe(
          Effect.map((rows) => rows.length === 1),
          guard
        )
      )

      const countRecovery = Effect.fn("People.countRecovery")((id: PersonId) =>
        sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS "count" FROM recovery_codes
          WHERE person_id = ${id}`.pipe(
          Effect.map((rows) => rows[0]?.count ?? 0),
          guard
        )
      )

      return People.of({
        add,
        get: (id) => one("id", id),
        byAddress: (address) => one("address", address),
        bySubject: (subject) => one("subject", subject),
        list: sql`${select} ORDER BY name, id`.pipe(Effect.flatMap(table.decode), guard),
        change,
        takeStep,
        setRecovery,
        useRecovery,
        countRecovery
      })
    })
  )
}
