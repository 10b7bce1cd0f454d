/** The registration's own page: how it stands, and the proof that the site is its organiser's. */
import type { Registration } from "../../domain/index.ts"
import { link, markup, name } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { metaName, proofPlaces } from "../../jobs/registering/index.ts"
import { form, submit } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { crumbsOf, privatePage } from "./form-page.ts"
import { registerWords } from "./words/index.ts"

const code = (text: string): Html => markup`<pre dir="ltr"><code>${text}</code></pre>`

const proofPart = (
  request: PortalRequest,
  registration: Registration,
  secret: string,
  notice: string | null
): Html => {
  const words = registerWords.in(request.lang)
  const { proof, proofWord } = registration
  const places = proofPlaces(registration)
  if (proof !== null) {
    return markup`<h2>${words.text("proofTitle")}</h2>
      <p class="state good">
        ${words.parts("proofFound", { date: request.m.date(proof.at), place: name(proof.place) })}
      </p>`
  }
  return markup`<h2>${words.text("proofTitle")}</h2>
    ${notice === null ? "" : markup`<p class="notice" role="alert">${notice}</p>`}
    <p>${words.text("proofLead")}</p>
    <dl class="proof">
      <dt>${words.text("word")}</dt>
      <dd>${code(proofWord)}</dd>
      <dt>${words.text("proofMeta")}</dt>
      <dd>${code(`<meta name="${metaName}" content="${proofWord}">`)}</dd>
      <dt>${words.text("proofFile")}</dt>
      <dd>${code(places.file)}</dd>
      <dt>${words.text("proofDns")}</dt>
      <dd>${code(places.dns)}</dd>
    </dl>
    ${form(request, { action: `/register/status/${secret}/proof`, class: "inline" }, submit(words.text("lookForIt")))}`
}

const stateWord = {
  "awaiting-confirmation": "waiting",
  "awaiting-approval": "waiting",
  approved: "approved",
  refused: "refused",
  expired: "confirmOver"
} as const satisfies Readonly<Record<Registration["state"], string>>

/** The page; `initiative` is the name of whose registration it is. */
export const statusPage = (
  request: PortalRequest,
  registration: Registration,
  shown: { readonly secret: string; readonly initiative: string; readonly notice: string | null }
): Page => {
  const { m } = request
  const words = registerWords.in(request.lang)
  const facts: ReadonlyArray<readonly [string, Html | string] | null> = [
    [words.text("initiative"), name(shown.initiative)],
    [words.text("address"), link(registration.url, name(registration.url))],
    [words.text("receivedOn"), m.date(registration.createdAt)],
    registration.reason === null
      ? null
      : [words.text("reason"), markup`<span dir="auto" class="lines">${registration.reason}</span>`]
  ]
  return {
    ...privatePage,
    title: words.text("statusTitle"),
    section: "/take-part",
    crumbs: crumbsOf(request),
    body: markup`<p class="lead">${words.text(stateWord[registration.state])}</p>
      <dl class="facts">
        ${facts.map((fact) => (fact === null ? "" : markup`<div><dt>${fact[0]}</dt><dd>${fact[1]}</dd></div>`))}
      </dl>
      ${registration.state === "awaiting-approval" ? proofPart(request, registration, shown.secret, shown.notice) : ""}`
  }
}

/** The page to which the mail leads: it does nothing before its button is pressed, so looking ahead is harmless. */
export const confirmPage = (request: PortalRequest, registration: Registration, secret: string): Page => {
  const words = registerWords.in(request.lang)
  return {
    ...privatePage,
    title: words.text("confirmTitle"),
    section: "/take-part",
    crumbs: crumbsOf(request),
    body: markup`<p class="lead">${words.text("confirmText")}</p>
      <p><bdi class="url">${registration.url}</bdi></p>
      ${form(request, { action: `/register/confirm/${secret}` }, submit(words.text("confirmButton")))}`
  }
}
