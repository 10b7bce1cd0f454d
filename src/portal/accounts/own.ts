/** What the pages of accounts share: the account of who asks, where a reader goes on to, failures as pages. */
import { Effect, Option } from "effect"
import {
  endSession,
  type From,
  IdentityProvider,
  KeyUnavailable,
  rotateSession,
  TooBusy
} from "../../accounts/index.ts"
import { AccountSessions, now, People } from "../../store/index.ts"
import { PersonId } from "../../domain/index.ts"
import { PageFailure } from "../failure.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { PortalSettings } from "../settings.ts"
import { secretIn, withoutSecret, withSecret } from "./cookie.ts"
import { accountWords } from "./words/index.ts"

/** Where a request comes from. */
export const fromOf = (request: PortalRequest): From => ({
  address: request.address,
  agent: request.raw.headers["user-agent"] ?? "",
  language: request.lang
})

/**
 * A path of the portal to go on to after signing in; the desk for anything else. It becomes a path below the
 * language's prefix, so that it leads to no other site whatever it holds.
 */
export const safeNext = (text: string | null): string => {
  if (text === null || text.length > 1000 || !/^\/(?![/\\])/.test(text) || /[\p{C}\\]/u.test(text))
    return "/desk"
  const url = URL.parse(text, "http://portal.invalid")
  return url === null || url.origin !== "http://portal.invalid" ? "/desk" : `${url.pathname}${url.search}`
}

/** The account of the person who asks; route options see to it that there is one. */
export const ownAccount = Effect.fnUntraced(function* (request: PortalRequest) {
  const account =
    request.person === null ? Option.none() : yield* (yield* People).get(PersonId.make(request.person.id))
  return Option.isSome(account) ? account.value : yield* new PageFailure({ status: 403, message: "" })
})

/** What people call the identity provider; OpenID Connect where none is configured any more. */
export const providerName = Effect.map(IdentityProvider, ({ provider }) =>
  Option.match(provider, { onNone: () => "OpenID Connect", onSome: ({ name }) => name })
)

/** The secret of the request's cookie. */
export const ownSecret = Effect.fnUntraced(function* (request: PortalRequest) {
  return secretIn(request.raw, (yield* PortalSettings).baseUrl)
})

/** Leads on, with a new secret for the browser to keep. */
export const enter = Effect.fnUntraced(function* (request: PortalRequest, secret: string, path: string) {
  return withSecret(redirect(request.href(path)), (yield* PortalSettings).baseUrl, secret)
})

/** Gives the request's session a new secret, in place of one that somebody may have seen. */
export const renewed = Effect.fnUntraced(function* (request: PortalRequest) {
  if (request.session.id === null) return null
  const found = yield* (yield* AccountSessions).get(request.session.id, yield* now)
  return Option.isNone(found) ? null : yield* rotateSession(found.value)
})

/** Ends the session of the request. */
export const leave = Effect.fnUntraced(function* (request: PortalRequest) {
  yield* endSession(yield* ownSecret(request))
  return withoutSecret(redirect(request.href("/")), (yield* PortalSettings).baseUrl)
})

/** 429 with its wait. */
export const mustWait = (seconds: number, message: string): PageFailure =>
  new PageFailure({ status: 429, message, retryAfter: seconds })

/** 503 with the sentence where the key of second factors is not there; its place is told to the log alone. */
export const whenKeyLacks =
  (request: PortalRequest) =>
  <A, E, R>(effect: Effect.Effect<A, E | KeyUnavailable, R>) =>
    Effect.catchIf(
      effect,
      (error): error is KeyUnavailable & E => error instanceof KeyUnavailable,
      ({ message }) =>
        Effect.andThen(
          Effect.logError(message),
          new PageFailure({ status: 503, message: accountWords.in(request.lang).text("keyLacks") })
        )
    )

/** 503 where too many sign in at once. */
export const whenBusy = <A, E, R>(effect: Effect.Effect<A, E | TooBusy, R>) =>
  Effect.catchIf(
    effect,
    (error): error is TooBusy & E => error instanceof TooBusy,
    () => Effect.fail(new PageFailure({ status: 503, message: "", retryAfter: 60 }))
  )
