/** Signing in at an identity provider (OpenID Connect): settings, and the two steps of the way. */
export {
  Attempted,
  discover,
  type Identity,
  IdentityProvider,
  type OpenProvider,
  ProviderFailed
} from "./provider.ts"
export {
  ProviderConfig,
  ProviderConfigError,
  type ProviderSettings,
  readProviderSettings
} from "./settings.ts"
