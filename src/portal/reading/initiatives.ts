/**
 * Initiatives: the list of all, and for each what it published, on what, and how its sources are.
 */
import { Effect, Option } from "effect"
import { countingKinds, InitiativeId, InitiativeType, type Source, UnGroup } from "../../domain/index.ts"
import { locales } from "../../domain/languages.ts"
import { langDir, link, markup, name } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { type Verdict, verdictOf } from "../../jobs/status.ts"
import { Initiatives, now, Outputs, Readings, Search, Sources } from "../../store/index.ts"
import { notFound } from "../failure.ts"
import { field, select } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { param } from "../route.ts"
import { layoutWords } from "../words/layout.ts"
import { Known } from "./known.ts"
import { keptPage } from "./kept.ts"
import { pageNumber, pager } from "./pager.ts"
import { initiativeLink, quotedOf, statementList } from "./statements.ts"
import { readingWords } from "./words/index.ts"

/** Statements, and outputs, on one page of an initiative. */
const pageSize = 20
const outputsShown = 40

/** Initiatives on one page of the list. */
const listSize = 200

const countryName = (request: PortalRequest, code: string): string => {
  const names = new Intl.DisplayNames(locales[request.lang].locale, { type: "region", fallback: "code" })
  return names.of(code) ?? code
}

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

const list = keptPage(
  "/initiatives",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const words = readingWords.in(lang)
    const layout = layoutWords.in(lang)
    const known = yield* Known
    const totals = yield* known.initiativeTotals
    const group = request.query.get("group") ?? ""
    const type = request.query.get("type") ?? ""
    const part = (request.query.get("name") ?? "").slice(0, 100)
    const all = [...(yield* known.initiatives).values()]
      .filter((one) => type === "" || one.type === type)
      .filter((one) => group === "" || one.unGroups.some((own) => own === group))
      .filter((one) => part === "" || folded(one.name).includes(folded(part)))
      .sort((a, b) => a.name.localeCompare(b.name, lang))
    const number = pageNumber(request.query)
    const rows = all.slice((number - 1) * listSize, number * listSize)
    return {
      title: words.text("initiativesTitle"),
      section: "/initiatives",
      crumbs: [],
      description: words.text("initiativesLead"),
      body: markup`<p class="lead">${words.text("initiativesLead")}</p>
        <form class="narrow" action="${request.href("/initiatives")}">
          <div class="filters">
            ${field(request, { name: "name", label: words.text("namePart"), type: "search", value: part, dir: "auto" })}
            ${select(request, {
              name: "group",
              label: words.text("groups"),
              value: group,
              empty: layout.text("all"),
              choices: UnGroup.literals.map((own) => ({ value: own, label: m.names.group[own] }))
            })}
            ${select(request, {
              name: "type",
              label: words.text("type"),
              value: type,
              empty: layout.text("all"),
              choices: InitiativeType.literals.map((own) => ({ value: own, label: m.names.type[own] }))
            })}
          </div>
          <button class="quiet">${words.text("filter")}</button>
        </form>
        <p class="note" role="status">${words.text("initiativeCount", { count: all.length })}</p>
        ${
          rows.length === 0
            ? markup`<p>${words.text("noInitiatives")}</p>`
            : markup`<div class="scroll" role="region" tabindex="0" aria-label="${words.text("initiativesTitle")}">
                <table class="initiatives">
                  <thead>
                    <tr>
                      <th scope="col">${words.text("name")}</th>
                      <th scope="col">${words.text("type")}</th>
                      <th scope="col">${words.text("groups")}</th>
                      <th scope="col" class="num">${words.text("outputsHead")}</th>
                      <th scope="col">${words.text("newest")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${rows.map((one) => {
                      const own = totals.get(one.id)
                      return markup`<tr>
                        <th scope="row">${initiativeLink(request, one)}</th>
                        <td>${m.names.type[one.type]}</td>
                        <td>${m.list(one.unGroups.map((own) => m.names.groupColumn[own]))}</td>
                        <td class="num">${own === undefined ? "–" : m.number(own.outputs)}</td>
                        <td>${own?.newest === undefined || own.newest === null ? words.text("notHeard") : m.date(own.newest)}</td>
                      </tr>`
                    })}
                  </tbody>
                </table>
              </div>`
        }
        ${pager(request, number, Math.ceil(all.length / listSize))}`
    }
  })
)

/** Words for the health of a source. */
export const verdictWords = {
  healthy: "healthy",
  silent: "silent",
  waiting: "waiting",
  failing: "failing",
  "blocked by robots": "blocked",
  "layout changed": "layoutChanged",
  moved: "moved",
  gone: "gone",
  empty: "empty",
  paused: "paused",
  proposed: "proposed",
  retired: "retired"
} as const satisfies Readonly<Record<Verdict, string>>

const sourceList = Effect.fnUntraced(function* (request: PortalRequest, sources: ReadonlyArray<Source>) {
  const { m } = request
  const words = readingWords.in(request.lang)
  if (sources.length === 0) return markup`<p>${words.text("noSources")}</p>`
  const at = yield* now
  const store = yield* Sources
  const items: Array<Html> = []
  for (const source of sources) {
    const state = yield* store.state(source.id)
    const verdict = verdictOf(source, state, at)
    const good = verdict === "healthy" || verdict === "empty" || verdict === "waiting"
    items.push(markup`<li>
      ${link(source.url, markup`<bdi>${source.url}</bdi>`)}
      <span class="${good ? "state" : "state bad"}">${words.text(verdictWords[verdict])}</span>
      <span class="meta"
        >${state.lastSuccessAt === null ? words.text("neverRead") : words.text("lastRead", { date: m.date(state.lastSuccessAt) })}</span
      >
    </li>`)
  }
  return markup`<ul class="sources">${items}</ul>`
})

