/**
 * What waits for a person, counted and the first few named: small queries over indexes, since the desk asks
 * them whenever it is opened.
 */
import { Context, Effect, Layer, Schema } from "effect"
import {
  DocumentKind,
  InitiativeId,
  IsoDate,
  IssueId,
  LanguageTag,
  OutputId,
  StatementId,
  Timestamp
} from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { UnreadableRow } from "./table.ts"

/** An output whose kind the program could not tell for certain. */
export const OutputInDoubt = Schema.Struct({
  id: OutputId,
  initiativeId: InitiativeId,
  title: Schema.String,
  kind: DocumentKind,
  publishedAt: Schema.NullOr(IsoDate),
  firstSeenAt: Timestamp
})
export type OutputInDoubt = typeof OutputInDoubt.Type

/** A statement that speaks for a cluster, with the issue that it stands under first and is not sure of. */
export const UncertainStatement = Schema.Struct({
  id: StatementId,
  outputId: OutputId,
  initiativeId: InitiativeId,
  text: Schema.String,
  language: LanguageTag,
  issue: IssueId,
  /** From 0 to 1: how often such an assignment is right. */
  score: Schema.Finite,
  firstSeenAt: Timestamp
})
export type UncertainStatement = typeof UncertainStatement.Type

/** Which statements: published in the window, and less sure than `below`. */
export interface Uncertain {
  readonly window: { readonly from: IsoDate; readonly to: IsoDate }
  readonly below: number
}

const decodeOutputs = Schema.decodeUnknownEffect(Schema.Array(OutputInDoubt))
const decodeUncertain = Schema.decodeUnknownEffect(Schema.Array(UncertainStatement))

const unreadable =
  (table: string) =>
  <A, R>(effect: Effect.Effect<A, Schema.SchemaError, R>) =>
    Effect.mapError(effect, (error) => new UnreadableRow({ table, message: error.message }))

/** How many wait, and the instant since when the first of them does. */
export interface Waiting {
  readonly count: number
  readonly oldest: Timestamp | null
}

export class Worklist extends Context.Service<
  Worklist,
  {
    /** Outputs in doubt; those that repeat another output do not wait for anybody. */
    readonly outputsInDoubt: Effect.Effect<Waiting, StoreError>
    /** The longest waiting first. */
    readonly listInDoubt: (limit: number) => Effect.Effect<ReadonlyArray<OutputInDoubt>, StoreError>
    /**
     * Statements that stand for others (the shared messages, with which each issue of a digest opens) and whose
     * first issue is uncertain.
     */
    readonly uncertain: (of: Uncertain) => Effect.Effect<Waiting, StoreError>
    /** The least sure first. */
    readonly listUncertain: (
      of: Uncertain,
      limit: number
    ) => Effect.Effect<ReadonlyArray<UncertainStatement>, StoreError>
  }
>()("tributary/store/Worklist") {
  static readonly layer = Layer.effect(
    Worklist,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

      const outputsInDoubt = guard(sql<Waiting>`
        SELECT CAST(COUNT(*) AS INTEGER) AS count, MIN(first_seen_at) AS oldest FROM outputs
        WHERE in_doubt = 1 AND same_as IS NULL`).pipe(
        Effect.map(([row]) => row ?? { count: 0, oldest: null }),
        Effect.withSpan("Worklist.outputsInDoubt")
      )

      const listInDoubt = Effect.fn("Worklist.listInDoubt")((limit: number) =>
        sql`SELECT id, initiative_id AS "initiativeId", title, kind, published_at AS "publishedAt",
            first_seen_at AS "firstSeenAt"
          FROM outputs WHERE in_doubt = 1 AND same_as IS NULL ORDER BY first_seen_at, id LIMIT ${limit}`.pipe(
          Effect.flatMap((rows) => unreadable("outputs")(decodeOutputs(rows))),
          guard
        )
      )

      const first = (key: "id" | "score") =>
        sql.onDialectOrElse({
          pg: () => sql.literal(`(statements.issues::json -> 0 ->> '${key}')`),
          orElse: () => sql.literal(`json_extract(statements.issues, '$[0].${key}')`)
        })
      const score = sql.onDialectOrElse({
        pg: () => sql`CAST(${first("score")} AS DOUBLE PRECISION)`,
        orElse: () => first("score")
      })

      const ofUncertain = ({ below, window: { from, to } }: Uncertain) =>
        sql`FROM clusters JOIN statements ON statements.id = clusters.representative
          JOIN outputs ON outputs.id = statements.output_id
          WHERE outputs.published_at BETWEEN ${from} AND ${to} AND statements.kind <> 'boilerplate'
            AND ${score} < ${below}`

      const uncertain = Effect.fn("Worklist.uncertain")((of: Uncertain) =>
        guard(sql<Waiting>`SELECT CAST(COUNT(*) AS INTEGER) AS count, MIN(outputs.first_seen_at) AS oldest
          ${ofUncertain(of)}`).pipe(Effect.map(([row]) => row ?? { count: 0, oldest: null }))
      )

      const listUncertain = Effect.fn("Worklist.listUncertain")((of: Uncertain, limit: number) =>
        sql`SELECT statements.id, statements.output_id AS "outputId",
            statements.initiative_id AS "initiativeId", statements.text, statements.language,
            ${first("id")} AS issue, ${score} AS score, outputs.first_seen_at AS "firstSeenAt"
          ${ofUncertain(of)} ORDER BY ${score}, statements.id LIMIT ${limit}`.pipe(
          Effect.flatMap((rows) => unreadable("statements")(decodeUncertain(rows))),
          guard
        )
      )

      return Worklist.of({ outputsInDoubt, listInDoubt, uncertain, listUncertain })
    })
  )
}
