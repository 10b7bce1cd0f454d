/**
 * Accounts of the Secretariat: adding people, their roles and passwords. Every change is recorded in the audit
 * log, and told to the person where it lets somebody in, in the same transaction; whoever loses a right is signed
 * out at once.
 */
import { Effect, Option, Schema } from "effect"
import { type Account, PersonId, type Role } from "../domain/index.ts"
import { AccountSessions, type Actor, Audit, now, People, StoredTokens, transaction } from "../store/index.ts"
import { Notices } from "./notices.ts"
import { type Objection, Passwords } from "./passwords.ts"
import { newHex } from "./secrets.ts"

/** Addresses are compared in lower case and without spaces around. */
export const plainAddress = (address: string): string => address.trim().normalize("NFC").toLowerCase()

/** Why an account cannot be changed as was asked. */
export class AccountRefused extends Schema.TaggedError<AccountRefused>()("AccountRefused", {
  reason: Schema.Literals([
    "unknown",
    "taken",
    "address",
    "name",
    "last-admin",
    "password-short",
    "password-long",
    "password-common",
    "password-name",
    "password-same",
    "password-wrong",
    "code-wrong",
    "factor-needed"
  ]),
  message: Schema.String
}) {}

const objections: Readonly<Record<Objection, string>> = {
  short: "A password has twelve characters at least: several words in a row are easy to remember.",
  long: "A password has 128 characters at most.",
  common: "This password is easy to guess: take several words that do not belong together.",
  name: "A password must not hold the person's name or address."
}

const unknown = (who: string) =>
  new AccountRefused({
    reason: "unknown",
    message: `There is no account of ${who}: "tributary user list" names them.`
  })

/** Fails with what speaks against a password. */
export const checkPassword = Effect.fn("accounts.checkPassword")(function* (
  password: string,
  own: { readonly name: string; readonly address: string }
) {
  const objection = yield* (yield* Passwords).objection(password, [own.name, own.address])
  if (objection !== null) {
    return yield* new AccountRefused({ reason: `password-${objection}`, message: objections[objection] })
  }
})

/** The account of an address. */
export const findAccount = Effect.fn("accounts.findAccount")(function* (address: string) {
  const found = yield* (yield* People).byAddress(plainAddress(address))
  return Option.isSome(found) ? found.value : yield* unknown(address)
})

/** The account of an id. */
export const getAccount = Effect.fn("accounts.getAccount")(function* (id: PersonId) {
  const found = yield* (yield* People).get(id)
  return Option.isSome(found) ? found.value : yield* unknown(id)
})

