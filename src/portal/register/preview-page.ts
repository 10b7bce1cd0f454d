/** The preview: the diagnosis of the address, and what follows from it. */
import { markup, name } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import type { Diagnosis } from "../../ingest/check/index.ts"
import { confirmationLife, mayRegister } from "../../jobs/registering/index.ts"
import { form, submit } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { diagnosisBody, type IssueName } from "./diagnosis.ts"
import { crumbsOf, privatePage } from "./form-page.ts"
import { registerWords } from "./words/index.ts"

const hour = 3_600_000

export interface Shown {
  readonly secret: string
  readonly diagnosis: Diagnosis
  readonly initiative: string
  readonly email: string
  /** Name of the initiative that follows the same address already; null as a rule. */
  readonly followedFor: string | null
  readonly canMail: boolean
  /** Why the address was not looked at again just now. */
  readonly notice?: string
}

const steps = (request: PortalRequest, shown: Shown): Html => {
  const words = registerWords.in(request.lang)
  const own = `/register/preview/${shown.secret}`
  const change = markup`<p>
    <a href="${request.href("/register", { preview: shown.secret })}">${words.text("change")}</a>
  </p>`
  const again = form(
    request,
    { action: `${own}/again`, class: "inline" },
    submit(words.text("again"), "quiet")
  )
  const canRegister = mayRegister(shown.diagnosis) && shown.followedFor === null
  return markup`<section class="steps" aria-labelledby="steps">
    <h2 id="steps">${words.text(canRegister ? "isItRight" : "again")}</h2>
    ${
      canRegister
        ? markup`${shown.diagnosis.verdict === "pass" ? "" : markup`<p>${words.text("mendFirst")}</p>`}
            <p class="help">${words.parts("mailGoes", { email: name(shown.email) })}</p>
            ${shown.canMail ? "" : markup`<p class="notice">${words.text("mailOff")}</p>`}
            ${form(request, { action: `${own}/register`, class: "inline" }, submit(words.text("register")))}`
        : ""
    }
    ${again} ${change}
  </section>`
}

/** The page of a preview. */
export const previewPage = (request: PortalRequest, shown: Shown, issueName: IssueName): Page => {
  const words = registerWords.in(request.lang)
  return {
    ...privatePage,
    title: words.text("previewTitle"),
    section: "/take-part",
    crumbs: [
      ...crumbsOf(request),
      { href: request.href("/register", { preview: shown.secret }), label: words.text("title") }
    ],
    body: markup`<p class="lead">${name(shown.initiative)}<br /><bdi class="url" dir="ltr">${shown.diagnosis.url}</bdi></p>
      ${shown.notice === undefined ? "" : markup`<p class="notice" role="alert">${shown.notice}</p>`}
      ${
        shown.followedFor === null
          ? ""
          : markup`<p class="notice">${words.parts("alreadyFollowed", { initiative: name(shown.followedFor) })}</p>`
      }
      ${diagnosisBody(request, shown.diagnosis, issueName)} ${steps(request, shown)}`
  }
}

/** What is said once it was sent: the same whatever became of it. */
export const sentPage = (request: PortalRequest): Page => {
  const words = registerWords.in(request.lang)
  return {
    ...privatePage,
    title: words.text("sentTitle"),
    section: "/take-part",
    crumbs: crumbsOf(request),
    body: markup`<p class="lead">${words.text("sentText", { count: confirmationLife / hour })}</p>
      <p>${words.text("sentHelp")}</p>
      <p><a href="${request.href("/register")}">${words.text("title")}</a></p>`
  }
}
