/** Decisions, labels, figures and times in words, and the state of the work. */
import { Effect } from "effect"
import type { IssueId, ReviewDecision, Statement, Timestamp } from "../../domain/index.ts"
import { locales } from "../../domain/languages.ts"
import { markup } from "../../export/html/html.ts"
import type { Html, Value } from "../../export/html/html.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { Known, type NamedIssue } from "../reading/known.ts"
import { Settling } from "./settling.ts"
import { reviewWords } from "./words/index.ts"

export type Names = ReadonlyMap<IssueId, NamedIssue>

export const canDecide = (request: PortalRequest): boolean => may(request.person, "editor")

/**
 * What a program says in English whatever the language of the page: why a kind is in doubt, why a decision is
 * refused.
 */
export const reported = (request: PortalRequest, text: string): Value =>
  request.lang === "en" ? text : markup`<span lang="en" dir="ltr">${text}</span>`

/** `2026-11-23 14:05`, in UTC, in whatever direction the words around it run. */
export const timeOf = (at: Timestamp): Html =>
  markup`<time datetime="${at}" dir="ltr">${at.slice(0, 16).replace("T", " ")}</time>`

const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

/** `0.55`: a score with two decimals. */
export const scoreText = ({ lang }: PortalRequest, score: number): string =>
  new Intl.NumberFormat(locales[lang].locale, digits).format(score)

/** `+0.55`, `−0.20`: a part of a score. */
export const partText = ({ lang }: PortalRequest, part: number): string =>
  new Intl.NumberFormat(locales[lang].locale, { ...digits, signDisplay: "always" })
    .format(part)
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
      : words.parts("settleProblem", { problem: reported(request, problem) })
  }</p>`
})

export const namesOf = Effect.fnUntraced(function* (request: PortalRequest) {
  return (yield* Known).issues(request.lang)
})
