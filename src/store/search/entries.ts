/**
 * The entries of the index: written in the transaction that writes the statements.
 *
 * An entry's number puts the newest output first: day of publication, then output, then place in it. So the
 * index itself is in the order in which results are shown, and a page of results costs the same however many
 * there are.
 */
import { createHash } from "node:crypto"
import { Array, Effect, Schema } from "effect"
import type { SqlClient } from "effect/sql"
import type { Statement } from "../../domain/index.ts"
import { facetWord, tsVector } from "./query.ts"
import { searchWords } from "./text.ts"

/** What the index needs of a statement. */
export type Indexed = Pick<
  Statement,
  "id" | "outputId" | "initiativeId" | "ordinal" | "text" | "language" | "kind" | "caseName"
> & { readonly issues: ReadonlyArray<string> }

/** Places in one output; numbers stay below 2^53: 15 bits of days, 24 of outputs, 14 of places. */
const placesOfOutput = 2 ** 14
const outputsOfDay = 2 ** 24

const dayOf = (date: string | null): number =>
  date === null ? 0 : Math.max(0, Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000))

/** Where the entries of an output begin; `step` when another output has the place already. */
const baseOf = (outputId: string, date: string | null, step: number): number => {
  const hash = createHash("sha256").update(outputId).digest().readUIntBE(0, 3)
  return (dayOf(date) * outputsOfDay + ((hash + step) % outputsOfDay)) * placesOfOutput
}

/** Numbers that the entries of a year have: from the first up to, but without, the second; null for what is no year. */
export const placesOfYear = (year: string): readonly [from: number, to: number] | null => {
  if (!/^\d{4}$/.test(year)) return null
  const firstOf = (number: number) =>
    // Entries without a date stand where those of the first day would.
    Math.max(1, dayOf(`${String(number).padStart(4, "0")}-01-01`)) * outputsOfDay * placesOfOutput
  return [firstOf(Number(year)), firstOf(Number(year) + 1)]
}

/** What the index needs of an initiative. */
const Owner = Schema.Struct({
  type: Schema.String,
  groups: Schema.fromJsonString(Schema.Array(Schema.String))
})
const decodeOwners = Schema.decodeUnknownEffect(Schema.Array(Owner))

/** Words for who an initiative is; they change with it, see `refreshInitiatives`. */
const ownerFacets = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, initiative: string) {
  const rows = yield* sql`SELECT type, un_groups AS "groups" FROM initiatives WHERE id = ${initiative}`
  const [owner] = yield* Effect.orDie(decodeOwners(rows))
  return [
    facetWord.initiative(initiative),
    ...(owner === undefined ? [] : [facetWord.type(owner.type), ...owner.groups.map(facetWord.group)])
  ]
})

/** Rows written at one time. */
const batch = 200

const facetsOf = (statement: Indexed, owner: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(statement.issues.map(facetWord.issue)),
  ...owner,
  facetWord.kind(statement.kind),
  facetWord.language(statement.language)
]

/** Takes the entries of an output out of the index. */
export const removeEntries = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, outputId: string) {
  yield* sql.onDialectOrElse({
    pg: () => Effect.void,
    orElse: () =>
      Effect.asVoid(sql`DELETE FROM search_index WHERE rowid IN (
        SELECT id FROM search_entries WHERE output_id = ${outputId})`)
  })
  yield* sql`DELETE FROM search_entries WHERE output_id = ${outputId}`
  yield* sql`DELETE FROM output_issues WHERE output_id = ${outputId}`
})

const freeBase = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  outputId: string,
  date: string | null
) {
  for (let step = 0; ; step++) {
    const base = baseOf(outputId, date, step)
    const taken = yield* sql`SELECT 1 AS taken FROM search_entries
      WHERE id >= ${base} AND id < ${base + placesOfOutput} LIMIT 1`
    if (taken.length === 0) return base
  }
})

/** Puts the statements of one output into the index; those of before must have been removed. */
export const addEntries = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  outputId: string,
  date: string | null,
  statements: ReadonlyArray<Indexed>
) {
  const own = statements.filter(({ kind }) => kind !== "boilerplate").slice(0, placesOfOutput)
  const [first] = own
  if (first === undefined) return
  const owner = yield* ownerFacets(sql, first.initiativeId)
  const base = yield* freeBase(sql, outputId, date)
  const rows = own.map((statement, index) => {
    const name = statement.caseName === null ? "" : ` ${statement.caseName}`
    const words = searchWords(statement.text + name).map((word) => word.text)
    return {
      id: base + (placesOfOutput - 1 - index),
      statement_id: statement.id,
      output_id: outputId,
      words,
      facets: facetsOf(statement, owner)
    }
  })
  for (const some of Array.chunksOf(rows, batch)) {
    yield* sql.onDialectOrElse({
      pg: () =>
        Effect.asVoid(sql`INSERT INTO search_entries (id, statement_id, output_id, words)
          VALUES ${sql.csv(
            some.map(
              ({ facets, id, output_id, statement_id, words }) =>
                sql`(${id}, ${statement_id}, ${output_id}, CAST(${tsVector(words, facets)} AS tsvector))`
            )
          )}`),
      orElse: () =>
        Effect.gen(function* () {
          yield* sql`INSERT INTO search_entries ${sql.insert(
            Array.map(some, ({ id, output_id, statement_id }) => ({ id, statement_id, output_id }))
          )}`
          yield* sql`INSERT INTO search_index (rowid, words, facets) VALUES ${sql.csv(
            some.map(({ facets, id, words }) => sql`(${id}, ${words.join(" ")}, ${facets.join(" ")})`)
          )}`
        })
    })
  }
  const counts = new Map<string, number>()
  for (const { issues } of own) {
    for (const issue of new Set(issues)) counts.set(issue, (counts.get(issue) ?? 0) + 1)
  }
  const issueRows = [...counts].map(([issue_id, count]) => ({
    output_id: outputId,
    issue_id,
    statements: count
  }))
  for (const some of Array.chunksOf(issueRows, batch)) {
    yield* sql`INSERT INTO output_issues ${sql.insert(some)}`
  }
})
