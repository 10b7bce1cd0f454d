/**
 * Limits by rate: so many requests in a minute for an address, and more for a token.
 *
 * Fixed windows, counted in memory of bounded size. Fields by draft-ietf-httpapi-ratelimit-headers-10.
 */

/** What a caller may do in a window. */
export interface Policy {
  readonly name: string
  readonly quota: number
  readonly windowMs: number
}

/** Requests without a token, by address. */
export const byAddress: Policy = { name: "address", quota: 300, windowMs: 60_000 }

/** Requests with a token, by token. */
export const byToken: Policy = { name: "token", quota: 1200, windowMs: 60_000 }

/** What remains after a request. */
export interface Allowance {
  readonly policy: Policy
  /** False when the request is one too many. */
  readonly allowed: boolean
  readonly remaining: number
  /** Seconds until the window ends, at least 1. */
  readonly seconds: number
}

/** Callers who are counted one by one at most. */
const mostCallers = 20_000

interface Window {
  readonly endsAt: number
  count: number
}

/**
 * Counts requests. When there are more callers than are counted one by one, the new ones share one count, so
 * that neither memory nor anybody's share grows by many addresses.
 */
export class RateCounter {
  readonly #windows = new Map<string, Window>()
  readonly #most: number
  constructor(most = mostCallers) {
    this.#most = most
  }
  get size(): number {
    return this.#windows.size
  }
  /** Counts one request of a caller at an instant (milliseconds since 1970). */
  take(policy: Policy, caller: string, now: number): Allowance {
    const window = this.#window(policy, `${policy.name} ${caller}`, now)
    window.count += 1
    return {
      policy,
      allowed: window.count <= policy.quota,
      remaining: Math.max(0, policy.quota - window.count),
      seconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000))
    }
  }
  #window(policy: Policy, key: string, now: number): Window {
    const known = this.#windows.get(key)
    if (known !== undefined && known.endsAt > now) return known
    if (known !== undefined) this.#windows.delete(key)
    this.#forget(now)
    const place = this.#windows.size < this.#most ? key : `${policy.name} others`
    const others = this.#windows.get(place)
    if (others !== undefined && others.endsAt > now) return others
    const window = { endsAt: now + policy.windowMs, count: 0 }
    this.#windows.delete(place)
    this.#windows.set(place, window)
    return window
  }
  /** Windows stand in the order in which they began: those that are over come first. */
  #forget(now: number): void {
    for (const [key, { endsAt }] of this.#windows) {
      if (endsAt > now) break
      this.#windows.delete(key)
    }
  }
}

/** Fields that tell a caller of the limit. */
export const rateFields = ({ allowed, policy, remaining, seconds }: Allowance): Record<string, string> => ({
  "ratelimit-policy": `"${policy.name}";q=${policy.quota};w=${policy.windowMs / 1000}`,
  ratelimit: `"${policy.name}";r=${remaining};t=${seconds}`,
  ...(allowed ? {} : { "retry-after": String(seconds) })
})
