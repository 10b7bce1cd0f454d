/** Changing all statements of a list: seen first, then confirmed, undone as one. */
import { createHash } from "node:crypto"
import { Effect, Schema } from "effect"
import { type IssueId, type ReviewDecision, type Statement, StatementKind } from "../../domain/index.ts"
import { langDir, markup } from "../../export/html/html.ts"
import { opening } from "../../export/view.ts"
import { decide, mostDecisions, mostIssues, ReviewRefused } from "../../jobs/reviewing/index.ts"
import { ReviewQueue, Statements } from "../../store/index.ts"
import { deskPage } from "../desk/frame.ts"
import { badRequest } from "../failure.ts"
import { field, form, problemList, type Problems } from "../form.ts"
import type { Page } from "../page.ts"
import { Known } from "../reading/known.ts"
import type { PortalRequest } from "../request.ts"
import { withQuery } from "../request.ts"
import { redirect } from "../respond.ts"
import { table } from "../table.ts"
import { type BulkAction, bulkActions } from "./bulk-form.ts"
import { type Asked, askedOf, hiddenOf, queueOf } from "./filters.ts"
import { readIssues } from "./issue-fields.ts"
import { Settling } from "./settling.ts"
import { issueNames, kindName, namesOf } from "./texts.ts"
import { signedBy } from "./signed.ts"
import { reviewWords } from "./words/index.ts"

/** Statements of which the preview shows before and after. */
const shown = 50

/** What is to be done to every statement of a list. */
interface Wish {
  readonly action: BulkAction
  readonly issues: ReadonlyArray<IssueId>
  readonly kind: StatementKind
}

/** What a wish makes of one statement: labels and kind, null where it is excluded. */
interface Becoming {
  readonly statement: Statement
  readonly decision: ReviewDecision
  readonly after: (Pick<Statement, "kind"> & { readonly issues: ReadonlyArray<IssueId> }) | null
}

const become = (statement: Statement, { action, issues, kind }: Wish): Becoming | "unchanged" | "cannot" => {
  const statementId = statement.id
  const own = statement.issues.map(({ id }) => id)
  const relabel = (ids: ReadonlyArray<IssueId>): Becoming | "unchanged" | "cannot" => {
    if (ids.join() === own.join()) return "unchanged"
    if (ids.length > mostIssues || (statement.kind === "boilerplate" && ids.length > 0)) return "cannot"
    return {
      statement,
      decision: { _tag: "relabel", statementId, issues: ids },
      after: { kind: statement.kind, issues: ids }
    }
  }
  switch (action) {
    case "relabel":
      return relabel(issues)
    case "add":
      return relabel([...own, ...issues.filter((id) => !own.includes(id))])
    case "kind":
      return kind === statement.kind
        ? "unchanged"
        : {
            statement,
            decision: { _tag: "statement-kind", statementId, kind },
            after: { kind, issues: kind === "boilerplate" ? [] : own }
          }
    case "exclude":
      return { statement, decision: { _tag: "exclude", statementId }, after: null }
  }
}

const hashOf = (becoming: ReadonlyArray<Becoming>): string =>
  createHash("sha256")
    .update(JSON.stringify(becoming.map(({ decision }) => decision)))
    .digest("hex")
    .slice(0, 32)

const isKind = Schema.is(StatementKind)

/** What is wished for, what it makes of each statement of the list, and what is wrong with the wish. */
const planOf = Effect.fnUntraced(function* (request: PortalRequest, given: URLSearchParams) {
  const words = reviewWords.in(request.lang)
  const asked = askedOf(given)
  const filter = queueOf(asked)
  const action = bulkActions.find((one) => one === given.get("do"))
  const wanted = given.get("to-kind")
  if (filter === null || action === undefined) return yield* badRequest("")
  const names = yield* namesOf(request)
  const read = yield* readIssues(names, given)
  const count = yield* (yield* ReviewQueue).count(filter)
  const problems: Problems =
    read._tag === "Unknown"
      ? { do: words.text("unknownIssue", { name: read.name }) }
      : count > mostDecisions
        ? { do: words.text("tooMany", { count, most: mostDecisions }) }
        : {}
  const isWrong = Object.keys(problems).length > 0
  const ids = isWrong ? [] : yield* (yield* ReviewQueue).find(filter, { limit: mostDecisions, offset: 0 })
  const statements = ids.length === 0 ? [] : yield* (yield* Statements).list({ ids })
  const wish: Wish = {
    action,
    issues: read._tag === "Issues" ? read.issues : [],
    kind: isKind(wanted) ? wanted : "information"
  }
  const outcomes = statements.map((statement) => become(statement, wish))
  return {
    asked,
    problems,
    names,
    becoming: outcomes.filter((one) => typeof one !== "string"),
    unchanged: outcomes.filter((one) => one === "unchanged").length,
    cannot: outcomes.filter((one) => one === "cannot").length
  }
})

