/**
 * Guessing is slowed down: after some failures each further one makes the next wait longer, by account and by
 * network address. An attempt counts as failed before it is looked at, so that many at once count too.
 *
 * A wait has an end, so that nobody can lock somebody else out for good (OWASP ASVS 5.0, 6.1.1).
 */
import { Clock, Effect } from "effect"
import { Attempts, type Attempted, timestampOf } from "../store/index.ts"
import { hashOf } from "./secrets.ts"

const second = 1000
const minute = 60 * second

export interface GuessLimit {
  /** Failures without a wait. */
  readonly free: number
  /** Milliseconds after the first failure beyond; each further one doubles it. */
  readonly first: number
  readonly most: number
  /** Milliseconds after which all is forgotten. */
  readonly memory: number
}

/** Failures against one account: at most some 100 guesses a day. */
export const accountLimit: GuessLimit = {
  free: 5,
  first: 30 * second,
  most: 15 * minute,
  memory: 24 * 60 * minute
}

/** Failures from one network address: many people may share it. */
export const addressLimit: GuessLimit = {
  free: 30,
  first: 30 * second,
  most: 15 * minute,
  memory: 60 * minute
}

/** What is remembered after one more attempt at an instant, and how long it has to wait; pure. */
export const afterAttempt = (
  known: Attempted | null,
  at: number,
  limit: GuessLimit
): { readonly next: Attempted | null; readonly wait: number } => {
  const blocked = known === null ? 0 : Date.parse(known.blockedUntil) - at
  if (blocked > 0) return { next: null, wait: blocked }
  const isForgotten = known === null || at - Date.parse(known.lastAt) > limit.memory
  const failures = isForgotten ? 1 : known.failures + 1
  const pause = failures < limit.free ? 0 : Math.min(limit.most, limit.first * 2 ** (failures - limit.free))
  return {
    next: { failures, lastAt: timestampOf(at), blockedUntil: timestampOf(at + pause) },
    wait: 0
  }
}

/** The network of an address: IPv6 gives whole /64 to one household (RFC 6177). */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "")
  if (!plain.includes(":")) return plain
  const [head = "", tail] = plain.toLowerCase().split("%")[0]?.split("::") ?? []
  const before = head === "" ? [] : head.split(":")
  const after = tail === undefined || tail === "" ? [] : tail.split(":")
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: gap }, () => "0"), ...after]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":")
}

/** Keys of a guess at an account (or what stands for one) from a network address. */
export const guessKeys = (account: string, address: string) => ({
  account: `account:${hashOf(account)}`,
  address: `address:${hashOf(networkOf(address))}`
})

type Keys = ReturnType<typeof guessKeys>

/** Counts an attempt by one key; gives the milliseconds that it has to wait. */
const counted = Effect.fnUntraced(function* (key: string, limit: GuessLimit) {
  const attempts = yield* Attempts
  const at = yield* Clock.currentTimeMillis
  let wait = 0
  yield* attempts.change(key, (known) => {
    const after = afterAttempt(known, at, limit)
    wait = after.wait
    return after.next
  })
  return wait
})

const forgiven = Effect.fnUntraced(function* (key: string) {
  yield* (yield* Attempts).change(key, (known) =>
    known === null ? null : { ...known, failures: known.failures - 1, blockedUntil: known.lastAt }
  )
})

/** Counts an attempt; gives the seconds that it has to wait, 0 when it may be looked at. */
export const attempt = Effect.fn("accounts.attempt")(function* (keys: Keys) {
  for (const [key, limit] of [
    [keys.address, addressLimit],
    [keys.account, accountLimit]
  ] as const) {
    const wait = yield* counted(key, limit)
    if (wait > 0) return Math.ceil(wait / second)
  }
  return 0
})

/** The attempt was right: the account's failures are forgotten, and those of the address but for this one. */
export const attemptSucceeded = Effect.fn("accounts.attemptSucceeded")(function* (keys: Keys) {
  yield* (yield* Attempts).clear(keys.account)
  yield* forgiven(keys.address)
})

const knockKey = (address: string): string => guessKeys("", address).address

/** Counts an attempt that names no account yet, by network address alone; gives the seconds of the wait. */
export const knock = Effect.fn("accounts.knock")(function* (address: string) {
  return Math.ceil((yield* counted(knockKey(address), addressLimit)) / second)
})

/** What the address began has come to a good end. */
export const knockSucceeded = (address: string) => forgiven(knockKey(address))
