/**
 * What the desk's pages share: their frame with the list of its parts, words and dates in English whatever the
 * language of the portal around them, ages, and who may do what.
 */
import { Effect } from "effect"
import { messages } from "../../export/catalogue/index.ts"
import { type Html, markup, type Value } from "../../export/html/html.ts"
import type { Timestamp } from "../../domain/index.ts"
import type { Actor } from "../../store/index.ts"
import { PageFailure } from "../failure.ts"
import type { Page } from "../page.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { daysBetween } from "./urgency.ts"
import { deskWords } from "./words.ts"

export const words = deskWords.in("en")

/** Numbers, names and dates in English. */
export const english = messages("en")

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

const partsNav = (request: PortalRequest, part: Part): Html =>
  markup`<nav class="parts" aria-label="${words.text("sections")}">
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

const deskCrumb = (request: PortalRequest) => ({ href: request.href("/desk"), label: words.text("desk") })

const inEnglish = (request: PortalRequest, body: Html): Html =>
  request.lang === "en" ? body : markup`<div lang="en" dir="ltr">${body}</div>`

/** A page of another group that the desk leads to: the list of the desk's parts stands above it. */
export const besideDesk = (request: PortalRequest, part: Part, page: Page): Page => ({
  ...page,
  section: "/desk",
  crumbs: [deskCrumb(request), ...(page.crumbs ?? [])],
  heading: null,
  body: markup`${inEnglish(request, partsNav(request, part))}
    ${page.heading === null ? "" : markup`<h1>${page.heading ?? page.title}</h1>`} ${page.body}`
})

/** A page of the desk: its body is in English, and says so where the page around it is not. */
export const deskPage = (
  request: PortalRequest,
  own: Omit<Page, "section" | "unlisted"> & { readonly part: Part }
): Page => {
  const { body, part, ...rest } = own
  const whole = markup`${partsNav(request, part)}
    ${rest.heading === null ? "" : markup`<h1>${rest.heading ?? rest.title}</h1>`} ${body}`
  return {
    wide: true,
    ...rest,
    ...(rest.crumbs === undefined ? {} : { crumbs: [deskCrumb(request), ...rest.crumbs] }),
    heading: null,
    section: "/desk",
    unlisted: true,
    body: inEnglish(request, whole)
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

/** `2026-11-23 14:05` of an instant. */
export const minute = (at: string): string => at.slice(0, 16).replace("T", " ")

/** An instant as a person reads it, with the exact one behind it. */
export const timeOf = (at: string | null): Value =>
  at === null ? words.text("never") : markup`<time datetime="${at}">${minute(at)}</time>`

/** How long something waits. */
export const ageOf = (since: Timestamp, today: Timestamp): string => {
  const days = daysBetween(since, today)
  return days <= 0 ? words.text("sinceToday") : words.text("forDays", { count: days })
}

/** A table that scrolls by itself where it is wider than the window. */
export const table = (label: string, heads: ReadonlyArray<Value>, rows: ReadonlyArray<Value>): Html =>
  markup`<div class="scroll" role="region" tabindex="0" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => markup`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`

/** A row of cells; the first is its heading. */
export const row = ([first, ...more]: ReadonlyArray<Value>): Html =>
  markup`<tr>
    <th scope="row">${first}</th>
    ${more.map((cell) => markup`<td>${cell}</td>`)}
  </tr>`

/** Heading of a column of buttons, for readers who cannot see. */
export const actionsHead: Html = markup`<span class="sr">${words.text("actions")}</span>`

/** A sentence above a page: what was done, or why it was not. */
export const notice = (text: string, isBad = false): Html =>
  markup`<p class="${isBad ? "notice bad" : "notice"}" role="${isBad ? "alert" : "status"}">${text}</p>`
