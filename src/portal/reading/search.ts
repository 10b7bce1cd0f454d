/**
 * Search through all statements, by words and by what they are about.
 */
import { Effect } from "effect"
import { InitiativeType, StatementKind, UnGroup } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { Search } from "../../store/index.ts"
import { field, select } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { withQuery } from "../request.ts"
import { layoutWords } from "../words/layout.ts"
import { Known } from "./known.ts"
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

const choices = (values: ReadonlyArray<readonly [value: string, label: string]>) =>
  values.map(([value, label]) => ({ value, label }))

/** What can be chosen for each filter. */
const optionsOf = Effect.fnUntraced(function* (request: PortalRequest) {
  const { lang, m } = request
  const known = yield* Known
  const years = [...(yield* known.publishedByYear).keys()].sort().toReversed()
  const tags = [...new Set((yield* known.languages).map((tag) => tag.split("-")[0] ?? tag))].filter(
    (tag) => tag !== "und"
  )
  const byName = (a: readonly [string, string], b: readonly [string, string]) =>
    a[1].localeCompare(b[1], lang)
  return {
    issue: choices([...known.issues(lang).values()].map(({ id, name }) => [id, name] as const).sort(byName)),
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

const searchForm = (
  request: PortalRequest,
  asked: Asked,
  options: Readonly<Record<Filter, ReadonlyArray<{ readonly value: string; readonly label: string }>>>
): Html => {
  const words = readingWords.in(request.lang)
  const layout = layoutWords.in(request.lang)
  return markup`<form role="search" class="search" action="${request.href("/search")}">
    ${field(request, { name: "q", label: words.text("searchWords"), type: "search", value: asked.q, help: words.text("searchHelp"), maxLength: 200, dir: "auto" })}
    <div class="filters">
      ${filters.map((filter) =>
        select(request, {
          name: filter,
          label: labelOf(request, filter),
          value: asked[filter],
          empty: layout.text("all"),
          choices: options[filter]
        })
      )}
    </div>
    <button>${layout.text("search")}</button>
  </form>`
}

/** What to do when nothing was found: take off one filter, or browse. */
const nothing = (
  request: PortalRequest,
  asked: Asked,
  options: Readonly<Record<Filter, ReadonlyArray<{ readonly value: string; readonly label: string }>>>
): Html => {
  const words = readingWords.in(request.lang)
  const active = filters.filter((filter) => asked[filter] !== "")
  return markup`<h2>${words.text("nothingFound")}</h2>
    <p>${words.text("nothingFoundHelp")}</p>
    <ul>
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

const given = (value: string): string | undefined => (value === "" ? undefined : value)

export const search = keptPage(
  "/search",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = readingWords.in(request.lang)
    const asked = askedOf(request.query)
    const number = pageNumber(request.query)
    const options = yield* optionsOf(request)
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
          ? nothing(request, asked, options)
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
      body: markup`${searchForm(request, asked, options)}${found}`
    }
  })
)
