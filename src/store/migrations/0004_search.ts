/**
 * Full-text search over statements, and what issues each output is about: derived, kept with the statements
 * (src/store/search). What is in the store already is entered here.
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { fillSearch } from "../search/fill.ts"

const shared = [
  `CREATE TABLE output_issues (
    output_id TEXT NOT NULL,
    issue_id TEXT NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (output_id, issue_id)
  )`,
  `CREATE INDEX output_issues_by_issue ON output_issues (issue_id)`,
  `CREATE INDEX outputs_by_initiative ON outputs (initiative_id, published_at)`,
  `CREATE INDEX versions_by_capture ON versions (capture_id)`
]

const sqlite = [
  `CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    statement_id TEXT NOT NULL UNIQUE,
    output_id TEXT NOT NULL
  )`,
  `CREATE INDEX search_entries_by_output ON search_entries (output_id)`,
  // The words are parted and folded already: what is left is to cut at spaces.
  `CREATE VIRTUAL TABLE search_index USING fts5(words, facets, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars ':-'")`
]

const postgres = [
  `CREATE TABLE search_entries (
    id BIGINT NOT NULL PRIMARY KEY,
    statement_id TEXT NOT NULL UNIQUE,
    output_id TEXT NOT NULL,
    words TSVECTOR NOT NULL
  )`,
  `CREATE INDEX search_entries_by_output ON search_entries (output_id)`,
  `CREATE INDEX search_entries_words ON search_entries USING GIN (words)`
]

export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const own = sql.onDialectOrElse({ pg: () => postgres, orElse: () => sqlite })
  for (const statement of [...shared, ...own]) yield* sql.unsafe(statement)
  yield* fillSearch(sql)
})
