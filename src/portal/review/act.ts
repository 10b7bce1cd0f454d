/** What the forms of the review do: every decision is kept, signed, and seen on the page that comes back. */
import { Effect, Schema } from "effect"
import {
  DocumentKind,
  IsoDate,
  OutputId,
  type ReviewDecision,
  StatementId,
  StatementKind
} from "../../domain/index.ts"
import { decide, ReviewRefused, undo } from "../../jobs/reviewing/index.ts"
import { Outputs, ReviewWork, Statements } from "../../store/index.ts"
import { badRequest, notFound } from "../failure.ts"
import type { Problems } from "../form.ts"
import { safeNext } from "../accounts/own.ts"
import { Known } from "../reading/known.ts"
import type { PortalRequest } from "../request.ts"
import { withQuery } from "../request.ts"
import { redirect } from "../respond.ts"
import { readIssues } from "./issue-fields.ts"
import { outputPage } from "./output.ts"
import { queuePage } from "./queue.ts"
import { Settling } from "./settling.ts"
import { signedBy } from "./signed.ts"
import { namesOf } from "./texts.ts"
import { reviewNumber } from "./undo-form.ts"
import { reviewWords } from "./words/index.ts"

const isOutput = Schema.is(OutputId)
const isStatement = Schema.is(StatementId)
const isKind = Schema.is(StatementKind)
const isDocumentKind = Schema.is(DocumentKind)
const isDate = Schema.is(IsoDate)

/** What a form asks for: decisions, or what is wrong with it. */
type Asked = ReadonlyArray<ReviewDecision> | Problems

const isProblems = (asked: Asked): asked is Problems => !Array.isArray(asked)

/** Issues and kind of a statement, as far as they change; naming the present issues confirms them. */
const labelsOf = Effect.fnUntraced(function* (
  request: PortalRequest,
  fields: URLSearchParams,
  statementId: StatementId
) {
  const words = reviewWords.in(request.lang)
  const [statement] = yield* (yield* Statements).list({ ids: [statementId] })
  const read = yield* readIssues(yield* namesOf(request), fields)
  if (read._tag === "Unknown") {
    const problems: Problems = { "issue-1": words.text("unknownIssue", { name: read.name }) }
    return problems
  }
  const wanted = fields.get("kind")
  const kind = isKind(wanted) ? wanted : statement?.kind
  const decisions: Array<ReviewDecision> = []
  if (kind !== undefined && kind !== statement?.kind)
    decisions.push({ _tag: "statement-kind", statementId, kind })
  if (kind !== "boilerplate") decisions.push({ _tag: "relabel", statementId, issues: read.issues })
  return decisions
})

/** The statement that a reviewer named, by its number or the address of its page. */
const namedStatement = (text: string): StatementId | null => {
  const id = /s-[0-9a-f]{16}/.exec(text)?.[0]
  return isStatement(id) ? id : null
}

const askedOf = Effect.fnUntraced(function* (
  request: PortalRequest,
  fields: URLSearchParams,
  statementId: StatementId
) {
  switch (fields.get("do")) {
    case "label":
      return yield* labelsOf(request, fields, statementId)
    case "exclude":
    case "restore":
    case "split": {
      const _tag =
        fields.get("do") === "exclude" ? "exclude" : fields.get("do") === "split" ? "split" : "restore"
      const decisions: Asked = [{ _tag, statementId }]
      return decisions
    }
    case "merge": {
      const into = namedStatement(fields.get("into") ?? "")
      const decisions: Asked =
        into === null
          ? { into: reviewWords.in(request.lang).text("wrongStatement") }
          : [{ _tag: "merge", statementId, into }]
      return decisions
    }
    default:
      return yield* badRequest("")
  }
})

