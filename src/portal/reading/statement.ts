/**
 * The permanent page of a statement: text, place, labels with what decided them, who says the same, and how to
 * cite it.
 */
import { Effect, Option } from "effect"
import { HttpServerResponse } from "effect/http"
import { StatementId } from "../../domain/index.ts"
import { join, langDir, link, markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { passageUrl } from "../../export/passage-link.ts"
import { opening } from "../../export/view.ts"
import { Outputs, Statements } from "../../store/index.ts"
import { notFound } from "../failure.ts"
import type { PortalRequest } from "../request.ts"
import { file, param } from "../route.ts"
import { bibtex, type Cited, plainCitation, ris } from "./citation.ts"
import { Known } from "./known.ts"
import { keptPage } from "./kept.ts"
import { floorOf, initiativeLink, type Quoted, quotedOf, statementList } from "./statements.ts"
import { readingWords } from "./words/index.ts"

/** Others of the same cluster that are shown. */
const othersShown = 20

const find = Effect.fnUntraced(function* (request: PortalRequest) {
  const id = yield* param(request, "statement", StatementId)
  const [quoted] = yield* quotedOf([id])
  if (quoted === undefined) return yield* notFound()
  return quoted
})

const citedOf = Effect.fnUntraced(function* (request: PortalRequest, quoted: Quoted) {
  const version = Option.getOrUndefined(yield* (yield* Outputs).latestVersion(quoted.output.id))
  const cited: Cited = {
    ...quoted,
    address: request.permanent(`/statements/${quoted.statement.id}`),
    retrievedAt: version?.retrievedAt ?? null
  }
  return { cited, version }
})

const page = keptPage(
  "/statements/:statement",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const { lang, m } = request
    const words = readingWords.in(lang)
    const quoted = yield* find(request)
    const { initiative, output, statement } = quoted
    const { cited, version } = yield* citedOf(request, quoted)
    const issues = (yield* Known).issues(lang)
    const comma = m.text("comma")
    const where = [
      ...statement.place.headings.map((heading) => markup`<bdi>${heading}</bdi>`),
      ...(statement.place.number === null ? [] : [markup`<bdi>${statement.place.number}</bdi>`]),
      ...(statement.place.page === null ? [] : [m.text("placePage", { page: String(statement.place.page) })])
    ]
    const original = passageUrl(output.url, statement.place, statement.text)
    const archived =
      version === undefined ? null : `${request.href(`/outputs/${output.id}/text`)}#b${statement.place.block}`
    const others =
      statement.clusterId === null
        ? []
        : (yield* (yield* Statements).list({ clusterId: statement.clusterId }))
            .filter(({ id, initiativeId }) => id !== statement.id && initiativeId !== statement.initiativeId)
            .slice(0, othersShown)
            .map(({ id }) => id)
    const labels = statement.issues.map(({ evidence, id, statedAs }): Html => {
      const found = [...new Set(evidence.map(({ text }) => text))]
      const why =
        statedAs !== undefined
          ? words.parts("stated", { words: markup`<q dir="auto">${statedAs}</q>` })
          : found.length === 0
            ? ""
            : words.parts("why", {
                words: join(
                  found.map((text) => markup`<q${langDir(statement.language)}>${opening(text, 80)}</q>`),
                  comma
                )
              })
      return markup`<li><a href="${request.href(`/issues/${id}`)}">${issues.get(id)?.name ?? id}</a> <span class="meta">${why}</span></li>`
    })
    return {
      title: words.text("statementBy", { initiative: initiative.name }),
      heading: words.text("statement"),
      section: "/issues",
      crumbs: [
        { href: request.href("/initiatives"), label: words.text("initiativesTitle") },
        { href: request.href(`/initiatives/${initiative.id}`), label: initiative.name }
      ],
      description: opening(statement.text, 160),
      body: markup`<blockquote class="whole"${langDir(statement.language)}><p>${statement.text}</p></blockquote>
        <p class="by"><b>${initiativeLink(request, initiative)}</b>${comma}${floorOf(request, initiative)}${comma}${
          output.publishedAt === null
            ? words.text("undated")
            : markup`<time datetime="${output.publishedAt}">${m.date(output.publishedAt)}</time>`
        }</p>
        <dl class="facts">
          <div>
            <dt>${words.text("fromOutput")}</dt>
            <dd>
              <a href="${request.href(`/outputs/${output.id}`)}"
                ><cite${langDir(output.language)}>${output.title}</cite></a
              >${where.map((one) => markup`${comma}${one}`)}
            </dd>
          </div>
          <div><dt>${words.text("statementKind")}</dt><dd>${m.names.statement[statement.kind]}</dd></div>
          <div><dt>${words.text("language")}</dt><dd>${m.language(statement.language)}</dd></div>
          <div>
            <dt>${words.text("aboutIssues")}</dt>
            <dd>${labels.length === 0 ? words.text("noIssue") : markup`<ul>${labels}</ul>`}</dd>
          </div>
        </dl>
        <p>
          ${original === null ? "" : markup`${link(original, words.text("original"))} · `}${
            archived === null ? "" : markup`<a href="${archived}">${words.text("archivedText")}</a>`
          }
        </p>
        ${
          others.length === 0
            ? ""
            : markup`<h2>${words.text("sameElsewhere")}</h2>
                ${yield* statementList(request, yield* quotedOf(others))}`
        }
        <h2>${words.text("cite")}</h2>
        <p class="citation" id="citation" dir="auto">${plainCitation(cited)}</p>
        <p>
          <button class="quiet" type="button" data-copy="citation" data-done="${words.text("copied")}" hidden>
            ${words.text("copy")}
          </button>
        </p>
        <p class="meta">
          ${words.text("citationFiles")}:
          <a href="/statements/${statement.id}/citation.bib">BibTeX</a> ·
          <a href="/statements/${statement.id}/citation.ris">RIS</a> · ${words.text("permanentLink")}:
          <a href="${cited.address}"><bdi>${cited.address}</bdi></a>
        </p>
        <p class="note"><a href="${request.href("/organisers/corrections/new", { about: statement.id })}">${words.text("correction")}</a></p>`
    }
  })
)

const citationFile = (extension: "bib" | "ris", type: string, write: (cited: Cited) => string) =>
  file(
    `/statements/:statement/citation.${extension}`,
    Effect.fnUntraced(function* (request: PortalRequest) {
      const quoted = yield* find(request)
      const { cited } = yield* citedOf(request, quoted)
      return HttpServerResponse.text(write(cited), {
        contentType: `${type}; charset=utf-8`,
        headers: {
          "cache-control": "public, max-age=3600",
          "content-disposition": `attachment; filename="${quoted.statement.id}.${extension}"`
        }
      })
    })
  )

export const statement = [
  page,
  citationFile("bib", "application/x-bibtex", bibtex),
  citationFile("ris", "application/x-research-info-systems", ris)
] as const
