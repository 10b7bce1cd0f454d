/** What comes of the steps of signing in, and the end of all of them: the session of somebody who has shown all. */
import { Effect } from "effect"
import type { Account } from "../domain/index.ts"
import { Audit, now, People, transaction } from "../store/index.ts"
import { FactorRule } from "./factor-rule.ts"
import { SecretKeys } from "./keys/index.ts"
import { writeAttempt } from "./new-factor-data.ts"
import { newTotpSecret } from "./second-factor.ts"
import { beginSession, endSession, type From } from "./sessions.ts"

/** What comes of a step. */
export type Outcome =
  | {
      readonly _tag: "SignedIn"
      readonly secret: string
      readonly account: Account
      readonly data: string | null
    }
  /** The code is awaited; the secret is of that stage. */
  | { readonly _tag: "SecondFactor"; readonly secret: string }
  /** A password of the person's own is awaited; the secret is of that stage. */
  | { readonly _tag: "NewPassword"; readonly secret: string }
  /** A second factor is to be set up; the secret is of that stage. */
  | { readonly _tag: "NewFactor"; readonly secret: string }
  | { readonly _tag: "Refused" }
  /** Codes of apps cannot be looked at, since the key of their secrets is not there. */
  | { readonly _tag: "Unreadable" }
  | { readonly _tag: "Wait"; readonly seconds: number }

export const refused: Outcome = { _tag: "Refused" }

/** How people came in who were sent by the identity provider, which asks for its own second factor. */
export const provider = "identity provider"

/** The sealed secret to set up, of somebody who is asked for a second factor and has none. */
const toSetUp = Effect.fnUntraced(function* (account: Account, how: string) {
  if (account.totpSecret !== null || how === provider || !(yield* FactorRule).asks(account)) return null
  const keys = yield* SecretKeys
  return yield* keys.seal(yield* newTotpSecret, account.id).pipe(
    Effect.catchTag("KeyUnavailable", ({ message }) =>
      // Nobody is kept out because a file is missing; the doctor names it too.
      Effect.as(Effect.logError(`${account.id} was not asked for a second factor: ${message}`), null)
    )
  )
})

/**
 * Begins the session of somebody who has shown all that is asked, or asks for what must be set up first.
 *
 * @param former the secret of the stage before, which ends
 * @param mayWait whether the second factor was asked for before, and put off
 */
export const signedIn = Effect.fnUntraced(function* (
  account: Account,
  from: From,
  how: string,
  data: string | null,
  former: string,
  mayWait = false
) {
  const sealed = mayWait ? null : yield* toSetUp(account, how)
  return yield* transaction(
    Effect.gen(function* () {
      const people = yield* People
      yield* endSession(former)
      if (account.passwordIsTemporary && how !== provider) {
        const secret = yield* beginSession("new-password", account.id, from, data)
        return { _tag: "NewPassword", secret } satisfies Outcome
      }
      if (sealed !== null) {
        if (account.factorAskedAt === null) yield* people.change(account.id, { factorAskedAt: yield* now })
        const attempt = yield* writeAttempt({ next: data, sealed })
        const secret = yield* beginSession("new-factor", account.id, from, attempt)
        return { _tag: "NewFactor", secret } satisfies Outcome
      }
      const secret = yield* beginSession("signed-in", account.id, from)
      const language = from.language === undefined ? {} : { language: from.language }
      yield* people.change(account.id, { signedInAt: yield* now, ...language })
      yield* (yield* Audit).record({
        by: account,
        action: "account.sign-in",
        thing: `person:${account.id}`,
        after: { how }
      })
      return { _tag: "SignedIn", secret, account, data } satisfies Outcome
    })
  )
})
