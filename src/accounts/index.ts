/**
 * Accounts of the Secretariat: who people are, how they sign in, what they may do. Without pages: those are in
 * `src/portal/accounts`, commands in `src/cli/user`. Everything works on the repositories of the store; only
 * `Passwords` is a service of its own.
 */
export {
  AccountRefused,
  addAccount,
  changeRole,
  checkPassword,
  confirmPassword,
  disableAccount,
  disableSecondFactor,
  enableAccount,
  enableSecondFactor,
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
export {
  type Outcome,
  signInByCode,
  signInByNewPassword,
  signInByPassword,
  signInBySubject,
  takeCode
} from "./sign-in.ts"
