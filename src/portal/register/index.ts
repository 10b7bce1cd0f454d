/**
 * Registering: the form, the preview, the confirmation by mail, and the registration's own page.
 *
 * What was filled in is kept under a secret in the address of the preview, so that every step is a page of its
 * own that works without script, and reloading repeats nothing. Forms of visitors have no session that another
 * site could use; where they come from is asked all the same (`action` of route.ts).
 */
import { Effect, Layer, Option } from "effect"
import type { Registration } from "../../domain/index.ts"
import {
  confirm,
  type Filled,
  keepPreview,
  lookForProof,
  Looks,
  looksAtSite,
  looksForProof,
  looksOfNetwork,
  mayRegister,
  NotLooked,
  pace,
  paceKeys,
  readPreview,
  register as registerPreview,
  registrationOf,
  sentByNetwork,
  toConfirm
} from "../../jobs/registering/index.ts"
import { Mail } from "../../mail/index.ts"
import { messages } from "../../export/catalogue/index.ts"
import type { DigestLanguage } from "../../domain/languages.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { Initiatives, Sources } from "../../store/index.ts"
import { PageFailure } from "../failure.ts"
import { portalMail } from "../mail.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import type { IssueName } from "./diagnosis.ts"
import { emptyFields, fieldsAgain, fieldsOf, readForm } from "./filled.ts"
import { formPage, privatePage } from "./form-page.ts"
import { previewPage, sentPage } from "./preview-page.ts"
import { confirmPage, statusPage } from "./status-page.ts"
import { registerWords } from "./words/index.ts"

/** Names of issues in a language, from the taxonomy. */
export const issueNames = Effect.map(Normalizer, ({ taxonomy }) => (lang: DigestLanguage): IssueName => {
  const labels = taxonomy.labels[lang] ?? {}
  const { capital } = messages(lang)
  const english = new Map(taxonomy.issues.map(({ id, label }) => [id, label]))
  return (id) => capital((lang === "en" ? undefined : labels[id]) ?? english.get(id) ?? id)
})

const allInitiatives = Effect.map(
  Effect.flatMap(Initiatives, (initiatives) => initiatives.list),
  (list) => list.toSorted((a, b) => a.name.localeCompare(b.name))
)

/** What the page of a secret that is over, or never was, says. */
const over = (message: string) => new PageFailure({ status: 410, message })

/** Name of the initiative that a registration is for. */
const initiativeName = Effect.fnUntraced(function* (
  of: Pick<Registration, "initiativeId" | "newInitiative">
) {
  const known = of.initiativeId === null ? Option.none() : yield* (yield* Initiatives).get(of.initiativeId)
  return Option.match(known, { onNone: () => of.newInitiative?.name ?? "", onSome: ({ name }) => name })
})

/** Looks at what was filled in, as often as it may be; gives the secret of the preview. */
const look = Effect.fnUntraced(function* (request: PortalRequest, filled: Filled) {
  const words = registerWords.in(request.lang)
  const wait = Math.max(
    yield* pace(paceKeys.network(request.address), looksOfNetwork),
    yield* pace(paceKeys.site(filled.url), looksAtSite)
  )
  if (wait > 0) {
    return yield* new PageFailure({
      status: 429,
      message: words.text("wait", { count: Math.ceil(wait / 60) }),
      retryAfter: wait
    })
  }
  const known =
    filled.initiativeId === null ? Option.none() : yield* (yield* Initiatives).get(filled.initiativeId)
  const { look } = yield* Looks
  const diagnosis = yield* look(
    filled.url,
    Option.getOrElse(known, () => filled.newInitiative)
  ).pipe(
    Effect.catchIf(
      (error) => error instanceof NotLooked,
      ({ reason }) =>
        Effect.fail(
          new PageFailure({
            status: 503,
            message: words.text(reason === "busy" ? "busy" : "tooSlow"),
            retryAfter: 60
          })
        )
    )
  )
  return yield* keepPreview({ filled, diagnosis })
})

const canMail = Effect.map(Mail, ({ isOn }) => isOn)

/** The preview of the address, or the page that says that it is over. */
const previewOf = Effect.fnUntraced(function* (request: PortalRequest) {
  const secret = request.params["secret"] ?? ""
  const preview = Option.getOrUndefined(yield* readPreview(secret))
  if (preview === undefined) return yield* over(registerWords.in(request.lang).text("previewOver"))
  return { secret, ...preview }
})

const shownPreview = Effect.fnUntraced(function* (
  request: PortalRequest,
  preview: Effect.Success<ReturnType<typeof previewOf>>,
  notice?: string
) {
  const { diagnosis, filled, secret } = preview
  const address = diagnosis.source?.url ?? filled.url
  const same = (yield* (yield* Sources).list()).find(
    ({ status, url }) => url === address && status === "approved"
  )
  return previewPage(
    request,
    {
      secret,
      diagnosis,
      initiative: yield* initiativeName(filled),
      email: filled.email,
      followedFor: same === undefined ? null : yield* initiativeName({ ...same, newInitiative: null }),
      canMail: yield* canMail,
      ...(notice === undefined ? {} : { notice })
    },
    (yield* issueNames)(request.lang)
  )
})

