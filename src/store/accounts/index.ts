/** Accounts in the store: people, their sessions and tokens, failed sign-ins, and the audit log. */
import { Layer } from "effect"
import { Attempts } from "./attempts.ts"
import { Audit } from "./audit.ts"
import { People } from "./people.ts"
import { AccountSessions } from "./sessions.ts"
import { StoredTokens } from "./tokens.ts"

export { type Attempted, Attempts } from "./attempts.ts"
export { type Actor, Audit, type AuditFilter, type Change } from "./audit.ts"
export { People } from "./people.ts"
export { AccountSessions } from "./sessions.ts"
export { StoredTokens } from "./tokens.ts"

export type AccountRepositories = People | AccountSessions | StoredTokens | Attempts | Audit

export const accountRepositories = Layer.mergeAll(
  People.layer,
  AccountSessions.layer,
  StoredTokens.layer,
  Attempts.layer,
  Audit.layer
)
