/**
 * Accounts: the people of the Secretariat, what lets them in, and the log of what they changed.
 */
import { Schema } from "effect"
import { Timestamp } from "./ids.ts"
import { digestLanguages } from "./languages.ts"

/** `p-` and 16 random hex digits. */
export const PersonId = Schema.String.check(
  Schema.isPattern(/^p-[0-9a-f]{16}$/u, { message: "expected a person such as p-0123456789abcdef" })
).pipe(Schema.brand("PersonId"))
export type PersonId = typeof PersonId.Type

/** reader: sees what the Secretariat sees; editor: decides and approves; admin: accounts and settings too. */
export const Role = Schema.Literals(["reader", "editor", "admin"])
export type Role = typeof Role.Type

/** A person of the Secretariat, as stored. */
export const Account = Schema.Struct({
  id: PersonId,
  /** As others see it. */
  name: Schema.NonEmptyString,
  /** Mail address in lower case, by which the person signs in. */
  address: Schema.NonEmptyString,
  role: Role,
  /** PHC string of the password's hash; null where the person signs in elsewhere (OpenID Connect). */
  password: Schema.NullOr(Schema.String),
  /** True where somebody else has set the password: it is changed at the next sign-in. */
  passwordIsTemporary: Schema.Boolean,
  /** Secret of the second factor, sealed with a key that lies outside the store; null where there is none. */
  totpSecret: Schema.NullOr(Schema.String),
  /** Time step of the newest code that was taken, so that none is taken twice (RFC 6238, section 5.2). */
  totpStep: Schema.NullOr(Schema.Int),
  /** When a second factor was asked for first, as long as there is none; null where nobody asked. */
  factorAskedAt: Schema.NullOr(Timestamp),
  /** Issuer and subject at the identity provider, joined by a space; null before the first sign-in there. */
  subject: Schema.NullOr(Schema.String),
  /** Language of the pages at the last sign-in, for mails; null before the first. */
  language: Schema.NullOr(Schema.Literals(digestLanguages)),
  createdAt: Timestamp,
  signedInAt: Schema.NullOr(Timestamp),
  disabledAt: Schema.NullOr(Timestamp)
})
export type Account = typeof Account.Type

/**
 * signed-in: all that is asked was shown; second-factor: the password was right and the code is awaited;
 * new-password: all was right, and a password of the person's own is awaited in place of a temporary one;
 * new-factor: all was right, and a second factor is to be set up; provider: the person is at the identity
 * provider; organiser: nobody of the Secretariat, but the organiser of the private link that `data` names.
 */
export const SessionStage = Schema.Literals([
  "signed-in",
  "second-factor",
  "new-password",
  "new-factor",
  "provider",
  "organiser"
])
export type SessionStage = typeof SessionStage.Type

/** A session, or a sign-in under way. */
export const AccountSession = Schema.Struct({
  /** SHA-256 of the secret in the cookie, hexadecimal. */
  id: Schema.NonEmptyString,
  stage: SessionStage,
  /** Null only at the stages `provider` and `organiser`. */
  personId: Schema.NullOr(PersonId),
  createdAt: Timestamp,
  seenAt: Timestamp,
  /** From here on it is over, however often it was used. */
  endsAt: Timestamp,
  /** Network address at the sign-in. */
  address: Schema.String,
  /** The browser's own words about itself, shortened. */
  agent: Schema.String,
  /** What the stage has to remember, as JSON text: the page to go on to, state and verifier of the provider. */
  data: Schema.NullOr(Schema.String)
})
export type AccountSession = typeof AccountSession.Type

/** What a token of the HTTP interface may do. */
export const TokenScope = Schema.Literals(["read", "review", "publish", "manage"])
export type TokenScope = typeof TokenScope.Type

/** A token of the HTTP interface; the token itself is shown once and not kept. */
export const ApiToken = Schema.Struct({
  /** The part by which people recognise it, and by which it is found: `trb_` and eight characters. */
  prefix: Schema.NonEmptyString,
  /** SHA-256 of the whole token, hexadecimal. */
  hash: Schema.NonEmptyString,
  personId: PersonId,
  name: Schema.NonEmptyString,
  scopes: Schema.Array(TokenScope),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  lastUsedAt: Schema.NullOr(Timestamp),
  revokedAt: Schema.NullOr(Timestamp)
})
export type ApiToken = typeof ApiToken.Type

/** A line of the audit log. */
export const AuditEntry = Schema.Struct({
  id: Schema.Int,
  at: Timestamp,
  /** Id of the person; null where it was the command line or the program itself. */
  personId: Schema.NullOr(Schema.String),
  /** Name at that time. */
  by: Schema.NonEmptyString,
  /** Thing and verb: `source.approve`, `account.disable`. */
  action: Schema.NonEmptyString,
  /** What was changed: `source:norvia-igf/feed`. */
  thing: Schema.String,
  /** JSON of what was there before; null where nothing was, or where it must not be told. */
  before: Schema.NullOr(Schema.Unknown),
  after: Schema.NullOr(Schema.Unknown)
})
export type AuditEntry = typeof AuditEntry.Type