const forms = [
  page("/register", (request) =>
    Effect.gen(function* () {
      const all = yield* allInitiatives
      const asked = request.query.get("initiative")
      const before = Option.getOrUndefined(yield* readPreview(request.query.get("preview") ?? ""))
      const named = all.find(({ id }) => id === asked)
      const fields =
        before === undefined
          ? { ...emptyFields, initiative: named?.name ?? "" }
          : fieldsAgain(before.filled, all)
      const read = { fields, problems: {}, candidates: [], filled: null }
      return formPage(request, read, all, { canMail: yield* canMail })
    })
  ),
  action("/register", (request, sent) =>
    Effect.gen(function* () {
      // Only programs fill in what people do not see. They are told what people are told in the end.
      if ((sent.get("homepage") ?? "") !== "") return redirect(request.href("/register/sent"))
      const all = yield* allInitiatives
      const read = readForm(fieldsOf(sent), all, request.lang)
      const mail = yield* canMail
      if (read.filled === null) return formPage(request, read, all, { canMail: mail })
      return yield* look(request, read.filled).pipe(
        Effect.map((secret) => redirect(request.href(`/register/preview/${secret}`))),
        // What was typed is given back.
        Effect.catchIf(
          (error) => error instanceof PageFailure,
          ({ message, retryAfter, status }) => {
            const shown = formPage(request, read, all, { canMail: mail, notice: message, status })
            const later: Page = {
              ...shown,
              headers: { ...privatePage.headers, "retry-after": String(retryAfter ?? 60) }
            }
            return Effect.succeed(later)
          }
        )
      )
    })
  )
] as const

const previews = [
  page("/register/preview/:secret", (request) =>
    Effect.flatMap(previewOf(request), (preview) => shownPreview(request, preview))
  ),
  action("/register/preview/:secret/again", (request) =>
    Effect.gen(function* () {
      const preview = yield* previewOf(request)
      return yield* look(request, preview.filled).pipe(
        Effect.map((secret) => redirect(request.href(`/register/preview/${secret}`))),
        Effect.catchIf(
          (error) => error instanceof PageFailure,
          ({ message, status }) =>
            Effect.map(shownPreview(request, preview, message), (shown) => ({ ...shown, status }))
        )
      )
    })
  ),
  action("/register/preview/:secret/register", (request) =>
    Effect.gen(function* () {
      const preview = yield* previewOf(request)
      const wait = yield* pace(paceKeys.sender(request.address), sentByNetwork)
      if (wait > 0) {
        const notice = registerWords.in(request.lang).text("wait", { count: Math.ceil(wait / 60) })
        return { ...(yield* shownPreview(request, preview, notice)), status: 429 }
      }
      if (!mayRegister(preview.diagnosis)) return yield* shownPreview(request, preview)
      yield* registerPreview(preview.secret, (yield* PortalSettings).baseUrl)
      return redirect(request.href("/register/sent"))
    })
  ),
  page("/register/sent", (request) => Effect.succeed(sentPage(request)))
] as const

const confirmations = [
  page("/register/confirm/:secret", (request) =>
    Effect.gen(function* () {
      const secret = request.params["secret"] ?? ""
      const found = Option.getOrUndefined(yield* toConfirm(secret))
      return found === undefined
        ? yield* over(registerWords.in(request.lang).text("confirmOver"))
        : confirmPage(request, found, secret)
    })
  ),
  action("/register/confirm/:secret", (request) =>
    Effect.gen(function* () {
      const secret = request.params["secret"] ?? ""
      const status = Option.getOrUndefined(yield* confirm(secret, (yield* PortalSettings).baseUrl))
      return status === undefined
        ? yield* over(registerWords.in(request.lang).text("confirmOver"))
        : redirect(request.href(`/register/status/${status}`))
    })
  )
] as const

/** The registration of the address's secret; what is not there is said as for any other address. */
const ownRegistration = Effect.fnUntraced(function* (request: PortalRequest) {
  const secret = request.params["secret"] ?? ""
  const registration = Option.getOrUndefined(yield* registrationOf(secret))
  if (registration === undefined) return yield* new PageFailure({ status: 404, message: "" })
  return { secret, registration, initiative: yield* initiativeName(registration) }
})

const statuses = [
  page("/register/status/:secret", (request) =>
    Effect.map(ownRegistration(request), (own) =>
      statusPage(request, own.registration, { ...own, notice: null })
    )
  ),
  action("/register/status/:secret/proof", (request) =>
    Effect.gen(function* () {
      const words = registerWords.in(request.lang)
      const own = yield* ownRegistration(request)
      const back = redirect(request.href(`/register/status/${own.secret}`))
      if (own.registration.state !== "awaiting-approval") return back
      const wait = yield* pace(paceKeys.proof(own.registration.id), looksForProof)
      if (wait > 0) {
        const notice = words.text("proofWait", { count: Math.ceil(wait / 60) })
        return { ...statusPage(request, own.registration, { ...own, notice }), status: 429 }
      }
      const proof = yield* lookForProof(own.registration)
      return Option.isSome(proof)
        ? back
        : statusPage(request, own.registration, { ...own, notice: words.text("proofNotFound") })
    })
  )
] as const

export const register = Layer.mergeAll(...forms, ...previews, ...confirmations, ...statuses).pipe(
  Layer.provide(Looks.layer),
  Layer.provide(portalMail)
)
