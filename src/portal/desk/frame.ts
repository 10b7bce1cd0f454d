/**
 * What the desk's pages share: their frame with the list of its parts, their words, times and ages, what
 * programs report in English, and who may do what.
 */
import { Effect } from "effect"
import { type Html, langDir, markup, type Value } from "../../export/html/html.ts"
import { daysBetween, minuteOf, type SourceKind, type Timestamp } from "../../domain/index.ts"
import type { Actor } from "../../store/index.ts"
import { PageFailure } from "../failure.ts"
import type { Page } from "../page.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { registerWords } from "../register/words/index.ts"
import { deskWords } from "./words/index.ts"

export type DeskWords = ReturnType<typeof deskWords.in>

/** The words in which edits are recorded, whatever the language of who makes them. */
export const recorded = deskWords.in("en")

/** The desk's words in the language of the request. */
export const wordsOf = ({ lang }: Pick<PortalRequest, "lang">) => deskWords.in(lang)

/**
 * A sentence that a program reports: of a run, a visit, an alarm. These are kept in English, as the command
 * line prints them, and say so on pages in other languages.
 */
export const reported = ({ lang }: Pick<PortalRequest, "lang">, text: string): Value =>
  lang === "en" || text === "" ? text : markup`<span${langDir("en")}>${text}</span>`

/** Roles that the desk's routes ask for. */
export const readers = { role: "reader" } as const
export const editors = { role: "editor" } as const
export const admins = { role: "admin" } as const

const parts = [
  ["/desk", "desk"],
  ["/desk/registrations", "registrations"],
  ["/desk/corrections", "corrections"],
  ["/review", "review"],
  ["/desk/sources", "sources"],
  ["/desk/meetings", "meetings"],
  ["/desk/digest", "digest"],
  ["/desk/jobs", "jobs"],
  ["/people", "people"]
] as const

type Part = (typeof parts)[number][0]

const partsNav = (request: PortalRequest, part: Part): Html => {
  const words = wordsOf(request)
  return markup`<nav class="parts" aria-label="${words.text("sections")}">
    <ul>
      ${parts
        .filter(([path]) => path !== "/people" || may(request.person, "admin"))
        .map(
          ([path, key]) =>
            markup`<li>
              <a href="${request.href(path)}"${path === part ? markup` aria-current="${request.path === path ? "page" : "true"}"` : ""}
                >${words.text(key)}</a
              >
            </li>`
        )}
    </ul>
  </nav>`
}

/** A page of the desk, or of another group that the desk leads to: the list of its parts stands above it. */
export const deskPage = (
  request: PortalRequest,
  own: Omit<Page, "section" | "unlisted"> & { readonly part: Part }
): Page => {
  const { body, part, ...rest } = own
  const whole = markup`${partsNav(request, part)}
    ${rest.heading === null ? "" : markup`<h1><bdi>${rest.heading ?? rest.title}</bdi></h1>`} ${body}`
  const desk = { href: request.href("/desk"), label: wordsOf(request).text("desk") }
  return {
    wide: true,
    ...rest,
    ...(rest.crumbs === undefined ? {} : { crumbs: [desk, ...rest.crumbs] }),
    heading: null,
    section: "/desk",
    unlisted: true,
    body: whole
  }
}

/** Who asks, for the audit log; routes see to it that there is somebody. */
export const actorOf = (
  request: PortalRequest
): Effect.Effect<Actor & { readonly id: string }, PageFailure> =>
  request.person === null
    ? Effect.fail(new PageFailure({ status: 403, message: "" }))
    : Effect.succeed({ id: request.person.id, name: request.person.name })

/** The address of a path of the portal that may hold a query and a fragment. */
export const hrefOf = (request: PortalRequest, path: string): string => {
  const [, bare = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(path) ?? []
  return `${request.href(bare, Object.fromEntries(new URLSearchParams(query)))}${fragment}`
}

/** What a kind of source is called. */
export const kindOf = ({ lang }: Pick<PortalRequest, "lang">, kind: SourceKind): string =>
  registerWords.in(lang).text(kind)

/** An instant as a person reads it, with the exact one behind it. */
export const timeOf = (request: PortalRequest, at: string | null): Value =>
  at === null
    ? wordsOf(request).text("never")
    : markup`<time datetime="${at}" dir="ltr">${minuteOf(at)}</time>`

/** How long something waits. */
export const ageOf = (request: PortalRequest, since: Timestamp, today: Timestamp): string => {
  const words = wordsOf(request)
  const days = daysBetween(since, today)
  return days <= 0 ? words.text("sinceToday") : words.text("forDays", { count: days })
}

/** Facts about one thing, each with its label. */
export const factList = (facts: ReadonlyArray<readonly [label: string, value: Value]>): Html =>
  markup`<dl class="facts">
    ${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}
  </dl>`

/** Heading of a column of buttons, for readers who cannot see. */
export const actionsHead = (request: PortalRequest): Html =>
  markup`<span class="sr">${wordsOf(request).text("actions")}</span>`

/** A sentence above a page: what was done, or why it was not. */
export const notice = (text: Value, isBad = false): Html =>
  markup`<p class="${isBad ? "notice bad" : "notice"}" role="${isBad ? "alert" : "status"}">${text}</p>`
