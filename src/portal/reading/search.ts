/**
 * Search through all statements, by words and by what they are about.
 */
import { Effect } from "effect"
import { InitiativeType, StatementKind, UnGroup } from "../../domain/index.ts"
import type { DigestLanguage } from "../../domain/languages.ts"
import { markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { Search } from "../../store/index.ts"
import { searchWords } from "../../store/search/text.ts"
import { type Choice, field, select } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { withQuery } from "../request.ts"
import { layoutWords } from "../words/layout.ts"
import { issuesNamed } from "./issues-named.ts"
import { Known, type NamedIssue } from "./known.ts"
import { keptPage } from "./kept.ts"
import { pageNumber, pager } from "./pager.ts"
import { quotedOf, statementList } from "./statements.ts"
import { readingWords } from "./words/index.ts"

const pageSize = 20

/** Names of the filters in the address. */
const filters = ["issue", "group", "type", "kind", "language", "year"] as const
type Filter = (typeof filters)[number]

/** What is asked for; empty texts for nothing. */
interface Asked extends Readonly<Record<Filter, string>> {
  readonly q: string
}

const askedOf = (query: URLSearchParams): Asked => {
  const get = (key: string) => (query.get(key) ?? "").trim().slice(0, 200)
  return {
    q: get("q"),
    issue: get("issue"),
    group: get("group"),
    type: get("type"),
    kind: get("kind"),
    language: get("language"),
    year: get("year")
  }
}

type Options = Readonly<Record<Filter, ReadonlyArray<Choice>>>

const choices = (values: ReadonlyArray<readonly [value: string, label: string]>): ReadonlyArray<Choice> =>
  values.map(([value, label]) => ({ value, label }))

/** What can be chosen in a language, and the fields for it as long as nothing is. */
interface Filters {
  readonly options: Options
  readonly empty: Readonly<Record<Filter, Html>>
}

/** By what the store holds, which is another object when that changes, and by language. */
const made = new WeakMap<ReadonlyMap<string, number>, Map<DigestLanguage, Filters>>()

const optionsOf = (
  request: PortalRequest,
  issues: ReadonlyMap<string, NamedIssue>,
  published: ReadonlyMap<string, number>,
  languages: ReadonlyArray<string>
): Options => {
  const { lang, m } = request
  const years = [...published.keys()].sort().toReversed()
  const tags = [...new Set(languages.map((tag) => tag.split("-")[0] ?? tag))].filter((tag) => tag !== "und")
  const { compare } = new Intl.Collator(lang)
  const byName = (a: readonly [string, string], b: readonly [string, string]) => compare(a[1], b[1])
  return {
    issue: choices([...issues.values()].map(({ id, name }) => [id, name] as const).sort(byName)),
    group: choices(UnGroup.literals.map((group) => [group, m.names.group[group]])),
    type: choices(InitiativeType.literals.map((type) => [type, m.names.type[type]])),
    kind: choices(
      StatementKind.literals
        .filter((kind) => kind !== "boilerplate")
        .map((kind) => [kind, m.names.statement[kind]])
    ),
    language: choices(tags.map((tag) => [tag, m.language(tag)] as const).sort(byName)),
    year: choices(years.map((year) => [year, year]))
  }
}

/** What can be chosen for each filter. */
const filtersOf = Effect.fnUntraced(function* (request: PortalRequest) {
  const known = yield* Known
  const published = yield* known.publishedByYear
  const byLanguage = made.get(published) ?? new Map<DigestLanguage, Filters>()
  made.set(published, byLanguage)
  const kept = byLanguage.get(request.lang)
  if (kept !== undefined) return kept
  const options = optionsOf(request, known.issues(request.lang), published, yield* known.languages)
  const field = (filter: Filter) => filterField(request, filter, options, "")
  const empty = {
    issue: field("issue"),
    group: field("group"),
    type: field("type"),
    kind: field("kind"),
    language: field("language"),
    year: field("year")
  }
  byLanguage.set(request.lang, { options, empty })
  return { options, empty }
})

const labelOf = (request: PortalRequest, filter: Filter): string => {
  const words = readingWords.in(request.lang)
  switch (filter) {
    case "issue":
      return words.text("searchIssue")
    case "group":
      return words.text("searchGroup")
    case "type":
      return words.text("searchType")
    case "kind":
      return words.text("searchKind")
    case "language":
      return words.text("language")
    case "year":
      return words.text("year")
  }
}

const filterField = (request: PortalRequest, filter: Filter, options: Options, value: string): Html =>
  select(request, {
    name: filter,
    label: labelOf(request, filter),
    value,
    empty: layoutWords.in(request.lang).text("all"),
    choices: options[filter]
  })

const searchForm = (request: PortalRequest, asked: Asked, { empty, options }: Filters): Html => {
  const words = readingWords.in(request.lang)
  return markup`<form role="search" class="search" action="${request.href("/search")}">
    ${field(request, { name: "q", label: words.text("searchWords"), type: "search", value: asked.q, help: words.text("searchHelp"), maxLength: 200, dir: "auto" })}
    <div class="filters">
      ${filters.map((filter) =>
        asked[filter] === "" ? empty[filter] : filterField(request, filter, options, asked[filter])
      )}
    </div>
    <button>${layoutWords.in(request.lang).text("search")}</button>
  </form>`
}

/** Words of which each can be searched for alone, when no statement has them all; more are not offered. */
const mostAlone = 4

const wordsAlone = (typed: string): ReadonlyArray<string> => {
  const found = [...new Set(searchWords(typed).map(({ end, start }) => typed.slice(start, end)))]
  return found.length < 2 ? [] : found.slice(0, mostAlone)
}

/** What to do when nothing was found: search for less, take off one filter, or browse. */
const nothing = (request: PortalRequest, asked: Asked, options: Options): Html => {
  const words = readingWords.in(request.lang)
  const active = filters.filter((filter) => asked[filter] !== "")
  return markup`<h2>${words.text("nothingFound")}</h2>
    <p>${words.text("nothingFoundHelp")}</p>
    <ul>
      ${wordsAlone(asked.q).map(
        (word) =>
          markup`<li>
            <a href="${withQuery(request.href("/search"), { ...asked, q: word })}"
              >${words.parts("onlyWord", { word: markup`<bdi>${word}</bdi>` })}</a
            >
          </li>`
      )}
      ${active.map((filter) => {
        const label = options[filter].find(({ value }) => value === asked[filter])?.label ?? asked[filter]
        return markup`<li>
          <a href="${withQuery(request.href("/search"), { ...asked, [filter]: null })}"
            >${words.text("without", { filter: label })}</a
          >
        </li>`
      })}
      <li><a href="${request.href("/issues")}">${words.text("browseInstead")}</a></li>
    </ul>`
}

/** The pages of issues that are named like what is searched for. */
const namedLike = (request: PortalRequest, asked: Asked, named: ReadonlyArray<NamedIssue>): Html | string =>
  named.length === 0 || asked.issue !== ""
    ? ""
    : markup`<p>${readingWords.in(request.lang).text("issuesNamed")}
        ${named.map(
          ({ id, name }, index) =>
            markup`${index === 0 ? "" : " · "}<a href="${request.href(`/issues/${id}`)}">${name}</a>`
        )}</p>`

const given = (value: string): string | undefined => (value === "" ? undefined : value)

export const search = keptPage(
  "/search",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = readingWords.in(request.lang)
    const asked = askedOf(request.query)
    const number = pageNumber(request.query)
    const own = yield* filtersOf(request)
    const isAsked = Object.values(asked).some((value) => value !== "")
    const known = yield* Known
    const question = JSON.stringify(asked)
    const result = isAsked
      ? yield* (yield* Search).find({
          text: asked.q,
          facets: {
            issue: given(asked.issue),
            kind: given(asked.kind),
            language: given(asked.language),
            year: given(asked.year),
            group: given(asked.group),
            type: given(asked.type)
          },
          count: yield* known.counted(question),
          limit: pageSize,
          offset: (number - 1) * pageSize
        })
      : null
    if (result !== null) {
      yield* known.keepCount(question, { count: result.count, isExact: result.isExact })
    }
    const quoted = result === null ? [] : yield* quotedOf(result.ids)
    const found =
      result === null
        ? ""
        : result.count === 0
          ? nothing(request, asked, own.options)
          : markup`<h2>${
              result.isExact
                ? words.text("results", { count: result.count })
                : words.text("resultsMany", { number: result.count })
            }</h2>
              <p class="note">${words.text("newestFirst")}</p>
              ${yield* statementList(request, quoted, { query: asked.q })}
              ${pager(request, number, Math.ceil(result.count / pageSize))}`
    return {
      title: asked.q === "" ? words.text("searchTitle") : `${asked.q} – ${words.text("searchTitle")}`,
      heading: words.text("searchTitle"),
      section: "/search",
      crumbs: [],
      unlisted: isAsked,
      body: markup`${searchForm(request, asked, own)}
        ${namedLike(request, asked, issuesNamed(asked.q, known.issues(request.lang)))}
        ${found}`
    }
  })
)
