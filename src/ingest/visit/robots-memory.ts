/**
 * What is remembered of each site's robots.txt: read once, by whoever needs it first, while others wait.
 */
import { Clock, Deferred, Duration, Effect } from "effect"
import type { VisitOutcome } from "../../domain/index.ts"
import { emptyRobots, parseRobots, type Robots } from "../robots/robots.ts"
import { fail, type VisitFailure } from "./failure.ts"
import type { VisitResult } from "./result.ts"

/** robots.txt is read again after a day at the latest (RFC 9309, section 2.4), and not each hour. */
const robotsFreshest = Duration.toMillis("1 hour")
const robotsStalest = Duration.toMillis("24 hours")
/** One that could not be read is tried again soon. */
const robotsRetry = Duration.toMillis("5 minutes")
/** Origins whose robots.txt is remembered; the oldest are forgotten first. */
const robotsCapacity = 5000

/** What is known of a site's robots.txt: its rules, or why nothing may be asked of the site. */
export type RobotsVerdict =
  | { readonly _tag: "rules"; readonly robots: Robots; readonly freshFor: number }
  | { readonly _tag: "unreachable"; readonly failure: VisitFailure; readonly freshFor: number }

/** Outcomes of a visit to robots.txt after which the site itself need not be tried. */
const unreachable: ReadonlySet<VisitOutcome> = new Set([
  "blocked-address",
  "blocked-port",
  "dns-error",
  "network-error",
  "tls-error",
  "too-slow",
  "rate-limited"
])

/** RFC 9309, section 2.3.1: missing is allowed, failing is disallowed, unreadable is as good as missing. */
export const robotsVerdict = (result: VisitResult): RobotsVerdict => {
  const { outcome, message, status } = result
  if (outcome === "ok" && result.body !== null) {
    const fresh = Math.min(Math.max(result.freshFor ?? robotsStalest, robotsFreshest), robotsStalest)
    return { _tag: "rules", freshFor: fresh, robots: parseRobots(result.body) }
  }
  const more = {
    ...(status === null ? {} : { status }),
    ...(result.retryAfter === null ? {} : { retryAfter: result.retryAfter })
  }
  if (unreachable.has(outcome))
    return { _tag: "unreachable", failure: fail(outcome, message, more), freshFor: robotsRetry }
  if (status !== null && status >= 500) {
    const sentence = `${result.url} fails (${status}), which by RFC 9309 closes the whole site: tried again later.`
    return {
      _tag: "unreachable",
      failure: fail("blocked-by-robots", sentence, more),
      freshFor: robotsRetry
    }
  }
  return { _tag: "rules", freshFor: robotsStalest, robots: emptyRobots }
}

/** Gives the verdict on an origin, by `read` when none is remembered. */
export type RobotsMemory = (origin: string, read: Effect.Effect<VisitResult>) => Effect.Effect<RobotsVerdict>

export const makeRobotsMemory = (): RobotsMemory => {
  const verdicts = new Map<string, { readonly verdict: RobotsVerdict; readonly until: number }>()
  const reading = new Map<string, Deferred.Deferred<void>>()

  const remember = (origin: string, verdict: RobotsVerdict, now: number) => {
    verdicts.delete(origin)
    verdicts.set(origin, { until: now + verdict.freshFor, verdict })
    if (verdicts.size <= robotsCapacity) return
    for (const oldest of verdicts.keys()) {
      verdicts.delete(oldest)
      return
    }
  }

  const verdictOn: RobotsMemory = (origin, read) =>
    Clock.clockWith((clock): Effect.Effect<RobotsVerdict> => {
      const known = verdicts.get(origin)
      if (known !== undefined && clock.currentTimeMillisUnsafe() < known.until) {
        return Effect.succeed(known.verdict)
      }
      const other = reading.get(origin)
      // Whoever reads may be interrupted: then one of those who wait reads instead.
      if (other !== undefined) return Effect.andThen(Deferred.await(other), verdictOn(origin, read))
      const mine = Deferred.makeUnsafe<void>()
      reading.set(origin, mine)
      return Effect.ensuring(
        Effect.map(read, (result) => {
          const verdict = robotsVerdict(result)
          remember(origin, verdict, clock.currentTimeMillisUnsafe())
          return verdict
        }),
        Effect.suspend(() => {
          reading.delete(origin)
          return Deferred.succeed(mine, undefined)
        })
      )
    })
  return verdictOn
}
