/**
 * Politeness: when a server may be asked, and how many servers at one time.
 *
 * - one request at a time for each registrable domain (sub-domains mostly share one machine), and a pause
 *   between two, from the end of a response to the next request;
 * - nothing inside a Retry-After (RFC 9110, section 10.2.3), for the whole registrable domain;
 * - a host that failed several times in a row is left alone for a while (circuit breaker);
 * - a bounded number of requests over all hosts, in which slow servers do not take the places of others.
 */
import { isIP } from "node:net"
import { Clock, Effect } from "effect"
import { getDomain } from "tldts"
import type { VisitOutcome } from "../../domain/index.ts"
import type { VisitSettings } from "./config.ts"
import { fail, formatDuration, type VisitFailure } from "./failure.ts"
import { Gate } from "./gate.ts"
import type { Turns } from "./shared-turns.ts"

/** What is remembered of a registrable domain; all times in milliseconds since 1970. */
interface Domain {
  readonly name: string
  readonly lock: Gate
  /** Visits that hold or await the lock. */
  users: number
  nextAt: number
  heldUntil: number
  crawlDelay: number
}

/** What is remembered of a host and port. */
interface Breaker {
  failures: number
  openUntil: number
  last: VisitFailure
}

/** Outcomes that speak of the server's state and not of one page. */
const hostFailures: ReadonlySet<VisitOutcome> = new Set([
  "dns-error",
  "network-error",
  "tls-error",
  "too-slow",
  "server-error"
])

/** Least pause between requests to a host that is not our own. */
const defaultDelay = 1000
/** Domains and hosts remembered; idle ones beyond are forgotten, oldest first. */
const maxRemembered = 10_000

/** Host name of a URL, IPv6 addresses without their brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "")

/** The unit of politeness: registrable domain (public and private suffixes), or address and port. */
export const politenessKey = (url: URL): string =>
  isIP(hostOf(url)) === 0 ? (getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host) : url.host

/** Politeness towards all hosts of one process. */
export interface Politeness {
  /**
   * Runs a request when it is the host's turn and there is a place for it; gives a failure at once where the
   * host may not be asked, with the time to wait in `retryAfter`.
   *
   * @param immediate true for the next hop of a redirect: no pause, the server itself sent us on
   */
  readonly turn: <A>(
    url: URL,
    immediate: boolean,
    request: Effect.Effect<A>
  ) => Effect.Effect<A | VisitFailure>
  /** No request to the domain for so many milliseconds; returns how many that is after our cap. */
  readonly hold: (url: URL, millis: number, now: number) => number
  /** Pause that the host's robots.txt asks for, in seconds. */
  readonly setCrawlDelay: (url: URL, seconds: number) => void
  /** A socket to the host was opened, to a machine of our own or not. */
  readonly setOwn: (hostname: string, own: boolean) => void
  /** How a request ended. */
  readonly record: (url: URL, outcome: VisitOutcome, message: string, now: number) => void
  /** Gives the places of slow requests to others; to be called from time to time. */
  readonly relieve: Effect.Effect<void>
}

const forgetOldest = <A>(map: Map<string, A>, isIdle: (value: A) => boolean): void => {
  if (map.size <= maxRemembered) return
  for (const [key, value] of map) {
    if (isIdle(value)) map.delete(key)
    if (map.size <= maxRemembered * 0.9) return
  }
}

/**
 * Politeness with the given settings; plain state, one instance a process.
 *
 * @param shared turns that this process shares with others; null when it is alone
 */
