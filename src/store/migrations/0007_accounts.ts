/**
 * Accounts: people of the Secretariat, their sessions and tokens, failed sign-ins, and the audit log, which
 * only grows.
 */
import { Effect } from "effect"
import { define, forbid, forbidReplace } from "./dialect.ts"

const statements = [
  `CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password TEXT,
    password_is_temporary INTEGER NOT NULL,
    totp_secret TEXT,
    totp_step INTEGER,
    subject TEXT UNIQUE,
    created_at TEXT NOT NULL,
    signed_in_at TEXT,
    disabled_at TEXT
  )`,
  `CREATE TABLE recovery_codes (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    PRIMARY KEY (person_id, hash)
  )`,
  `CREATE TABLE account_sessions (
    id TEXT NOT NULL PRIMARY KEY,
    stage TEXT NOT NULL,
    person_id TEXT REFERENCES people (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    data TEXT
  )`,
  `CREATE INDEX account_sessions_by_person ON account_sessions (person_id)`,
  `CREATE INDEX account_sessions_ending ON account_sessions (ends_at)`,
  `CREATE TABLE api_tokens (
    prefix TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at TEXT
  )`,
  `CREATE INDEX api_tokens_by_person ON api_tokens (person_id)`,
  `CREATE TABLE failed_attempts (
    "key" TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    blocked_until TEXT NOT NULL
  )`,
  `CREATE INDEX failed_attempts_last ON failed_attempts (last_at)`,
  `CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    person_id TEXT,
    "by" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    thing TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT
  )`,
  `CREATE INDEX audit_log_by_thing ON audit_log (thing, id)`,
  `CREATE INDEX audit_log_by_person ON audit_log (person_id, id)`
]

export default Effect.gen(function* () {
  yield* define(statements)
  yield* forbid("audit_log", "UPDATE", "entries of the audit log are never changed")
  yield* forbid("audit_log", "DELETE", "entries of the audit log are never removed")
  yield* forbidReplace("audit_log", "id", "entries of the audit log are never replaced")
})
