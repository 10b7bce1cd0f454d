/**
 * What decisions of reviewers still have to be carried through, and the statements that they exclude.
 *
 * An output waits here from the transaction of a decision until everything has been consolidated with it; a
 * process that ends in between leaves it here for the next one.
 */
import { Array, Context, Effect, Layer, Schema } from "effect"
import {
  type InitiativeId,
  OutputId,
  ReviewDecision,
  ReviewId,
  Statement,
  StatementId,
  Timestamp
} from "../domain/index.ts"
import { among, insertRows } from "./bulk.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { UnreadableRow } from "./table.ts"

/** An output that a decision concerns. */
export const WaitingOutput = Schema.Struct({
  outputId: OutputId,
  /** The newest review that concerns it. */
  reviewId: ReviewId,
  /** 1 when its statements are as decided, and only consolidation is still to come. */
  derived: Schema.Literals([0, 1])
})
export type WaitingOutput = typeof WaitingOutput.Type

/** Decisions that were made in one go. */
const RecentBatch = Schema.Struct({
  batch: ReviewId,
  count: Schema.Int,
  at: Timestamp,
  by: Schema.String,
  reason: Schema.String,
  decision: Schema.fromJsonString(ReviewDecision)
})
export type RecentBatch = typeof RecentBatch.Type

const Batched = Schema.Struct({ id: ReviewId })

const Excluded = Schema.Struct({ statement: Schema.fromJsonString(Statement) })
const Home = Schema.Struct({ id: StatementId, outputId: OutputId })

/** Ids asked for in one query at most. */
const idBatch = 5000

export interface ExcludedFilter {
  readonly outputId?: OutputId
  readonly initiativeId?: InitiativeId
  readonly ids?: ReadonlyArray<StatementId>
  /** What stands after a statement, by its initiative, output and id. */
  readonly after?: readonly [initiative: string, output: string, id: string]
  readonly limit?: number
  readonly offset?: number
}

export class ReviewWork extends Context.Service<
  ReviewWork,
  {
    /** Notes outputs of decisions; call it in their transaction. */
    readonly wait: (outputs: ReadonlyArray<WaitingOutput>) => Effect.Effect<void, StoreError>
    readonly waiting: Effect.Effect<ReadonlyArray<WaitingOutput>, StoreError>
    /** How many outputs wait: to be derived, and in all. */
    readonly count: Effect.Effect<{ readonly underived: number; readonly all: number }, StoreError>
    /** Takes away what was carried through, unless a newer review has come since. */
    readonly settled: (outputs: ReadonlyArray<WaitingOutput>) => Effect.Effect<void, StoreError>
    /** Replaces the excluded statements of an output. */
    readonly replaceExcluded: (
      outputId: OutputId,
      statements: ReadonlyArray<Statement>
    ) => Effect.Effect<void, StoreError>
    /** Excluded statements by initiative, output and id. */
    readonly excluded: (filter?: ExcludedFilter) => Effect.Effect<ReadonlyArray<Statement>, StoreError>
    readonly countExcluded: (filter?: ExcludedFilter) => Effect.Effect<number, StoreError>
    /** The outputs of statements, shown or excluded; those of unknown ones are lacking. */
    readonly outputsOf: (
      ids: ReadonlyArray<StatementId>
    ) => Effect.Effect<ReadonlyMap<StatementId, OutputId>, StoreError>
    /**
     * Numbers of what a result of consolidation rests on: another text when reviews, statements or versions have
     * come or gone since.
     */
    readonly basis: Effect.Effect<string, StoreError>
    /** Notes that these were decided in one go, under the number of the first; call it in their transaction. */
    readonly keepBatch: (reviews: ReadonlyArray<ReviewId>) => Effect.Effect<void, StoreError>
    /** Reviews that were decided in one go under a number, in their order. */
    readonly batch: (batch: ReviewId) => Effect.Effect<ReadonlyArray<ReviewId>, StoreError>
    /** What was decided last, the newest first: how many in one go, by whom and why, and the first of them; before a number. */
    readonly recent: (limit: number, before?: number) => Effect.Effect<ReadonlyArray<RecentBatch>, StoreError>
  }
