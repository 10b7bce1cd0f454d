/** What a list of the review shows: read from the address, written as a form. */
import { Effect, Schema } from "effect"
import { InitiativeId, IssueId, StatementKind } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import type { QueueFilter } from "../../store/index.ts"
import { select } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { Known } from "../reading/known.ts"
import { kindName } from "./texts.ts"
import { reviewWords } from "./words/index.ts"

export const shows = ["low", "all", "doubt", "excluded", "recent"] as const
export type Show = (typeof shows)[number]

const showWords = {
  low: "showLow",
  all: "showAll",
  doubt: "showDoubt",
  excluded: "showExcluded",
  recent: "showRecent"
} as const

/** As they stand in the address. */
export interface Asked {
  readonly show: Show
  readonly initiative: string
  readonly issue: string
  readonly language: string
  readonly kind: string
}

/** Reads filters from an address or a form; what is none is left out. */
export const askedOf = (given: URLSearchParams): Asked => {
  const get = (key: string) => (given.get(key) ?? "").trim().slice(0, 100)
  return {
    show: shows.find((one) => one === get("show")) ?? "low",
    initiative: get("initiative"),
    issue: get("issue"),
    language: get("language"),
    kind: get("kind")
  }
}

const isInitiative = Schema.is(InitiativeId)
const isIssue = Schema.is(IssueId)
const isKind = Schema.is(StatementKind)

/** As the store is asked; null for lists that are not of statements in the store. */
export const queueOf = ({ initiative, issue, kind, language, show }: Asked): QueueFilter | null =>
  show === "low" || show === "all"
    ? {
        show,
        ...(isInitiative(initiative) ? { initiative } : {}),
        ...(isIssue(issue) ? { issue } : {}),
        ...(isKind(kind) ? { kind } : {}),
        ...(language === "" ? {} : { language })
      }
    : null

/** As hidden fields of a form. */
export const hiddenOf = (asked: Asked) =>
  Object.entries(asked).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`
  )

/** Choices in the alphabetical order of the page's language. */
const choices = ({ m }: PortalRequest, values: Iterable<readonly [value: string, label: string]>) =>
  [...values]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, m.tag))

/** The form that narrows a list down. */
export const filterForm = Effect.fnUntraced(function* (request: PortalRequest, asked: Asked) {
  const words = reviewWords.in(request.lang)
  const known = yield* Known
  const empty = words.text("any")
  const initiatives = [...(yield* known.initiatives).values()].map(({ id, name }) => [id, name] as const)
  const issues = [...known.issues(request.lang).values()].map(({ id, name }) => [id, name] as const)
  const languages = (yield* known.languages).map((tag) => [tag, request.m.language(tag)] as const)
  return markup`<form class="search" action="${request.href("/review")}">
    <div class="filters">
      ${select(request, {
        name: "show",
        label: words.text("show"),
        value: asked.show,
        choices: shows.map((value) => ({ value, label: words.text(showWords[value]) }))
      })}
      ${select(request, { name: "initiative", label: words.text("initiative"), value: asked.initiative, empty, choices: choices(request, initiatives) })}
      ${select(request, { name: "issue", label: words.text("issue"), value: asked.issue, empty, choices: choices(request, issues) })}
      ${select(request, { name: "language", label: words.text("language"), value: asked.language, empty, choices: choices(request, languages) })}
      ${select(request, {
        name: "kind",
        label: words.text("kind"),
        value: asked.kind,
        empty,
        choices: StatementKind.literals.map((value) => ({ value, label: kindName(request, value) }))
      })}
    </div>
    <button>${words.text("filter")}</button>
  </form>`
})
