/** How people sign in to the portal: whether the identity provider, where there is one, answers as one. */
import { Effect } from "effect"
import { discover, readProviderSettings } from "../../accounts/index.ts"
import { doubtful, type Finding, ill, orIll, well } from "./finding.ts"

export const signIn: Effect.Effect<Finding> = orIll(
  "sign-in",
  Effect.gen(function* () {
    const settings = yield* readProviderSettings
    if (settings === null)
      return well("sign-in", "People sign in with passwords; no identity provider is set.")
    const server = (yield* discover(settings)).serverMetadata()
    if (server.authorization_endpoint === undefined || server.token_endpoint === undefined) {
      return ill("sign-in", `${settings.name} names no place to sign in at.`, "check TRIBUTARY_OIDC_ISSUER")
    }
    // A list that is left out says nothing (RFC 8414, section 2).
    if (server.code_challenge_methods_supported?.includes("S256") === false) {
      return ill(
        "sign-in",
        `${settings.name} does not offer PKCE with S256.`,
        "have it turned on for the portal"
      )
    }
    return server.claims_supported !== undefined && !server.claims_supported.includes("email")
      ? doubtful(
          "sign-in",
          `${settings.name} answers, and does not say that it tells mail addresses.`,
          "have it give email and email_verified to the portal, or nobody is known at the first sign-in"
        )
      : well("sign-in", `${settings.name} answers as ${server.issuer}.`)
  })
)
