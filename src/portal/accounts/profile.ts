/** One's own account: password, open sessions, tokens; for the second factor see `factor.ts`. */
import { Effect, Layer, Schema } from "effect"
import {
  AccountRefused,
  attempt,
  attemptSucceeded,
  beginSession,
  confirmPassword,
  FactorRule,
  guessKeys,
  longestTokenDays,
  makeToken,
  openSessions,
  revokeToken,
  scopesOf,
  setPassword,
  tokensOf
} from "../../accounts/index.ts"
import { type Account, minuteOf, TokenScope } from "../../domain/index.ts"
import { markup, type Value } from "../../export/html/html.ts"
import { AccountSessions, Audit, People } from "../../store/index.ts"
import { checkbox, field, form, problemList, type Problems, submit } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, page } from "../route.ts"
import { enter, fromOf, mustWait, ownAccount, providerName, whenBusy } from "./own.ts"
import { accountWords, roleKeys } from "./words/index.ts"
import { refusalIn } from "./words/refusal.ts"

const signedIn = { role: "reader" } as const

const scopeLabels = {
  read: "scopeRead",
  review: "scopeReview",
  publish: "scopePublish",
  manage: "scopeManage"
} as const

/** What a scope allows, with its name in tokens and in the interface. */
const scopeText = (request: PortalRequest, scope: TokenScope): string =>
  `${accountWords.in(request.lang).text(scopeLabels[scope])} (${scope})`

const presentField = (request: PortalRequest, name: string, problems: Problems) =>
  field(request, {
    name,
    label: accountWords.in(request.lang).text("present"),
    type: "password",
    autocomplete: "current-password",
    required: true,
    problems
  })

/** The whole page; `notice` stands first, and is the only place where a new secret is ever shown. */
export const profilePage = Effect.fnUntraced(function* (
  request: PortalRequest,
  account: Account,
  given: { readonly notice?: Value; readonly problems?: Problems } = {}
) {
  const words = accountWords.in(request.lang)
  const problems = given.problems ?? {}
  const recovery = yield* (yield* People).countRecovery(account.id)
  const sessions = yield* openSessions(account.id)
  const tokens = yield* tokensOf(account.id)
  const hasFactor = account.totpSecret !== null
  const isAsked = (yield* FactorRule).asks(account)
  const factor = markup`<p>${hasFactor ? words.text("factorOn", { count: recovery }) : words.text("factorOff")}</p>
    ${form(
      request,
      { action: "/profile/second-factor" },
      markup`${presentField(request, "presentForOn", problems)}
        <p>${submit(words.text(hasFactor ? "replaceFactor" : "turnOn"))}</p>`
    )}
    ${
      hasFactor && !isAsked
        ? form(
            request,
            { action: "/profile/second-factor/off" },
            markup`${presentField(request, "presentForOff", problems)}
              <p>${submit(words.text("turnOff"), "danger")}</p>`
          )
        : ""
    }`
  // Whoever has no password has no second factor here either: the provider asks for both.
  const ownSecrets = markup`<section>
        <h2>${words.text("changePassword")}</h2>
        ${form(
          request,
          { action: "/profile/password" },
          markup`${presentField(request, "present", problems)}
            ${field(request, {
              name: "password",
              label: words.text("newPassword"),
              help: words.text("passwordHelp"),
              type: "password",
              autocomplete: "new-password",
              required: true,
              problems
            })}
            <p>${submit(words.text("changePassword"))}</p>`
        )}
      </section>
      <section>
        <h2>${words.text("secondFactor")}</h2>
        ${factor}
      </section>`
  const rows = sessions.map(
    (session) =>
      markup`<tr>
        <td>${session.agent}</td>
        <td>${session.address}</td>
        <td>${minuteOf(session.seenAt)}</td>
        <td>${
          session.id === request.session.id
            ? words.text("thisOne")
            : form(
                request,
                { action: "/profile/sessions" },
                markup`<input type="hidden" name="session" value="${session.id}" />${submit(words.text("end"), "quiet")}`
              )
        }</td>
      </tr>`
  )
  const tokenRows = tokens.map(
    (token) =>
      markup`<tr>
        <td>${token.name}<br /><code>${token.prefix}…</code></td>
        <td>${token.scopes.map((scope) => markup`${scopeText(request, scope)}<br />`)}</td>
        <td>${token.expiresAt.slice(0, 10)}</td>
        <td>${token.lastUsedAt === null ? words.text("never") : minuteOf(token.lastUsedAt)}</td>
        <td>${
          token.revokedAt === null
            ? form(
                request,
                { action: "/profile/tokens/revoke" },
                markup`<input type="hidden" name="token" value="${token.prefix}" />${submit(words.text("revoke"), "quiet")}`
              )
            : words.text("revoked")
        }</td>
      </tr>`
  )
  return {
    title: words.text("profile"),
    unlisted: true,
    status: Object.keys(problems).length === 0 ? 200 : 422,
    body: markup`${given.notice ?? ""} ${problemList(request, problems)}
      <p class="lead">${words.text("roleIs", { address: account.address, role: words.text(roleKeys[account.role]) })}</p>
      ${account.role === "admin" ? markup`<p><a href="${request.href("/people")}">${words.text("people")}</a></p>` : ""}
      ${account.password === null ? markup`<p>${words.text("noPassword", { name: yield* providerName })}</p>` : ownSecrets}
      <section>
        <h2>${words.text("sessions")}</h2>
        <div class="scroll" role="region" tabindex="0" aria-label="${words.text("sessions")}"><table>
          <thead>
            <tr>
              <th scope="col">${words.text("device")}</th>
              <th scope="col">${words.text("network")}</th>
              <th scope="col">${words.text("lastSeen")}</th>
              <th scope="col">${words.text("state")}</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table></div>
        ${form(request, { action: "/profile/sessions/others" }, markup`<p>${submit(words.text("endOthers"), "quiet")}</p>`)}
      </section>
      <section>
        <h2>${words.text("tokens")}</h2>
        <p>${words.text("tokensLead")}</p>
        ${
          tokens.length === 0
            ? ""
            : markup`<div class="scroll" role="region" tabindex="0" aria-label="${words.text("tokens")}"><table>
                <thead>
                  <tr>
                    <th scope="col">${words.text("token")}</th>
                    <th scope="col">${words.text("scopes")}</th>
                    <th scope="col">${words.text("expires")}</th>
                    <th scope="col">${words.text("lastUsed")}</th>
                    <th scope="col">${words.text("state")}</th>
                  </tr>
                </thead>
                <tbody>
                  ${tokenRows}
                </tbody>
              </table></div>`
        }
        ${form(
          request,
          { action: "/profile/tokens" },
          markup`${field(request, { name: "name", label: words.text("tokenName"), required: true, maxLength: 100, problems })}
            <fieldset>
              <legend>${words.text("scopes")}</legend>
              ${scopesOf(account.role).map((scope) =>
                checkbox({
                  name: "scope",
                  value: scope,
                  label: scopeText(request, scope),
                  checked: scope === "read"
                })
              )}
            </fieldset>
            ${field(request, { name: "days", label: words.text("days"), type: "number", value: "90", required: true })}
            <p>${submit(words.text("makeToken"))}</p>`
        )}
      </section>`
  } satisfies Page
})

