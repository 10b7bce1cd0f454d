/**
 * What a reader typed, as words and phrases, and as a query of either database.
 *
 * All words must stand in a statement. A word of four letters or more also finds longer words that begin
 * with it, which stands for endings in every language; words between quotation marks must follow each other.
 */
import { isSpaced, searchWords } from "./text.ts"

/** One or more words that follow each other. */
export interface Phrase {
  readonly words: ReadonlyArray<string>
  /** Whether the (only) word may go on. */
  readonly open: boolean
}

/** Facets of a statement by which it can be chosen, each a word of the index. */
export interface Facets {
  readonly issue?: string | undefined
  /** Any of them. */
  readonly initiatives?: ReadonlyArray<string> | undefined
  /** UN group to which the initiative belongs. */
  readonly group?: string | undefined
  /** Type of the initiative. */
  readonly type?: string | undefined
  readonly kind?: string | undefined
  readonly language?: string | undefined
  /** Of publication: no word of the index, since entries stand in the order of their days. */
  readonly year?: string | undefined
}

/** Words that are read at most: the rest would only narrow what is narrow enough. */
const mostWords = 12

/** Shorter words find only themselves. */
const shortestOpen = 4

/** The words and phrases of a query. */
export const phrasesOf = (text: string): ReadonlyArray<Phrase> => {
  const phrases: Array<Phrase> = []
  let count = 0
  for (const [, quoted, plain] of text
    .slice(0, 400)
    .matchAll(/["“”«»„]([^"“”«»„]*)["“”«»„]?|([^"“”«»„]+)/gu)) {
    const words = searchWords(quoted ?? plain ?? "")
      .map((word) => word.text)
      .slice(0, mostWords - count)
    count += words.length
    if (words.length === 0) continue
    if (quoted !== undefined) phrases.push({ words, open: false })
    else {
      for (const word of words) {
        phrases.push({ words: [word], open: word.length >= shortestOpen && isSpaced(word) })
      }
    }
  }
  return phrases
}

/** Only what stands in identifiers and tags: a reader may ask for anything. */
const clean = (text: string): string => text.replace(/[^a-z0-9-]/giu, "-").slice(0, 100)

/** Facets as words of the index: none can be typed, since typed words hold no colon. */
export const facetWord = {
  issue: (id: string): string => `i:${clean(id)}`,
  initiative: (id: string): string => `n:${clean(id)}`,
  group: (name: string): string => `g:${clean(name).toLowerCase()}`,
  type: (id: string): string => `t:${clean(id)}`,
  kind: (id: string): string => `k:${clean(id)}`,
  language: (tag: string): string => `l:${clean(tag.split("-")[0]?.toLowerCase() ?? tag)}`
}

/** Each list holds words of which one must be there. */
const facetGroups = (facets: Facets): ReadonlyArray<ReadonlyArray<string>> => [
  ...(facets.issue === undefined ? [] : [[facetWord.issue(facets.issue)]]),
  ...(facets.initiatives === undefined ? [] : [facets.initiatives.map(facetWord.initiative)]),
  ...(facets.group === undefined ? [] : [[facetWord.group(facets.group)]]),
  ...(facets.type === undefined ? [] : [[facetWord.type(facets.type)]]),
  ...(facets.kind === undefined ? [] : [[facetWord.kind(facets.kind)]]),
  ...(facets.language === undefined ? [] : [[facetWord.language(facets.language)]])
]

/** For FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax). Null when it asks for nothing. */
export const ftsQuery = (phrases: ReadonlyArray<Phrase>, facets: Facets): string | null => {
  const words = phrases.map(({ open, words }) => `words : "${words.join(" ")}"${open ? " *" : ""}`)
  const groups = facetGroups(facets).map(
    (group) => `(${group.map((word) => `facets : "${word}"`).join(" OR ")})`
  )
  const all = [...words, ...groups]
  return all.length === 0 ? null : all.join(" AND ")
}

const lexeme = (word: string): string => `'${word.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`

/** For PostgreSQL's `tsquery` (https://www.postgresql.org/docs/current/datatype-textsearch.html). */
export const tsQuery = (phrases: ReadonlyArray<Phrase>, facets: Facets): string | null => {
  const words = phrases.map(({ open, words }) => `(${words.map(lexeme).join(" <-> ")}${open ? ":*" : ""})`)
  const groups = facetGroups(facets).map((group) => `(${group.map(lexeme).join(" | ")})`)
  const all = [...words, ...groups]
  return all.length === 0 ? null : all.join(" & ")
}

/** Positions that a `tsvector` counts to. */
const lastPosition = 16_383

/** Words and facets as a `tsvector`. */
export const tsVector = (words: ReadonlyArray<string>, facets: ReadonlyArray<string>): string => {
  const places = new Map<string, Array<number>>()
  for (const [index, word] of words.slice(0, lastPosition - 1).entries()) {
    const own = places.get(word) ?? []
    // At most 256 places of a word are kept.
    if (own.length < 256) own.push(index + 1)
    places.set(word, own)
  }
  return [
    ...[...places].map(([word, own]) => `${lexeme(word)}:${own.join(",")}`),
    ...facets.map(lexeme)
  ].join(" ")
}
