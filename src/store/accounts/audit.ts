/**
 * The audit log: who changed what, when, and what was there before. It only grows, which the database itself
 * enforces. Every change that a person makes is recorded in the transaction that makes it.
 */
import { Context, Effect, Layer } from "effect"
import { AuditEntry } from "../../domain/index.ts"
import { Database, where } from "../database.ts"
import type { StoreError } from "../error.ts"
import { now } from "../now.ts"
import { defineTable } from "../table.ts"

const table = defineTable("audit_log", AuditEntry, {
  id: "plain",
  at: "plain",
  personId: "plain",
  by: "plain",
  action: "plain",
  thing: "plain",
  before: "json",
  after: "json"
})

/** Who changes something: a person, or, without id, the command line or the program itself. */
export interface Actor {
  readonly id: string | null
  readonly name: string
}

/** A change as it is told to the log. */
export interface Change {
  readonly by: Actor
  /** Thing and verb: `source.approve`. */
  readonly action: string
  /** What was changed: `source:norvia-igf/feed`. */
  readonly thing: string
  /** What was there, as plain data; never a secret. */
  readonly before?: unknown
  readonly after?: unknown
}

export interface AuditFilter {
  readonly thing?: string
  readonly personId?: string
  /** Only entries older than this one, for the next page. */
  readonly before?: number
  /** 100 when absent. */
  readonly limit?: number
}

export class Audit extends Context.Service<
  Audit,
  {
    /** Adds an entry, dated now. Call it in the transaction of the change. */
    readonly record: (change: Change) => Effect.Effect<void, StoreError>
    /** The newest first. */
    readonly list: (filter?: AuditFilter) => Effect.Effect<ReadonlyArray<AuditEntry>, StoreError>
  }
>()("tributary/store/Audit") {
  static readonly layer = Layer.effect(
    Audit,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

      const record = Effect.fn("Audit.record")(function* (change: Change) {
        const { id: _, ...row } = table.toRow({
          id: 0,
          at: yield* now,
          personId: change.by.id,
          by: change.by.name,
          action: change.action,
          thing: change.thing,
          before: change.before ?? null,
          after: change.after ?? null
        })
        yield* guard(sql`INSERT INTO audit_log ${sql.insert(row)}`)
      })

      const list = Effect.fn("Audit.list")(({ before, limit = 100, personId, thing }: AuditFilter = {}) =>
        sql`SELECT ${sql.literal(table.selectList)} FROM audit_log WHERE ${where(sql, [
          sql`1 = 1`,
          thing === undefined ? undefined : sql`thing = ${thing}`,
          personId === undefined ? undefined : sql`person_id = ${personId}`,
          before === undefined ? undefined : sql`id < ${before}`
        ])} ORDER BY id DESC LIMIT ${limit}`.pipe(Effect.flatMap(table.decode), guard)
      )

      return Audit.of({ record, list })
    })
  )
}
