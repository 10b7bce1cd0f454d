/**
 * Full-text search over statements, in every language and script, newest outputs first.
 *
 * One repository for both databases: FTS5 of SQLite and `tsvector` with GIN of PostgreSQL hold the same words
 * (text.ts), so that both find the same. `Statements` keeps the entries; this service only asks.
 */
import { Context, Effect, Layer, Schema } from "effect"
import { StatementId } from "../../domain/index.ts"
import { Database } from "../database.ts"
import type { StoreError } from "../error.ts"
import { UnreadableRow } from "../table.ts"
import { type Facets, ftsQuery, type Phrase, phrasesOf, tsQuery } from "./query.ts"
import { searchWords } from "./text.ts"

export type { Facets } from "./query.ts"

/** Matches that are counted at most: who sees more than that narrows the search. */
export const mostCounted = 10_000

export interface SearchRequest {
  /** As a reader typed it; may be empty. */
  readonly text: string
  readonly facets: Facets
  readonly limit: number
  readonly offset: number
  /** How many there are, where that is known already: counting is the dearest part. */
  readonly count?: SearchCount | undefined
}

/** Matches after a place, without counting them. */
export interface SearchPart {
  readonly text: string
  readonly facets: Facets
  /** Place of the last match seen; null for the beginning. */
  readonly after: number | null
  readonly limit: number
}

/** A match and its place in the order of results. */
export interface PlacedMatch {
  readonly id: StatementId
  readonly place: number
}

/** How many statements match. */
export interface SearchCount {
  /** All, up to `mostCounted` where they were counted. */
  readonly count: number
  /** False when there are more than were counted. */
  readonly isExact: boolean
}

export interface SearchResult extends SearchCount {
  /** In order: newest output first, and in the order of the output. */
  readonly ids: ReadonlyArray<StatementId>
}

const Found = Schema.Array(Schema.Struct({ id: StatementId }))
const decodeFound = Schema.decodeUnknownEffect(Found)
const decodePlaced = Schema.decodeUnknownEffect(
  Schema.Array(Schema.Struct({ id: StatementId, place: Schema.Int }))
)

const unreadable = (error: { readonly message: string }) =>
  new UnreadableRow({ table: "search_entries", message: error.message })

const nothing: SearchResult = { ids: [], count: 0, isExact: true }

export class Search extends Context.Service<
  Search,
  {
    readonly find: (request: SearchRequest) => Effect.Effect<SearchResult, StoreError>
    /** The next matches in the same order, whatever was added meanwhile. */
    readonly part: (request: SearchPart) => Effect.Effect<ReadonlyArray<PlacedMatch>, StoreError>
  }