/** Keeps decisions; gives the number of their batch, or why they are refused. */
const keep = Effect.fnUntraced(function* (
  request: PortalRequest,
  fields: URLSearchParams,
  decisions: ReadonlyArray<ReviewDecision>
) {
  const decided = yield* decide(signedBy(request, fields), decisions).pipe(
    Effect.catchIf(
      (error) => error instanceof ReviewRefused,
      ({ message }) => Effect.succeed(message)
    )
  )
  if (typeof decided === "string") return decided
  yield* (yield* Known).forget
  yield* (yield* Settling).request
  return decided.reviews[0]?.id ?? null
})

/** What is decided about a statement. */
export const decideStatement = Effect.fnUntraced(function* (request: PortalRequest, fields: URLSearchParams) {
  const statementId = fields.get("statement")
  if (!isStatement(statementId)) return yield* badRequest("")
  const output = (yield* (yield* ReviewWork).outputsOf([statementId])).get(statementId)
  if (output === undefined) return yield* notFound()
  const wish = yield* askedOf(request, fields, statementId)
  if (isProblems(wish)) return yield* outputPage(request, output, statementId, wish)
  const done = wish.length === 0 ? null : yield* keep(request, fields, wish)
  if (typeof done === "string") return yield* outputPage(request, output, statementId, { decide: done })
  return redirect(`${withQuery(request.href(`/review/output/${output}`), { s: statementId, done })}#selected`)
})

/** What is decided about a document. */
export const decideDocument = Effect.fnUntraced(function* (request: PortalRequest, fields: URLSearchParams) {
  const outputId = fields.get("output")
  const kind = fields.get("document-kind")
  const published = (fields.get("published") ?? "").trim()
  if (!isOutput(outputId) || !isDocumentKind(kind)) return yield* badRequest("")
  const output = yield* (yield* Outputs).get(outputId)
  if (output._tag === "None") return yield* notFound()
  if (published !== "" && !isDate(published)) {
    const problems = { published: reviewWords.in(request.lang).text("wrongDate") }
    return yield* outputPage(request, outputId, null, problems)
  }
  const { value } = output
  const decisions: Array<ReviewDecision> = []
  if (kind !== value.kind || value.inDoubt) decisions.push({ _tag: "document-kind", outputId, kind })
  if (isDate(published) && published !== value.publishedAt) {
    decisions.push({ _tag: "correct-date", outputId, publishedAt: published })
  }
  const given = new URLSearchParams({ reason: fields.get("document-reason") ?? "" })
  const done = decisions.length === 0 ? null : yield* keep(request, given, decisions)
  if (typeof done === "string") return yield* outputPage(request, outputId, null, { published: done })
  return redirect(withQuery(request.href(`/review/output/${outputId}`), { done }))
})

/** Takes back what was decided in one go. */
export const takeBack = Effect.fnUntraced(function* (request: PortalRequest, fields: URLSearchParams) {
  const batch = reviewNumber(fields.get("batch"))
  const ids = batch === null ? [] : yield* (yield* ReviewWork).batch(batch)
  if (ids.length === 0) return yield* notFound()
  const words = reviewWords.in(request.lang)
  const reason = fields.get("reason")?.trim() ?? ""
  const given = new URLSearchParams({ reason: reason === "" ? words.text("undoReason") : reason })
  const undone = yield* undo(signedBy(request, given), ids).pipe(
    Effect.catchIf(
      (error) => error instanceof ReviewRefused,
      ({ message }) => Effect.succeed(message)
    )
  )
  const back = safeNext(fields.get("back"))
  if (typeof undone === "string") return yield* queuePage(request, { undo: undone })
  yield* (yield* Known).forget
  yield* (yield* Settling).request
  const [path = "/review", query = ""] = back.split("?", 2)
  const own = Object.fromEntries(new URLSearchParams(query))
  return redirect(
    withQuery(request.href(path.startsWith("/review") ? path : "/review"), {
      ...own,
      done: undone.reviews[0]?.id ?? null,
      undone: 1,
      overtaken: undone.overtaken.length === 0 ? null : undone.overtaken.length
    })
  )
})
