/**
 * Issues: the list of all, and for each its statements and its history over the years.
 */
import { Effect } from "effect"
import { InitiativeType, IssueId, UnGroup } from "../../domain/index.ts"
import { bar } from "../../export/html/one-page.ts"
import { join, markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { Search, type YearOfIssue } from "../../store/index.ts"
import { notFound } from "../failure.ts"
import { select } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { param } from "../route.ts"
import { layoutWords } from "../words/layout.ts"
import { Known } from "./known.ts"
import { keptPage } from "./kept.ts"
import { pageNumber, pager } from "./pager.ts"
import { quotedOf, statementList } from "./statements.ts"
import { readingWords } from "./words/index.ts"

const pageSize = 20

const list = keptPage(
  "/issues",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const words = readingWords.in(lang)
    const known = yield* Known
    const totals = yield* known.issueTotals
    const issues = [...known.issues(lang).values()]
    const most = Math.max(1, ...[...totals.values()].map(({ initiatives }) => initiatives))
    return {
      title: words.text("issuesTitle"),
      section: "/issues",
      crumbs: [],
      description: words.text("issuesLead"),
      body: markup`<p class="lead">${words.text("issuesLead")}</p>
        ${known.areas(lang).map(
          (area) =>
            markup`<section>
              <h2>${area.name}</h2>
              <div class="scroll" role="region" tabindex="0" aria-label="${area.name}">
                <table class="issues">
                  <thead>
                    <tr>
                      <th scope="col">${words.text("searchIssue")}</th>
                      <th scope="col" class="num">${words.text("raisedBy")}</th>
                      <th scope="col" class="barhead"><span class="sr">${words.text("raisedBy")}</span></th>
                      <th scope="col" class="num">${words.text("statementsHead")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${issues
                      .filter((issue) => issue.area === area.id)
                      .map((issue) => {
                        const own = totals.get(issue.id)
                        return markup`<tr>
                          <th scope="row"><a href="${request.href(`/issues/${issue.id}`)}">${issue.name}</a></th>
                          <td class="num">${m.number(own?.initiatives ?? 0)}</td>
                          <td class="barcell">${bar(own?.initiatives ?? 0, most)}</td>
                          <td class="num">${m.number(own?.statements ?? 0)}</td>
                        </tr>`
                      })}
                  </tbody>
                </table>
              </div>
            </section>`
        )}`
    }
  })
)

const history = (
  request: PortalRequest,
  years: ReadonlyArray<YearOfIssue>,
  published: ReadonlyMap<string, number>
): Html => {
  const { m } = request
  const words = readingWords.in(request.lang)
  return years.length === 0
    ? markup``
    : markup`<h2 id="years">${words.text("overYears")}</h2>
        <p class="note">${words.text("overYearsNote")}</p>
        <div class="scroll" role="region" tabindex="0" aria-label="${words.text("overYears")}">
          <table class="years">
            <thead>
              <tr>
                <th scope="col">${words.text("year")}</th>
                <th scope="col">${words.text("raisedBy")}</th>
                <th scope="col" class="barhead"><span class="sr">${words.text("raisedBy")}</span></th>
                <th scope="col" class="num">${words.text("statementsHead")}</th>
              </tr>
            </thead>
            <tbody>
              ${years.toReversed().map(({ initiatives, statements, year }) => {
                const whole = Math.max(initiatives, published.get(year) ?? 0)
                return markup`<tr>
                  <th scope="row"><a href="${request.href(request.path, { year })}">${year}</a></th>
                  <td>${words.text("ofPublished", { part: initiatives, whole })}</td>
                  <td class="barcell">${bar(initiatives, whole)}</td>
                  <td class="num">${m.number(statements)}</td>
                </tr>`
              })}
            </tbody>
          </table>
        </div>`
}

