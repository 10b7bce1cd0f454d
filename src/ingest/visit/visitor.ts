/**
 * The Visitor: the only way in which Tributary asks anything of a stranger's server.
 *
 * One call is one visit: address guard, robots.txt, politeness, limits, redirects and conditional requests
 * are all inside, and whatever happens is a `VisitResult` with an outcome and a sentence. No trace headers,
 * cookies or referrers are ever sent. Interrupting a visit closes its socket.
 */
import { Clock, Context, Duration, Effect, Layer, Schedule } from "effect"
import type { Agent } from "undici"
import { crawlDelay, isAllowed, productToken, robotsLimit, type Robots } from "../robots/robots.ts"
import { makeAddressGuard } from "./address.ts"
import type { BodyLimit } from "./body.ts"
import { VisitConfig } from "./config.ts"
import { exchange } from "./exchange.ts"
import { fail, VisitFailure } from "./failure.ts"
import { HostLookup } from "./host-lookup.ts"
import { makePoliteness } from "./politeness.ts"
import { askable, nextHop } from "./redirect.ts"
import { failedResult, responseResult, type VisitRequest, type VisitResult } from "./result.ts"
import { SharedTurns } from "./shared-turns.ts"
import { makeRobotsMemory, type RobotsVerdict } from "./robots-memory.ts"

/** How often the places of slow requests are given to others. */
const relief = Duration.toMillis("250 millis")

type TellRobots = NonNullable<VisitRequest["onRobots"]>

/** Makes guarded visits. */
export class Visitor extends Context.Service<
  Visitor,
  {
    /** One guarded visit, redirects included. Never fails. */
    readonly visit: (request: VisitRequest) => Effect.Effect<VisitResult>
    /** The rules of the robots.txt of a URL's site (its sitemaps too); null when it cannot be read. */
    readonly robots: (url: string) => Effect.Effect<Robots | null>
  }
>()("tributary/ingest/visit/Visitor") {
  /** Needs a VisitConfig; the name service can be replaced by `HostLookup`. */
  static readonly layerNoDeps = Layer.effect(
    Visitor,
    Effect.gen(function* () {
      const settings = yield* VisitConfig
      const lookup = yield* HostLookup
      const politeness = makePoliteness(settings, yield* SharedTurns)
      const guard = makeAddressGuard(settings.allowNets)
      // Loaded with the first visit: the portal holds a visitor that most days nobody needs.
      let pool: Agent | undefined
      yield* Effect.addFinalizer(() => Effect.promise(async () => pool?.destroy()))
      const agent = Effect.suspend(() =>
        pool === undefined
          ? Effect.map(
              Effect.promise(() => import("./connector.ts")),
              ({ makeAgent }) =>
                (pool ??= makeAgent(settings, lookup, (host, address) =>
                  politeness.setOwn(host, guard.isOwn(address))
                ))
            )
          : Effect.succeed(pool)
      )
      yield* politeness.relieve.pipe(Effect.repeat(Schedule.spaced(relief)), Effect.forkScoped)

      const token = productToken(settings.userAgent)
      const wholeBody: BodyLimit = {
        beyond: "fail",
        maxBytes: settings.maxBytes,
        maxRatio: settings.maxRatio
      }
      const robotsBody: BodyLimit = { ...wholeBody, beyond: "cut", maxBytes: robotsLimit }

      /** Why robots.txt keeps us from a URL; null when it does not. */
      const robotsGate = (url: URL, tell: TellRobots | null): Effect.Effect<VisitFailure | null> =>
        Effect.map(robotsOf(url.origin, tell), (verdict) => {
          if (verdict._tag === "unreachable") return verdict.failure
          const delay = crawlDelay(verdict.robots, token)
          if (delay !== null) politeness.setCrawlDelay(url, delay)
          if (isAllowed(verdict.robots, token, url.href)) return null
          const sentence = `${url.origin}/robots.txt asks ${token} not to read ${url.pathname}: ask the site's owner, or upload the document.`
          return fail("blocked-by-robots", sentence)
        })

      const visit: Visitor["Service"]["visit"] = Effect.fnUntraced(function* (request: VisitRequest) {
        const conditional = (request.etag ?? request.lastModified ?? null) !== null
        const first = askable(request.url)
        if (typeof first === "string") {
          const sentence = `"${request.url.slice(0, 200)}" ${first}: give one such as https://example.org/messages.`
          return failedResult(
            { durationMs: 0, finalUrl: null, permanentUrl: null, url: request.url },
            fail("bad-url", sentence)
          )
        }
        const clock = yield* Clock.Clock
        const chain = [first.href]
        let url = first
        let finalUrl: string | null = null
        let permanentUrl: string | null = null
        let isPermanent = true
        let durationMs = 0

        const at = () => ({ durationMs, finalUrl, permanentUrl, url: request.url })
        /** One hop: the exchange itself, within what is left of the visit's time. */
        const hop = (asked: URL) =>
          Effect.suspend(() => {
            const start = clock.currentTimeMillisUnsafe()
            finalUrl = asked.href
            const question = {
              accept: request.accept ?? null,
              etag: request.etag ?? null,
              lastModified: request.lastModified ?? null,
              lease: request.lease ?? null,
              limit: request.purpose === "robots" ? robotsBody : wholeBody,
              url: asked
            }
            const left = Math.max(settings.visitTimeout - durationMs, 1)
            const exchanged = Effect.flatMap(agent, (own) => exchange(own, settings, question, left))
            return Effect.map(exchanged, (answer) => {
              const now = clock.currentTimeMillisUnsafe()
              durationMs += now - start
              if (answer instanceof VisitFailure) {
                politeness.record(asked, answer.outcome, answer.message, now)
                return answer
              }
              if (answer.location !== null) return answer
              const result = responseResult(at(), conditional, answer, now, (millis) =>
                politeness.hold(asked, millis, now)
              )
              politeness.record(asked, result.outcome, result.message, now)
              return result
            })
          })

        for (;;) {
          if (request.purpose !== "robots") {
            const closed = yield* robotsGate(url, request.onRobots ?? null)
            if (closed !== null) return failedResult(at(), closed)
          }
          const answer = yield* politeness.turn(url, chain.length > 1, hop(url))
          if (answer instanceof VisitFailure) return failedResult(at(), answer)
          if ("outcome" in answer) return answer
          const { location, status } = answer
          const next = nextHop(chain, location ?? "", status, settings.maxRedirects)
          if (!(next instanceof URL)) return failedResult(at(), next)
          isPermanent &&= status === 301 || status === 308
          if (isPermanent) permanentUrl = next.href
          chain.push(next.href)
          url = next
        }
      })

      const memory = makeRobotsMemory()
      const robotsOf = (origin: string, tell: TellRobots | null): Effect.Effect<RobotsVerdict> =>
        memory(
          origin,
          Effect.suspend(() => {
            const asked = visit({ purpose: "robots", url: `${origin}/robots.txt` })
            return tell === null ? asked : Effect.tap(asked, (result) => tell(result))
          })
        )

      const robots: Visitor["Service"]["robots"] = Effect.fnUntraced(function* (text: string) {
        const url = askable(text)
        if (typeof url === "string") return null
        const verdict = yield* robotsOf(url.origin, null)
        return verdict._tag === "rules" ? verdict.robots : null
      })

      return Visitor.of({ robots, visit })
    })
  )

  /** Configured by the environment. */
  static readonly layer = Visitor.layerNoDeps.pipe(Layer.provide(VisitConfig.layer))
}
