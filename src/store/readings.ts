/**
 * What pages for readers count: issues and initiatives over the years, and whether anything changed since.
 *
 * Every query is bounded by one issue or one initiative, or runs over outputs, never over all statements.
 */
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import { type CaptureId, countingKinds, InitiativeId, IsoDate, IssueId, OutputId } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { UnreadableRow } from "./table.ts"

const Year = Schema.String

/** An issue in one year: who raised it, in how many statements. */
const YearOfIssue = Schema.Struct({ year: Year, initiatives: Schema.Int, statements: Schema.Int })
export type YearOfIssue = typeof YearOfIssue.Type

/** An issue over all time. */
const IssueTotals = Schema.Struct({ issue: IssueId, initiatives: Schema.Int, statements: Schema.Int })
export type IssueTotals = typeof IssueTotals.Type

/** What an initiative published in a year. */
const YearOfInitiative = Schema.Struct({ year: Year, outputs: Schema.Int, statements: Schema.Int })
export type YearOfInitiative = typeof YearOfInitiative.Type

/** Counted outputs of an initiative. */
const InitiativeTotals = Schema.Struct({
  initiative: InitiativeId,
  outputs: Schema.Int,
  newest: Schema.NullOr(IsoDate)
})
export type InitiativeTotals = typeof InitiativeTotals.Type

/** What counts of what an initiative published. */
const InitiativePublished = Schema.Struct({
  initiative: InitiativeId,
  outputs: Schema.Int,
  statements: Schema.Int
})
export type InitiativePublished = typeof InitiativePublished.Type

const PublishedYear = Schema.Struct({ year: Year, initiatives: Schema.Int })
const OutputCount = Schema.Struct({ output: OutputId, statements: Schema.Int })
const OutputOfCapture = Schema.Struct({ output: OutputId })
const Tag = Schema.Struct({ language: Schema.String })

export class Readings extends Context.Service<
  Readings,
  {
    /** Another text whenever something in the store changed; cheap. */
    readonly revision: Effect.Effect<string, StoreError>
    /**
     * Another text whenever what a digest is made of changed: reviews and how far they are carried through, runs
     * of imports, versions, statements, clusters, edits of cycles. Initiatives and sources are not in it.
     */
    readonly digestBasis: Effect.Effect<string, StoreError>
    /** By year, oldest first; statements without a date are in none. */
    readonly yearsOfIssue: (issue: IssueId) => Effect.Effect<ReadonlyArray<YearOfIssue>, StoreError>
    /** How many initiatives published anything, by year. */
    readonly publishedByYear: Effect.Effect<ReadonlyMap<string, number>, StoreError>
    /** Every issue that a statement is put under, of one initiative or of all. */
    readonly issueTotals: (
      initiative?: InitiativeId
    ) => Effect.Effect<ReadonlyMap<IssueId, IssueTotals>, StoreError>
    /** By year, oldest first. */
    readonly yearsOfInitiative: (
      initiative: InitiativeId
    ) => Effect.Effect<ReadonlyArray<YearOfInitiative>, StoreError>
    readonly initiativeTotals: Effect.Effect<ReadonlyMap<InitiativeId, InitiativeTotals>, StoreError>
    /** What counts of what each initiative published in a year, or ever. */
    readonly coverageOf: (
      year: string | null
    ) => Effect.Effect<ReadonlyMap<InitiativeId, InitiativePublished>, StoreError>
    /** Number of statements of each output of an initiative. */
    readonly statementsByOutput: (
      initiative: InitiativeId
    ) => Effect.Effect<ReadonlyMap<OutputId, number>, StoreError>
    /** The output that was read from a capture; the first where several were. */
    readonly outputOfCapture: (capture: CaptureId) => Effect.Effect<Option.Option<OutputId>, StoreError>
    /** Languages of outputs, by tag. */
    readonly languages: Effect.Effect<ReadonlyArray<string>, StoreError>
  }
