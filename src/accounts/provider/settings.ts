/**
 * Which identity provider people may sign in at, read from the environment.
 *
 * Variables (there is none while TRIBUTARY_OIDC_ISSUER is not set: people sign in with passwords):
 * - `TRIBUTARY_OIDC_ISSUER`: the provider's issuer, `https://login.example.org/realms/igf`; `http:` on this
 *   machine only
 * - `TRIBUTARY_OIDC_CLIENT_ID`, `TRIBUTARY_OIDC_CLIENT_SECRET`: as the provider gave them; without a secret
 *   the portal is a public client
 * - `TRIBUTARY_OIDC_NAME`: what people call the provider, on the button; the issuer's host when absent
 * - `TRIBUTARY_OIDC_ADDRESSES`: `verified` (default): a mail address counts where the provider says that it
 *   verified it; `trusted`: always, for a provider that says nothing of it and lets nobody choose an address
 */
import { Config, Context, Effect, Layer, Option, Redacted, Schema } from "effect"

/** A variable whose value cannot be used. The value of a secret is never part of the message. */
export class ProviderConfigError extends Schema.TaggedError<ProviderConfigError>()("ProviderConfigError", {
  variable: Schema.String,
  message: Schema.String
}) {}

export interface ProviderSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted | null
  /** What people call it. */
  readonly name: string
  /** Mail addresses count without the provider's word that it verified them. */
  readonly trustsAddresses: boolean
}

const refuse = (variable: string, expected: string) =>
  new ProviderConfigError({ variable, message: `${variable} cannot be used: ${expected}.` })

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname)

/** Whether a provider is asked without TLS, which only one on this machine may be. */
export const isInsecure = (issuer: URL): boolean => issuer.protocol === "http:" && isLoopback(issuer)

// An empty value is as good as none: files for containers often have them.
const text = (name: string) =>
  Config.option(Config.String(name)).pipe(
    Config.map(Option.filter((value) => value.trim() !== "")),
    Config.map(Option.getOrNull)
  )

const environment = Config.all({
  issuer: text("TRIBUTARY_OIDC_ISSUER"),
  clientId: text("TRIBUTARY_OIDC_CLIENT_ID"),
  clientSecret: Config.option(Config.Redacted("TRIBUTARY_OIDC_CLIENT_SECRET")),
  name: text("TRIBUTARY_OIDC_NAME"),
  addresses: text("TRIBUTARY_OIDC_ADDRESSES")
})

/** Reads the settings, null where there is no provider; fails with a sentence that names the variable. */
export const readProviderSettings = Effect.gen(function* () {
  const { addresses, clientId, clientSecret, issuer, name } = yield* environment
  if (issuer === null) return null
  const url = URL.parse(issuer)
  if (
    url === null ||
    !(url.protocol === "https:" || isInsecure(url)) ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== ""
  ) {
    return yield* refuse(
      "TRIBUTARY_OIDC_ISSUER",
      "write an https address without query, as the provider names it"
    )
  }
  if (clientId === null) {
    return yield* refuse("TRIBUTARY_OIDC_CLIENT_ID", "it is missing; the provider gives it for the portal")
  }
  if (addresses !== null && addresses !== "verified" && addresses !== "trusted") {
    return yield* refuse("TRIBUTARY_OIDC_ADDRESSES", 'write "verified" or "trusted"')
  }
  const secret = Option.getOrNull(clientSecret)
  return {
    issuer: url,
    clientId,
    clientSecret: secret === null || Redacted.value(secret) === "" ? null : secret,
    name: name ?? url.host,
    trustsAddresses: addresses === "trusted"
  } satisfies ProviderSettings
})

/** The settings of this process; null where there is no provider. */
export class ProviderConfig extends Context.Service<ProviderConfig, ProviderSettings | null>()(
  "tributary/accounts/ProviderConfig"
) {
  static readonly layer = Layer.effect(ProviderConfig, readProviderSettings)
}
