/**
 * A look at an address that a stranger named: the diagnosis of `registry check`, within a time limit, a few at
 * once, and with smaller limits of size than an import has.
 */
import { Context, Effect, Layer, Option, Schedule, Schema, Semaphore } from "effect"
import type { Diagnosis } from "../../ingest/check/index.ts"
import { VisitConfig, Visitor } from "../../ingest/visit/index.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import type { CheckedInitiative } from "../check-reading.ts"
import { checkSource } from "../check-source.ts"
import { sharedTurns } from "../shared-turns.ts"

/** Looks at one time; whoever comes then tries again so often, every half second. */
const atOnce = 4
const patience = 6

/** Longest look; the check's own limit of 8 seconds is reached first as a rule. */
const longest = "15 seconds"

const largestAnswer = 16 * 1024 * 1024
const longestVisit = 8_000

/** The address was not looked at, or not to the end. */
export class NotLooked extends Schema.TaggedError<NotLooked>()("NotLooked", {
  reason: Schema.Literals(["busy", "too-slow"]),
  message: Schema.String
}) {}

const busy = new NotLooked({
  reason: "busy",
  message: "Other addresses are being looked at: try again in a minute."
})

/** Outcomes after which an address cannot be registered: nobody but us, or nobody at all, could reach it. */
const unreachable: ReadonlySet<Diagnosis["outcome"]> = new Set([
  "bad-url",
  "blocked-address",
  "blocked-port",
  "dns-error"
])

/** Whether the address may be registered: it is one of the public web, whatever was found there. */
export const mayRegister = ({ outcome }: Pick<Diagnosis, "outcome">): boolean => !unreachable.has(outcome)

/** A sentence for a stranger: not one that tells the operator of addresses around this machine. */
const said = (sentence: string): string =>
  sentence.includes("TRIBUTARY_") ? "It leads to an address that is not visited." : sentence

/** The diagnosis as a stranger may read it: nothing of how names resolve behind the wall. */
const forStrangers = (diagnosis: Diagnosis): Diagnosis => {
  return {
    ...diagnosis,
    summary: said(diagnosis.summary),
    checks: diagnosis.checks.map((check) => ({ ...check, message: said(check.message) })),
    items: diagnosis.items.map((item) =>
      item.reading === null || item.reading.problem === null
        ? item
        : { ...item, reading: { ...item.reading, problem: said(item.reading.problem) } }
    )
  }
}

export class Looks extends Context.Service<
  Looks,
  {
    /** Looks at an address for an initiative; a new one has no id yet. */
    readonly look: (url: string, initiative: CheckedInitiative | null) => Effect.Effect<Diagnosis, NotLooked>
    readonly visitor: Visitor["Service"]
  }
>()("tributary/jobs/registering/Looks") {
  /** With the visits that it is given. */
  static readonly layerNoDeps = Layer.effect(
    Looks,
    Effect.gen(function* () {
      const context = yield* Effect.context<Visitor | VisitConfig | Normalizer>()
      const visitor = yield* Visitor
      const places = yield* Semaphore.make(atOnce)
      const look = Effect.fn("Looks.look")(function* (url: string, initiative: CheckedInitiative | null) {
        const found = checkSource(url, ...(initiative === null ? [] : [initiative])).pipe(
          // A taxonomy that cannot be read is the operator's matter: `doctor` names it.
          Effect.orDie,
          Effect.provideContext(context),
          Effect.timeoutOption(longest)
        )
        const diagnosis = yield* places
          .withPermitsIfAvailable(1)(found)
          .pipe(
            Effect.flatMap(
              Option.match({ onNone: () => Effect.fail(busy), onSome: (ended) => Effect.succeed(ended) })
            ),
            Effect.retry(Schedule.spaced("500 millis").pipe(Schedule.upTo({ times: patience })))
          )
        if (Option.isNone(diagnosis)) {
          return yield* new NotLooked({
            reason: "too-slow",
            message: `${url} could not be looked at in time: try again, or give the address of the list itself.`
          })
        }
        return forStrangers(diagnosis.value)
      })
      return Looks.of({ look, visitor })
    })
  )

  /** With visits as the environment allows them, in turns with all who work on the store, and smaller limits. */
  static readonly layer = this.layerNoDeps.pipe(
    Layer.provide(Layer.provide(Visitor.layerNoDeps, sharedTurns)),
    Layer.provide(
      Layer.effect(
        VisitConfig,
        Effect.map(VisitConfig, (settings) =>
          VisitConfig.of({
            ...settings,
            maxBytes: Math.min(settings.maxBytes, largestAnswer),
            visitTimeout: Math.min(settings.visitTimeout, longestVisit)
          })
        )
      ).pipe(Layer.provide(VisitConfig.layer))
    )
  )
}
