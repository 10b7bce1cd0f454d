/**
 * A person's second factor: taking it into use, showing a code of it, taking it away. Its secret is sealed before
 * it comes into the store.
 */
import { Clock, Effect, Result } from "effect"
import type { Account, PersonId } from "../domain/index.ts"
import { type Actor, Audit, People, transaction } from "../store/index.ts"
import { AccountRefused, getAccount } from "./accounts.ts"
import { FactorRule } from "./factor-rule.ts"
import { SecretKeys } from "./keys/index.ts"
import { Notices } from "./notices.ts"
import { isAppCode, newRecoveryCodes, recoveryHash, stepOf, unsaltedRecoveryHash } from "./second-factor.ts"

/**
 * Takes a second factor into use, in place of a former one, once a code shows that the app has the secret; gives
 * recovery codes. Fails with KeyUnavailable where the secret cannot be sealed.
 */
export const enableSecondFactor = Effect.fn("accounts.enableSecondFactor")(function* (
  account: Account,
  secret: string,
  code: string
) {
  const step = stepOf(secret, code, yield* Clock.currentTimeMillis)
  if (step === null) {
    return yield* new AccountRefused({
      reason: "code-wrong",
      message:
        "The code is not right: see whether the clock of the device is right, and type the newest code."
    })
  }
  const codes = yield* newRecoveryCodes
  const sealed = yield* (yield* SecretKeys).seal(secret, account.id)
  yield* transaction(
    Effect.gen(function* () {
      const people = yield* People
      yield* people.change(account.id, { totpSecret: sealed, totpStep: step, factorAskedAt: null })
      yield* people.setRecovery(
        account.id,
        codes.map((own) => recoveryHash(own, account.id))
      )
      yield* (yield* Audit).record({
        by: account,
        action: "account.second-factor-on",
        thing: `person:${account.id}`
      })
      yield* (yield* Notices).tell(account, "factorOn", account)
    })
  )
  return codes
})

/** Takes the second factor out of use; people whose role needs one cannot do so for themselves. */
export const disableSecondFactor = Effect.fn("accounts.disableSecondFactor")((id: PersonId, by: Actor) =>
  transaction(
    Effect.gen(function* () {
      const people = yield* People
      const account = yield* getAccount(id)
      if (by.id === id && (yield* FactorRule).asks(account)) {
        return yield* new AccountRefused({
          reason: "factor-needed",
          message: "This role needs a second factor: set up a new one in place of it."
        })
      }
      yield* people.change(id, { totpSecret: null, totpStep: null, factorAskedAt: null })
      yield* people.setRecovery(id, [])
      yield* (yield* Audit).record({ by, action: "account.second-factor-off", thing: `person:${id}` })
      if (account.totpSecret !== null) yield* (yield* Notices).tell(account, "factorOff", by)
    })
  )
)

/** Uses a recovery code up, if it is one. */
const takeRecovery = Effect.fnUntraced(function* (account: Account, code: string) {
  return yield* transaction(
    Effect.gen(function* () {
      const people = yield* People
      const isOne =
        (yield* people.useRecovery(account.id, recoveryHash(code, account.id))) ||
        (yield* people.useRecovery(account.id, unsaltedRecoveryHash(code)))
      if (isOne) yield* (yield* Notices).tell(account, "recoveryUsed", account)
      return isOne
    })
  )
})

/**
 * What a code is: one of the app or a recovery code, used up then; null when it is not right; `unreadable` where
 * codes of the app cannot be looked at, since the key of their secret is not there.
 */
export const takeCode = Effect.fn("accounts.takeCode")(function* (account: Account, code: string) {
  if (account.totpSecret === null) return null
  if (!isAppCode(code)) return (yield* takeRecovery(account, code)) ? "recovery code" : null
  const opened = yield* Effect.result((yield* SecretKeys).open(account.totpSecret, account.id))
  if (Result.isFailure(opened)) {
    yield* Effect.logError(opened.failure.message)
    return "unreadable"
  }
  const step = stepOf(opened.success, code, yield* Clock.currentTimeMillis)
  if (step === null) return null
  if (yield* (yield* People).takeStep(account.id, step)) return "code"
  yield* Effect.logWarning(`A one-time code of ${account.id} was shown again and refused`)
  yield* (yield* Notices).tell(account, "codeRepeated", account)
  return null
})
