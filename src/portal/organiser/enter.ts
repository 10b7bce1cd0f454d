/** The way in: a private link is asked for by mail address, opened, and exchanged for a session by a button. */
import { Effect, Layer, Option, Schema, type Scope } from "effect"
import { OutputId, StatementId } from "../../domain/index.ts"
import { markup, name } from "../../export/html/html.ts"
import { openPage, readLink } from "../../jobs/organisers/index.ts"
import { MailAddress } from "../../mail/index.ts"
import { Initiatives } from "../../store/index.ts"
import { canSignIn } from "../accounts/cookie.ts"
import { fromOf } from "../accounts/own.ts"
import { PageFailure } from "../failure.ts"
import { field, form, problemList, type Problems, submit } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { askForLink } from "./ask-link.ts"
import { letIn, letOut, organiserOf, privatePage } from "./session.ts"
import { organiserWords } from "./words/index.ts"

const isAddress = Schema.is(MailAddress)

const isSubject = Schema.is(Schema.Union([OutputId, StatementId]))

/** What an organiser came for: an output or a statement, or nothing. */
export const subjectIn = (query: URLSearchParams): string | null => {
  const about = query.get("about")
  return isSubject(about) ? about : null
}

/** Where a subject leads to. */
const goal = (request: PortalRequest, about: string | null): string =>
  about === null ? request.href("/organisers") : request.href("/organisers/corrections/new", { about })

const linkForm = (request: PortalRequest, about: string | null, given = "", problems: Problems = {}) =>
  Effect.gen(function* () {
    const words = organiserWords.in(request.lang)
    const { baseUrl } = yield* PortalSettings
    return {
      ...privatePage,
      title: words.text("linkTitle"),
      section: "/take-part",
      crumbs: [],
      status: Object.keys(problems).length === 0 ? 200 : 422,
      body: markup`${request.query.get("left") === null ? "" : markup`<p class="notice" role="status">${words.text("left")}</p>`}
        <p class="lead">${words.text("linkLead")}</p>
        ${canSignIn(baseUrl) ? "" : markup`<p class="notice">${words.text("insecure")}</p>`}
        ${problemList(request, problems)}
        ${form(
          request,
          { action: "/organisers/link" },
          markup`<input type="hidden" name="about" value="${about ?? ""}" />
            ${field(request, {
              name: "address",
              label: words.text("address"),
              help: words.text("addressHelp"),
              value: given,
              type: "email",
              autocomplete: "email",
              required: true,
              maxLength: 254,
              dir: "ltr",
              problems
            })}
            <p>${submit(words.text("sendLink"))}</p>`
        )}`
    } satisfies Page
  })

const sentPage = (request: PortalRequest): Page => {
  const words = organiserWords.in(request.lang)
  return {
    ...privatePage,
    title: words.text("linkSent"),
    section: "/take-part",
    crumbs: [],
    body: markup`<p class="lead" role="status">${words.text("linkSentText")}</p>
      <p>${words.text("linkUnknown")}</p>`
  }
}

const overPage = (request: PortalRequest): Page => {
  const words = organiserWords.in(request.lang)
  return {
    ...privatePage,
    title: words.text("linkTitle"),
    status: 410,
    body: markup`<p class="notice">${words.text("linkOver")}</p>
      <p><a href="${request.href("/organisers/link")}">${words.text("newLink")}</a></p>`
  }
}

/** The pages of the way in; `scope` outlives the requests. */
export const enter = (scope: Scope.Scope) =>
  Layer.mergeAll(
    page("/organisers/link", (request) =>
      Effect.gen(function* () {
        const about = subjectIn(request.query)
        const organiser = yield* organiserOf(request)
        return Option.isSome(organiser) ? redirect(goal(request, about)) : yield* linkForm(request, about)
      })
    ),
    action("/organisers/link", (request, fields) =>
      Effect.gen(function* () {
        const words = organiserWords.in(request.lang)
        const about = subjectIn(fields)
        const address = (fields.get("address") ?? "").trim()
        if (!isAddress(address)) {
          return yield* linkForm(request, about, address.slice(0, 254), {
            address: words.text("addressWrong")
          })
        }
        const asked = { email: address, language: request.lang, about }
        const wait = yield* askForLink(asked, request.address, scope)
        if (wait > 0) {
          return yield* new PageFailure({ status: 429, message: words.text("waitLinks"), retryAfter: wait })
        }
        return sentPage(request)
      })
    ),
    page("/organisers/enter/:token", (request) =>
      Effect.gen(function* () {
        const words = organiserWords.in(request.lang)
        const token = request.params["token"] ?? ""
        const link = yield* readLink(token)
        if (Option.isNone(link)) return overPage(request)
        const initiative = yield* (yield* Initiatives).get(link.value.initiativeId)
        if (Option.isNone(initiative)) return overPage(request)
        const { baseUrl } = yield* PortalSettings
        return {
          ...privatePage,
          title: words.text("enterTitle"),
          body: markup`<p class="lead">${words.parts("enterLead", { initiative: name(initiative.value.name) })}</p>
            ${canSignIn(baseUrl) ? "" : markup`<p class="notice">${words.text("insecure")}</p>`}
            ${form(
              request,
              { action: "/organisers/enter" },
              markup`<input type="hidden" name="token" value="${token}" />
                <input type="hidden" name="about" value="${subjectIn(request.query) ?? ""}" />
                <p>${submit(words.text("open"))}</p>`
            )}`
        } satisfies Page
      })
    ),
    action("/organisers/enter", (request, fields) =>
      Effect.gen(function* () {
        const secret = yield* openPage(fields.get("token") ?? "", fromOf(request))
        if (Option.isNone(secret)) return overPage(request)
        const about = subjectIn(fields)
        return yield* letIn(
          request,
          secret.value,
          about === null ? "/organisers" : `/organisers/corrections/new?about=${about}`
        )
      })
    ),
    action("/organisers/leave", letOut)
  )
