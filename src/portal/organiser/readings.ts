/** A document as it was read, for its organiser: every statement with its kind, its issues, and what decided them. */
import { Effect, Option } from "effect"
import { OutputId } from "../../domain/index.ts"
import type { Output, Statement } from "../../domain/index.ts"
import { join, langDir, link, markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { opening } from "../../export/view.ts"
import { Outputs, Statements, Uploads } from "../../store/index.ts"
import { notFound } from "../failure.ts"
import type { Page } from "../page.ts"
import { Known, type NamedIssue } from "../reading/known.ts"
import { pageNumber, pager } from "../reading/pager.ts"
import type { PortalRequest } from "../request.ts"
import { param } from "../route.ts"
import { organiserCrumbs, type Organiser, organiserPage, privatePage } from "./session.ts"
import { organiserWords } from "./words/index.ts"

const pageSize = 40

/** Characters of a statement that are shown here. */
const longText = 1200

const issueItem = (
  request: PortalRequest,
  statement: Statement,
  issue: Statement["issues"][number],
  issues: ReadonlyMap<string, NamedIssue>
): Html => {
  const words = organiserWords.in(request.lang)
  const found = [...new Set(issue.evidence.map(({ text }) => text))]
  const why =
    issue.statedAs !== undefined
      ? words.parts("stated", { words: markup`<q dir="auto">${issue.statedAs}</q>` })
      : found.length === 0
        ? ""
        : words.parts("why", {
            words: join(
              found.map((text) => markup`<q${langDir(statement.language)}>${opening(text, 80)}</q>`),
              request.m.text("comma")
            )
          })
  return markup`<li>
    <a href="${request.href(`/issues/${issue.id}`)}">${issues.get(issue.id)?.name ?? issue.id}</a>
    <span class="meta">${why}</span>
  </li>`
}

/** Statements with what was made of them, each with the way to a correction. */
export const readStatements = Effect.fnUntraced(function* (
  request: PortalRequest,
  statements: ReadonlyArray<Statement>
) {
  const { m } = request
  const words = organiserWords.in(request.lang)
  const issues = (yield* Known).issues(request.lang)
  return markup`<ol class="statements">
    ${statements.map(
      (statement) =>
        markup`<li>
          <blockquote${langDir(statement.language)}><p>${opening(statement.text, longText)}</p></blockquote>
          <p class="by">
            ${m.names.statement[statement.kind]}${m.text("comma")}${m.language(statement.language)}
          </p>
          ${
            statement.issues.length === 0
              ? markup`<p class="meta">${words.text("noIssue")}</p>`
              : markup`<ul>${statement.issues.map((issue) => issueItem(request, statement, issue, issues))}</ul>`
          }
          <p class="meta">
            <a href="${request.href("/organisers/corrections/new", { about: statement.id })}"
              >${words.text("wrong")}<span class="sr"> (${opening(statement.text, 40)})</span></a
            >
          </p>
        </li>`
    )}
  </ol>`
})

/** What was decided of a document, and why. */
export const readFacts = Effect.fnUntraced(function* (request: PortalRequest, output: Output) {
  const { m } = request
  const words = organiserWords.in(request.lang)
  const [upload] = yield* (yield* Uploads).list({ outputId: output.id, limit: 1 })
  const facts: ReadonlyArray<readonly [string, Html | string]> = [
    [words.text("kind"), m.names.kind[output.kind]],
    [
      words.text("published"),
      output.publishedAt === null ? words.text("undated") : m.date(output.publishedAt)
    ],
    [words.text("language"), m.language(output.language)]
  ]
  return markup`<dl class="facts">
      ${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
      ${
        output.kindReasons.length === 0
          ? ""
          : markup`<div>
              <dt>${words.text("reasons")}</dt>
              <dd lang="en" dir="ltr">${output.kindReasons.map((reason) => markup`<p>${reason}</p>`)}</dd>
            </div>`
      }
    </dl>
    ${upload === undefined ? "" : markup`<p class="note">${words.text("byYou", { date: m.date(upload.at) })}</p>`}
    ${output.inDoubt ? markup`<p class="notice">${words.text("whyDoubt")}</p>` : ""}`
})

export const readings = organiserPage(
  "/organisers/outputs/:output",
  Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
    const words = organiserWords.in(request.lang)
    const id = yield* param(request, "output", OutputId)
    const output = Option.getOrUndefined(yield* (yield* Outputs).get(id))
    if (output === undefined || output.initiativeId !== organiser.initiative.id) return yield* notFound()
    const all = yield* (yield* Statements).list({ outputId: id })
    const quoted = all.filter(({ kind }) => kind !== "boilerplate")
    const phrases = all.length - quoted.length
    const number = pageNumber(request.query)
    const shown = quoted.slice((number - 1) * pageSize, number * pageSize)
    return {
      ...privatePage,
      title: output.title,
      heading: markup`<bdi${langDir(output.language)}>${output.title}</bdi>`,
      section: "/take-part",
      crumbs: organiserCrumbs(request),
      body: markup`${yield* readFacts(request, output)}
        <p>
          ${/^https?:/u.test(output.url) ? markup`${link(output.url, markup`<bdi dir="ltr">${output.url}</bdi>`)} · ` : ""}<a
            href="${request.href(`/outputs/${id}`)}"
            >${words.text("publicPage")}</a
          >
          ·
          <a href="${request.href("/organisers/corrections/new", { about: id })}">${words.text("wrong")}</a>
        </p>
        <h2>${words.text("statementsTitle")}</h2>
        ${phrases === 0 ? "" : markup`<p class="note">${words.text("leftOutStatements", { count: phrases })}</p>`}
        ${quoted.length === 0 ? markup`<p>${words.text("noStatements")}</p>` : yield* readStatements(request, shown)}
        ${pager(request, number, Math.ceil(quoted.length / pageSize))}`
    } satisfies Page
  })
)