const filterForm = (request: PortalRequest, years: ReadonlyArray<string>): Html => {
  const { m } = request
  const words = readingWords.in(request.lang)
  const layout = layoutWords.in(request.lang)
  const value = (name: string) => request.query.get(name) ?? ""
  return markup`<form class="narrow" action="${request.href(request.path)}">
    <div class="filters">
      ${select(request, {
        name: "group",
        label: words.text("groups"),
        value: value("group"),
        empty: layout.text("all"),
        choices: UnGroup.literals.map((group) => ({ value: group, label: m.names.group[group] }))
      })}
      ${select(request, {
        name: "type",
        label: words.text("type"),
        value: value("type"),
        empty: layout.text("all"),
        choices: InitiativeType.literals.map((type) => ({ value: type, label: m.names.type[type] }))
      })}
      ${select(request, {
        name: "year",
        label: words.text("year"),
        value: value("year"),
        empty: words.text("allYears"),
        choices: years.map((year) => ({ value: year, label: year }))
      })}
    </div>
    <button class="quiet">${words.text("filter")}</button>
  </form>`
}

const one = keptPage(
  "/issues/:issue",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const words = readingWords.in(lang)
    const known = yield* Known
    const id = yield* param(request, "issue", IssueId)
    const issues = known.issues(lang)
    const issue = issues.get(id)
    if (issue === undefined) return yield* notFound()
    const years = yield* known.yearsOfIssue(id)
    const number = pageNumber(request.query)
    const given = (name: string) => {
      const value = request.query.get(name) ?? ""
      return value === "" ? undefined : value
    }
    const narrowed = { group: given("group"), type: given("type"), year: given("year") }
    const totals = (yield* known.issueTotals).get(id)
    const isNarrowed = Object.values(narrowed).some((value) => value !== undefined)
    const result = yield* (yield* Search).find({
      text: "",
      facets: { issue: id, ...narrowed },
      count: isNarrowed ? undefined : { count: totals?.statements ?? 0, isExact: true },
      limit: pageSize,
      offset: (number - 1) * pageSize
    })
    const quoted = yield* quotedOf(result.ids)
    const related = issue.related.flatMap((other) => {
      const own = issues.get(other)
      return own === undefined ? [] : [markup`<a href="${request.href(`/issues/${other}`)}">${own.name}</a>`]
    })
    const { crosswalk } = issue
    const walk = [
      ...crosswalk.wsis.map((code) => `WSIS ${code}`),
      ...crosswalk.gdc.map((code) => `GDC ${code}`),
      ...crosswalk.sdg.map((code) => `SDG ${code}`)
    ]
    return {
      title: issue.name,
      section: "/issues",
      crumbs: [{ href: request.href("/issues"), label: words.text("issuesTitle") }],
      description: issue.scopeNote,
      feeds: [
        {
          href: `/feeds/${lang}/issues/${id}.atom`,
          title: issue.name,
          type: "application/atom+xml"
        }
      ],
      body: markup`<p class="lead">${words.text("initiativeCount", { count: totals?.initiatives ?? 0 })}${m.text("comma")}${words.text("statementCount", { count: totals?.statements ?? 0 })}</p>
        <p lang="en" dir="ltr">${issue.scopeNote}</p>
        <p class="meta">${walk.join(" · ")}</p>
        ${related.length === 0 ? "" : markup`<p class="meta">${words.text("relatedIssues")}: ${join(related, m.text("comma"))}</p>`}
        <p class="meta"><a href="/feeds/${lang}/issues/${id}.atom">${words.text("followIssue")}: ${words.text("feed")}</a></p>
        ${number === 1 ? history(request, years, yield* known.publishedByYear) : ""}
        <h2 id="statements">${words.text("allStatements")}</h2>
        <p class="note">${words.text("newestFirst")}</p>
        ${filterForm(request, years.map((own) => own.year).toReversed())}
        ${yield* statementList(request, quoted)}
        ${pager(request, number, Math.ceil(result.count / pageSize))}`
    }
  })
)

export const issues = [list, one] as const
