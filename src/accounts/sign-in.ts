/**
 * Signing in: by password, then by the second factor where there is one, or by setting up one where it is needed.
 *
 * Whoever fails learns nothing: an unknown address, a wrong password and a disabled account give the same
 * answer after the same work, and waits are by the address that was typed, whether it is known or not.
 */
import { Effect, Option } from "effect"
import { Audit, People, transaction } from "../store/index.ts"
import { AccountRefused, plainAddress, setPassword } from "./accounts.ts"
import { attempt, attemptSucceeded, guessKeys } from "./guessing.ts"
import { Notices } from "./notices.ts"
import { takeCode } from "./own-factor.ts"
import { isOutdated, Passwords } from "./passwords.ts"
import { beginSession, endSession, type From, readKnown } from "./sessions.ts"
import { type Outcome, provider, refused, signedIn } from "./signed-in.ts"

/**
 * The first step. `former` is the secret that the browser brought, if any: it ends. `data` is kept for the
 * end of the second step.
 */
export const signInByPassword = Effect.fn("accounts.signInByPassword")(function* (given: {
  readonly address: string
  readonly password: string
  readonly from: From
  readonly former: string
  readonly data: string | null
}) {
  const passwords = yield* Passwords
  const people = yield* People
  const address = plainAddress(given.address).slice(0, 320)
  const keys = guessKeys(address, given.from.address)
  const seconds = yield* attempt(keys)
  if (seconds > 0) {
    yield* Effect.logWarning(`Sign-ins from ${given.from.address} have to wait ${seconds} seconds`)
    return { _tag: "Wait", seconds } satisfies Outcome
  }
  const found = Option.filter(yield* people.byAddress(address), ({ disabledAt }) => disabledAt === null)
  const hash = Option.match(found, { onNone: () => null, onSome: ({ password }) => password })
  const isRight = yield* passwords.verify(given.password, hash)
  if (!isRight || Option.isNone(found)) {
    yield* Effect.logInfo(`A sign-in from ${given.from.address} was refused`)
    return refused
  }
  const account = found.value
  if (hash !== null && isOutdated(hash)) {
    yield* people.change(account.id, { password: yield* passwords.hash(given.password) })
  }
  yield* attemptSucceeded(keys)
  if (account.totpSecret === null) {
    return yield* signedIn(account, given.from, "password", given.data, given.former)
  }
  yield* endSession(given.former)
  const secret = yield* beginSession("second-factor", account.id, given.from, given.data)
  return { _tag: "SecondFactor", secret } satisfies Outcome
})

/** The second step: a code of the app or a recovery code, with the secret of the first. */
export const signInByCode = Effect.fn("accounts.signInByCode")(function* (given: {
  readonly secret: string
  readonly code: string
  readonly from: From
}) {
  const known = yield* readKnown(given.secret, "second-factor")
  if (Option.isNone(known)) return refused
  const { account, session } = known.value
  const keys = guessKeys(`second-factor ${account.id}`, given.from.address)
  const seconds = yield* attempt(keys)
  if (seconds > 0) return { _tag: "Wait", seconds } satisfies Outcome
  const how = yield* takeCode(account, given.code.slice(0, 40))
  if (how === null) return refused
  if (how === "unreadable") return { _tag: "Unreadable" } satisfies Outcome
  yield* attemptSucceeded(keys)
  return yield* signedIn(account, given.from, `password and ${how}`, session.data, given.secret)
})

/** The last step of whoever came with a temporary password: one of their own. */
export const signInByNewPassword = Effect.fn("accounts.signInByNewPassword")(function* (given: {
  readonly secret: string
  readonly password: string
  readonly from: From
}) {
  const known = yield* readKnown(given.secret, "new-password")
  if (Option.isNone(known)) return refused
  const { account, session } = known.value
  if (yield* (yield* Passwords).verify(given.password, account.password)) {
    return yield* new AccountRefused({
      reason: "password-same",
      message: "This is the temporary password: choose one of your own."
    })
  }
  yield* setPassword(
    account.id,
    given.password,
    { temporary: false, action: "account.change-password" },
    account
  )
  const changed = { ...account, passwordIsTemporary: false }
  return yield* signedIn(changed, given.from, "new password", session.data, given.secret)
})

/**
 * Signs in whom the identity provider has signed in. The account is the one of the subject; at the first time it
 * is the one of the mail address, which is tied to the subject then. Nobody gets an account by it. Of second
 * factors the provider asks for its own.
 */
export const signInBySubject = Effect.fn("accounts.signInBySubject")(function* (given: {
  /** Issuer and subject, joined by a space. */
  readonly subject: string
  /** The mail address, where it counts. */
  readonly verifiedAddress: string | null
  readonly from: From
  readonly former: string
  readonly data: string | null
}) {
  const { subject, verifiedAddress } = given
  const people = yield* People
  const outcome: Outcome = yield* transaction(
    Effect.gen(function* () {
      const known = yield* people.bySubject(subject)
      const found =
        Option.isSome(known) || verifiedAddress === null
          ? known
          : Option.filter(
              yield* people.byAddress(plainAddress(verifiedAddress)),
              // Somebody who is tied to another identity is not taken over by an address.
              (account) => account.subject === null
            )
      if (Option.isNone(found) || found.value.disabledAt !== null) return refused
      const account = found.value
      if (account.subject === null) {
        yield* people.change(account.id, { subject })
        yield* (yield* Audit).record({
          by: account,
          action: "account.link",
          thing: `person:${account.id}`,
          after: { subject }
        })
        yield* (yield* Notices).tell(account, "linked", account)
      }
      return yield* signedIn(account, given.from, provider, given.data, given.former)
    })
  )
  if (outcome._tag === "Refused") {
    yield* Effect.logInfo(`A sign-in at the identity provider from ${given.from.address} has no account`)
  }
  return outcome
})
