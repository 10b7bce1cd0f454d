/** Statements in the store: derived from versions, replaced as a whole for each output. */
import { Array, Context, Effect, Layer, Schema, Struct } from "effect"
import {
  type ClusterId,
  countingKinds,
  type DocumentKind,
  type InitiativeId,
  type OutputId,
  IssueId,
  Statement,
  StatementId,
  type StatementKind,
  type StatementMark,
  StatementToCompare
} from "../domain/index.ts"
import { among, insertRows, rowsOf } from "./bulk.ts"
import { Database, where } from "./database.ts"
import type { StoreError } from "./error.ts"
import { addEntries, removeEntries } from "./search/entries.ts"
import { defineTable, UnreadableRow } from "./table.ts"

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

/** Ids asked for in one query at most. */
const idBatch = 5000

/** Statements read at one time when all are. */
const pageSize = 2000

/** A row of what is compared. */
const ComparedRow = Schema.Struct({
  ...StatementToCompare.fields,
  place: Schema.fromJsonString(Schema.Struct({ number: Schema.NullOr(Schema.String) })),
  issues: Schema.fromJsonString(Schema.Array(Schema.Struct({ id: IssueId })))
}).mapFields(Struct.omit(["isNumbered"]))
const decodeCompared = Schema.decodeUnknownEffect(Schema.Array(ComparedRow))

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

/** The first of equal values. */
const sameAs = <A>(known: Map<A, A>, value: A): A => {
  const first = known.get(value)
  if (first !== undefined) return first
  known.set(value, value)
  return value
}

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
    /** Keeps what is only known over all outputs, in one transaction. */
    readonly mark: (marks: ReadonlyArray<StatementMark>) => Effect.Effect<void, StoreError>
    /** What consolidation compares, of all statements, by id; equal strings are one string. */
    readonly toCompare: Effect.Effect<ReadonlyArray<StatementToCompare>, StoreError>
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
        yield* insertRows(sql, "statement_issues", pairs)
      })

      const indexWords = Effect.fnUntraced(function* (
        outputId: OutputId,
        statements: ReadonlyArray<Statement>
      ) {
        const [output] = yield* sql<{ readonly date: string | null; readonly kind: DocumentKind }>`
          SELECT published_at AS "date", kind FROM outputs WHERE id = ${outputId} AND same_as IS NULL`
        yield* removeEntries(sql, outputId)
        // Readers find what digests count: no announcements, no drafts, no text a second time.
        if (output === undefined || !countingKinds.includes(output.kind)) return
        yield* addEntries(
          sql,
          outputId,
          output.date,
          statements.map((statement) => ({ ...statement, issues: statement.issues.map(({ id }) => id) }))
        )
      })

      const markBatch = Effect.fnUntraced(function* (marks: ReadonlyArray<StatementMark>) {
        const rows = marks.map(({ clusterId, duplicateOf, id }) => ({
          id,
          duplicate_of: duplicateOf,
          cluster_id: clusterId
        }))
        yield* sql`WITH marks (id, duplicate_of, cluster_id) AS (${rowsOf(sql, rows)})
          UPDATE statements SET duplicate_of = marks.duplicate_of, cluster_id = marks.cluster_id
          FROM marks WHERE statements.id = marks.id`
        const furniture = marks.filter(({ isFurniture }) => isFurniture).map(({ id }) => id)
        if (furniture.length === 0) return
        yield* sql`UPDATE statements SET kind = 'boilerplate', issues = '[]' WHERE ${among(sql, "id", furniture)}`
        yield* sql`DELETE FROM statement_issues WHERE ${among(sql, "statement_id", furniture)}`
        const outputs = yield* sql<{ readonly id: OutputId }>`
          SELECT DISTINCT output_id AS id FROM statements WHERE ${among(sql, "id", furniture)}`
        for (const { id } of outputs) {
          const rows = yield* sql`SELECT ${columns} FROM statements WHERE output_id = ${id} ORDER BY ordinal`
          yield* indexWords(id, yield* table.decode(rows))
        }
      })

      const mark = Effect.fn("Statements.mark")((marks: ReadonlyArray<StatementMark>) =>
        transaction(Effect.forEach(Array.chunksOf(marks, pageSize), markBatch, { discard: true }))
      )

      const comparedAfter = (id: string) =>
        sql`SELECT id, output_id AS "outputId", initiative_id AS "initiativeId", text, language, kind, place,
              issues, duplicate_of AS "duplicateOf", cluster_id AS "clusterId"
            FROM statements WHERE id > ${id} ORDER BY id LIMIT ${pageSize}`.pipe(
          Effect.flatMap(decodeCompared),
          Effect.catchTag(
            "SchemaError",
            (error) => new UnreadableRow({ table: "statements", message: error.message })
          ),
          guard
        )

      const toCompare = Effect.gen(function* () {
        // Rows bring copies of their own; one of each value is enough.
        const outputs = new Map<OutputId, OutputId>()
        const initiatives = new Map<InitiativeId, InitiativeId>()
        const languages = new Map<StatementToCompare["language"], StatementToCompare["language"]>()
        const kinds = new Map<StatementKind, StatementKind>()
        const issueIds = new Map<IssueId, IssueId>()
        const found: Array<StatementToCompare> = []
        for (;;) {
          const page = yield* comparedAfter(found.at(-1)?.id ?? "")
          for (const { issues, place, ...row } of page) {
            found.push({
              ...row,
              outputId: sameAs(outputs, row.outputId),
              initiativeId: sameAs(initiatives, row.initiativeId),
              language: sameAs(languages, row.language),
              kind: sameAs(kinds, row.kind),
              isNumbered: place.number !== null,
              issues: issues.map(({ id }) => sameAs(issueIds, id))
            })
          }
          if (page.length < pageSize) return found
          // Others get their turn between two pages.
          yield* Effect.yieldNow
        }
      }).pipe(Effect.withSpan("Statements.toCompare"))

      const replaceForOutput = Effect.fn("Statements.replaceForOutput")(
        (outputId: OutputId, statements: ReadonlyArray<Statement>) =>
          transaction(
            Effect.gen(function* () {
              yield* sql`DELETE FROM statements WHERE output_id = ${outputId}`
              yield* table.insert(sql, statements)
              yield* indexIssues(statements)
              yield* indexWords(outputId, statements)
            })
          )
      )

      const conditionsOf = (filter: StatementFilter) =>
        where(sql, [
          filter.ids === undefined ? undefined : among(sql, "id", filter.ids),
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

      return Statements.of({ replaceForOutput, mark, toCompare, list, count })
    })
  )
}
