/**
 * Setting up a second factor in the middle of a sign-in, by whoever needs one. It can be put off until a week after
 * it was asked for first.
 */
import { Clock, Effect, Option } from "effect"
import type { Account, Timestamp } from "../domain/index.ts"
import { People, timestampOf } from "../store/index.ts"
import { factorGrace } from "./factor-rule.ts"
import { SecretKeys } from "./keys/index.ts"
import { readAttempt } from "./new-factor-data.ts"
import { enableSecondFactor } from "./own-factor.ts"
import { type From, readKnown } from "./sessions.ts"
import { refused, signedIn } from "./signed-in.ts"

/** Somebody who is to set up a second factor. */
export interface NewFactor {
  readonly account: Account
  /** The secret for the app. */
  readonly totpSecret: string
  /** Until when it can be put off; null when that is over. */
  readonly canWaitUntil: Timestamp | null
  /** What the sign-in has to remember. */
  readonly data: string | null
}

/** Who is at this stage, by the secret of it; none when nobody is. */
export const readNewFactor = Effect.fn("accounts.readNewFactor")(function* (secret: string) {
  const known = Option.getOrUndefined(yield* readKnown(secret, "new-factor"))
  const attempt = known === undefined ? undefined : Option.getOrUndefined(readAttempt(known.session.data))
  if (known === undefined || attempt === undefined) return Option.none<NewFactor>()
  const { account } = known
  const totpSecret = yield* Effect.option((yield* SecretKeys).open(attempt.sealed, account.id))
  // Somebody else may have set it up meanwhile: the sign-in begins anew then.
  if (Option.isNone(totpSecret) || account.totpSecret !== null) return Option.none<NewFactor>()
  const at = yield* Clock.currentTimeMillis
  const until = Date.parse(account.factorAskedAt ?? timestampOf(at)) + factorGrace
  return Option.some<NewFactor>({
    account,
    totpSecret: totpSecret.value,
    canWaitUntil: at < until ? timestampOf(until) : null,
    data: attempt.next
  })
})

/** Takes the second factor into use and signs in; fails with AccountRefused when the code is not right. */
export const signInByNewFactor = Effect.fn("accounts.signInByNewFactor")(function* (given: {
  readonly secret: string
  readonly code: string
  readonly from: From
}) {
  const found = Option.getOrUndefined(yield* readNewFactor(given.secret))
  if (found === undefined) return { outcome: refused, codes: [] }
  const codes = yield* enableSecondFactor(found.account, found.totpSecret, given.code.slice(0, 20))
  const account = Option.getOrElse(yield* (yield* People).get(found.account.id), () => found.account)
  const how = "password and a new second factor"
  return { outcome: yield* signedIn(account, given.from, how, found.data, given.secret), codes }
})

/** Signs in without, as long as it can be put off. */
export const signInWithoutFactor = Effect.fn("accounts.signInWithoutFactor")(function* (given: {
  readonly secret: string
  readonly from: From
}) {
  const found = Option.getOrUndefined(yield* readNewFactor(given.secret))
  if (found === undefined || found.canWaitUntil === null) return refused
  return yield* signedIn(found.account, given.from, "password", found.data, given.secret, true)
})
