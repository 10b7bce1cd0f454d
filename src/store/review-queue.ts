/** Statements for reviewers: found by what they are, those first of whose labels the program was least sure. */
import { Context, Effect, Layer, Schema } from "effect"
import {
  countingKinds,
  type InitiativeId,
  type IssueId,
  Output,
  StatementId,
  type StatementKind
} from "../domain/index.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { bestScore } from "./migrations/0012_review_work.ts"
import { UnreadableRow } from "./table.ts"

/** Score of the best issue below which a label is worth a look. */
export const lowScore = 0.6

export interface QueueFilter {
  /** `low`: the program was not sure of the label. */
  readonly show: "all" | "low"
  readonly initiative?: InitiativeId | undefined
  readonly issue?: IssueId | undefined
  readonly language?: string | undefined
  /** All but boilerplate when absent. */
  readonly kind?: StatementKind | undefined
}

/** Where a statement stands in a list: its score and id, or its output and number in it. */
export type Place = readonly [first: string, second: string]

const Found = Schema.Struct({ id: StatementId })
/** A statement with the two parts of its place in a list, of which the first is a score or an output. */
const Placed = Schema.Struct({
  id: StatementId,
  first: Schema.Union([Schema.String, Schema.Finite]),
  second: Schema.Union([Schema.String, Schema.Finite])
})

const InDoubt = Schema.Struct({
  id: Output.fields.id,
  title: Schema.String,
  initiativeId: Output.fields.initiativeId
})
export type InDoubt = typeof InDoubt.Type

export class ReviewQueue extends Context.Service<
  ReviewQueue,
  {
    /** Statements of outputs that count; the least sure first, else by initiative and place. */
    readonly find: (
      filter: QueueFilter,
      page: { readonly limit: number; readonly offset: number }
    ) => Effect.Effect<ReadonlyArray<StatementId>, StoreError>
    /** The same a part at a time: what stands after a place, as an earlier part says it. */
    readonly part: (
      filter: QueueFilter,
      page: { readonly after: Place | null; readonly limit: number }
    ) => Effect.Effect<ReadonlyArray<{ readonly id: StatementId; readonly place: Place }>, StoreError>
    readonly count: (filter: QueueFilter) => Effect.Effect<number, StoreError>
    /** Outputs whose kind is in doubt, the longest known first. */
    readonly inDoubt: (page: {
      readonly limit: number
      readonly offset: number
    }) => Effect.Effect<ReadonlyArray<InDoubt>, StoreError>
    readonly countInDoubt: Effect.Effect<number, StoreError>
  }
>()("tributary/store/ReviewQueue") {
  static readonly layer = Layer.effect(
    ReviewQueue,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database
      const score = sql.literal(
        sql.onDialectOrElse({ pg: () => bestScore.pg, orElse: () => bestScore.sqlite })
      )

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

      const isAfter = (show: QueueFilter["show"], [first, second]: Place) =>
        show === "low"
          ? sql`(${score}, statements.id) > (${Number(first)}, ${second})`
          : sql`(statements.output_id, statements.ordinal) > (${first}, CAST(${Number(second)} AS BIGINT))`

      const conditionsOf = (
        { initiative, issue, kind, language, show }: QueueFilter,
        after: Place | null = null
      ) =>
        where(sql, [
          after === null ? undefined : isAfter(show, after),
          kind === "boilerplate" ? undefined : sql`statements.kind <> 'boilerplate'`,
          kind === undefined ? undefined : sql`statements.kind = ${kind}`,
          show === "low" ? sql`${score} < ${lowScore}` : undefined,
          initiative === undefined ? undefined : sql`statements.initiative_id = ${initiative}`,
          language === undefined ? undefined : sql`statements.language = ${language}`,
          issue === undefined
            ? undefined
            : sql`statements.id IN (SELECT statement_id FROM statement_issues WHERE issue_id = ${issue})`,
          // Correlated, so that the order of the list is walked and not sorted.
          sql`EXISTS (SELECT 1 FROM outputs o WHERE o.id = statements.output_id AND o.same_as IS NULL
            AND ${sql.in("o.kind", [...countingKinds])})`
        ])

      const part = Effect.fn("ReviewQueue.part")((
        filter: QueueFilter,
        { after, limit }: { readonly after: Place | null; readonly limit: number }
      ) => {
        const [first, second] =
          filter.show === "low"
            ? [score, sql.literal("statements.id")]
            : [sql.literal("statements.output_id"), sql.literal("statements.ordinal")]
        return sql`SELECT statements.id AS id, ${first} AS "first", ${second} AS "second"
            FROM statements WHERE ${conditionsOf(filter, after)} ORDER BY ${first}, ${second} LIMIT ${limit}`.pipe(
          rowsOf(Placed, "statements"),
          Effect.map((rows) =>
            rows.map(({ first, id, second }) => ({ id, place: [String(first), String(second)] as const }))
          )
        )
      })

      const find = Effect.fn("ReviewQueue.find")((
        filter: QueueFilter,
        { limit, offset }: { readonly limit: number; readonly offset: number }
      ) => {
        const order =
          filter.show === "low" ? sql`${score}, statements.id` : sql`statements.output_id, statements.ordinal`
        return sql`SELECT statements.id AS id FROM statements WHERE ${conditionsOf(filter)}
            ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`.pipe(
          rowsOf(Found, "statements"),
          Effect.map((rows) => rows.map(({ id }) => id))
        )
      })

      const count = Effect.fn("ReviewQueue.count")((filter: QueueFilter) =>
        guard(sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM statements
          WHERE ${conditionsOf(filter)}`).pipe(Effect.map(([row]) => row?.count ?? 0))
      )

      const inDoubt = Effect.fn("ReviewQueue.inDoubt")(
        ({ limit, offset }: { readonly limit: number; readonly offset: number }) =>
          sql`SELECT id, title, initiative_id AS "initiativeId" FROM outputs
              WHERE in_doubt = 1 AND same_as IS NULL ORDER BY first_seen_at, id LIMIT ${limit} OFFSET ${offset}`.pipe(
            rowsOf(InDoubt, "outputs")
          )
      )

      const countInDoubt = guard(sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count
        FROM outputs WHERE in_doubt = 1 AND same_as IS NULL`).pipe(Effect.map(([row]) => row?.count ?? 0))

      return ReviewQueue.of({ find, part, count, inDoubt, countInDoubt })
    })
  )
}