type Plan = Effect.Success<ReturnType<typeof planOf>>

const listOf = (request: PortalRequest, asked: Asked) => request.href("/review", { ...asked })

const planTable = (request: PortalRequest, { becoming, names }: Plan) => {
  const words = reviewWords.in(request.lang)
  return table(
    words.text("preview"),
    [words.text("statement"), words.text("before"), words.text("after")],
    becoming.slice(0, shown).map(({ after, statement }) => [
      markup`<span${langDir(statement.language)}>${opening(statement.text, 200)}</span>`,
      markup`${issueNames(
        request,
        statement.issues.map(({ id }) => id),
        names
      )} · ${kindName(request, statement.kind)}`,
      after === null
        ? words.text("excludedMark")
        : `${issueNames(request, after.issues, names)} · ${kindName(request, after.kind)}`
    ])
  )
}

const planPage = (
  request: PortalRequest,
  plan: Plan,
  given: URLSearchParams,
  problems: Problems = {}
): Page => {
  const words = reviewWords.in(request.lang)
  const all = { ...plan.problems, ...problems }
  const isWrong = Object.keys(all).length > 0
  const { becoming, cannot, unchanged } = plan
  const semicolon = request.m.text("semicolon")
  const outcome = markup`<b>${words.text("willChange", { count: becoming.length })}</b>${
    unchanged > 0 ? `${semicolon}${words.text("unchanged", { count: unchanged })}` : ""
  }${cannot > 0 ? `${semicolon}${words.text("cannot", { count: cannot })}` : ""}`
  const fields = [...given].filter(([name]) => name === "do" || name === "to-kind" || /^issue-\d$/.test(name))
  return deskPage(request, {
    part: "/review",
    title: words.text("bulkTitle"),
    crumbs: [{ label: words.text("title"), href: request.href("/review") }],
    status: isWrong ? 422 : 200,
    body: markup`<div id="do">${problemList(request, all)}</div>
        <p>${request.m.parts("sentence", { text: outcome })}
        ${becoming.length > shown ? words.text("firstShown", { number: shown }) : ""}</p>
        ${
          becoming.length === 0
            ? markup`<p>${words.text("nothingToChange")}</p>`
            : markup`${planTable(request, plan)}
              ${form(
                request,
                { action: "/review/bulk" },
                markup`${hiddenOf(plan.asked)}${fields.map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`)}
                  <input type="hidden" name="of" value="${hashOf(becoming)}" />
                  ${field(request, { name: "reason", label: words.text("reason"), help: words.text("reasonHelp"), required: true, maxLength: 500, value: given.get("reason") ?? "" })}
                  <button>${words.text("confirm")}</button>`
              )}`
        }
        <p><a href="${listOf(request, plan.asked)}">${words.text("back")}</a></p>`
  })
}

/** The preview. */
export const bulkPreview = Effect.fnUntraced(function* (request: PortalRequest) {
  return planPage(request, yield* planOf(request, request.query), request.query)
})

/** The change, if the list is still what was seen. */
export const bulkChange = Effect.fnUntraced(function* (request: PortalRequest, fields: URLSearchParams) {
  const words = reviewWords.in(request.lang)
  const plan = yield* planOf(request, fields)
  const { asked, becoming, problems } = plan
  if (Object.keys(problems).length > 0) return planPage(request, plan, fields)
  if (becoming.length === 0) return redirect(listOf(request, asked))
  if (hashOf(becoming) !== fields.get("of"))
    return planPage(request, plan, fields, { do: words.text("moved") })
  const decided = yield* decide(
    signedBy(request, fields),
    becoming.map(({ decision }) => decision)
  ).pipe(
    Effect.catchIf(
      (error) => error instanceof ReviewRefused,
      ({ message }) => Effect.succeed(message)
    )
  )
  if (typeof decided === "string") return planPage(request, plan, fields, { do: decided })
  yield* (yield* Known).forget
  yield* (yield* Settling).request
  return redirect(withQuery(request.href("/review"), { ...asked, done: decided.reviews[0]?.id ?? null }))
})
