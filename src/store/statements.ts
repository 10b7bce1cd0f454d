/** Statements in the store: derived from versions, replaced as a whole for each output. */
import { Array, Context, Effect, Layer } from "effect"
import {
  type ClusterId,
  type InitiativeId,
  type IssueId,
  type OutputId,
  Statement,
  type StatementId,
  type StatementKind
} from "../domain/index.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { defineTable } from "./table.ts"

const table = defineTable("statements", Statement, {
  id: "plain",
  outputId: "plain",
  initiativeId: "plain",
  ordinal: "plain",
  text: "plain",
  language: "plain",
  kind: "plain",
  place: "json",
  issues: "json",
  caseName: "plain",
  attribution: "json",
  leadIn: "plain",
  duplicateOf: "plain",
  clusterId: "plain"
})

/** Pairs of statement and issue in one INSERT. */
const issueBatch = 2000

/** Ids asked for in one query at most. */
const idBatch = 5000

export interface StatementFilter {
  readonly ids?: ReadonlyArray<StatementId>
  readonly outputId?: OutputId
  readonly initiativeId?: InitiativeId
  readonly kinds?: ReadonlyArray<StatementKind>
  readonly issue?: IssueId
  readonly clusterId?: ClusterId
}

/** The filter as one or more whose ids fit into a query. */
const batchesOf = (filter: StatementFilter): ReadonlyArray<StatementFilter> =>
  filter.ids === undefined || filter.ids.length <= idBatch
    ? [filter]
    : Array.chunksOf(new Set(filter.ids), idBatch).map((ids) => Object.assign({ ...filter }, { ids }))

/** By initiative, output and place in the output, as the database orders them. */
const byPlace = (a: Statement, b: Statement): number => {
  if (a.initiativeId !== b.initiativeId) return a.initiativeId < b.initiativeId ? -1 : 1
  if (a.outputId !== b.outputId) return a.outputId < b.outputId ? -1 : 1
  return a.ordinal - b.ordinal
}

export class Statements extends Context.Service<
  Statements,
  {
    /** Replaces all statements of an output, in one transaction. */
    readonly replaceForOutput: (
      outputId: OutputId,
      statements: ReadonlyArray<Statement>
    ) => Effect.Effect<void, StoreError>
    /** Overwrites statements that are there already, for what is only known over all outputs. */
    readonly update: (statements: ReadonlyArray<Statement>) => Effect.Effect<void, StoreError>
    /** By initiative, output and place in the output. */
    readonly list: (filter?: StatementFilter) => Effect.Effect<ReadonlyArray<Statement>, StoreError>
    readonly count: (filter?: StatementFilter) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/Statements") {
  static readonly layer = Layer.effect(
    Statements,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database
      const columns = sql.literal(table.selectList)

      const indexIssues = Effect.fnUntraced(function* (statements: ReadonlyArray<Statement>) {
        const pairs = statements.flatMap((statement) =>
          [...new Set(statement.issues.map((issue) => issue.id))].map((issue_id) => ({
            statement_id: statement.id,
            issue_id
          }))
        )
        for (const batch of Array.chunksOf(pairs, issueBatch)) {
          yield* sql`INSERT INTO statement_issues ${sql.insert(batch)}`
        }
      })

      const update = Effect.fn("Statements.update")((statements: ReadonlyArray<Statement>) =>
        transaction(
          Effect.gen(function* () {
            for (const batch of Array.chunksOf(statements, issueBatch)) {
              const ids = batch.map(({ id }) => id)
              yield* sql`DELETE FROM statement_issues WHERE ${sql.in("statement_id", ids)}`
            }
            yield* table.upsert(sql, statements, ["id"])
            yield* indexIssues(statements)
          })
        )
      )

      const replaceForOutput = Effect.fn("Statements.replaceForOutput")(
        (outputId: OutputId, statements: ReadonlyArray<Statement>) =>
          transaction(
            Effect.gen(function* () {
              yield* sql`DELETE FROM statements WHERE output_id = ${outputId}`
              yield* table.insert(sql, statements)
              yield* indexIssues(statements)
            })
          )
      )

      const conditionsOf = (filter: StatementFilter) =>
        where(sql, [
          filter.ids === undefined ? undefined : sql.in("id", filter.ids),
          filter.outputId === undefined ? undefined : sql`output_id = ${filter.outputId}`,
          filter.initiativeId === undefined ? undefined : sql`initiative_id = ${filter.initiativeId}`,
          filter.kinds === undefined ? undefined : sql.in("kind", filter.kinds),
          filter.issue === undefined
            ? undefined
            : sql`id IN (SELECT statement_id FROM statement_issues WHERE issue_id = ${filter.issue})`,
          filter.clusterId === undefined ? undefined : sql`cluster_id = ${filter.clusterId}`
        ])

      const listBatch = (filter: StatementFilter) =>
        sql`SELECT ${columns} FROM statements WHERE ${conditionsOf(filter)}
            ORDER BY initiative_id, output_id, ordinal`.pipe(Effect.flatMap(table.decode), guard)

      const list = Effect.fn("Statements.list")(function* (filter: StatementFilter = {}) {
        const found = yield* Effect.forEach(batchesOf(filter), listBatch)
        const [only] = found
        return found.length === 1 && only !== undefined ? only : found.flat().sort(byPlace)
      })

      const countBatch = (filter: StatementFilter) =>
        guard(sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM statements
          WHERE ${conditionsOf(filter)}`)

      const count = Effect.fn("Statements.count")(function* (filter: StatementFilter = {}) {
        const found = yield* Effect.forEach(batchesOf(filter), countBatch)
        return found.flat().reduce((sum, row) => sum + row.count, 0)
      })

      return Statements.of({ replaceForOutput, update, list, count })
    })
  )
}