export const makePoliteness = (settings: VisitSettings, shared: Turns | null = null): Politeness => {
  const domains = new Map<string, Domain>()
  const breakers = new Map<string, Breaker>()
  const own = new Set<string>()
  const places = new Gate(settings.concurrency)
  /** Domains that are being asked, each since when. */
  const running = new Map<Domain, number>()

  const domainOf = (url: URL): Domain => {
    const name = politenessKey(url)
    const known = domains.get(name)
    if (known !== undefined) return known
    const domain = {
      crawlDelay: 0,
      heldUntil: 0,
      lock: new Gate(1),
      name,
      nextAt: 0,
      users: 0
    }
    forgetOldest(domains, ({ users }) => users === 0)
    domains.set(name, domain)
    return domain
  }

  const held = ({ name }: Domain, retryAfter: number): VisitFailure => {
    const message = `${name} asked for a pause: it is visited again in ${formatDuration(retryAfter)}.`
    return fail("rate-limited", message, { retryAfter })
  }

  const refusal = (url: URL, domain: Domain, now: number): VisitFailure | null => {
    if (domain.heldUntil > now) return held(domain, domain.heldUntil - now)
    const breaker = breakers.get(url.host)
    if (breaker !== undefined && breaker.openUntil > now) {
      const retryAfter = breaker.openUntil - now
      const message = `${url.host} failed ${breaker.failures} times in a row and is left alone for ${formatDuration(retryAfter)}; last: ${breaker.last.message}`
      return fail(breaker.last.outcome, message, { retryAfter })
    }
    return null
  }

  const delayAfter = (url: URL, domain: Domain): number =>
    Math.max(settings.hostDelay ?? (own.has(hostOf(url)) ? 0 : defaultDelay), domain.crawlDelay)

  /** The request in a turn that is shared with other processes; without them it is the request itself. */
  const inSharedTurn = <A>(
    turns: Turns,
    url: URL,
    immediate: boolean,
    domain: Domain,
    request: Effect.Effect<A>
  ): Effect.Effect<A | VisitFailure> =>
    Clock.clockWith((clock) =>
      turns.take(domain.name, immediate).pipe(
        Effect.flatMap((left): Effect.Effect<A | VisitFailure> => {
          if (left === 0) return request
          domain.heldUntil = clock.currentTimeMillisUnsafe() + left
          return Effect.succeed(held(domain, left))
        }),
        Effect.ensuring(
          Effect.suspend(() => {
            const hold = Math.max(0, domain.heldUntil - clock.currentTimeMillisUnsafe())
            return turns.giveBack(domain.name, delayAfter(url, domain), hold)
          })
        )
      )
    )

  const turn = <A>(url: URL, immediate: boolean, request: Effect.Effect<A>) =>
    Clock.clockWith((clock) => {
      const domain = domainOf(url)
      domain.users++
      const asked = Effect.suspend((): Effect.Effect<A | VisitFailure> => {
        const now = clock.currentTimeMillisUnsafe()
        const refused = refusal(url, domain, now)
        if (refused !== null) return Effect.succeed(refused)
        const asking = places.within(
          Effect.suspend(() => {
            running.set(domain, clock.currentTimeMillisUnsafe())
            return request
          })
        )
        const placed = shared === null ? asking : inSharedTurn(shared, url, immediate, domain, asking)
        return !immediate && domain.nextAt > now
          ? Effect.andThen(Effect.sleep(domain.nextAt - now), placed)
          : placed
      })
      const ended = Effect.sync(() => {
        if (!running.delete(domain)) return
        domain.nextAt = clock.currentTimeMillisUnsafe() + delayAfter(url, domain)
      })
      return Effect.ensuring(
        domain.lock.within(Effect.ensuring(asked, ended)),
        Effect.sync(() => domain.users--)
      )
    })

  const record = (url: URL, outcome: VisitOutcome, message: string, now: number): void => {
    if (!hostFailures.has(outcome)) {
      breakers.delete(url.host)
      return
    }
    const failures = (breakers.get(url.host)?.failures ?? 0) + 1
    const openUntil = failures >= settings.breakerFailures ? now + settings.breakerPause : 0
    forgetOldest(breakers, () => true)
    breakers.set(url.host, { failures, last: fail(outcome, message), openUntil })
  }

  const relieve = Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    let slow = 0
    for (const since of running.values()) if (now - since >= settings.slowAfter) slow++
    const size = settings.concurrency + Math.min(slow, settings.slowConcurrency)
    places.resize(size)
  })

  return {
    hold: (url, millis, now) => {
      const domain = domainOf(url)
      const capped = Math.min(millis, settings.maxRetryAfter)
      domain.heldUntil = Math.max(domain.heldUntil, now + capped)
      return capped
    },
    record,
    relieve,
    setCrawlDelay: (url, seconds) => {
      domainOf(url).crawlDelay = Math.min(seconds * 1000, settings.maxCrawlDelay)
    },
    setOwn: (hostname, isOwn) => {
      if (isOwn) own.add(hostname)
      else own.delete(hostname)
    },
    turn
  }
}
