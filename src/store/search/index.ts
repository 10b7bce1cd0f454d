/**
 * Full-text search over statements, in every language and script, newest outputs first.
 *
 * One repository for both databases: FTS5 of SQLite and `tsvector` with GIN of PostgreSQL hold the same words
 * (text.ts), so that both find the same. `Statements` keeps the entries; this service only asks.
 */
import { Context, Effect, Layer, Schema } from "effect"
import { StatementId } from "../../domain/index.ts"
import { Database, where } from "../database.ts"
import type { StoreError } from "../error.ts"
import { UnreadableRow } from "../table.ts"
import { placesOfYear } from "./entries.ts"
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

/** A query of the engine; null for everything between two numbers of entries. */
interface Asked {
  readonly query: string | null
  /** The first number; any when it is not given. */
  readonly from: number | undefined
  /** The number after the last. */
  readonly to: number | undefined
}

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

      /** The query in the words of the engine, and between which numbers the entries stand. */
      const askedOf = (text: string, facets: Facets): Asked | null => {
        const phrases: ReadonlyArray<Phrase> = phrasesOf(text)
        // Signs alone ask for nothing that could be found, and must not find everything.
        if (text.trim() !== "" && phrases.length === 0) return null
        if (facets.initiatives?.length === 0) return null
        const places = facets.year === undefined ? [] : placesOfYear(facets.year)
        if (places === null) return null
        const query = sql.onDialectOrElse({
          pg: () => tsQuery(phrases, facets),
          orElse: () => ftsQuery(phrases, facets)
        })
        return { query, from: places[0], to: places[1] }
      }

      // FTS5 takes a bound for one only when it is a whole number, and the driver binds all numbers as fractions.
      const whole = (number: number) =>
        sql.onDialectOrElse({
          pg: () => sql`CAST(${number} AS BIGINT)`,
          orElse: () => sql`CAST(${number} AS INTEGER)`
        })

      /** From which tables, and which entries of them. */
      const entries = ({ from, query, to }: Asked) => {
        const [table, id, match] = sql.onDialectOrElse({
          pg: () =>
            [
              "search_entries",
              "search_entries.id",
              query === null ? undefined : sql`words @@ CAST(${query} AS tsquery)`
            ] as const,
          orElse: () =>
            query === null
              ? (["search_entries", "search_entries.id", undefined] as const)
              : (["search_index", "search_index.rowid", sql`search_index MATCH ${query}`] as const)
        })
        const place = sql.literal(id)
        const conditions = where(sql, [
          match,
          from === undefined ? undefined : sql`${place} >= ${whole(from)}`,
          to === undefined ? undefined : sql`${place} < ${whole(to)}`
        ])
        return {
          place,
          /** The statement of an entry. */
          statement: sql.literal(
            table === "search_index"
              ? "(SELECT statement_id FROM search_entries WHERE search_entries.id = search_index.rowid)"
              : "statement_id"
          ),
          found: sql`FROM ${sql.literal(table)} WHERE ${conditions}`
        }
      }

      const find = Effect.fn("Search.find")(function* ({
        count,
        facets,
        limit,
        offset,
        text
      }: SearchRequest) {
        const asked = askedOf(text, facets)
        if (asked === null) return nothing
        const { found, place, statement } = entries(asked)
        const rows = yield* guard(
          sql`SELECT ${statement} AS id ${found} ORDER BY ${place} DESC LIMIT ${limit} OFFSET ${offset}`.pipe(
            Effect.flatMap((rows) => Effect.mapError(decodeFound(rows), unreadable))
          )
        )
        const ids = rows.map(({ id }) => id)
        if (count !== undefined) return { ids, ...count } satisfies SearchResult
        const [row] = yield* guard(
          sql<{ readonly count: number }>`SELECT CAST(COUNT(*) AS INTEGER) AS count
            FROM (SELECT 1 ${found} LIMIT ${mostCounted + 1}) AS found`
        )
        const counted = row?.count ?? 0
        const result: SearchResult = {
          ids,
          count: Math.min(counted, mostCounted),
          isExact: counted <= mostCounted
        }
        return result
      })

      const part = Effect.fn("Search.part")(function* ({ after, facets, limit, text }: SearchPart) {
        const asked = askedOf(text, facets)
        if (asked === null) return []
        const to = after === null ? asked.to : Math.min(after, asked.to ?? after)
        const { found, place, statement } = entries({ ...asked, to })
        const number = sql.onDialectOrElse({
          pg: () => sql`CAST(${place} AS DOUBLE PRECISION)`,
          orElse: () => place
        })
        return yield* guard(
          sql`SELECT ${statement} AS id, ${number} AS place ${found} ORDER BY ${place} DESC LIMIT ${limit}`.pipe(
            Effect.flatMap((rows) => Effect.mapError(decodePlaced(rows), unreadable))
          )
        )
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
