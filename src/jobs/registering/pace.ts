/**
 * How often strangers may ask: a look at a site costs visits, and a registration costs a mail to somebody who
 * may not have asked for it. Counted by network address, by the site that is looked at, and by mail address.
 */
import { Clock, Effect } from "effect"
import { afterAttempt, type GuessLimit, networkOf } from "../../accounts/guessing.ts"
import { hashOf } from "../../accounts/secrets.ts"
import { Attempts } from "../../store/index.ts"

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Looks from one network: many organisers may share it at a conference. */
export const looksOfNetwork: GuessLimit = { free: 20, first: 30 * second, most: 10 * minute, memory: hour }

/** Looks at one site, whoever asks: we are its guests. */
export const looksAtSite: GuessLimit = { free: 15, first: minute, most: 15 * minute, memory: hour }

/** Mails to one address that nobody has confirmed. */
export const mailsToAddress: GuessLimit = { free: 4, first: hour, most: 12 * hour, memory: 24 * hour }

/** Registrations from one network. */
export const sentByNetwork: GuessLimit = { free: 15, first: 5 * minute, most: hour, memory: 24 * hour }

/** Looks for the proof of one registration. */
export const looksForProof: GuessLimit = { free: 12, first: minute, most: 15 * minute, memory: hour }

/** Who or what is counted. */
export const paceKeys = {
  network: (address: string) => `look:${hashOf(networkOf(address))}`,
  site: (url: string) => `site:${hashOf(URL.parse(url)?.hostname.replace(/^www\./, "") ?? url)}`,
  recipient: (email: string) => `mail:${hashOf(email.toLowerCase())}`,
  sender: (address: string) => `register:${hashOf(networkOf(address))}`,
  proof: (id: string) => `proof:${id}`
}

/** Counts one more; gives the seconds that it has to wait, 0 when it may go on. */
export const pace = Effect.fn("registering.pace")(function* (key: string, limit: GuessLimit) {
  const attempts = yield* Attempts
  const at = yield* Clock.currentTimeMillis
  let wait = 0
  yield* attempts.change(key, (known) => {
    const after = afterAttempt(known, at, limit)
    wait = after.wait
    return after.next
  })
  return Math.ceil(wait / second)
})
