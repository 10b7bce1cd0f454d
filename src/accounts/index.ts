/**
 * Accounts of the Secretariat: who people are, how they sign in, what they may do. Without pages: those are in
 * `src/portal/accounts`, commands in `src/cli/user`. Everything works on the repositories of the store; services
 * of their own are `Passwords`, `SecretKeys` (seals second factors), `FactorRule` (who needs one) and `Notices`
 * (mails to the person).
 */
export {
  AccountRefused,
  addAccount,
  changeRole,
  checkPassword,
  confirmPassword,
  disableAccount,
  enableAccount,
  findAccount,
  forgetIdentity,
  setPassword
} from "./accounts.ts"
export {
  longestTokenDays,
  makeToken,
  readToken,
  revokeToken,
  scopesOf,
  type TokenHolder,
  tokensOf
} from "./api-tokens.ts"
export { FactorRule, FactorRuleError, readFactorChoice } from "./factor-rule.ts"
export { keyFileName, type KeysState, KeyUnavailable, SecretKeys } from "./keys/index.ts"
export { type NewFactor, readNewFactor, signInByNewFactor, signInWithoutFactor } from "./new-factor.ts"
export { Notices } from "./notices.ts"
export { disableSecondFactor, enableSecondFactor, takeCode } from "./own-factor.ts"
export { attempt, attemptSucceeded, guessKeys, knock, knockSucceeded } from "./guessing.ts"
export { longestPassword, Passwords, shortestPassword, TooBusy } from "./passwords.ts"
export { codeAt, newTotpSecret, qrCode, totpUri } from "./second-factor.ts"
export {
  Attempted,
  discover,
  type Identity,
  IdentityProvider,
  type OpenProvider,
  ProviderConfig,
  ProviderConfigError,
  ProviderFailed,
  type ProviderSettings,
  readProviderSettings
} from "./provider/index.ts"
export { derived, isSame } from "./secrets.ts"
export {
  beginSession,
  endSession,
  forgetSessions,
  type From,
  type Known,
  openSessions,
  readKnown,
  readOpen,
  readSession,
  rotateSession
} from "./sessions.ts"
export { signInByCode, signInByNewPassword, signInByPassword, signInBySubject } from "./sign-in.ts"
export type { Outcome } from "./signed-in.ts"
