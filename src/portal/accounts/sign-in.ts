/** Signing in and out: password (for the identity provider see `provider.ts`), second factor, and a password of one's own in place of a temporary one. */
import { Effect, Layer, Option, Schema } from "effect"
import {
  AccountRefused,
  IdentityProvider,
  type Outcome,
  readKnown,
  signInByCode,
  signInByNewPassword,
  signInByPassword
} from "../../accounts/index.ts"
import { markup } from "../../export/html/html.ts"
import { field, form, problemList, type Problems, submit } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { canSignIn } from "./cookie.ts"
import { enter, fromOf, leave, mustWait, ownSecret, safeNext, whenBusy } from "./own.ts"
import { ProviderProblem } from "./provider.ts"
import { accountWords } from "./words/index.ts"
import { refusalIn } from "./words/refusal.ts"

export const secretPage = { unlisted: true, headers: { "cache-control": "no-store" } } as const

const isProblem = Schema.is(ProviderProblem)

/** The way by the identity provider, where there is one, with what went wrong there. */
const providerPart = (request: PortalRequest, name: string, next: string) => {
  const words = accountWords.in(request.lang)
  const problem = request.query.get("problem")
  const href = request.href("/sign-in/provider", { next: next === "/" ? null : next })
  return markup`${isProblem(problem) ? markup`<p class="notice" role="alert">${words.text(problem, { name })}</p>` : ""}
    <p><a class="button" href="${href}">${words.text("providerSignIn", { name })}</a></p>
    <h2>${words.text("orPassword")}</h2>`
}

const signInPage = Effect.fnUntraced(function* (
  request: PortalRequest,
  next: string,
  address = "",
  problems: Problems = {}
) {
  const words = accountWords.in(request.lang)
  const { baseUrl } = yield* PortalSettings
  const { provider } = yield* IdentityProvider
  return {
    ...secretPage,
    title: words.text("signIn"),
    status: Object.keys(problems).length === 0 ? 200 : 422,
    body: markup`<p class="lead">${words.text("signInLead")}</p>
      ${canSignIn(baseUrl) ? "" : markup`<p class="notice">${words.text("insecure")}</p>`}
      ${problemList(request, problems)}
      ${Option.isSome(provider) ? providerPart(request, provider.value.name, next) : ""}
      ${form(
        request,
        { action: "/sign-in" },
        markup`<input type="hidden" name="next" value="${next}" />
          ${field(request, {
            name: "address",
            label: words.text("address"),
            value: address,
            type: "email",
            autocomplete: "username",
            required: true,
            maxLength: 320,
            dir: "ltr",
            problems
          })}
          ${field(request, {
            name: "password",
            label: words.text("password"),
            type: "password",
            autocomplete: "current-password",
            required: true
          })}
          <p>${submit(words.text("signIn"))}</p>
          <p class="help">${words.text("lostPassword")}</p>`
      )}`
  } satisfies Page
})

/** A page with one field, of a step under way. */
const stepPage = (request: PortalRequest, step: "code" | "password", problem?: string): Page => {
  const words = accountWords.in(request.lang)
  const problems: Problems = problem === undefined ? {} : { [step]: problem }
  const own =
    step === "code"
      ? {
          label: words.text("code"),
          help: words.text("codeHelp"),
          autocomplete: "one-time-code",
          dir: "ltr" as const
        }
      : {
          label: words.text("newPassword"),
          help: words.text("passwordHelp"),
          autocomplete: "new-password",
          type: "password" as const
        }
  return {
    ...secretPage,
    title: words.text(step === "code" ? "codeTitle" : "ownPassword"),
    status: problem === undefined ? 200 : 422,
    body: markup`${step === "code" ? "" : markup`<p class="lead">${words.text("ownPasswordLead")}</p>`}
      ${problemList(request, problems)}
      ${form(
        request,
        { action: step === "code" ? "/sign-in/code" : "/sign-in/password" },
        markup`${field(request, { name: step, required: true, problems, ...own })}
          <p>${submit(words.text("goOn"))}</p>`
      )}`
  }
}

/** What follows a step; null when it was refused, or `unreadable` where the code could not be looked at. */
const followed = Effect.fnUntraced(function* (request: PortalRequest, outcome: Outcome) {
  switch (outcome._tag) {
    case "SignedIn":
      return yield* enter(request, outcome.secret, safeNext(outcome.data))
    case "SecondFactor":
      return yield* enter(request, outcome.secret, "/sign-in/code")
    case "NewPassword":
      return yield* enter(request, outcome.secret, "/sign-in/password")
    case "Wait":
      return yield* mustWait(
        outcome.seconds,
        accountWords.in(request.lang).text("wait", { seconds: outcome.seconds })
      )
    case "NewFactor":
      return yield* enter(request, outcome.secret, "/sign-in/factor")
    case "Unreadable":
      return "unreadable" as const
    case "Refused":
      return null
  }
})

export const signIn = Layer.mergeAll(
  page("/sign-in", (request) =>
    request.person === null
      ? signInPage(request, safeNext(request.query.get("next")))
      : Effect.succeed(redirect(request.href(safeNext(request.query.get("next")))))
  ),
  action("/sign-in", (request, fields) =>
    Effect.gen(function* () {
      const address = fields.get("address") ?? ""
      const next = safeNext(fields.get("next"))
      const outcome = yield* signInByPassword({
        address,
        password: fields.get("password") ?? "",
        from: fromOf(request),
        former: yield* ownSecret(request),
        data: next
      })
      const answer = yield* followed(request, outcome)
      if (answer !== null && answer !== "unreadable") return answer
      const problem = accountWords.in(request.lang).text("wrong")
      return yield* signInPage(request, next, address.slice(0, 320), { address: problem })
    }).pipe(whenBusy)
  ),
  page("/sign-in/code", (request) =>
    Effect.gen(function* () {
      const known = yield* readKnown(yield* ownSecret(request), "second-factor")
      return known._tag === "None" ? redirect(request.href("/sign-in")) : stepPage(request, "code")
    })
  ),
  action("/sign-in/code", (request, fields) =>
    Effect.gen(function* () {
      const secret = yield* ownSecret(request)
      const known = yield* readKnown(secret, "second-factor")
      if (known._tag === "None") return redirect(request.href("/sign-in"))
      const code = fields.get("code") ?? ""
      const outcome = yield* signInByCode({ secret, code, from: fromOf(request) })
      const answer = yield* followed(request, outcome)
      if (answer !== null && answer !== "unreadable") return answer
      const problem = answer === null ? "codeWrong" : "codeUncheckable"
      return stepPage(request, "code", accountWords.in(request.lang).text(problem))
    })
  ),
  page("/sign-in/password", (request) =>
    Effect.gen(function* () {
      const known = yield* readKnown(yield* ownSecret(request), "new-password")
      return known._tag === "None" ? redirect(request.href("/sign-in")) : stepPage(request, "password")
    })
  ),
  action("/sign-in/password", (request, fields) =>
    Effect.gen(function* () {
      const secret = yield* ownSecret(request)
      const password = fields.get("password") ?? ""
      const outcome = yield* signInByNewPassword({ secret, password, from: fromOf(request) })
      const answer = yield* followed(request, outcome)
      return answer === null || answer === "unreadable" ? redirect(request.href("/sign-in")) : answer
    }).pipe(
      Effect.catchIf(
        (error) => error instanceof AccountRefused,
        (refused) => Effect.succeed(stepPage(request, "password", refusalIn(request.lang, refused)))
      ),
      whenBusy
    )
  ),
  action("/sign-out", leave)
)