/** Asks for the present password; guesses count here as they do at the door. */
export const confirmed = Effect.fnUntraced(function* (
  request: PortalRequest,
  account: Account,
  password: string
) {
  const keys = guessKeys(`profile ${account.id}`, request.address)
  const seconds = yield* attempt(keys)
  if (seconds > 0) {
    return yield* mustWait(seconds, accountWords.in(request.lang).text("wait", { seconds }))
  }
  yield* confirmPassword(account, password)
  yield* attemptSucceeded(keys)
})

/** What was refused becomes the page with the sentence beside the field. */
export const orProfile =
  (request: PortalRequest, fieldOf: (refused: AccountRefused) => string) =>
  <A, E, R>(effect: Effect.Effect<A, E | AccountRefused, R>) =>
    Effect.catchIf(
      effect,
      (error): error is AccountRefused & E => error instanceof AccountRefused,
      (refused) =>
        Effect.flatMap(ownAccount(request), (account) =>
          profilePage(request, account, {
            problems: { [fieldOf(refused)]: refusalIn(request.lang, refused) }
          })
        )
    )

const isScope = Schema.is(TokenScope)

export const profile = Layer.mergeAll(
  page(
    "/profile",
    (request) => Effect.flatMap(ownAccount(request), (own) => profilePage(request, own)),
    signedIn
  ),
  action(
    "/profile/password",
    (request, fields) =>
      Effect.gen(function* () {
        const account = yield* ownAccount(request)
        yield* confirmed(request, account, fields.get("present") ?? "")
        const change = { temporary: false, action: "account.change-password" }
        yield* setPassword(account.id, fields.get("password") ?? "", change, account)
        // All sessions have ended, this one too: it goes on under a new secret.
        return yield* enter(
          request,
          yield* beginSession("signed-in", account.id, fromOf(request)),
          "/profile"
        )
      }).pipe(
        orProfile(request, ({ reason }) => (reason === "password-wrong" ? "present" : "password")),
        whenBusy
      ),
    signedIn
  ),
  action(
    "/profile/sessions",
    (request, fields) =>
      Effect.gen(function* () {
        const account = yield* ownAccount(request)
        yield* (yield* AccountSessions).end(fields.get("session") ?? "", account.id)
        return redirect(request.href("/profile"))
      }),
    signedIn
  ),
  action(
    "/profile/sessions/others",
    (request) =>
      Effect.gen(function* () {
        const account = yield* ownAccount(request)
        yield* (yield* AccountSessions).endAll(account.id, request.session.id ?? "")
        yield* (yield* Audit).record({
          by: account,
          action: "account.sign-out-others",
          thing: `person:${account.id}`
        })
        return redirect(request.href("/profile"))
      }),
    signedIn
  ),
  action(
    "/profile/tokens",
    (request, fields) =>
      Effect.gen(function* () {
        const account = yield* ownAccount(request)
        const words = accountWords.in(request.lang)
        const name = (fields.get("name") ?? "").trim().slice(0, 100)
        const days = Number(fields.get("days") ?? "90")
        if (name === "") {
          return yield* profilePage(request, account, { problems: { name: words.text("tokenNameLacks") } })
        }
        const { text } = yield* makeToken(account, {
          name,
          scopes: fields.getAll("scope").filter((scope) => isScope(scope)),
          days: Number.isFinite(days) ? days : longestTokenDays
        })
        return yield* profilePage(request, account, {
          notice: markup`<section class="notice">
            <h2>${words.text("tokenMade")}</h2>
            <p><code>${text}</code></p>
          </section>`
        })
      }),
    signedIn
  ),
  action(
    "/profile/tokens/revoke",
    (request, fields) =>
      Effect.gen(function* () {
        yield* revokeToken(yield* ownAccount(request), fields.get("token") ?? "")
        return redirect(request.href("/profile"))
      }),
    signedIn
  )
)