>()("tributary/store/Search") {
  static readonly layer = Layer.effect(
    Search,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

      const inSqlite = (query: string | null, limit: number, offset: number) =>
        query === null
          ? sql`SELECT statement_id AS id FROM search_entries ORDER BY id DESC LIMIT ${limit} OFFSET ${offset}`
          : sql`SELECT (SELECT statement_id FROM search_entries WHERE search_entries.id = search_index.rowid) AS id
              FROM search_index WHERE search_index MATCH ${query}
              ORDER BY rowid DESC LIMIT ${limit} OFFSET ${offset}`

      const inPostgres = (query: string | null, limit: number, offset: number) =>
        query === null
          ? sql`SELECT statement_id AS id FROM search_entries ORDER BY id DESC LIMIT ${limit} OFFSET ${offset}`
          : sql`SELECT statement_id AS id FROM search_entries WHERE words @@ CAST(${query} AS tsquery)
              ORDER BY search_entries.id DESC LIMIT ${limit} OFFSET ${offset}`

      const countInSqlite = (query: string | null) =>
        query === null
          ? sql<{ readonly count: number }>`SELECT COUNT(*) AS count FROM (
              SELECT 1 FROM search_entries LIMIT ${mostCounted + 1})`
          : sql<{ readonly count: number }>`SELECT COUNT(*) AS count FROM (
              SELECT 1 FROM search_index WHERE search_index MATCH ${query} LIMIT ${mostCounted + 1})`

      const countInPostgres = (query: string | null) =>
        query === null
          ? sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM (
              SELECT 1 FROM search_entries LIMIT ${mostCounted + 1}) AS found`
          : sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count FROM (
              SELECT 1 FROM search_entries WHERE words @@ CAST(${query} AS tsquery)
              LIMIT ${mostCounted + 1}) AS found`

      const find = Effect.fn("Search.find")(function* ({
        count,
        facets,
        limit,
        offset,
        text
      }: SearchRequest) {
        const phrases: ReadonlyArray<Phrase> = phrasesOf(text)
        // Signs alone ask for nothing that could be found, and must not find everything.
        if (text.trim() !== "" && phrases.length === 0) return nothing
        if (facets.initiatives?.length === 0) return nothing
        const asked = sql.onDialectOrElse({
          pg: () => {
            const query = tsQuery(phrases, facets)
            return { rows: inPostgres(query, limit, offset), counts: countInPostgres(query) }
          },
          orElse: () => {
            const query = ftsQuery(phrases, facets)
            return { rows: inSqlite(query, limit, offset), counts: countInSqlite(query) }
          }
        })
        const found = yield* guard(
          Effect.flatMap(asked.rows, (rows) => Effect.mapError(decodeFound(rows), unreadable))
        )
        const ids = found.map(({ id }) => id)
        if (count !== undefined) return { ids, ...count } satisfies SearchResult
        const counted = (yield* guard(asked.counts))[0]?.count ?? 0
        const result: SearchResult = {
          ids,
          count: Math.min(counted, mostCounted),
          isExact: counted <= mostCounted
        }
        return result
      })

      const partOf = (limit: number, after: number | null, query: string | null, isPostgres: boolean) => {
        const place = sql.literal(isPostgres ? "CAST(id AS DOUBLE PRECISION)" : "id")
        if (query === null) {
          return sql`SELECT statement_id AS id, ${place} AS place FROM search_entries
            WHERE ${after === null ? sql`1 = 1` : sql`search_entries.id < ${after}`}
            ORDER BY search_entries.id DESC LIMIT ${limit}`
        }
        return isPostgres
          ? sql`SELECT statement_id AS id, ${place} AS place FROM search_entries
              WHERE words @@ CAST(${query} AS tsquery)
                AND ${after === null ? sql`1 = 1` : sql`search_entries.id < ${after}`}
              ORDER BY search_entries.id DESC LIMIT ${limit}`
          : sql`SELECT (SELECT statement_id FROM search_entries WHERE search_entries.id = search_index.rowid) AS id,
                rowid AS place FROM search_index WHERE search_index MATCH ${query}
                AND ${after === null ? sql`1 = 1` : sql`rowid < ${after}`}
              ORDER BY rowid DESC LIMIT ${limit}`
      }

      const part = Effect.fn("Search.part")(function* ({ after, facets, limit, text }: SearchPart) {
        const phrases: ReadonlyArray<Phrase> = phrasesOf(text)
        if ((text.trim() !== "" && phrases.length === 0) || facets.initiatives?.length === 0) return []
        const rows = yield* guard(
          sql
            .onDialectOrElse({
              pg: () => partOf(limit, after, tsQuery(phrases, facets), true),
              orElse: () => partOf(limit, after, ftsQuery(phrases, facets), false)
            })
            .pipe(Effect.flatMap((rows) => Effect.mapError(decodePlaced(rows), unreadable)))
        )
        return rows
      })

      return Search.of({ find, part })
    })
  )
}

/** The spans of a text that a query found, in order and apart from each other. */
export const matchedSpans = (
  text: string,
  query: string
): ReadonlyArray<{ readonly start: number; readonly end: number }> => {
  const phrases = phrasesOf(query)
  if (phrases.length === 0) return []
  const words = searchWords(text)
  const spans: Array<{ start: number; end: number }> = []
  for (let index = 0; index < words.length; index++) {
    for (const { open, words: wanted } of phrases) {
      const isHere = wanted.every((word, step) => {
        const own = words[index + step]?.text
        return own !== undefined && (open ? own.startsWith(word) : own === word)
      })
      const first = words[index]
      const last = words[index + wanted.length - 1]
      if (!isHere || first === undefined || last === undefined) continue
      const before = spans.at(-1)
      if (before !== undefined && first.start <= before.end) before.end = Math.max(before.end, last.end)
      else spans.push({ start: first.start, end: last.end })
    }
  }
  return spans
}