>()("tributary/store/Readings") {
  static readonly layer = Layer.effect(
    Readings,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

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

      const year = sql.literal("SUBSTR(o.published_at, 1, 4)")
      const counted = sql`o.same_as IS NULL AND ${sql.in("o.kind", [...countingKinds])}`

      const revision = guard(
        sql.onDialectOrElse({
          // Which transactions a query sees: each that writes has a number, and is seen from one snapshot on. A
          // place in the log would be past a change that is written and not yet seen. Transactions of other
          // databases of the server count too: then what is kept is made anew, and is the same.
          pg: () =>
            sql<{ readonly revision: string }>`SELECT CAST(pg_current_snapshot() AS TEXT) AS revision`,
          // Changes of other connections, and of this one.
          orElse: () =>
            sql<{ readonly revision: string }>`SELECT data_version || '.' || total_changes() AS revision
              FROM pragma_data_version()`
        })
      ).pipe(Effect.map((rows) => rows[0]?.revision ?? ""))

      const digestBasis = guard(
        sql<{ readonly basis: string }>`SELECT
            CAST((SELECT COALESCE(MAX(id), 0) FROM reviews) AS TEXT) || ' ' ||
            CAST((SELECT COUNT(*) FROM review_work) AS TEXT) || ' ' ||
            CAST((SELECT COALESCE(SUM(derived), 0) FROM review_work) AS TEXT) || ' ' ||
            COALESCE((SELECT MAX(finished_at) FROM runs), '') || ' ' ||
            CAST((SELECT COUNT(*) FROM versions) AS TEXT) || ' ' ||
            CAST((SELECT COUNT(*) FROM statements) AS TEXT) || ' ' ||
            CAST((SELECT COUNT(*) FROM clusters) AS TEXT) || ' ' ||
            CAST((SELECT COALESCE(MAX(id), 0) FROM cycle_edits) AS TEXT) AS basis`
      ).pipe(Effect.map(([row]) => row?.basis ?? ""))

      const yearsOfIssue = Effect.fn("Readings.yearsOfIssue")((issue: IssueId) =>
        sql`SELECT ${year} AS "year", CAST(COUNT(DISTINCT o.initiative_id) AS INTEGER) AS initiatives,
              CAST(SUM(i.statements) AS INTEGER) AS statements
            FROM output_issues i JOIN outputs o ON o.id = i.output_id
            WHERE i.issue_id = ${issue} AND o.published_at IS NOT NULL GROUP BY 1 ORDER BY 1`.pipe(
          rowsOf(YearOfIssue, "output_issues")
        )
      )

      const publishedByYear = sql`SELECT ${year} AS "year",
            CAST(COUNT(DISTINCT o.initiative_id) AS INTEGER) AS initiatives
          FROM outputs o WHERE o.published_at IS NOT NULL AND ${counted} GROUP BY 1`.pipe(
        rowsOf(PublishedYear, "outputs"),
        Effect.map((rows) => new Map(rows.map((row) => [row.year, row.initiatives])))
      )

      const issueTotals = Effect.fn("Readings.issueTotals")((initiative?: InitiativeId) =>
        sql`SELECT i.issue_id AS issue, CAST(COUNT(DISTINCT o.initiative_id) AS INTEGER) AS initiatives,
              CAST(SUM(i.statements) AS INTEGER) AS statements
            FROM output_issues i JOIN outputs o ON o.id = i.output_id
            WHERE ${initiative === undefined ? sql`1 = 1` : sql`o.initiative_id = ${initiative}`}
            GROUP BY i.issue_id`.pipe(
          rowsOf(IssueTotals, "output_issues"),
          Effect.map((rows) => new Map(rows.map((row) => [row.issue, row])))
        )
      )

      const statementsByOutput = Effect.fn("Readings.statementsByOutput")((initiative: InitiativeId) =>
        sql`SELECT output_id AS output, CAST(COUNT(*) AS INTEGER) AS statements FROM statements
            WHERE initiative_id = ${initiative} AND kind <> 'boilerplate' GROUP BY output_id`.pipe(
          rowsOf(OutputCount, "statements"),
          Effect.map((rows) => new Map(rows.map((row) => [row.output, row.statements])))
        )
      )

      const yearsOfInitiative = Effect.fn("Readings.yearsOfInitiative")((initiative: InitiativeId) =>
        sql`SELECT ${year} AS "year", CAST(COUNT(*) AS INTEGER) AS outputs,
              CAST(COALESCE(SUM((SELECT COUNT(*) FROM statements s
                WHERE s.output_id = o.id AND s.kind <> 'boilerplate')), 0) AS INTEGER) AS statements
            FROM outputs o WHERE o.initiative_id = ${initiative} AND o.published_at IS NOT NULL AND ${counted}
            GROUP BY 1 ORDER BY 1`.pipe(rowsOf(YearOfInitiative, "outputs"))
      )

      const initiativeTotals = sql`SELECT o.initiative_id AS initiative, CAST(COUNT(*) AS INTEGER) AS outputs,
            MAX(o.published_at) AS newest
          FROM outputs o WHERE ${counted} GROUP BY o.initiative_id`.pipe(
        rowsOf(InitiativeTotals, "outputs"),
        Effect.map((rows) => new Map(rows.map((row) => [row.initiative, row])))
      )

      const coverageOf = Effect.fn("Readings.coverageOf")((year: string | null) =>
        sql`SELECT o.initiative_id AS initiative, CAST(COUNT(*) AS INTEGER) AS outputs,
              CAST(COALESCE(SUM((SELECT COUNT(*) FROM statements s
                WHERE s.output_id = o.id AND s.kind <> 'boilerplate')), 0) AS INTEGER) AS statements
            FROM outputs o WHERE ${counted}
              AND ${year === null ? sql`1 = 1` : sql`SUBSTR(o.published_at, 1, 4) = ${year}`}
            GROUP BY o.initiative_id`.pipe(
          rowsOf(InitiativePublished, "outputs"),
          Effect.map((rows) => new Map(rows.map((row) => [row.initiative, row])))
        )
      )

      const outputOfCapture = Effect.fn("Readings.outputOfCapture")((capture: CaptureId) =>
        sql`SELECT output_id AS output FROM versions WHERE capture_id = ${capture}
            ORDER BY output_id LIMIT 1`.pipe(
          rowsOf(OutputOfCapture, "versions"),
          Effect.map((rows) => Option.map(Array.head(rows), ({ output }) => output))
        )
      )

      const languages = sql`SELECT DISTINCT o.language AS language FROM outputs o WHERE ${counted}
          ORDER BY 1`.pipe(
        rowsOf(Tag, "outputs"),
        Effect.map((rows) => rows.map((row) => row.language))
      )

      return Readings.of({
        revision,
        digestBasis,
        yearsOfIssue,
        publishedByYear,
        issueTotals,
        yearsOfInitiative,
        initiativeTotals,
        coverageOf,
        statementsByOutput,
        outputOfCapture,
        languages
      })
    })
  )
}