const one = keptPage(
  "/initiatives/:initiative",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const words = readingWords.in(lang)
    const known = yield* Known
    const id = yield* param(request, "initiative", InitiativeId)
    const initiative = Option.getOrUndefined(yield* (yield* Initiatives).get(id))
    if (initiative === undefined) return yield* notFound()
    const readings = yield* Readings
    const years = yield* readings.yearsOfInitiative(id)
    const perOutput = yield* readings.statementsByOutput(id)
    const outputs = (yield* (yield* Outputs).list({ initiativeId: id, kinds: [...countingKinds] }))
      .filter(({ sameAs }) => sameAs === null)
      .toReversed()
    const totals = [...(yield* readings.issueTotals(id)).values()].sort((a, b) => b.statements - a.statements)
    const issues = known.issues(lang)
    const number = pageNumber(request.query)
    const outputsPage = pageNumber(request.query, "outputs")
    const result = yield* (yield* Search).find({
      text: "",
      facets: { initiatives: [id] },
      count: {
        count: outputs.reduce((sum, output) => sum + (perOutput.get(output.id) ?? 0), 0),
        isExact: true
      },
      limit: pageSize,
      offset: (number - 1) * pageSize
    })
    const facts: ReadonlyArray<readonly [string, Html | string] | null> = [
      [words.text("type"), m.names.type[initiative.type]],
      [words.text("groups"), m.list(initiative.unGroups.map((group) => m.names.group[group]))],
      initiative.country === null ? null : [words.text("country"), countryName(request, initiative.country)],
      initiative.languages.length === 0
        ? null
        : [words.text("languages"), m.list(initiative.languages.map(m.language))],
      initiative.website === null
        ? null
        : [words.text("website"), link(initiative.website, markup`<bdi>${initiative.website}</bdi>`)]
    ]
    const frame = `<iframe src="${request.permanent(`/embed/initiatives/${id}`)}?lang=${lang}" title="Tributary" width="100%" height="480" loading="lazy"></iframe>`
    return {
      title: initiative.name,
      heading: name(initiative.name),
      section: "/initiatives",
      crumbs: [{ href: request.href("/initiatives"), label: words.text("initiativesTitle") }],
      body: markup`<dl class="facts">
          ${facts.map((fact) => (fact === null ? "" : markup`<div><dt>${fact[0]}</dt><dd>${fact[1]}</dd></div>`))}
        </dl>
        ${
          number > 1
            ? ""
            : markup`${
                years.length === 0
                  ? markup`<p>${words.text("noOutputs")}</p>`
                  : markup`<h2>${words.text("coverageByYear")}</h2>
                      <div class="scroll" role="region" tabindex="0" aria-label="${words.text("coverageByYear")}">
                        <table class="years">
                          <thead>
                            <tr>
                              <th scope="col">${words.text("year")}</th>
                              <th scope="col" class="num">${words.text("outputsHead")}</th>
                              <th scope="col" class="num">${words.text("statementsHead")}</th>
                            </tr>
                          </thead>
                          <tbody>
                            ${years.toReversed().map(
                              (own) =>
                                markup`<tr>
                                  <th scope="row">${own.year}</th>
                                  <td class="num">${m.number(own.outputs)}</td>
                                  <td class="num">${m.number(own.statements)}</td>
                                </tr>`
                            )}
                          </tbody>
                        </table>
                      </div>`
              }
              ${
                totals.length === 0
                  ? ""
                  : markup`<h2>${words.text("issuesRaised")}</h2>
                      <ul class="chips">
                        ${totals.map((own) => {
                          const issue = issues.get(own.issue)
                          return issue === undefined
                            ? ""
                            : markup`<li>
                                <a href="${request.href(`/issues/${own.issue}`)}">${issue.name}</a>
                                <span class="meta">${m.number(own.statements)}</span>
                              </li>`
                        })}
                      </ul>`
              }
              ${
                outputs.length === 0
                  ? ""
                  : markup`<h2 id="outputs">${words.text("outputsHead")}</h2>
                      <ul class="outputs">
                        ${outputs.slice((outputsPage - 1) * outputsShown, outputsPage * outputsShown).map(
                          (output) =>
                            markup`<li>
                              <a href="${request.href(`/outputs/${output.id}`)}"
                                ><cite${langDir(output.language)}>${output.title}</cite></a
                              >
                              <span class="meta"
                                >${m.names.kind[output.kind]}${m.text("comma")}${output.publishedAt === null ? words.text("undated") : m.date(output.publishedAt)}${m.text("comma")}${words.text("statementCount", { count: perOutput.get(output.id) ?? 0 })}</span
                              >
                            </li>`
                        )}
                      </ul>
                      ${pager(request, outputsPage, Math.ceil(outputs.length / outputsShown), {
                        key: "outputs",
                        label: words.text("outputsHead"),
                        id: "outputs"
                      })}`
              }
              <h2>${words.text("sourcesTitle")}</h2>
              ${yield* sourceList(request, yield* (yield* Sources).list({ initiativeId: id }))}`
        }
        <h2 id="statements">${words.text("allStatements")}</h2>
        ${yield* statementList(request, yield* quotedOf(result.ids), { hide: "initiative" })}
        ${pager(request, number, Math.ceil(result.count / pageSize))}
        ${
          number > 1
            ? ""
            : markup`<details>
                <summary>${words.text("embedTitle")}</summary>
                <p>${words.text("embedText")}</p>
                <pre dir="ltr"><code>${frame}</code></pre>
              </details>
              <p class="note"><a href="${request.href("/organisers/corrections/new")}">${words.text("correction")}</a></p>`
        }`
    }
  })
)

export const initiatives = [list, one] as const
