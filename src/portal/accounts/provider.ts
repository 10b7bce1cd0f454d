/**
 * Signing in at the identity provider: one address that sends people there, and one to which it sends them back.
 *
 * It is a link and no form: the policy on forms would have to name the provider and every host to which that
 * leads on. What the attempt has to remember lies in a session of its own, tied to the browser by the cookie, so
 * that nobody can finish in one browser what was begun in another.
 */
import { Effect, Layer, Option, Schema } from "effect"
import {
  Attempted,
  beginSession,
  endSession,
  IdentityProvider,
  knock,
  knockSucceeded,
  type ProviderFailed,
  readSession,
  signInBySubject
} from "../../accounts/index.ts"
import { digestLanguages } from "../../domain/languages.ts"
import { notFound } from "../failure.ts"
import { inLanguage } from "../language.ts"
import type { PortalRequest } from "../request.ts"
import { withQuery } from "../request.ts"
import { redirect } from "../respond.ts"
import { file, page } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { withoutSecret, withSecret } from "./cookie.ts"
import { fromOf, mustWait, ownSecret, safeNext } from "./own.ts"
import { accountWords } from "./words/index.ts"

/** Where the provider sends people back; registered there under this address. */
export const returnPath = "sign-in/provider/return"

/** What went wrong, told on the sign-in page. */
export const ProviderProblem = Schema.Literals(["unreachable", "cancelled", "invalid", "unknown", "expired"])
export type ProviderProblem = typeof ProviderProblem.Type

const Remembered = Schema.fromJsonString(
  Schema.Struct({ attempted: Attempted, next: Schema.String, lang: Schema.Literals(digestLanguages) })
)
const encode = Schema.encodeEffect(Remembered)
const decode = Schema.decodeUnknownEffect(Remembered)

const theProvider = Effect.gen(function* () {
  const { provider } = yield* IdentityProvider
  return Option.isSome(provider) ? provider.value : yield* notFound()
})

const troubled = (lang: PortalRequest["lang"], problem: ProviderProblem, next = "/") =>
  redirect(withQuery(inLanguage(lang, "/sign-in"), { problem, next: next === "/" ? null : next }))

/** Whether another site had the browser come here: such a visit begins nothing. */
const isForeign = ({ raw }: PortalRequest): boolean => {
  const site = raw.headers["sec-fetch-site"]
  return site !== undefined && site !== "same-origin" && site !== "none"
}

/** For whoever runs the portal; people are told on the sign-in page what to do. */
const noted = ({ message, reason }: ProviderFailed) =>
  Effect.logWarning(`Signing in at the identity provider failed (${reason}): ${message}`)

const begin = Effect.fnUntraced(function* (request: PortalRequest) {
  const provider = yield* theProvider
  const next = safeNext(request.query.get("next"))
  if (request.person !== null) return redirect(request.href(next))
  if (isForeign(request)) return redirect(request.href("/sign-in", { next }))
  const { baseUrl } = yield* PortalSettings
  const seconds = yield* knock(request.address)
  if (seconds > 0) {
    return yield* mustWait(seconds, accountWords.in(request.lang).text("wait", { seconds }))
  }
  const begun = yield* provider.begin(new URL(returnPath, baseUrl)).pipe(
    Effect.tapError(noted),
    Effect.catchTag("ProviderFailed", ({ reason }) => Effect.succeed(reason))
  )
  if (typeof begun === "string") return troubled(request.lang, begun, next)
  const { attempted, url } = begun
  yield* endSession(yield* ownSecret(request))
  const data = yield* Effect.orDie(encode({ attempted, next, lang: request.lang }))
  const secret = yield* beginSession("provider", null, fromOf(request), data)
  return withSecret(redirect(url.href), baseUrl, secret)
})

const finish = Effect.fnUntraced(function* (request: PortalRequest) {
  const provider = yield* theProvider
  const { baseUrl } = yield* PortalSettings
  const secret = yield* ownSecret(request)
  const session = yield* readSession(secret, "provider")
  const remembered = Option.isNone(session) ? null : yield* Effect.option(decode(session.value.data))
  if (remembered === null || Option.isNone(remembered)) {
    return request.person === null ? troubled(request.lang, "expired") : redirect(request.href("/"))
  }
  // One answer to an attempt: a second one finds nothing.
  yield* endSession(secret)
  const { attempted, lang, next } = remembered.value
  const answer = new URL(returnPath, baseUrl)
  answer.search = request.query.toString()
  const identity = yield* provider.finish(answer, attempted).pipe(
    Effect.tapError(noted),
    Effect.catchTag("ProviderFailed", ({ reason }) => Effect.succeed(reason))
  )
  if (typeof identity === "string") return withoutSecret(troubled(lang, identity, next), baseUrl)
  const outcome = yield* signInBySubject({
    subject: identity.subject,
    verifiedAddress: identity.address,
    from: { ...fromOf(request), language: lang },
    former: "",
    data: null
  })
  if (outcome._tag !== "SignedIn") return withoutSecret(troubled(lang, "unknown", next), baseUrl)
  yield* knockSucceeded(request.address)
  return withSecret(redirect(inLanguage(lang, next)), baseUrl, outcome.secret)
})

export const signInAtProvider = Layer.mergeAll(
  page("/sign-in/provider", begin),
  file("/sign-in/provider/return", finish)
)
