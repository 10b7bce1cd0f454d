/**
 * Enters into the index what the store holds: all of it where there is no index yet or it has another form, the
 * outputs of an initiative where that has become another one.
 */
import { Effect, Schema } from "effect"
import type { SqlClient } from "effect/sql"
import {
  countingKinds,
  InitiativeId,
  LanguageTag,
  OutputId,
  StatementId,
  StatementKind
} from "../../domain/index.ts"
import { among } from "../bulk.ts"
import { addEntries, type Indexed, removeEntries } from "./entries.ts"

const Row = Schema.Struct({
  id: StatementId,
  outputId: OutputId,
  initiativeId: InitiativeId,
  ordinal: Schema.Int,
  text: Schema.NonEmptyString,
  language: LanguageTag,
  kind: StatementKind,
  caseName: Schema.NullOr(Schema.String),
  issues: Schema.fromJsonString(Schema.Array(Schema.Struct({ id: Schema.String })))
})
const decodeRows = Schema.decodeUnknownEffect(Schema.Array(Row))

const outputsToEnter = (sql: SqlClient.SqlClient) =>
  sql`same_as IS NULL AND ${sql.in("kind", [...countingKinds])}`

const enter = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  { date, id }: { readonly id: string; readonly date: string | null }
) {
  const rows = yield* sql`SELECT id, output_id AS "outputId", initiative_id AS "initiativeId", ordinal, text,
    language, kind, case_name AS "caseName", issues FROM statements WHERE output_id = ${id} ORDER BY ordinal`
  const statements: ReadonlyArray<Indexed> = (yield* Effect.orDie(decodeRows(rows))).map(
    ({ issues, ...statement }) => ({ ...statement, issues: issues.map((issue) => issue.id) })
  )
  yield* addEntries(sql, id, date, statements)
})

interface Entered {
  readonly id: string
  readonly date: string | null
}

/** Enters what the store holds, output by output; for a store that has no entries yet. */
export const fillSearch = Effect.fnUntraced(function* (sql: SqlClient.SqlClient) {
  const outputs = yield* sql<Entered>`SELECT id, published_at AS "date" FROM outputs
    WHERE ${outputsToEnter(sql)} ORDER BY id`
  for (const output of outputs) yield* enter(sql, output)
})

/** Enters anew what these initiatives published: the index says of what type and groups they are. */
export const refreshInitiatives = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  initiatives: ReadonlyArray<string>
) {
  if (initiatives.length === 0) return
  const outputs = yield* sql<Entered>`SELECT id, published_at AS "date" FROM outputs
    WHERE ${among(sql, "initiative_id", initiatives)} AND ${outputsToEnter(sql)} ORDER BY id`
  for (const output of outputs) {
    yield* removeEntries(sql, output.id)
    yield* enter(sql, output)
  }
})
