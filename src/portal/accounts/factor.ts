/** Setting up a second factor: on one's own account, or in the middle of a sign-in where the role needs one. */
import { Effect, Layer, Option } from "effect"
import {
  type AccountRefused,
  disableSecondFactor,
  enableSecondFactor,
  type NewFactor,
  newTotpSecret,
  qrCode,
  readNewFactor,
  SecretKeys,
  signInByNewFactor,
  signInWithoutFactor,
  totpUri
} from "../../accounts/index.ts"
import type { Account } from "../../domain/index.ts"
import { markup, raw } from "../../export/html/html.ts"
import { AccountSessions, now } from "../../store/index.ts"
import { field, form, problemList, type Problems, submit } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect, sendPage } from "../respond.ts"
import { action, page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { withSecret } from "./cookie.ts"
import { enter, fromOf, ownAccount, ownSecret, renewed, safeNext, whenBusy, whenKeyLacks } from "./own.ts"
import { confirmed, orProfile, profilePage } from "./profile.ts"
import { secretPage } from "./sign-in.ts"
import { accountWords } from "./words/index.ts"

const signedIn = { role: "reader" } as const

/** The secret as a picture and as text, and the form for a first code. */
const setUp = (
  request: PortalRequest,
  target: string,
  { account, totpSecret }: Pick<NewFactor, "account" | "totpSecret">,
  problems: Problems
) => {
  const words = accountWords.in(request.lang)
  return markup`<p>${words.parts("scan", { secret: markup`<code>${totpSecret}</code>` })}</p>
    <figure role="img" aria-label="${words.text("qr")}" class="qr">${raw(qrCode(totpUri(totpSecret, account.address)))}</figure>
    ${form(
      request,
      { action: target },
      markup`${field(request, {
        name: "code",
        label: words.text("code"),
        inputmode: "numeric",
        autocomplete: "one-time-code",
        required: true,
        problems,
        dir: "ltr"
      })}
        <p>${submit(words.text("turnOn"))}</p>`
    )}`
}

const statusOf = (problems: Problems) => (Object.keys(problems).length === 0 ? 200 : 422)

/** The page on which a new second factor of somebody who is signed in is tried once. */
const ownFactorPage = (
  request: PortalRequest,
  account: Account,
  totpSecret: string,
  problems: Problems = {}
): Page => ({
  ...secretPage,
  title: accountWords.in(request.lang).text("secondFactor"),
  status: statusOf(problems),
  body: markup`${problemList(request, problems)}
    ${setUp(request, "/profile/second-factor/on", { account, totpSecret }, problems)}`
})

/** The same in the middle of a sign-in, with a way around it as long as there is one. */
const askedFactorPage = (request: PortalRequest, asked: NewFactor, problems: Problems = {}): Page => {
  const words = accountWords.in(request.lang)
  const { canWaitUntil } = asked
  return {
    ...secretPage,
    title: words.text("secondFactor"),
    status: statusOf(problems),
    body: markup`<p class="lead">${words.text("factorAsked")}</p>
      ${problemList(request, problems)}
      ${setUp(request, "/sign-in/factor", asked, problems)}
      ${
        canWaitUntil === null
          ? ""
          : form(
              request,
              { action: "/sign-in/factor/later" },
              markup`<p>${words.text("factorUntil", { date: canWaitUntil.slice(0, 10) })}
                ${submit(words.text("factorLater"), "quiet")}</p>`
            )
      }`
  }
}

/** Recovery codes, shown once. */
const codesNotice = (request: PortalRequest, codes: ReadonlyArray<string>) => {
  const words = accountWords.in(request.lang)
  return markup`<section class="notice">
    <h2>${words.text("recovery")}</h2>
    <p>${words.text("recoveryLead")}</p>
    <ul>
      ${codes.map((own) => markup`<li><code>${own}</code></li>`)}
    </ul>
  </section>`
}

/** Null for a code that is not right. */
const orNull = <A, E, R>(effect: Effect.Effect<A, E | AccountRefused, R>) =>
  Effect.catchTag(effect, "AccountRefused", () => Effect.succeed(null))

const onProfile = Layer.mergeAll(
  action(
    "/profile/second-factor",
    (request, fields) =>
      Effect.gen(function* () {
        const account = yield* ownAccount(request)
        yield* confirmed(request, account, fields.get("presentForOn") ?? "")
        if (request.session.id === null) return redirect(request.href("/profile"))
        const secret = yield* newTotpSecret
        const sealed = yield* (yield* SecretKeys).seal(secret, account.id)
        yield* (yield* AccountSessions).remember(request.session.id, sealed)
        return ownFactorPage(request, account, secret)
      }).pipe(
        orProfile(request, () => "presentForOn"),
        whenKeyLacks(request),
        whenBusy
      ),
    signedIn
  ),
  action(
    "/profile/second-factor/on",
    (request, fields) =>
      Effect.gen(function* () {
        const account = yield* ownAccount(request)
        const session = yield* (yield* AccountSessions).get(request.session.id ?? "", yield* now)
        const sealed = Option.isSome(session) ? session.value.data : null
        if (sealed === null) return redirect(request.href("/profile"))
        const secret = yield* (yield* SecretKeys).open(sealed, account.id)
        const code = (fields.get("code") ?? "").slice(0, 20)
        const codes = yield* orNull(enableSecondFactor(account, secret, code))
        if (codes === null) {
          const problem = accountWords.in(request.lang).text("codeWrong")
          return ownFactorPage(request, account, secret, { code: problem })
        }
        yield* (yield* AccountSessions).remember(request.session.id ?? "", null)
        yield* (yield* AccountSessions).endAll(account.id, request.session.id ?? "")
        return yield* profilePage(request, yield* ownAccount(request), {
          notice: codesNotice(request, codes)
        })
      }).pipe(whenKeyLacks(request)),
    signedIn
  ),
  action(
    "/profile/second-factor/off",
    (request, fields) =>
      Effect.gen(function* () {
        const account = yield* ownAccount(request)
        yield* confirmed(request, account, fields.get("presentForOff") ?? "")
        yield* disableSecondFactor(account.id, account)
        const secret = yield* renewed(request)
        return secret === null
          ? redirect(request.href("/profile"))
          : yield* enter(request, secret, "/profile")
      }).pipe(
        orProfile(request, () => "presentForOff"),
        whenBusy
      ),
    signedIn
  )
)

/** Who is at the stage; none leads back to the beginning. */
const asked = Effect.fnUntraced(function* (request: PortalRequest) {
  return Option.getOrNull(yield* readNewFactor(yield* ownSecret(request)))
})

const atSignIn = Layer.mergeAll(
  page("/sign-in/factor", (request) =>
    Effect.map(asked(request), (found) =>
      found === null ? redirect(request.href("/sign-in")) : askedFactorPage(request, found)
    )
  ),
  action("/sign-in/factor", (request, fields) =>
    Effect.gen(function* () {
      const found = yield* asked(request)
      if (found === null) return redirect(request.href("/sign-in"))
      const words = accountWords.in(request.lang)
      const secret = yield* ownSecret(request)
      const code = fields.get("code") ?? ""
      const done = yield* orNull(signInByNewFactor({ secret, code, from: fromOf(request) }))
      if (done === null) return askedFactorPage(request, found, { code: words.text("codeWrong") })
      const { codes, outcome } = done
      if (outcome._tag !== "SignedIn") return redirect(request.href("/sign-in"))
      // Recovery codes are shown before the way goes on.
      const shown = yield* sendPage(request, {
        ...secretPage,
        title: words.text("secondFactor"),
        body: markup`${codesNotice(request, codes)}
          <p><a class="button" href="${request.href(safeNext(outcome.data))}">${words.text("goOn")}</a></p>`
      })
      return withSecret(shown, (yield* PortalSettings).baseUrl, outcome.secret)
    }).pipe(whenKeyLacks(request))
  ),
  action("/sign-in/factor/later", (request) =>
    Effect.gen(function* () {
      const secret = yield* ownSecret(request)
      const outcome = yield* signInWithoutFactor({ secret, from: fromOf(request) })
      return outcome._tag === "SignedIn"
        ? yield* enter(request, outcome.secret, safeNext(outcome.data))
        : redirect(request.href("/sign-in"))
    })
  )
)

export const factors = Layer.merge(onProfile, atSignIn)
