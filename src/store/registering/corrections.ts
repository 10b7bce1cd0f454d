/** Requests for a correction in the store. */
import { Array, Context, Effect, Layer, type Option } from "effect"
import {
  Correction,
  type CorrectionId,
  type CorrectionState,
  type InitiativeId,
  type OutputId,
  type Timestamp
} from "../../domain/index.ts"
import { Database, isAfter, where } from "../database.ts"
import type { StoreError } from "../error.ts"
import { now } from "../now.ts"
import { defineTable } from "../table.ts"

const table = defineTable("corrections", Correction, {
  id: "plain",
  state: "plain",
  initiativeId: "plain",
  outputId: "plain",
  statementId: "plain",
  quotation: "plain",
  topic: "plain",
  words: "plain",
  email: "plain",
  language: "plain",
  linkId: "plain",
  askedAt: "plain",
  decidedAt: "plain",
  decidedBy: "plain",
  answer: "plain"
})

export interface CorrectionFilter {
  readonly state?: CorrectionState
  readonly initiativeId?: InitiativeId
  readonly outputId?: OutputId
  /** Only those asked before, for the next page. */
  readonly before?: Timestamp
  /** Instant and id of the last one of the page before. */
  readonly after?: readonly [at: string, id: string]
  /** 100 when absent. */
  readonly limit?: number
}

export class Corrections extends Context.Service<
  Corrections,
  {
    readonly add: (correction: Correction) => Effect.Effect<void, StoreError>
    readonly get: (id: CorrectionId) => Effect.Effect<Option.Option<Correction>, StoreError>
    /** The newest first. */
    readonly list: (filter?: CorrectionFilter) => Effect.Effect<ReadonlyArray<Correction>, StoreError>
    /** Number of requests in a state. */
    readonly count: (state: CorrectionState) => Effect.Effect<number, StoreError>
    /** Closes one that is open; false when it is not. What is told to the organiser is the caller's. */
    readonly resolve: (
      id: CorrectionId,
      decision: { readonly state: "accepted" | "answered"; readonly by: string; readonly answer: string }
    ) => Effect.Effect<boolean, StoreError>
  }
>()("tributary/store/Corrections") {
  static readonly layer = Layer.effect(
    Corrections,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const select = sql`SELECT ${sql.literal(table.selectList)} FROM corrections`

      return Corrections.of({
        add: Effect.fn("Corrections.add")((correction: Correction) => guard(table.insert(sql, [correction]))),
        get: Effect.fn("Corrections.get")((id: CorrectionId) =>
          sql`${select} WHERE id = ${id}`.pipe(Effect.flatMap(table.decode), Effect.map(Array.head), guard)
        ),
        list: Effect.fn("Corrections.list")(
          ({ after, before, initiativeId, limit = 100, outputId, state }: CorrectionFilter = {}) =>
            sql`${select} WHERE ${where(sql, [
              sql`1 = 1`,
              isAfter(sql, "asked_at", after),
              state === undefined ? undefined : sql`state = ${state}`,
              initiativeId === undefined ? undefined : sql`initiative_id = ${initiativeId}`,
              outputId === undefined ? undefined : sql`output_id = ${outputId}`,
              before === undefined ? undefined : sql`asked_at < ${before}`
            ])} ORDER BY asked_at DESC, id LIMIT ${limit}`.pipe(Effect.flatMap(table.decode), guard)
        ),
        count: Effect.fn("Corrections.count")((state: CorrectionState) =>
          sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS "count" FROM corrections
            WHERE state = ${state}`.pipe(
            Effect.map(([row]) => row?.count ?? 0),
            guard
          )
        ),
        resolve: Effect.fn("Corrections.resolve")(function* (
          id: CorrectionId,
          decision: { readonly state: "accepted" | "answered"; readonly by: string; readonly answer: string }
        ) {
          const rows = yield* guard(sql`UPDATE corrections SET state = ${decision.state},
            decided_at = ${yield* now}, decided_by = ${decision.by}, answer = ${decision.answer}
            WHERE id = ${id} AND state = 'open' RETURNING id`)
          return rows.length === 1
        })
      })
    })
  )
}
