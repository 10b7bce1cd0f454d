/**
 * Tokens of the HTTP interface: shown once, kept as hashes, each for some purposes and a time. A token never
 * may more than its person: a scope counts only while the person's role allows it.
 */
import { Clock, DateTime, Effect, Option } from "effect"
import type { Account, ApiToken, PersonId, Role, TokenScope } from "../domain/index.ts"
import { Audit, People, StoredTokens, timestampOf, transaction } from "../store/index.ts"
import { Notices } from "./notices.ts"
import { hashOf, isSame, newLetters, newSecret } from "./secrets.ts"

/** Days for which a token is good at most. */
export const longestTokenDays = 366

/** The role that a scope needs. */
export const roleOfScope: Readonly<Record<TokenScope, Role>> = {
  read: "reader",
  review: "editor",
  publish: "editor",
  manage: "admin"
}

const ranks: Readonly<Record<Role, number>> = { reader: 1, editor: 2, admin: 3 }

/** Scopes that a role may give. */
export const scopesOf = (role: Role): ReadonlyArray<TokenScope> =>
  (["read", "review", "publish", "manage"] as const).filter(
    (scope) => ranks[role] >= ranks[roleOfScope[scope]]
  )

/** Makes a token; the text is shown once. Scopes beyond the person's role are left out. */
export const makeToken = Effect.fn("accounts.makeToken")(function* (
  account: Account,
  given: { readonly name: string; readonly scopes: ReadonlyArray<TokenScope>; readonly days: number }
) {
  const prefix = `trb_${yield* newLetters(8)}`
  const text = `${prefix}_${yield* newSecret}`
  const at = yield* DateTime.now
  const days = Math.max(1, Math.min(longestTokenDays, Math.trunc(given.days)))
  const allowed = scopesOf(account.role)
  const token: ApiToken = {
    prefix,
    hash: hashOf(text),
    personId: account.id,
    name: given.name,
    scopes: allowed.filter((scope) => given.scopes.includes(scope)),
    createdAt: timestampOf(at.epochMilliseconds),
    expiresAt: timestampOf(DateTime.add(at, { days }).epochMilliseconds),
    lastUsedAt: null,
    revokedAt: null
  }
  yield* transaction(
    Effect.gen(function* () {
      yield* (yield* StoredTokens).add(token)
      yield* (yield* Audit).record({
        by: account,
        action: "token.add",
        thing: `token:${prefix}`,
        after: { name: token.name, scopes: token.scopes, expiresAt: token.expiresAt }
      })
      yield* (yield* Notices).tell(account, "tokenMade", account)
    })
  )
  return { token, text }
})

/** Whoever a token lets in, and for what. */
export interface TokenHolder {
  readonly account: Account
  readonly scopes: ReadonlyArray<TokenScope>
  readonly token: ApiToken
}

const minute = 60_000

/** The holder of a token as it was sent; none when it is wrong, expired, revoked, or its person disabled. */
export const readToken = Effect.fn("accounts.readToken")(function* (text: string) {
  const [, prefix = ""] = /^(trb_[a-z2-9]{8})_[\w-]{43}$/.exec(text) ?? []
  if (prefix === "") return Option.none<TokenHolder>()
  const tokens = yield* StoredTokens
  const at = yield* Clock.currentTimeMillis
  const found = yield* tokens.get(prefix)
  if (
    Option.isNone(found) ||
    !isSame(found.value.hash, hashOf(text)) ||
    found.value.revokedAt !== null ||
    Date.parse(found.value.expiresAt) <= at
  ) {
    return Option.none<TokenHolder>()
  }
  const token = found.value
  const account = yield* (yield* People).get(token.personId)
  if (Option.isNone(account) || account.value.disabledAt !== null) return Option.none<TokenHolder>()
  if (token.lastUsedAt === null || at - Date.parse(token.lastUsedAt) >= minute) {
    yield* tokens.used(prefix, timestampOf(at))
  }
  const allowed = scopesOf(account.value.role)
  const scopes = token.scopes.filter((scope) => allowed.includes(scope))
  return Option.some<TokenHolder>({ account: account.value, scopes, token })
})

/** Takes a token out of force; false when the person has no such token. */
export const revokeToken = Effect.fn("accounts.revokeToken")((account: Account, prefix: string) =>
  transaction(
    Effect.gen(function* () {
      const at = timestampOf(yield* Clock.currentTimeMillis)
      if (!(yield* (yield* StoredTokens).revoke(prefix, account.id, at))) return false
      yield* (yield* Audit).record({ by: account, action: "token.revoke", thing: `token:${prefix}` })
      return true
    })
  )
)

/** Tokens of a person, the newest first. */
export const tokensOf = Effect.fn("accounts.tokensOf")(function* (personId: PersonId) {
  return yield* (yield* StoredTokens).ofPerson(personId)
})