>()("tributary/store/ReviewWork") {
  static readonly layer = Layer.effect(
    ReviewWork,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database

      const rowsOf =
        <A, I>(schema: Schema.Codec<A, I>, table: string) =>
        <E>(query: Effect.Effect<ReadonlyArray<unknown>, E>) =>
          guard(
            Effect.flatMap(query, (rows) =>
              Effect.mapError(
                Schema.decodeUnknownEffect(Schema.Array(schema))(rows),
                (error) => new UnreadableRow({ table, message: error.message })
              )
            )
          )

      const wait = Effect.fn("ReviewWork.wait")((outputs: ReadonlyArray<WaitingOutput>) =>
        guard(
          insertRows(
            sql,
            "review_work",
            outputs.map(({ derived, outputId, reviewId }) => ({
              output_id: outputId,
              review_id: reviewId,
              derived
            })),
            "ON CONFLICT (output_id) DO UPDATE SET review_id = excluded.review_id, derived = excluded.derived"
          )
        )
      )

      const waiting = sql`SELECT output_id AS "outputId", review_id AS "reviewId", derived FROM review_work
          ORDER BY output_id`.pipe(rowsOf(WaitingOutput, "review_work"))

      const count = guard(
        sql<{ readonly underived: number; readonly all: number }>`
          SELECT CAST(COALESCE(SUM(1 - derived), 0) AS INTEGER) AS "underived",
            CAST(COUNT(*) AS INTEGER) AS "all" FROM review_work`
      ).pipe(Effect.map(([row]) => row ?? { underived: 0, all: 0 }))

      const settled = Effect.fn("ReviewWork.settled")((outputs: ReadonlyArray<WaitingOutput>) =>
        transaction(
          Effect.forEach(
            outputs,
            ({ outputId, reviewId }) =>
              sql`DELETE FROM review_work WHERE output_id = ${outputId} AND review_id <= ${reviewId}`,
            { discard: true }
          )
        )
      )

      const replaceExcluded = Effect.fn("ReviewWork.replaceExcluded")(
        (outputId: OutputId, statements: ReadonlyArray<Statement>) =>
          transaction(
            Effect.gen(function* () {
              yield* sql`DELETE FROM excluded_statements WHERE output_id = ${outputId}`
              yield* insertRows(
                sql,
                "excluded_statements",
                statements.map((statement) => ({
                  id: statement.id,
                  output_id: outputId,
                  initiative_id: statement.initiativeId,
                  statement: JSON.stringify(statement)
                }))
              )
            })
          )
      )

      const conditionsOf = ({ after, ids, initiativeId, outputId }: ExcludedFilter) =>
        where(sql, [
          after === undefined
            ? undefined
            : sql`(initiative_id, output_id, id) > (${after[0]}, ${after[1]}, ${after[2]})`,
          ids === undefined ? undefined : among(sql, "id", ids),
          outputId === undefined ? undefined : sql`output_id = ${outputId}`,
          initiativeId === undefined ? undefined : sql`initiative_id = ${initiativeId}`
        ])

      const excluded = Effect.fn("ReviewWork.excluded")((filter: ExcludedFilter = {}) =>
        sql`SELECT statement FROM excluded_statements WHERE ${conditionsOf(filter)}
            ORDER BY initiative_id, output_id, id LIMIT ${filter.limit ?? 5000} OFFSET ${filter.offset ?? 0}`.pipe(
          rowsOf(Excluded, "excluded_statements"),
          Effect.map((rows) => rows.map(({ statement }) => statement))
        )
      )

      const countExcluded = Effect.fn("ReviewWork.countExcluded")((filter: ExcludedFilter = {}) =>
        guard(sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count
          FROM excluded_statements WHERE ${conditionsOf(filter)}`).pipe(
          Effect.map(([row]) => row?.count ?? 0)
        )
      )

      const homes = (ids: ReadonlyArray<StatementId>) =>
        sql`SELECT id, output_id AS "outputId" FROM statements WHERE ${among(sql, "id", ids)}
            UNION ALL
            SELECT id, output_id AS "outputId" FROM excluded_statements WHERE ${among(sql, "id", ids)}`.pipe(
          rowsOf(Home, "statements")
        )

      const outputsOf = Effect.fn("ReviewWork.outputsOf")(function* (ids: ReadonlyArray<StatementId>) {
        const found = yield* Effect.forEach(Array.chunksOf(new Set(ids), idBatch), homes)
        return new Map(found.flat().map(({ id, outputId }) => [id, outputId]))
      })

      const keepBatch = Effect.fn("ReviewWork.keepBatch")((reviews: ReadonlyArray<ReviewId>) =>
        guard(
          insertRows(
            sql,
            "review_batches",
            reviews.map((id) => ({ review_id: id, batch: reviews[0] ?? id }))
          )
        )
      )

      const batch = Effect.fn("ReviewWork.batch")((number: ReviewId) =>
        sql`SELECT CAST(review_id AS INTEGER) AS id FROM review_batches WHERE batch = ${number} ORDER BY review_id`.pipe(
          rowsOf(Batched, "review_batches"),
          Effect.map((rows) => rows.map(({ id }) => id))
        )
      )

      const recent = Effect.fn("ReviewWork.recent")((limit: number, before?: number) =>
        sql`SELECT CAST(found.batch AS INTEGER) AS batch, found.count, r."at", r."by", r.reason, r.decision
            FROM (SELECT batch, CAST(COUNT(*) AS INTEGER) AS count FROM review_batches
              ${before === undefined ? sql`` : sql`WHERE batch < CAST(${before} AS BIGINT)`} GROUP BY batch ORDER BY batch DESC LIMIT ${limit}) found
            JOIN reviews r ON r.id = found.batch ORDER BY found.batch DESC`.pipe(
          rowsOf(RecentBatch, "review_batches")
        )
      )

      const basis = guard(
        sql<{ readonly basis: string }>`SELECT
            CAST((SELECT COUNT(*) FROM statements) AS TEXT) || ' ' ||
            CAST((SELECT COUNT(*) FROM versions) AS TEXT) || ' ' ||
            CAST((SELECT COALESCE(MAX(id), 0) FROM reviews) AS TEXT) AS basis`
      ).pipe(Effect.map(([row]) => row?.basis ?? ""))

      return ReviewWork.of({
        wait,
        waiting,
        count,
        settled,
        replaceExcluded,
        excluded,
        countExcluded,
        outputsOf,
        basis,
        keepBatch,
        batch,
        recent
      })
    })
  )
}
