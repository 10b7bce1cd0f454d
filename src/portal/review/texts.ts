/** Decisions and labels in words, the state of the work, and the frame of the pages. */
import { Effect } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import type { IssueId, ReviewDecision, Statement } from "../../domain/index.ts"
import { locales } from "../../domain/languages.ts"
import { langDir, markup, type Value } from "../../export/html/html.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { Known, type NamedIssue } from "../reading/known.ts"
import { Settling } from "./settling.ts"
import { reviewWords } from "./words/index.ts"

export type Names = ReadonlyMap<IssueId, NamedIssue>

export const canDecide = (request: PortalRequest): boolean => may(request.person, "editor")

/** What a program reports, which is in English on a page of whatever language. */
export const reported = (request: PortalRequest, text: string): Value =>
  request.lang === "en" ? text : markup`<span${langDir("en")}>${text}</span>`

/** `2026-11-23 14:05`, in the same order in a line from right to left. */
export const timeOf = (at: string): Value => markup`<time datetime="${at}" dir="ltr">${minuteOf(at)}</time>`

/** A number between 0 and 1, or a weight, with two places: `0.47`. */
export const decimal = (request: PortalRequest, value: number, isSigned = false): string =>
  value
    .toLocaleString(locales[request.lang].locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: isSigned ? "always" : "auto"
    })
    .replace("-", "−")

export const issueNames = (request: PortalRequest, ids: ReadonlyArray<IssueId>, names: Names): string =>
  ids.map((id) => names.get(id)?.name ?? id).join(request.m.text("comma")) ||
  reviewWords.in(request.lang).text("asNone")

/** "Encryption, Surveillance · recommendation". */
export const labelsOf = (request: PortalRequest, statement: Statement, names: Names): string =>
  `${issueNames(
    request,
    statement.issues.map(({ id }) => id),
    names
  )} · ${kindName(request, statement.kind)}`

export const kindName = (request: PortalRequest, kind: Statement["kind"]): string =>
  kind === "boilerplate" ? reviewWords.in(request.lang).text("boilerplate") : request.m.names.statement[kind]

/** What was decided, in a few words. */
export const decisionText = (request: PortalRequest, decision: ReviewDecision, names: Names): string => {
  const words = reviewWords.in(request.lang)
  switch (decision._tag) {
    case "relabel":
      return words.text("asRelabel", {
        issues: decision.issues === null ? words.text("asFound") : issueNames(request, decision.issues, names)
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
      return words.text("asDate", {
        date: decision.publishedAt === null ? words.text("asFound") : request.m.date(decision.publishedAt)
      })
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
      : words.parts("settleProblem", { problem: reported(request, problem) })
  }</p>`
})

export const namesOf = Effect.fnUntraced(function* (request: PortalRequest) {
  return (yield* Known).issues(request.lang)
})
