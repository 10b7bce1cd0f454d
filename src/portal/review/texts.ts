/** Decisions and labels in words, the state of the work, and the frame of the pages. */
import { Effect } from "effect"
import type { IssueId, ReviewDecision, Statement } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import type { Html, Value } from "../../export/html/html.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { Known, type NamedIssue } from "../reading/known.ts"
import { Settling } from "./settling.ts"
import { reviewWords } from "./words/index.ts"

export type Names = ReadonlyMap<IssueId, NamedIssue>

export const canDecide = (request: PortalRequest): boolean => may(request.person, "editor")

/** English on a page of whatever language. */
export const inEnglish = (request: PortalRequest, body: Value): Html =>
  request.lang === "en" ? markup`${body}` : markup`<div lang="en" dir="ltr">${body}</div>`

export const issueNames = (ids: ReadonlyArray<IssueId>, names: Names): string =>
  ids.map((id) => names.get(id)?.name ?? id).join(", ") || reviewWords.in("en").text("asNone")

/** "Encryption, Surveillance · recommendation". */
export const labelsOf = (request: PortalRequest, statement: Statement, names: Names): string =>
  `${issueNames(
    statement.issues.map(({ id }) => id),
    names
  )} · ${kindName(request, statement.kind)}`

export const kindName = (request: PortalRequest, kind: Statement["kind"]): string =>
  kind === "boilerplate" ? reviewWords.in("en").text("boilerplate") : request.m.names.statement[kind]

/** What was decided, in a few words. */
export const decisionText = (request: PortalRequest, decision: ReviewDecision, names: Names): string => {
  const words = reviewWords.in(request.lang)
  switch (decision._tag) {
    case "relabel":
      return words.text("asRelabel", {
        issues: decision.issues === null ? words.text("asFound") : issueNames(decision.issues, names)
      })
    case "statement-kind":
      return decision.kind === null ? words.text("asFound") : kindName(request, decision.kind)
    case "exclude":
      return words.text("excludedMark")
    case "restore":
      return words.text("asRestore")
    case "merge":
      return words.text("asMerge", { statement: decision.into })
    case "split":
      return words.text("splitMark")
    case "document-kind":
      return words.text("ofDocument", {
        text: decision.kind === null ? words.text("asFound") : request.m.names.kind[decision.kind]
      })
    case "correct-date":
      return words.text("asDate", { date: decision.publishedAt ?? words.text("asFound") })
  }
}

/** How far decisions are carried through; nothing where all are. */
export const stateOfWork = Effect.fnUntraced(function* (request: PortalRequest) {
  const words = reviewWords.in(request.lang)
  const { all, problem, since } = yield* (yield* Settling).state
  if (all === 0) return markup``
  return markup`<p class="notice" role="status">${
    problem === null
      ? words.text(since === null ? "waiting" : "settling", { count: all })
      : words.text("settleProblem", { problem })
  }</p>`
})

export const namesOf = Effect.fnUntraced(function* (request: PortalRequest) {
  return (yield* Known).issues(request.lang)
})
