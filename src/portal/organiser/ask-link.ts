/** Asking for a private link by mail address, by page or by program: nobody is told whether the address is known. */
import { Clock, Effect, type Scope } from "effect"
import { afterAttempt, type GuessLimit, networkOf } from "../../accounts/guessing.ts"
import { hashOf } from "../../accounts/secrets.ts"
import type { DigestLanguage } from "../../domain/index.ts"
import { resendLinks } from "../../jobs/organisers/index.ts"
import { Attempts } from "../../store/index.ts"
import { PortalSettings } from "../settings.ts"

const minute = 60_000

/** Mails to one address: three, then after growing pauses, so that nobody's mailbox is filled by others. */
const mailLimit: GuessLimit = {
  free: 3,
  first: 10 * minute,
  most: 6 * 60 * minute,
  memory: 24 * 60 * minute
}

/** Requests from one network: a whole organisation may share it. */
const networkLimit: GuessLimit = { free: 20, first: minute, most: 30 * minute, memory: 60 * minute }

/** Seconds to wait before one more request under a key; 0 when it may go on. */
const countRequest = Effect.fnUntraced(function* (key: string, limit: GuessLimit) {
  const at = yield* Clock.currentTimeMillis
  let wait = 0
  yield* (yield* Attempts).change(key, (known) => {
    const after = afterAttempt(known, at, limit)
    wait = after.wait
    return after.next
  })
  return Math.ceil(wait / 1000)
})

/**
 * Has new links mailed to the address, as far as it is known.
 *
 * @param from address of whoever asks
 * @param scope outlives the request
 * @returns seconds to wait where too many asked from there, else 0
 */
export const askForLink = Effect.fn("organisers.askForLink")(function* (
  asked: { readonly email: string; readonly language: DigestLanguage; readonly about: string | null },
  from: string,
  scope: Scope.Scope
) {
  const wait = yield* countRequest(`link-from:${hashOf(networkOf(from))}`, networkLimit)
  if (wait > 0) return wait
  const { baseUrl } = yield* PortalSettings
  // Behind the answer, so that its time does not tell whether the address is known.
  yield* Effect.gen(function* () {
    if ((yield* countRequest(`link-to:${hashOf(asked.email.toLowerCase())}`, mailLimit)) > 0) return
    yield* resendLinks({ ...asked, baseUrl })
  }).pipe(
    Effect.catch((error) => Effect.logError("A private link could not be sent", error)),
    Effect.forkIn(scope)
  )
  return 0
})
