/**
 * Lists of statements: each quoted word for word, with who said it where and when.
 */
import { Effect, Option } from "effect"
import type { Initiative, Issue, Output, OutputId, Statement, StatementId } from "../../domain/index.ts"
import { join, langDir, link, markup, name } from "../../export/html/html.ts"
import type { Html, Value } from "../../export/html/html.ts"
import { passageUrl } from "../../export/passage-link.ts"
import { opening } from "../../export/view.ts"
import { matchedSpans, Outputs, Statements } from "../../store/index.ts"
import type { PortalRequest } from "../request.ts"
import { Known, type NamedIssue } from "./known.ts"
import { readingWords } from "./words/index.ts"

/** Longer texts are cut in lists; the statement's own page has the whole. */
const longText = 900

/** A statement with what is shown beside it. */
export interface Quoted {
  readonly statement: Statement
  readonly output: Output
  readonly initiative: Initiative
}

/** Statements by id with their outputs and initiatives, in the order of the ids. */
export const quotedOf = Effect.fnUntraced(function* (ids: ReadonlyArray<StatementId>) {
  if (ids.length === 0) return []
  const outputs = yield* Outputs
  const initiatives = yield* (yield* Known).initiatives
  const found = new Map((yield* (yield* Statements).list({ ids })).map((one) => [one.id, one]))
  const own = new Map<OutputId, Output>()
  for (const id of new Set([...found.values()].map(({ outputId }) => outputId))) {
    const output = Option.getOrUndefined(yield* outputs.get(id))
    if (output !== undefined) own.set(id, output)
  }
  return ids.flatMap((id): ReadonlyArray<Quoted> => {
    const statement = found.get(id)
    if (statement === undefined) return []
    const output = own.get(statement.outputId)
    const initiative = initiatives.get(statement.initiativeId)
    return output === undefined || initiative === undefined ? [] : [{ statement, output, initiative }]
  })
})

/** A text with what a query found marked. */
export const marked = (text: string, query: string): Value => {
  const spans = query === "" ? [] : matchedSpans(text, query)
  const parts: Array<Value> = []
  let at = 0
  for (const { end, start } of spans) {
    parts.push(text.slice(at, start), markup`<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return [...parts, text.slice(at)]
}

/** The part of a long text around the first thing found in it. */
const excerpt = (text: string, query: string): string => {
  if (text.length <= longText) return text
  const first = query === "" ? 0 : (matchedSpans(text, query)[0]?.start ?? 0)
  if (first < longText - 100) return opening(text, longText)
  const from = text.indexOf(" ", first - 200) + 1
  return `… ${opening(text.slice(from), longText)}`
}

/** `national, GRULAC`. */
export const floorOf = ({ m }: PortalRequest, initiative: Initiative): string =>
  [
    m.names.type[initiative.type],
    m.list(initiative.unGroups.map((group) => m.names.groupColumn[group]))
  ].join(m.text("comma"))

export const initiativeLink = (request: PortalRequest, initiative: Initiative): Html =>
  markup`<a href="${request.href(`/initiatives/${initiative.id}`)}">${name(initiative.name)}</a>`

/** Links to issues. */
export const issueLinks = (
  request: PortalRequest,
  issues: ReadonlyMap<Issue["id"], NamedIssue>,
  statement: Statement
): Value =>
  join(
    statement.issues.flatMap(({ id }) => {
      const issue = issues.get(id)
      return issue === undefined ? [] : [markup`<a href="${request.href(`/issues/${id}`)}">${issue.name}</a>`]
    }),
    request.m.text("semicolon")
  )

export interface ListOptions {
  /** What a reader searched for, to be marked. */
  readonly query?: string
  /** The list is of one initiative, or of one output: not said again for each. */
  readonly hide?: "initiative" | "output"
}

const entry = (
  request: PortalRequest,
  { initiative, output, statement }: Quoted,
  issues: ReadonlyMap<Issue["id"], NamedIssue>,
  { hide, query = "" }: ListOptions
): Html => {
  const { m } = request
  const words = readingWords.in(request.lang)
  const comma = m.text("comma")
  const date =
    output.publishedAt === null
      ? words.text("undated")
      : markup`<time datetime="${output.publishedAt}">${m.date(output.publishedAt)}</time>`
  const original = passageUrl(output.url, statement.place, statement.text)
  const which = markup`<span class="sr"> (${opening(statement.text, 40)})</span>`
  const links = [
    markup`<a href="${request.href(`/statements/${statement.id}`)}">${words.text("permanentLink")}${which}</a>`,
    original === null ? null : link(original, markup`${words.text("original")}${which}`)
  ].filter((one) => one !== null)
  return markup`<li id="${statement.id}">
    <blockquote${langDir(statement.language)}><p>${marked(excerpt(statement.text, query), query)}</p></blockquote>
    ${
      hide === undefined
        ? markup`<p class="by"><b>${initiativeLink(request, initiative)}</b>${comma}${floorOf(request, initiative)}${comma}${date}</p>`
        : ""
    }
    <p class="src">${
      hide === "output"
        ? ""
        : markup`<a href="${request.href(`/outputs/${output.id}`)}"><cite${langDir(output.language)}>${opening(output.title, 120)}</cite></a>${
            hide === "initiative" ? markup`${comma}${date}` : ""
          } · `
    }${m.names.statement[statement.kind]}${
      statement.issues.length === 0 ? "" : markup` · ${issueLinks(request, issues, statement)}`
    }</p>
    <p class="src">${join(links, " · ")}</p>
  </li>`
}

/** A list of statements. */
export const statementList = Effect.fnUntraced(function* (
  request: PortalRequest,
  quoted: ReadonlyArray<Quoted>,
  options: ListOptions = {}
) {
  const issues = (yield* Known).issues(request.lang)
  return quoted.length === 0
    ? markup`<p>${readingWords.in(request.lang).text("noStatements")}</p>`
    : markup`<ol class="statements">
        ${quoted.map((one) => entry(request, one, issues, options))}
      </ol>`
})
