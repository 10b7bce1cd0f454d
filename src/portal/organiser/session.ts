/**
 * Who asks on an organiser's page: the organiser of a private link, by a cookie of its own. The link itself is
 * not in the address of any page but the first, and no page sends its address elsewhere.
 *
 * Forms carry a second token that follows from this session, since the organiser may be signed in as a person
 * of the Secretariat too.
 */
import { Effect, Option } from "effect"
import { derived, endSession, isSame } from "../../accounts/index.ts"
import type { Initiative, OrganiserLink } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import type { Html, Value } from "../../export/html/html.ts"
import { readOrganiser } from "../../jobs/organisers/index.ts"
import { Initiatives } from "../../store/index.ts"
import { secretIn, withoutSecret, withSecret } from "../accounts/cookie.ts"
import { PageFailure } from "../failure.ts"
import { form } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import type { Answer, Fields } from "../route.ts"
import { action, page, type RouteOptions } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { organiserWords } from "./words/index.ts"
import type { HttpRouter } from "effect/http"

/** An organiser on the page of an initiative. */
export interface Organiser {
  readonly link: OrganiserLink
  readonly initiative: Initiative
  /** Printed into every form of the page, and asked back. */
  readonly seal: string
}

/** Private pages: kept by nobody, found by nobody, telling nobody where a reader came from. */
export const privatePage = {
  unlisted: true,
  headers: { "cache-control": "no-store", "referrer-policy": "same-origin" }
} as const satisfies Partial<Page>

/** The organiser whose session the cookie names; none when there is none, or when it is over. */
export const organiserOf = Effect.fnUntraced(function* (request: PortalRequest) {
  const { baseUrl } = yield* PortalSettings
  const secret = secretIn(request.raw, baseUrl, "organiser")
  if (secret === "") return Option.none<Organiser>()
  const link = yield* readOrganiser(secret)
  if (Option.isNone(link)) return Option.none<Organiser>()
  const initiative = yield* (yield* Initiatives).get(link.value.initiativeId)
  return Option.map(initiative, (own): Organiser => ({
    link: link.value,
    initiative: own,
    seal: derived(secret, "organiser's forms")
  }))
})

/** Whether a form came back with the token of the organiser's session. */
export const isSealed = (organiser: Organiser, seal: string | null): boolean =>
  isSame(seal ?? "", organiser.seal)

/** Refuses a form without that token. */
export const checkSeal = (organiser: Organiser, seal: string | null) =>
  isSealed(organiser, seal) ? Effect.void : Effect.fail(new PageFailure({ status: 403, message: "" }))

/** Leads on with a session's secret for the browser to keep. */
export const letIn = Effect.fnUntraced(function* (request: PortalRequest, secret: string, path: string) {
  return withSecret(redirect(request.href(path)), (yield* PortalSettings).baseUrl, secret, "organiser")
})

/** Ends the session. */
export const letOut = Effect.fnUntraced(function* (request: PortalRequest) {
  const { baseUrl } = yield* PortalSettings
  yield* endSession(secretIn(request.raw, baseUrl, "organiser"))
  return withoutSecret(redirect(request.href("/organisers/link", { left: 1 })), baseUrl, "organiser")
})

/** What a form was about to say, shown once more to whoever came too late. */
const lostPage = (request: PortalRequest, text: string): Page => {
  const words = organiserWords.in(request.lang)
  return {
    ...privatePage,
    title: words.text("sessionOver"),
    heading: words.text("linkTitle"),
    status: 403,
    body: markup`<p class="notice">${words.text("sessionOver")}</p>
      ${
        text === ""
          ? ""
          : markup`<p>${words.text("keepWords")}</p>
              <blockquote dir="auto"><p>${text}</p></blockquote>`
      }
      <p><a href="${request.href("/organisers/link")}">${words.text("newLink")}</a></p>`
  }
}

/** A page of organisers; others are led to ask for their link, and come back to what they came for. */
export const organiserPage = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest, organiser: Organiser) => Effect.Effect<Answer, E, R>,
  about: (request: PortalRequest) => string | null = () => null
) =>
  page(
    path,
    Effect.fnUntraced(function* (request: PortalRequest) {
      const organiser = yield* organiserOf(request)
      return Option.isSome(organiser)
        ? yield* handler(request, organiser.value)
        : redirect(request.href("/organisers/link", { about: about(request) }))
    })
  )

/** What a form of organisers does. */
export const organiserAction = <E, R>(
  path: HttpRouter.PathInput,
  handler: (request: PortalRequest, organiser: Organiser, fields: Fields) => Effect.Effect<Answer, E, R>,
  options: RouteOptions = {}
) =>
  action(
    path,
    Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
      const organiser = yield* organiserOf(request)
      if (Option.isNone(organiser)) return lostPage(request, fields.get("words") ?? "")
      yield* checkSeal(organiser.value, fields.get("seal"))
      return yield* handler(request, organiser.value, fields)
    }),
    options
  )

/** A form with the token of the organiser's session. */
export const sealedForm = (
  request: PortalRequest,
  organiser: Organiser,
  options: Parameters<typeof form>[1],
  content: Value
): Html =>
  form(
    request,
    options,
    markup`<input type="hidden" name="seal" value="${organiser.seal}" />
      ${content}`
  )

/** The way from home to a page of an organiser. */
export const organiserCrumbs = (request: PortalRequest) => [
  { href: request.href("/organisers"), label: organiserWords.in(request.lang).text("homeTitle") }
]