/** A mail address as far as it can be told without writing to it; no spaces or control characters. */
const isAddress = (address: string): boolean =>
  address.length <= 254 &&
  /^[^\s@<>"(),:;\\[\]\p{C}]+@[^\s@<>"(),:;\\[\]\p{C}]+\.[^\s@.<>"(),:;\\[\]\p{C}]+$/u.test(address)

/** A name of one line. */
const isName = (name: string): boolean => name.length > 0 && name.length <= 100 && !/\p{C}/u.test(name)

/** Adds a person; without password for whoever signs in at the identity provider. */
export const addAccount = Effect.fn("accounts.addAccount")(function* (
  given: {
    readonly name: string
    readonly address: string
    readonly role: Role
    readonly password: string | null
    /** True when it is to be changed at the first sign-in. */
    readonly temporary: boolean
  },
  by: Actor
) {
  const address = plainAddress(given.address)
  const name = given.name.trim().normalize("NFC")
  if (!isAddress(address)) {
    return yield* new AccountRefused({ reason: "address", message: `"${given.address}" is no mail address.` })
  }
  if (!isName(name)) {
    return yield* new AccountRefused({
      reason: "name",
      message: "A name has one line of 1 to 100 characters."
    })
  }
  if (given.password !== null) yield* checkPassword(given.password, { name, address })
  const account: Account = {
    id: PersonId.make(`p-${yield* newHex(8)}`),
    name,
    address,
    role: given.role,
    password: given.password === null ? null : yield* (yield* Passwords).hash(given.password),
    passwordIsTemporary: given.password !== null && given.temporary,
    totpSecret: null,
    totpStep: null,
    factorAskedAt: null,
    subject: null,
    language: null,
    createdAt: yield* now,
    signedInAt: null,
    disabledAt: null
  }
  yield* transaction(
    Effect.gen(function* () {
      if (!(yield* (yield* People).add(account))) {
        return yield* new AccountRefused({ reason: "taken", message: `${address} has an account already.` })
      }
      yield* (yield* Audit).record({
        by,
        action: "account.add",
        thing: `person:${account.id}`,
        after: { name, address, role: given.role }
      })
    })
  )
  return account
})

/** Refuses what would leave nobody who can manage accounts. */
const keepAnAdmin = Effect.fnUntraced(function* (account: Account) {
  const others = (yield* (yield* People).list).filter(
    ({ disabledAt, id, role }) => role === "admin" && disabledAt === null && id !== account.id
  )
  if (account.role === "admin" && account.disabledAt === null && others.length === 0) {
    return yield* new AccountRefused({
      reason: "last-admin",
      message: `${account.name} is the last administrator: make somebody else one first.`
    })
  }
})

/** Changes a role; the person has to sign in again. */
export const changeRole = Effect.fn("accounts.changeRole")((id: PersonId, role: Role, by: Actor) =>
  transaction(
    Effect.gen(function* () {
      const account = yield* getAccount(id)
      if (account.role === role) return
      if (role !== "admin") yield* keepAnAdmin(account)
      yield* (yield* People).change(id, { role })
      yield* (yield* AccountSessions).endAll(id)
      yield* (yield* Audit).record({
        by,
        action: "account.role",
        thing: `person:${id}`,
        before: { role: account.role },
        after: { role }
      })
    })
  )
)

/** Keeps a person out: sessions and tokens end at once. */
export const disableAccount = Effect.fn("accounts.disableAccount")((id: PersonId, by: Actor) =>
  transaction(
    Effect.gen(function* () {
      const account = yield* getAccount(id)
      if (account.disabledAt !== null) return
      yield* keepAnAdmin(account)
      const at = yield* now
      yield* (yield* People).change(id, { disabledAt: at })
      yield* (yield* AccountSessions).endAll(id)
      yield* (yield* StoredTokens).revokeAll(id, at)
      yield* (yield* Audit).record({ by, action: "account.disable", thing: `person:${id}` })
    })
  )
)

/** Lets a person in again; tokens stay revoked. */
export const enableAccount = Effect.fn("accounts.enableAccount")((id: PersonId, by: Actor) =>
  transaction(
    Effect.gen(function* () {
      if ((yield* getAccount(id)).disabledAt === null) return
      yield* (yield* People).change(id, { disabledAt: null })
      yield* (yield* Audit).record({ by, action: "account.enable", thing: `person:${id}` })
    })
  )
)

/** Sets a password; all sessions of the person end. */
export const setPassword = Effect.fn("accounts.setPassword")(function* (
  id: PersonId,
  password: string,
  /** temporary: somebody else has set it, and it is changed at the next sign-in. */
  options: { readonly temporary: boolean; readonly action?: string },
  by: Actor
) {
  const account = yield* getAccount(id)
  yield* checkPassword(password, account)
  const hash = yield* (yield* Passwords).hash(password)
  yield* transaction(
    Effect.gen(function* () {
      yield* (yield* People).change(id, { password: hash, passwordIsTemporary: options.temporary })
      yield* (yield* AccountSessions).endAll(id)
      yield* (yield* Audit).record({
        by,
        action: options.action ?? "account.reset-password",
        thing: `person:${id}`
      })
      yield* (yield* Notices).tell(account, options.temporary ? "passwordReset" : "passwordChanged", by)
    })
  )
})

/** Asks for the password that is in force, before something that decides who gets in is changed. */
export const confirmPassword = Effect.fn("accounts.confirmPassword")(function* (
  account: Account,
  password: string
) {
  if (!(yield* (yield* Passwords).verify(password, account.password))) {
    return yield* new AccountRefused({
      reason: "password-wrong",
      message: "The present password is not right."
    })
  }
})

/**
 * Unties a person from their identity at the provider, so that the next sign-in there by mail address ties them
 * anew; all sessions of the person end.
 */
export const forgetIdentity = Effect.fn("accounts.forgetIdentity")((id: PersonId, by: Actor) =>
  transaction(
    Effect.gen(function* () {
      const account = yield* getAccount(id)
      const { subject } = account
      if (subject === null) return
      yield* (yield* People).change(id, { subject: null })
      yield* (yield* AccountSessions).endAll(id)
      yield* (yield* Audit).record({
        by,
        action: "account.unlink",
        thing: `person:${id}`,
        before: { subject }
      })
      yield* (yield* Notices).tell(account, "unlinked", by)
    })
  )
)
