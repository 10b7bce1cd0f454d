/**
 * Signing in at an identity provider: OpenID Connect's code flow with PKCE, state and nonce (OpenID Connect
 * Core 1.0, section 3.1; RFC 7636; RFC 9700, section 2.1). The library checks signature, issuer, audience,
 * times and nonce of what the provider says.
 *
 * What the provider publishes about itself is asked for when the first person signs in, and again after an
 * hour; its keys are asked for again by the library when they change.
 */
import { Context, Effect, Exit, Layer, Option, Redacted, Schema } from "effect"
import type { Configuration } from "openid-client"
import { isInsecure, ProviderConfig, type ProviderSettings } from "./settings.ts"

/** Seconds that the provider is given for an answer. */
const answerLimit = 10

/** The provider did not sign anybody in. */
export class ProviderFailed extends Schema.TaggedError<ProviderFailed>()("ProviderFailed", {
  /**
   * unreachable: no usable answer came; cancelled: the person, or the provider, refused; invalid: the answer
   * is not one to this attempt, or cannot be trusted.
   */
  reason: Schema.Literals(["unreachable", "cancelled", "invalid"]),
  message: Schema.String
}) {}

/** What is kept of an attempt until the person comes back. */
export const Attempted = Schema.Struct({
  state: Schema.String,
  nonce: Schema.String,
  verifier: Schema.String
})
export type Attempted = typeof Attempted.Type

/** Whom the provider has signed in. */
export interface Identity {
  /** Issuer and subject, joined by a space: the only name of a person that never passes to another. */
  readonly subject: string
  /** Mail address that counts: verified, or of a provider whose addresses are trusted. */
  readonly address: string | null
}

const library = Effect.promise(() => import("openid-client"))

const sentenceOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? `, ${error.cause.message}` : ""
  return error instanceof Error ? `${error.message}${cause}` : String(error)
}

/** Asks the provider what it is; fails when it does not answer as a provider. */
export const discover = Effect.fn("accounts.discover")(function* (settings: ProviderSettings) {
  const oidc = yield* library
  const secret = settings.clientSecret === null ? undefined : Redacted.value(settings.clientSecret)
  return yield* Effect.tryPromise({
    try: () =>
      oidc.discovery(
        settings.issuer,
        settings.clientId,
        undefined,
        secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret),
        {
          timeout: answerLimit,
          execute: isInsecure(settings.issuer) ? [oidc.allowInsecureRequests] : []
        }
      ),
    catch: (error) =>
      new ProviderFailed({
        reason: "unreachable",
        message: `${settings.issuer.href} does not answer as an identity provider (${sentenceOf(error)}): check TRIBUTARY_OIDC_ISSUER, or ask who runs it.`
      })
  })
})

/** Some providers write the flag as a text. */
const isTrue = (value: unknown): boolean => value === true || value === "true"

const addressIn = (
  claims: Readonly<Record<string, unknown>> | undefined,
  { trustsAddresses }: ProviderSettings
): string | null => {
  const address = claims?.["email"]
  if (typeof address !== "string" || address === "") return null
  return trustsAddresses || isTrue(claims?.["email_verified"]) ? address : null
}

/** Trades the code of an answer for the identity of a person. */
const finishWith = Effect.fn("accounts.finishAtProvider")(function* (
  settings: ProviderSettings,
  configuration: Configuration,
  answer: URL,
  { nonce, state, verifier }: Attempted
) {
  const oidc = yield* library
  const tokens = yield* Effect.tryPromise({
    try: () =>
      oidc.authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true
      }),
    catch: (error) => {
      const reason =
        error instanceof oidc.AuthorizationResponseError
          ? "cancelled"
          : error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError
            ? "invalid"
            : "unreachable"
      return new ProviderFailed({ reason, message: sentenceOf(error) })
    }
  })
  const claims = tokens.claims()
  if (claims === undefined) {
    return yield* new ProviderFailed({ reason: "invalid", message: "the provider gave no ID token" })
  }
  const found = addressIn(claims, settings)
  const endpoint = configuration.serverMetadata().userinfo_endpoint
  // Many providers tell the address only there. Whoever is known by subject needs none.
  const address =
    found !== null || endpoint === undefined
      ? found
      : yield* Effect.tryPromise(() =>
          oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        ).pipe(
          Effect.map((own) => addressIn({ ...own }, settings)),
          Effect.tapError((error) =>
            Effect.logWarning("The identity provider does not tell addresses", error)
          ),
          Effect.catch(() => Effect.succeed(null))
        )
  return { subject: `${claims.iss} ${claims.sub}`, address } satisfies Identity
})

/** An open provider. */
export interface OpenProvider {
  /** What people call it. */
  readonly name: string
  /** Where the person is sent, and what is kept until they come back to `returnTo`. */
  readonly begin: (
    returnTo: URL
  ) => Effect.Effect<{ readonly url: URL; readonly attempted: Attempted }, ProviderFailed>
  /** Whom the provider has signed in, by the whole address to which it sent them back. */
  readonly finish: (answer: URL, attempted: Attempted) => Effect.Effect<Identity, ProviderFailed>
}

const openProvider = Effect.fnUntraced(function* (settings: ProviderSettings) {
  // A failure is not kept: the next person who comes asks again.
  const ready = yield* Effect.cachedWithTTL(discover(settings), (exit) =>
    Exit.isSuccess(exit) ? "1 hour" : 0
  )
  const begin: OpenProvider["begin"] = Effect.fnUntraced(function* (returnTo) {
    const oidc = yield* library
    const own = yield* ready
    const attempted: Attempted = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier()
    }
    const challenge = yield* Effect.promise(() => oidc.calculatePKCECodeChallenge(attempted.verifier))
    const url = oidc.buildAuthorizationUrl(own, {
      redirect_uri: returnTo.href,
      scope: "openid email",
      state: attempted.state,
      nonce: attempted.nonce,
      code_challenge: challenge,
      code_challenge_method: "S256"
    })
    return { url, attempted }
  })
  return {
    name: settings.name,
    begin,
    finish: (answer, attempted) =>
      Effect.flatMap(ready, (own) => finishWith(settings, own, answer, attempted))
  } satisfies OpenProvider
})

/** The provider that is configured; none where people sign in with passwords alone. */
export class IdentityProvider extends Context.Service<
  IdentityProvider,
  { readonly provider: Option.Option<OpenProvider> }
>()("tributary/accounts/IdentityProvider") {
  static readonly layer = Layer.effect(
    IdentityProvider,
    Effect.gen(function* () {
      const settings = yield* ProviderConfig
      return IdentityProvider.of({
        provider: settings === null ? Option.none() : Option.some(yield* openProvider(settings))
      })
    })
  )
}
